// Selected text: inside one sentence it can be looked up or become a glossary term.
import { spanOf, textOf } from "./offsets.js";

const SETTLED = 200;
const LONGEST_LOOKUP = 40;

export function startSelection(article, text, { words, float }) {
  const bar = document.querySelector("[data-select-bar]");
  const lookUp = bar.querySelector("[data-look-up]");
  const addTerm = bar.querySelector("[data-add-term]");
  const address = addTerm.getAttribute("href");
  let chosen = null; // { range, side, name, pair, start, end, said }
  let timer = 0;
  let pressed = false;

  function settled() {
    if (pressed) return;
    chosen = selected(text);
    bar.hidden = !chosen;
    if (!chosen) return;
    addTerm.setAttribute("href", `${address}?${new URLSearchParams(term(chosen))}`);
    place(chosen.range.getBoundingClientRect());
  }

  // The server counts characters, the browser UTF-16 units.
  function term({ side, name, pair, start, end }) {
    const at = (element, unit) => [...textOf(element).slice(0, unit)].length;
    const found = { article: article.dataset.article, sentence: pair.id.slice(1) };
    if (name === "en") return { ...found, start: at(side, start), end: at(side, end) };
    const partners = words.partners(chosen);
    const english = pair.querySelector(".en");
    return {
      ...found,
      start: partners.length ? at(english, Math.min(...partners.map(([a]) => a))) : 0,
      end: partners.length ? at(english, Math.max(...partners.map(([, b]) => b))) : 0,
      target_start: at(side, start),
      target_end: at(side, end),
    };
  }

  // Below the selection: above it phones show their own bar.
  function place({ left, bottom }) {
    const room = document.documentElement.clientWidth - bar.offsetWidth - 8;
    bar.style.left = `${Math.max(8, Math.min(left, room)) + scrollX}px`;
    bar.style.top = `${bottom + 10 + scrollY}px`;
  }

  async function explain() {
    // A tap may have taken the selection away already: what was chosen before it counts.
    const { said, name, pair, range: anchor } = chosen;
    const lang = name === "en" ? "en" : pair.querySelector(".zh").lang;
    bar.hidden = true;
    getSelection().removeAllRanges();
    const content = await cardOf(said.slice(0, LONGEST_LOOKUP), bar.dataset.dictionary, lang);
    float.open({ anchor, content, stay: true, back: pair });
  }

  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(settled, SETTLED);
  });
  document.addEventListener("pointerdown", (event) => (pressed = !bar.contains(event.target)));
  for (const name of ["pointerup", "pointercancel"]) {
    document.addEventListener(name, () => {
      pressed = false;
      clearTimeout(timer);
      timer = setTimeout(settled, SETTLED);
    });
  }
  // For the keys: at once.
  function lookUpNow() {
    clearTimeout(timer);
    settled();
    if (chosen) explain();
  }

  // A press on the bar must not take the selection away.
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  lookUp.addEventListener("click", explain);
  return { lookUp: lookUpNow };
}

// What is selected, without blanks around it, where it lies in one sentence of one language.
function selected(text) {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const { startContainer: first, endContainer: last } = range;
  const side = sideOf(first);
  if (!side || !text.contains(side) || side.matches(".is-waiting, .reviewed")) return null;
  // A triple click ends before the first character of what follows.
  if (sideOf(last) !== side && range.endOffset > 0) return null;
  let { start, end } = spanOf(side, range);
  const whole = textOf(side);
  while (start < end && /\s/.test(whole[start])) start += 1;
  while (start < end && /\s/.test(whole[end - 1])) end -= 1;
  if (start >= end) return null;
  const name = side.matches(".zh") ? "zh" : "en";
  const pair = side.closest(".pair");
  return { range, side, name, pair, start, end, said: whole.slice(start, end) };
}

const sideOf = (node) => (node.closest ? node : node.parentElement)?.closest(".en, .zh");

async function cardOf(said, address, lang) {
  const card = document.querySelector("[data-lookup-card]").content.firstElementChild.cloneNode(true);
  const show = (name) => (card.querySelector(`[data-slot=${name}]`).hidden = false);
  const head = card.querySelector("[data-slot=text]");
  head.textContent = said;
  head.lang = lang;
  head.className = lang === "en" ? "word-en" : "word-zh";
  try {
    const answer = await fetch(`${address}?${new URLSearchParams({ q: said })}`);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const { whole, entries } = await answer.json();
    if (!entries.length) show("nothing");
    else if (!whole) show("parts");
    card.append(...entries.map((entry) => part(card, entry)));
  } catch {
    show("offline");
  }
  return card;
}

function part(card, { text, traditional, pinyin, senses, hsk3 }) {
  const entry = card.querySelector("template").content.firstElementChild.cloneNode(true);
  const values = { word: text, traditional, pinyin, level: hsk3 && `HSK ${hsk3}` };
  for (const [name, value] of Object.entries(values)) {
    entry.querySelector(`[data-slot=${name}]`).textContent = value || "";
  }
  entry.querySelector("[data-slot=senses]").textContent = senses.join("; ");
  return entry;
}
