// Where an entry comes from. The number of an article may mean another one in the library that
// this page belongs to (the words may come from a file): the title decides.

const known = [...document.querySelector("[data-articles]").content.querySelectorAll("a")];

// The address of the entry's article here, "" where the library does not have it.
export function articleAddress({ sentence: { article } }) {
  const same = known.filter((link) => link.textContent === article.title);
  const found = same.find((link) => Number(link.dataset.article) === article.id) ?? same[0];
  return found ? found.getAttribute("href") : "";
}

export function sentenceAddress(entry) {
  const address = articleAddress(entry);
  return address && `${address}#s${entry.sentence.position + 1}`;
}
