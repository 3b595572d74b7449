// The list: by article or newest first, searched, with a way back from every removal.
import { headword } from "./entry.js";
import { waysOf } from "./faces.js";
import { pieces, sideOf } from "./gap.js";
import { fill } from "./lines.js";
import { articleAddress, sentenceAddress } from "./places.js";
import { isDue } from "./session.js";
import { add, remove } from "./store.js";
import { say, when } from "./texts.js";

const LANGUAGE = { zh: "zh-Hans", en: "en" };

export function startList(shelf, { toast, practise }) {
  const box = shelf.querySelector("[data-list]");
  const query = shelf.querySelector("#word-query");
  const found = shelf.querySelector("[data-found]");
  let entries = [];

  function show(given = entries) {
    entries = given;
    shelf.querySelector("[data-empty-words]").hidden = entries.length > 0;
    shelf.querySelector("[data-list-section]").hidden = !entries.length;
    for (const way of shelf.querySelectorAll("[data-needs-words]")) way.hidden = !entries.length;
    const count = shelf.querySelector("[data-count]");
    count.hidden = !entries.length;
    count.textContent = say("count", { count: entries.length });
    draw();
  }

  function draw() {
    const wanted = query.value.trim();
    const shown = wanted ? entries.filter((entry) => matches(entry, wanted)) : entries;
    const byArticle = shelf.querySelector("#order-article").checked;
    found.textContent = wanted ? say("found", { count: shown.length }) : "";
    box.replaceChildren(...(byArticle ? groups(shown).map(group) : [rows(shown, true)]));
  }

  function group([title, members]) {
    const section = copy("group");
    const link = section.querySelector("h3 a");
    const address = articleAddress(members[0]);
    link.textContent = title || say("no-article");
    if (title) link.lang = "en";
    if (address) link.href = address;
    section.querySelector("[data-size]").textContent = say("size", { count: members.length });
    section.querySelector("ul").replaceWith(rows(members, false));
    const button = section.querySelector("[data-practise-group]");
    button.addEventListener("click", () => practise(new Set(members.map(({ id }) => id))));
    button.hidden = !members.some((entry) => waysOf(entry).length);
    return section;
  }

  function rows(members, titled) {
    const list = document.createElement("ul");
    list.className = "word-list";
    list.append(...members.map((entry) => row(entry, titled)));
    return list;
  }

  async function takeOut(entry, item) {
    const all = [...box.querySelectorAll(".word")];
    const at = all.indexOf(item);
    const removed = await remove(entry.id);
    const next = box.querySelectorAll(".word")[Math.min(at, all.length - 2)];
    (next ?? document.querySelector("main")).focus({ preventScroll: true });
    toast.tell(say("removed", { word: headword(entry) }), () => putBack(removed ?? entry));
  }

  async function putBack(entry) {
    await add(entry);
    box.querySelector(`[data-id="${CSS.escape(entry.id)}"]`)?.focus();
    toast.tell(say("back", { word: headword(entry) }));
  }

  function row(entry, titled) {
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
    showPlace(part("[data-link]"), part("[data-title]"), entry, titled);
    const button = part("[data-remove]");
    button.setAttribute("aria-label", say("remove", { word: headword(entry) }));
    button.addEventListener("click", () => takeOut(entry, item));
    return item;
  }

  query.addEventListener("input", draw);
  shelf.querySelector("[data-search]").addEventListener("submit", (event) => event.preventDefault());
  shelf.querySelector(".order").addEventListener("change", draw);
  return { show };
}

function showState(element, entry) {
  const now = Date.now();
  const cards = Object.values(entry.cards);
  const due = cards.some((card) => isDue(card, now));
  const state = due ? "due" : cards.length ? "later" : "new";
  element.className = `state is-${state}`;
  const next = Math.min(...cards.map((card) => card.due));
  element.textContent = say(`state-${state}`, { when: state === "later" ? when(next, now) : "" });
}

function showPlace(link, title, entry, titled) {
  const address = sentenceAddress(entry);
  link.hidden = !address;
  if (address) link.href = address;
  link.textContent = say("sentence", { number: entry.sentence.position + 1 });
  title.textContent = titled ? entry.sentence.article.title : "";
}

// The entries by article, as [title, entries]; the article starred last comes first.
function groups(entries) {
  const found = new Map();
  for (const entry of entries) {
    const { title } = entry.sentence.article;
    found.set(title, [...(found.get(title) ?? []), entry]);
  }
  for (const members of found.values()) members.sort(inReadingOrder);
  return [...found];
}

const inReadingOrder = (a, b) => a.sentence.position - b.sentence.position;

// Tones and case do not matter: "hezuo" finds hézuò.
function matches(entry, wanted) {
  const { zh, en, pinyin, surface, sentence } = entry;
  const all = [zh, ...en, pinyin, surface, sentence.zh, sentence.en, sentence.article.title];
  const text = plain(all.join("\n"));
  return plain(wanted).split(/\s+/).every((word) => text.includes(word));
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function copy(name) {
  const template = document.querySelector(`[data-${name}-template]`);
  return template.content.firstElementChild.cloneNode(true);
}
