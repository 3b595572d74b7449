// The words as a table: for spreadsheets, and for every other flash card program.
import { withGap, hasGap } from "./gap.js";

const COLUMNS = [
  "chinese", "pinyin", "english", "kind", "chinese sentence", "english sentence",
  "sentence with a gap", "article", "added",
];
// What spreadsheets take for the beginning of a formula, full-width forms too.
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

// It starts with a byte order mark: Excel takes a file without one for a Western encoding.
export function table(entries) {
  const lines = [COLUMNS, ...entries.map(row)].map((cells) => cells.map(cell).join("\t"));
  return `\uFEFF${lines.join("\n")}\n`;
}

function row(entry) {
  const { zh, pinyin, en, kind, sentence, addedAt } = entry;
  const gap = hasGap(entry) ? withGap(entry) : "";
  const added = new Date(addedAt).toISOString().slice(0, 10);
  const title = sentence.article.title;
  return [zh, pinyin, en.join("; "), kind, sentence.zh, sentence.en, gap, title, added];
}

function cell(text) {
  const flat = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, " ");
  const safe = FORMULA.test(flat) ? `'${flat}` : flat;
  return safe.includes('"') ? `"${safe.replaceAll('"', '""')}"` : safe;
}
