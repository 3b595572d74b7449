// Duizhao's own file of words: JSON, with a version. Older files are read for ever.
import { entryOf } from "./entry.js";

const FORMAT = "duizhao-words";
const VERSION = 1;

// A file that cannot be used. `reason` is a key of the page's texts.
export class BadFile extends Error {
  constructor(reason) {
    super(`not a usable file of words: ${reason}`);
    this.name = "BadFile";
    this.reason = reason;
  }
}

export function write(entries, now = Date.now()) {
  const written = { format: FORMAT, version: VERSION, written: new Date(now).toISOString() };
  return `${JSON.stringify({ ...written, words: entries }, null, 1)}\n`;
}

// The entries of a file and how many could not be read. Throws BadFile, so that nothing is taken
// from a file of another kind.
export function read(text) {
  const file = parsed(text);
  if (file?.format !== FORMAT || !Array.isArray(file.words)) throw new BadFile("other-file");
  if (!Number.isSafeInteger(file.version) || file.version > VERSION) throw new BadFile("newer-file");
  const entries = file.words.map(entryOrNull).filter(Boolean);
  if (file.words.length && !entries.length) throw new BadFile("broken-file");
  return { entries, unreadable: file.words.length - entries.length };
}

function parsed(text) {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new BadFile("other-file");
  }
}

function entryOrNull(given) {
  try {
    return entryOf(given);
  } catch {
    return null;
  }
}
