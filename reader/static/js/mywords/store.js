// My words: the starred words of this browser. No account, no server.
//
//   add(entry)         star: stores the entry (see entry.js; `id`, times and cards may be missing)
//                      and resolves to it as stored. Starring again keeps the cards.
//   remove(id)         unstar; resolves to what was removed (add() it again to undo) or undefined
//   has(id)            resolves to true or false; idOf(entry) tells the id before it is stored
//   all()              resolves to every entry, newest first
//   byArticle(id)      those of one article, in the order of its sentences
//   saveCard(id, way, card)   keep how a card was answered
//   onChange(call)     call() after every change, in this tab or another; returns a stop function
//   exportFile()       resolves to { name, text }: everything, as a file
//   importFile(text)   merges such a file, the newer of two wins; resolves to
//                      { added, changed, unreadable }; throws BadFile and changes nothing
//   isLasting()        resolves to false where this browser keeps nothing (private window): the
//                      words then live as long as the page; say so
//
// All of it works on plain http. Any promise may be rejected (DOMException) when the disk is full.
// A star on the reading page:
//
//   import { add, byArticle, idOf, remove } from "./mywords/store.js";
//   const starred = new Set((await byArticle(3)).map(({ id }) => id));
//   const entry = { kind: "word", zh: "合作", pinyin: "hézuò", en: ["cooperation"],
//     sentence: { zh, en, article: { id: 3, title }, position: 11 } };
//   await (starred.has(idOf(entry)) ? remove(idOf(entry)) : add(entry));
import { entryOf, idOf, merged, withCards } from "./entry.js";
import { BadFile, read, write } from "./file.js";
import { openShelf } from "./shelf.js";

export { BadFile, idOf };

const shelf = openShelf();
const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("duizhao-words") : null;
const listeners = new Set();
channel?.addEventListener("message", tellHere);

function tellHere() {
  for (const call of listeners) call();
}

async function edit(ids, change) {
  await (await shelf).edit(ids, change);
  channel?.postMessage("changed");
  tellHere();
}

export async function isLasting() {
  return (await shelf).lasting;
}

export async function add(given) {
  const entry = entryOf(given);
  let stored = entry;
  await edit([entry.id], (old) => (stored = old ? merged(old, entry) : entry));
  return stored;
}

export async function remove(id) {
  let removed;
  await edit([id], (old) => {
    removed = old;
    return null;
  });
  return removed;
}

export async function has(id) {
  return Boolean(await (await shelf).get(id));
}

export async function all() {
  const entries = await (await shelf).all();
  return entries.sort((a, b) => b.addedAt - a.addedAt || (a.id < b.id ? -1 : 1));
}

export async function byArticle(id) {
  const entries = (await all()).filter(({ sentence }) => sentence.article.id === id);
  return entries.sort((a, b) => a.sentence.position - b.sentence.position);
}

// The time of the change is not touched: an answer does not make the text of an entry newer.
export function saveCard(id, way, card) {
  return edit([id], (old) => old && withCards(old, { ...old.cards, [way]: card }));
}

export function onChange(call) {
  listeners.add(call);
  return () => listeners.delete(call);
}

export async function exportFile() {
  const day = new Date().toISOString().slice(0, 10);
  return { name: `duizhao-words-${day}.json`, text: write(await all()) };
}

export async function importFile(text) {
  const { entries, unreadable } = read(text);
  const fresh = new Map(entries.map((entry) => [entry.id, entry]));
  let [added, changed] = [0, 0];
  await edit(fresh.keys(), (old, id) => {
    const entry = old ? merged(old, fresh.get(id)) : fresh.get(id);
    if (!old) added += 1;
    else if (JSON.stringify(entry) !== JSON.stringify(old)) changed += 1;
    return entry;
  });
  return { added, changed, unreadable };
}
