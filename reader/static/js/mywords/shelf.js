// Where entries lie: in IndexedDB, or, where the browser has none (private windows of some,
// storage switched off), in memory until the page is closed. Both have the same three functions.

const DATABASE = "duizhao-words";
const VERSION = 1;
const WORDS = "words";

// { lasting, get(id), all(), edit(ids, change) }
// `edit` calls change(entry or undefined, id) for each id, all in one transaction, so that two
// tabs cannot undo one another's work. It stores what is returned, deletes on null, leaves the
// entry alone on undefined, and resolves once everything is safely stored.
export async function openShelf() {
  try {
    return onDisk(await openDatabase());
  } catch {
    return inMemory();
  }
}

function openDatabase() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, VERSION);
    opening.onupgradeneeded = () => opening.result.createObjectStore(WORDS, { keyPath: "id" });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      // A newer page wants to change the database: let it.
      opening.result.onversionchange = () => opening.result.close();
      resolve(opening.result);
    };
  });
}

function onDisk(database) {
  const answer = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const words = () => database.transaction(WORDS).objectStore(WORDS);

  function edit(ids, change) {
    return new Promise((resolve, reject) => {
      const work = database.transaction(WORDS, "readwrite");
      const store = work.objectStore(WORDS);
      work.oncomplete = () => resolve();
      work.onabort = () => reject(work.error);
      for (const id of ids) {
        store.get(id).onsuccess = ({ target }) => {
          const changed = change(target.result, id);
          if (changed === null) store.delete(id);
          else if (changed) store.put(changed);
        };
      }
    });
  }

  return {
    lasting: true,
    get: (id) => answer(words().get(id)),
    all: () => answer(words().getAll()),
    edit,
  };
}

function inMemory() {
  const words = new Map();
  return {
    lasting: false,
    get: async (id) => words.get(id),
    all: async () => [...words.values()],
    async edit(ids, change) {
      for (const id of ids) {
        const changed = change(words.get(id), id);
        if (changed === null) words.delete(id);
        else if (changed) words.set(id, changed);
      }
    },
  };
}
