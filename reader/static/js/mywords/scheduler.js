// When a card comes back: FSRS-6 with its published weights, 90% wanted retention, no fuzz (the
// interval on a button is the one that follows).
//
// A card is plain data, moments in milliseconds, so that it can be stored and sent:
// { due, stability, difficulty, scheduled_days, learning_steps, reps, lapses, state, last_review,
//   began }   `began` is when it was first answered.
import { State, createEmptyCard, fsrs } from "../../vendor/ts-fsrs.js";

export const GRADES = [1, 2, 3, 4]; // Again, Hard, Good, Easy
const NUMBERS = ["stability", "difficulty", "scheduled_days", "learning_steps", "reps", "lapses"];
const MOMENTS = ["due", "last_review", "began"];
const scheduler = fsrs({ enable_fuzz: false });

// What each grade would make of a card answered now: { 1: card, 2: card, 3: card, 4: card }.
// A card that was never answered is `undefined`.
export function outcomes(card, now) {
  const records = scheduler.repeat(card ?? createEmptyCard(now), new Date(now));
  const began = card?.began ?? now;
  return Object.fromEntries(GRADES.map((grade) => [grade, plain(records[grade].card, began)]));
}

// True while a card is in its first minutes, or in those after it was forgotten.
export const isLearning = ({ state }) => state === State.Learning || state === State.Relearning;

// A card from anything that looks like one, else null.
export function cardOf(given) {
  if (!given || ![State.Learning, State.Review, State.Relearning].includes(given.state)) return null;
  if (![...NUMBERS, ...MOMENTS].every((name) => Number.isFinite(given[name]))) return null;
  if (given.stability <= 0 || given.difficulty < 1 || given.difficulty > 10) return null;
  const named = [...NUMBERS, ...MOMENTS].map((name) => [name, given[name]]);
  return { ...Object.fromEntries(named), state: given.state };
}

function plain(card, began) {
  return cardOf({ ...card, due: Number(card.due), last_review: Number(card.last_review), began });
}
