// Practice: a card, its answer, four grades. Space shows, 1 to 4 grade, Esc stops.
import { startFlash } from "./flash.js";
import { moreCards, startRound } from "./round.js";
import { GRADES } from "./scheduler.js";
import { cardsFor, startSession } from "./session.js";
import { all, saveCard } from "./store.js";
import { say } from "./texts.js";

const GOOD = 3;

export function startPractice(section, { today, toast, leave }) {
  const part = (name) => section.querySelector(`[data-${name}]`);
  const flash = startFlash(section);
  const round = startRound(section);
  let ids = new Set(); // of the words that are practised
  let session = null;
  let item = null; // the card in front of the learner
  let next = null; // what each grade makes of it, once its answer is shown
  let mistaken = null; // the card answered last, for those who pressed the wrong button
  let answered = 0;

  function start(entries) {
    ids = new Set(entries.map(({ id }) => id));
    answered = 0;
    toast.hide();
    begin(cardsFor(entries, today.ways(), Date.now()));
  }

  function begin(cards) {
    session = startSession(cards);
    mistaken = null;
    ask();
  }

  function end() {
    session = item = next = null;
  }

  function ask(one = session.next(Date.now())) {
    item = one;
    next = null;
    round.progress(answered, session.left());
    part("take-back").hidden = !mistaken;
    if (item) flash.ask(item);
    else finish();
  }

  async function finish() {
    round.finish(answered, await chosen(), today.ways());
  }

  async function chosen() {
    return (await all()).filter(({ id }) => ids.has(id));
  }

  function reveal() {
    if (item && !next) next = flash.reveal(item);
  }

  async function grade(number) {
    const card = next?.[number];
    if (!card) return;
    next = null; // a second press grades nothing
    if (!(await kept(item, card)) || !session) return;
    session.answered(item, card, Date.now());
    answered += 1;
    mistaken = item;
    ask();
  }

  async function takeBack() {
    const one = mistaken;
    if (!one || !(await kept(one, one.card))) return;
    mistaken = null;
    session.undo();
    answered -= 1;
    ask(one);
  }

  async function kept({ entry, way }, card) {
    try {
      await saveCard(entry.id, way, card);
      return true;
    } catch {
      toast.tell(say("full"));
      return false;
    }
  }

  const acts = {
    Escape: leave,
    Backspace: takeBack,
    p: flash.help,
    " ": () => (next ? grade(GOOD) : reveal()),
    Enter: () => (next ? grade(GOOD) : reveal()),
    ...Object.fromEntries(GRADES.map((number) => [number, () => grade(number)])),
  };

  document.addEventListener("keydown", (event) => {
    if (!session || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const pressed = event.target.closest?.("button, a") && [" ", "Enter"].includes(event.key);
    if (pressed || !acts[event.key] || event.target.closest?.(".top")) return;
    event.preventDefault();
    acts[event.key]();
  });
  part("show").addEventListener("click", reveal);
  part("grades").addEventListener("click", ({ target }) => {
    const button = target.closest("[data-grade]");
    if (button) grade(Number(button.dataset.grade));
  });
  part("more").addEventListener("click", async () => {
    begin({ due: [], fresh: moreCards(await chosen(), today.ways()) });
  });
  part("take-back").addEventListener("click", takeBack);
  for (const name of ["stop", "back"]) part(name).addEventListener("click", leave);
  return { start, end };
}
