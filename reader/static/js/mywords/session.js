// What to practise now, and in which order. Pure: the time is always given, in milliseconds.
import { WAYS } from "./entry.js";
import { waysOf } from "./faces.js";
import { isLearning } from "./scheduler.js";

export const NEW_A_DAY = 20;
// At the end, a card of the first minutes need not be waited for: as Anki's "learn ahead limit".
const AHEAD = 20 * 60 * 1000;

const dayOf = (moment) => new Date(moment).setHours(0, 0, 0, 0);

// A card of some days comes back with its day, one of some minutes with its minute.
export const isDue = (card, now) => (isLearning(card) ? card.due : dayOf(card.due)) <= now;

// Cards as { entry, way, card }: those due now, and new ones. Of a word that was answered today
// in another way, nothing new comes: one answer would give away the other.
export function cardsFor(entries, ways, now, { fresh = NEW_A_DAY } = {}) {
  const due = [];
  const unseen = [];
  const today = dayOf(now);
  let begun = 0;
  for (const entry of entries) {
    const known = Object.values(entry.cards);
    begun += known.filter(({ began }) => began >= today).length;
    const possible = waysOf(entry).filter((way) => ways.includes(way));
    for (const way of possible) {
      if (entry.cards[way] && isDue(entry.cards[way], now)) due.push(item(entry, way));
    }
    const next = possible.find((way) => !entry.cards[way]);
    const rested = known.every(({ last_review: last }) => last < today);
    if (next && rested && !due.some((one) => one.entry === entry)) unseen.push(item(entry, next));
  }
  due.sort((a, b) => WAYS.indexOf(a.way) - WAYS.indexOf(b.way) || a.card.due - b.card.due);
  unseen.sort((a, b) => a.entry.addedAt - b.entry.addedAt);
  const room = Math.max(0, fresh - begun);
  return { due, fresh: unseen.slice(0, room), waiting: Math.max(0, unseen.length - room) };
}

// The moment at which the next card comes, or null; not before `now`. New ones come with a new day.
export function nextDue(entries, ways, now) {
  const tomorrow = new Date(dayOf(now)).setDate(new Date(now).getDate() + 1);
  let next = Infinity;
  for (const entry of entries) {
    for (const way of waysOf(entry).filter((one) => ways.includes(one))) {
      next = Math.min(next, entry.cards[way]?.due ?? tomorrow);
    }
  }
  return next === Infinity ? null : Math.max(next, now);
}

// A round of practice over such cards.
export function startSession({ due, fresh }) {
  const queue = mixed(due, fresh);
  const again = [];
  let last = null;
  let before = null; // how all of it was, one answer ago

  // The next card, or null at the end. Cards of the first minutes come when their time has come,
  // or at the end; not the one just answered if there is another.
  function next(now) {
    again.sort((a, b) => a.card.due - b.card.due);
    if (again[0]?.card.due <= now && again[0].entry !== last) return again[0];
    return queue[0] ?? again.find(({ entry }) => entry !== last) ?? again[0] ?? null;
  }

  function answered(one, card, now) {
    before = { queue: [...queue], again: [...again], last };
    for (const list of [queue, again]) {
      if (list.includes(one)) list.splice(list.indexOf(one), 1);
    }
    last = one.entry;
    if (isLearning(card) && card.due <= now + AHEAD) again.push({ ...one, card });
  }

  function undo() {
    queue.splice(0, queue.length, ...before.queue);
    again.splice(0, again.length, ...before.again);
    last = before.last;
  }

  return { next, answered, undo, left: () => queue.length + again.length };
}

function item(entry, way) {
  return { entry, way, card: entry.cards[way] };
}

// New cards spread evenly among the old ones.
function mixed(due, fresh) {
  const place = (list) => list.map((one, index) => [(index + 1) / (list.length + 1), one]);
  return [...place(due), ...place(fresh)].sort((a, b) => a[0] - b[0]).map(([, one]) => one);
}
