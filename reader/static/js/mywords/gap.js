// Where an entry's word stands in its sentence: to mark it, and to leave a gap there.
import { headword } from "./entry.js";

export const GAP = "＿＿＿";

// The side of the sentence that the word is in.
export const sideOf = ({ kind }) => (kind === "english" ? "en" : "zh");

// The sentence cut at the word: [{ text, hit }]; one piece without a hit where it is not there.
export function pieces(entry) {
  const sentence = entry.sentence[sideOf(entry)];
  const cut = [];
  let at = 0;
  for (const [start, end] of places(entry, sentence)) {
    if (at < start) cut.push({ text: sentence.slice(at, start), hit: false });
    cut.push({ text: sentence.slice(start, end), hit: true });
    at = end;
  }
  if (at < sentence.length) cut.push({ text: sentence.slice(at), hit: false });
  return cut;
}

// True where a gap can be left: the word is in the sentence, and something else is too.
export function hasGap(entry) {
  const cut = pieces(entry);
  return cut.length > 1 && cut.some(({ hit }) => hit);
}

export const withGap = (entry) => pieces(entry).map(({ text, hit }) => (hit ? GAP : text)).join("");

// Every place counts, since one left over would give the answer away. But a single character is
// often a part of other words: of those only the one that was starred.
function places(entry, sentence) {
  const word = entry.surface || headword(entry);
  if (sideOf(entry) === "zh" && [...word].length === 1) {
    const starred = sentence.startsWith(word, entry.start ?? -1) ? entry.start : null;
    const start = starred ?? sentence.indexOf(word);
    return start < 0 ? [] : [[start, start + word.length]];
  }
  return [...sentence.matchAll(pattern(entry, word))].map((found) => {
    const start = found.index + (found.groups?.before?.length ?? 0);
    return [start, start + word.length];
  });
}

// An English word is looked for as a whole word, whatever its case. (Not with a lookbehind, which
// phones before 2023 cannot read.)
function pattern(entry, word) {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (sideOf(entry) === "zh") return new RegExp(literal, "gu");
  return new RegExp(`(?<before>^|[^\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "giu");
}
