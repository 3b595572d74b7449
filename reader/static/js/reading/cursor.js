// The word that the keys are at, and the stretch of text that they select from it.
import { rangesOf, textOf } from "./offsets.js";
import { isOurs } from "./rows.js";

const OTHER = { en: "zh", zh: "en" };

export function startCursor(text, { rows, words, selection }) {
  const say = document.querySelector("[data-say]");
  let name = "zh"; // the language whose words the keys walk through
  let cursor = null; // the word
  let stretch = null; // what is selected from it: { anchor, focus }, offsets in its side

  const sideOf = (pair) => pair.querySelector(`.${name}`);

  function put(word) {
    drop();
    cursor = word;
    words.rest(word);
    if (word) tell(word.pair, word.start, word.end);
  }

  function tell(pair, start, end) {
    say.lang = name === "en" ? "en" : sideOf(pair).lang;
    say.textContent = textOf(sideOf(pair)).slice(start, end);
  }

  async function step(by) {
    await words.list.ready();
    const pair = rows.here();
    const all = pair && words.of(pair, name);
    if (!all?.length) return;
    const at = cursor?.pair === pair ? all.findIndex(({ start }) => start === cursor.start) : -1;
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
    put({ ...all[Math.max(0, Math.min(next, all.length - 1))], pair, name });
  }

  // To the partner in the other language; where there is none, to its first word.
  async function cross() {
    const before = cursor;
    name = OTHER[name];
    const [partner] = before ? words.partners(before) : [];
    const all = before ? words.of(before.pair, name) : [];
    const found = partner && all.find(({ start, end }) => start < partner[1] && partner[0] < end);
    if (found) put({ ...found, pair: before.pair, name });
    else {
      put(null);
      await step(1);
    }
  }

  // Chinese grows by a character, English by a word; back over the anchor it grows the other way.
  function extend(by) {
    if (!cursor) return;
    const { pair, start, end } = cursor;
    const { anchor, focus } = stretch ?? { anchor: start, focus: end };
    const borders = bordersOf(pair).filter((border) => border !== anchor);
    const next = by > 0 ? borders.find((at) => at > focus) : borders.findLast((at) => at < focus);
    if (next === undefined) return;
    stretch = { anchor, focus: next };
    const [from, to] = [anchor, next].sort((a, b) => a - b);
    const ranges = rangesOf(sideOf(pair), from, to);
    const [first, last] = [ranges.at(0), ranges.at(-1)];
    getSelection().setBaseAndExtent(
      first.startContainer, first.startOffset, last.endContainer, last.endOffset,
    );
    words.rest(null);
    tell(pair, from, to);
  }

  function bordersOf(pair) {
    if (name === "en") return words.of(pair, name).flatMap(({ start, end }) => [start, end]);
    const borders = [0];
    for (const character of textOf(sideOf(pair))) borders.push(borders.at(-1) + character.length);
    return borders;
  }

  function drop() {
    if (stretch) getSelection().removeAllRanges();
    stretch = null;
  }

  function explain() {
    if (stretch) selection.lookUp();
    else words.explain(cursor, cursor.pair);
  }

  const keys = {
    ArrowRight: ({ shiftKey }) => (shiftKey ? extend(1) : step(1)),
    ArrowLeft: ({ shiftKey }) => (shiftKey ? extend(-1) : step(-1)),
    o: cross,
    Enter: explain,
  };

  document.addEventListener("keydown", (event) => {
    if (!isOurs(event) || !rows.here()?.contains(document.activeElement)) return;
    if (event.key === "Escape" && stretch) put(cursor);
    if (!keys[event.key]) return;
    if (event.key === "Enter" && cursor?.pair !== document.activeElement) return;
    event.preventDefault();
    keys[event.key](event);
  });
  document.addEventListener("selectionchange", () => {
    if (getSelection().isCollapsed) stretch = null;
  });
  text.addEventListener("focusin", (event) => {
    if (cursor && !cursor.pair.contains(event.target)) put(null);
  });

  return {
    // The sentence that the word stood in may be a new one.
    renewed: () => cursor && !cursor.pair.isConnected && put(null),
  };
}
