// The two sides of a card, as lines: { role, lang, text or pieces }. Roles: word, pinyin, meaning,
// sentence, gap, hint. Lines with `later: true` are shown on demand.
import { WAYS } from "./entry.js";
import { hasGap, pieces, sideOf } from "./gap.js";

const LANGUAGE = { zh: "zh-Hans", en: "en" };

// The ways in which an entry can be asked.
export function waysOf(entry) {
  const both = Boolean(entry.zh && (entry.en.length || entry.sentence.en));
  return WAYS.filter((way) => (way === "gap" ? hasGap(entry) : both));
}

export function faces(entry, way) {
  const lines = { "zh-en": fromChinese, "en-zh": fromEnglish, gap: fromGap }[way](entry);
  return { question: filled(lines.question), answer: filled(lines.answer) };
}

function fromChinese(entry) {
  const question = [word(entry, "zh"), { ...pinyin(entry), later: true }, sentence(entry, "zh")];
  return { question, answer: [pinyin(entry), meaning(entry), sentence(entry, "en")] };
}

function fromEnglish(entry) {
  const question = [word(entry, "en"), sentence(entry, "en")];
  return { question, answer: [word(entry, "zh"), pinyin(entry), sentence(entry, "zh")] };
}

function fromGap(entry) {
  const side = sideOf(entry);
  const question = [
    { role: "gap", lang: LANGUAGE[side], pieces: pieces(entry) },
    { ...sentence(entry, side === "zh" ? "en" : "zh"), role: "hint" },
  ];
  const other = side === "zh" ? meaning(entry) : { ...word(entry, "zh"), role: "meaning" };
  return { question, answer: [word(entry, side), pinyin(entry), other] };
}

function word(entry, side) {
  // The headword of an English entry stands alone; the senses of a Chinese one go together.
  const english = entry.kind === "english" ? entry.en[0] : entry.en.join("; ");
  return { role: "word", lang: LANGUAGE[side], text: side === "zh" ? entry.zh : english };
}

const pinyin = (entry) => ({ role: "pinyin", lang: "zh-Latn-pinyin", text: entry.pinyin });

const meaning = (entry) => ({ role: "meaning", lang: "en", text: entry.en.join("; ") });

function sentence(entry, side) {
  const own = side === sideOf(entry);
  const cut = own ? pieces(entry) : [{ text: entry.sentence[side], hit: false }];
  return { role: "sentence", lang: LANGUAGE[side], pieces: cut };
}

const filled = (lines) =>
  lines.filter((line) => line.text || line.pieces?.some((piece) => piece.text));
