// One word of the list.
import { headword } from "./entry.js";
import { pieces, sideOf } from "./gap.js";
import { fill } from "./lines.js";
import { sentenceAddress } from "./places.js";
import { isDue } from "./session.js";
import { say, when } from "./texts.js";

const LANGUAGE = { zh: "zh-Hans", en: "en" };

// A clone of a template of the page.
export function copy(name) {
  const template = document.querySelector(`[data-${name}-template]`);
  return template.content.firstElementChild.cloneNode(true);
}

// `titled`: with the title of the article, where no heading tells it.
export function row(entry, titled, remove) {
  const item = copy("word");
  const part = (name) => item.querySelector(name);
  const own = sideOf(entry);
  const other = own === "zh" ? "en" : "zh";
  const meaning = own === "zh" ? entry.en.join("; ") : entry.zh;
  item.dataset.id = entry.id;
  fill(part(".word-head"), { lang: LANGUAGE[own], text: headword(entry) });
  fill(part(".word-meaning"), { lang: LANGUAGE[other], text: meaning });
  part(".word-pinyin").textContent = entry.pinyin;
  fill(part("[data-own]"), { lang: LANGUAGE[own], pieces: pieces(entry) });
  fill(part("[data-other]"), { lang: LANGUAGE[other], text: entry.sentence[other] });
  showState(part("[data-state]"), entry);
  showPlace(part("[data-link]"), entry);
  part("[data-title]").textContent = titled ? entry.sentence.article.title : "";
  const button = part("[data-remove]");
  button.setAttribute("aria-label", say("remove", { word: headword(entry) }));
  button.addEventListener("click", () => remove(entry, item));
  return item;
}

function showState(element, entry) {
  const now = Date.now();
  const cards = Object.values(entry.cards);
  const due = cards.some((card) => isDue(card, now));
  const state = due ? "due" : cards.length ? "later" : "new";
  const next = Math.min(...cards.map((card) => card.due));
  element.className = `state is-${state}`;
  element.textContent = say(`state-${state}`, { when: state === "later" ? when(next, now) : "" });
}

function showPlace(link, entry) {
  const address = sentenceAddress(entry);
  link.hidden = !address;
  if (address) link.href = address;
  link.textContent = say("sentence", { number: entry.sentence.position + 1 });
}
