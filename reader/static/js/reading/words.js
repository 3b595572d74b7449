// Words: pointing lights a word and its partner in the other column, a click or Enter explains it.
import { offsetAt, rangesOf, textOf } from "./offsets.js";
import { termCard } from "./cards.js";
import { fetchWords } from "./star.js";
import { startWordList } from "./wordlist.js";
import { cardFor } from "./wordcard.js";

const overlaps = (a, b, start, end) => a < end && start < b;

export function startWords(article, text, { float }) {
  const list = startWordList(article.dataset.words);
  let resting = null; // the word that is lit while none is pointed at

  const position = (pair) => Number(pair.id.slice(1)) - 1;
  const sideOf = (pair, name) => pair.querySelector(`.${name}`);

  function wordAt(side, offset) {
    const pair = side.closest(".pair");
    const name = side.matches(".zh") ? "zh" : "en";
    const found = list.sentence(position(pair))?.[name].find(
      ({ start, end }) => start <= offset && offset < end,
    );
    return found ? { ...found, pair, name } : null;
  }

  // The spans of the other side that are linked to a word.
  function partners({ pair, name, start, end }) {
    const links = list.sentence(position(pair))?.links ?? [];
    return name === "en"
      ? links.filter(([a, b]) => overlaps(a, b, start, end)).map(([, , c, d]) => [c, d])
      : links.filter(([, , c, d]) => overlaps(c, d, start, end)).map(([a, b]) => [a, b]);
  }

  const other = (name) => (name === "en" ? "zh" : "en");
  const ranges = ({ pair, name, start, end }) => rangesOf(sideOf(pair, name), start, end);
  const partnerRanges = (word) =>
    partners(word).flatMap(([a, b]) => rangesOf(sideOf(word.pair, other(word.name)), a, b));

  function light(word) {
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete("word");
    CSS.highlights.delete("partner");
    if (!word) return;
    CSS.highlights.set("word", new Highlight(...ranges(word)));
    CSS.highlights.set("partner", new Highlight(...partnerRanges(word)));
  }

  function explain(word, back) {
    const side = sideOf(word.pair, word.name);
    const whole = textOf(side).slice(word.start, word.end);
    const partnerSide = textOf(sideOf(word.pair, other(word.name)));
    const partner = partners(word).map(([a, b]) => partnerSide.slice(a, b)).join(" … ");
    const [anchor] = ranges(word);
    // What the glossary says comes first.
    const term = anchor.startContainer.parentElement.closest(".term");
    const content =
      (term && textOf(term).includes(whole) && termCard(term, article)) ||
      cardFor({ ...word, text: whole, partner, list, article });
    float.open({ anchor, content, stay: true, back, closed: () => light(resting) });
    light(word);
  }

  async function pointed({ target, clientX: x, clientY: y }) {
    const side = target.closest?.(".en, .zh");
    if (!side || side.matches(".is-waiting, .reviewed")) return null;
    await list.ready();
    return wordAt(side, offsetAt(side, x, y));
  }

  let frame = 0;
  text.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse" || float.stays()) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(async () => {
      // A term lights up whole, by itself.
      const word = event.target.closest(".term") ? null : await pointed(event);
      light(word ?? resting);
    });
  });
  text.addEventListener("pointerleave", () => !float.stays() && light(resting));

  text.addEventListener("click", async (event) => {
    const taken = event.target.closest("a, summary") || !getSelection().isCollapsed;
    if (taken || isCovered(event.target)) return;
    const word = await pointed(event);
    if (word) explain(word, word.pair);
  });

  const idle = window.requestIdleCallback ?? ((call) => setTimeout(call, 300));
  idle(async () => {
    await list.ready();
    await fetchWords();
  });

  return {
    list,
    partners,
    explain,
    at: wordAt,
    of: (pair, name) => list.sentence(position(pair))?.[name],
    rest(word) {
      resting = word;
      light(word);
    },
    outdated(finished) {
      list.outdate();
      if (finished) list.ready();
    },
  };
}

// A side that the layout hides until it is asked for.
function isCovered(element) {
  return getComputedStyle(element.closest(".en, .zh") ?? element).visibility === "hidden";
}
