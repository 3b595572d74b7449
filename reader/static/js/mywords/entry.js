// An entry: one starred word with the sentence that it was met in.
//
// {
//   id:       stable: kind, headword and a hash of the English sentence, which no edit changes
//   kind:     "word" (Chinese word) | "term" (glossary term) | "english" (English word or phrase)
//   zh:       the Chinese word or rendering; for "english" its Chinese meaning, "" if unknown
//   pinyin:   of zh, "" if unknown
//   en:       senses, a list, maybe empty; for "english" the first one is the headword
//   surface:  the headword as it stands in the sentence ("agreed" for "agree"), "" if the same
//   start:    where it begins in the sentence (UTF-16 units, as in JavaScript), null if unknown
//   sentence: { zh, en, article: { id, title }, position }   position from 0; id null if unknown
//   addedAt, changedAt: milliseconds since 1970
//   cards:    { "zh-en": card, "en-zh": card, "gap": card }, each absent until first answered
// }
import { cardOf } from "./scheduler.js";

const KINDS = ["word", "term", "english"];
export const WAYS = ["zh-en", "en-zh", "gap"];
const LONGEST = 2000; // characters of any text
const MOST_SENSES = 12;

export const headword = ({ kind, zh, en }) => (kind === "english" ? en[0] : zh);

export function idOf({ kind, zh, en, sentence }) {
  return `${kind}:${headword({ kind, zh, en })}:${hash(sentence.en || sentence.zh)}`;
}

// A clean entry from anything that looks like one; throws TypeError where something is missing.
// What comes from a file is a stranger's: only known fields of known shapes pass.
export function entryOf(given, now = Date.now()) {
  const sentence = given?.sentence ?? {};
  const entry = {
    kind: given?.kind,
    zh: text(given?.zh),
    pinyin: text(given?.pinyin),
    en: (Array.isArray(given?.en) ? given.en : []).slice(0, MOST_SENSES).map(text).filter(Boolean),
    surface: text(given?.surface),
    start: Number.isSafeInteger(given?.start) ? given.start : null,
    sentence: {
      zh: text(sentence.zh),
      en: text(sentence.en),
      article: {
        id: Number.isSafeInteger(sentence.article?.id) ? sentence.article.id : null,
        title: text(sentence.article?.title),
      },
      position: Number.isSafeInteger(sentence.position) ? Math.max(0, sentence.position) : 0,
    },
    addedAt: moment(given?.addedAt, now),
    changedAt: moment(given?.changedAt, now),
    cards: {},
  };
  if (!KINDS.includes(entry.kind) || !headword(entry)) throw new TypeError("not a starred word");
  const cards = WAYS.map((way) => [way, cardOf(given.cards?.[way])]);
  return { id: idOf(entry), ...withCards(entry, Object.fromEntries(cards)) };
}

// One entry out of two of the same id: the newer text, and of each card the later answer.
export function merged(old, other) {
  const [older, newer] = old.changedAt <= other.changedAt ? [old, other] : [other, old];
  const cards = { ...older.cards };
  for (const [way, card] of Object.entries(newer.cards)) {
    if (!(cards[way]?.last_review > card.last_review)) cards[way] = card;
  }
  return withCards({ ...newer, addedAt: Math.min(old.addedAt, other.addedAt) }, cards);
}

// The entry with these cards, those that there are, in one order: equal entries look equal.
export function withCards(entry, cards) {
  const known = WAYS.filter((way) => cards[way]).map((way) => [way, cards[way]]);
  return { ...entry, cards: Object.fromEntries(known) };
}

const text = (value) =>
  typeof value === "string" ? value.replace(/\s+/g, " ").trim().slice(0, LONGEST) : "";

const moment = (value, otherwise) => (Number.isFinite(value) && value > 0 ? value : otherwise);

// 53 bits of a text (cyrb53 by bryc, public domain). `crypto.subtle` is missing on plain http.
function hash(string) {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const character of string) {
    const code = character.codePointAt(0);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
