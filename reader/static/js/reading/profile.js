// What an article asks of its reader: every word of it, how often it stands there, how hard it is.
import { textOf } from "./offsets.js";

// Where nobody chose a level, the words that beginners know are not proposed.
const USUAL_LEVEL = 2;
// English words of this frequency band or rarer are proposed: what is left out is very common.
const USUAL_BAND = 3;
const FIRST_WORDS = 20;

// The Chinese words: { key, text, pinyin, sense, level, rank, count, position, start }.
export function chineseWords(list) {
  const words = new Map();
  for (const [position, { zh }] of list.sentences()) {
    for (const { start, key } of zh) {
      const { p: pinyin = "", s: senses = [], h: level = "" } = list.chinese(key) ?? {};
      const word = () => ({ key, text: key, pinyin, senses, level, rank: rankOf(level) });
      count(words, key, { position, start, word });
    }
  }
  return [...words.values()];
}

// The English words, each in its dictionary form: the same, with `chinese` as the card has it.
// Names are left out: words that begin with a capital wherever they stand.
export function englishWords(list, text) {
  const words = new Map();
  for (const [position, { en }] of list.sentences()) {
    const side = text.querySelector(`#s${Number(position) + 1} .en`);
    const whole = side ? textOf(side) : "";
    for (const { start, end } of en) {
      const said = whole.slice(start, end);
      const { l, b: rank = 0, z: chinese = [] } = list.english(said.toLowerCase()) ?? {};
      const key = l || said.toLowerCase();
      const word = () => ({ key, text: key, surface: said, rank, chinese, isName: true });
      const found = count(words, key, { position, start, word });
      found.isName &&= said !== said.toLowerCase();
    }
  }
  return [...words.values()].filter(({ isName }) => !isName);
}

function count(words, key, { position, start, word }) {
  const known = words.get(key) ?? { ...word(), count: 0, position: Number(position), start };
  known.count += 1;
  words.set(key, known);
  return known;
}

// Words of no level are taken for hard ones: most are names and terms.
const rankOf = (level) => (level === "" ? 8 : Number.parseInt(level, 10));

// The words that are new for a reader, those first that the article needs most.
export function newWords(words, { least, starred }) {
  return words
    .filter(({ key, rank }) => rank >= least && !starred.has(key))
    .sort((a, b) => b.count - a.count || a.rank - b.rank);
}

export const firstOf = (words) => words.slice(0, FIRST_WORDS);
export const leastLevel = () => (Number(document.documentElement.dataset.above) || USUAL_LEVEL) + 1;
export const leastBand = () => USUAL_BAND;
