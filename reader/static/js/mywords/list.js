// The list: by article or newest first, searched, with a way back from every removal.
import { headword } from "./entry.js";
import { waysOf } from "./faces.js";
import { articleAddress } from "./places.js";
import { copy, row } from "./row.js";
import { add, remove } from "./store.js";
import { say } from "./texts.js";

export function startList(shelf, { toast, practise }) {
  const box = shelf.querySelector("[data-list]");
  const query = shelf.querySelector("#word-query");
  const found = shelf.querySelector("[data-found]");
  let entries = [];
  let focusNext = null; // what gets the focus once the list is drawn anew

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
    focusNext?.()?.focus({ preventScroll: true });
    focusNext = null;
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
    list.append(...members.map((entry) => row(entry, titled, takeOut)));
    return list;
  }

  const words = () => [...box.querySelectorAll(".word")];

  async function takeOut(entry, item) {
    const at = words().indexOf(item);
    focusNext = () => words()[at] ?? words().pop() ?? document.querySelector("main");
    const removed = await remove(entry.id);
    toast.tell(say("removed", { word: headword(entry) }), () => putBack(removed ?? entry));
  }

  async function putBack(entry) {
    focusNext = () => words().find(({ dataset }) => dataset.id === entry.id);
    await add(entry);
    toast.tell(say("back", { word: headword(entry) }));
  }

  query.addEventListener("input", draw);
  shelf.querySelector("[data-search]").addEventListener("submit", (event) => event.preventDefault());
  shelf.querySelector(".order").addEventListener("change", draw);
  return { show };
}

// The entries by article, as [title, entries]; the article starred last comes first.
function groups(entries) {
  const found = new Map();
  for (const entry of entries) {
    const { title } = entry.sentence.article;
    if (!found.has(title)) found.set(title, []);
    found.get(title).push(entry);
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
