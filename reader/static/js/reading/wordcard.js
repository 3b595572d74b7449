// The card of a word, filled into the page's template.
import { attachElsewhere } from "./elsewhere.js";
import { attachStar } from "./star.js";

export function cardFor(word) {
  return word.name === "zh" ? chineseCard(word) : englishCard(word);
}

function chineseCard(word) {
  const known = word.list.chinese(word.key) ?? {};
  const card = fresh("[data-word-card]");
  fill(card, {
    text: word.text,
    traditional: known.t === word.text ? "" : known.t,
    pinyin: known.p,
    partner: word.partner,
    measures: known.m?.join(", "),
    hsk3: known.h,
    hsk2: known.o,
  });
  fillList(card, "senses", known.s, (sense) => item(sense));
  card.querySelector("[data-slot=text]").lang = word.pair.querySelector(".zh").lang;
  const correct = card.querySelector("[data-correct]");
  const words = `?word=${encodeURIComponent(word.key)}`;
  correct.setAttribute("href", correct.getAttribute("href") + words);
  attachElsewhere(card.querySelector("[data-elsewhere]"), word.key, word.pair, word.article);
  const surface = word.text === word.key ? "" : word.text;
  const entry = { kind: "word", zh: word.key, pinyin: known.p ?? "", en: known.s ?? [], surface };
  return withStar(card, entry, word);
}

function englishCard(word) {
  const known = word.list.english(word.text.toLowerCase()) ?? {};
  const card = fresh("[data-english-card]");
  const bands = card.querySelector("[data-slot=band]").dataset.bands.split("|");
  fill(card, {
    text: word.text,
    lemma: known.l,
    partner: word.partner,
    band: known.b ? bands[known.b - 1] : "",
  });
  fillList(card, "chinese", known.z, ([zh, pinyin, sense]) => {
    const line = item("");
    line.append(part(zh, "zh-Hans"), " ", part(pinyin, "zh-Latn-pinyin"), " ", part(sense, "en"));
    return line;
  });
  attachElsewhere(card.querySelector("[data-elsewhere]"), word.text, word.pair, word.article);
  const [zh = "", pinyin = ""] = known.z?.[0] ?? [];
  const entry = { kind: "english", zh, pinyin, en: [known.l || word.text.toLowerCase()], surface: word.text };
  return withStar(card, entry, word);
}

const fresh = (selector) =>
  document.querySelector(selector).content.firstElementChild.cloneNode(true);

function fill(card, values) {
  for (const [name, value] of Object.entries(values)) {
    const slot = card.querySelector(`[data-slot=${name}]`);
    slot.textContent = value ?? "";
    const line = slot.closest(".word-fact") ?? slot;
    line.hidden = !value;
  }
}

function fillList(card, name, values, make) {
  const list = card.querySelector(`[data-slot=${name}]`);
  list.replaceChildren(...(values ?? []).map(make));
  list.hidden = !values?.length;
  card.querySelector("[data-slot=unknown]").hidden = Boolean(values?.length);
}

function item(text) {
  const line = document.createElement("li");
  line.textContent = text;
  return line;
}

function part(text, lang) {
  const span = document.createElement("span");
  span.lang = lang;
  span.textContent = text;
  return span;
}

function withStar(card, entry, { pair, start, article }) {
  attachStar(card.querySelector("[data-star]"), { ...entry, start }, pair, article);
  return card;
}
