// The star of a card: keeps a word or term with its sentence in "My words" of this browser.
import { add, has, idOf, remove } from "../mywords/store.js";
import { textOf } from "./offsets.js";

export function attachStar(star, word, pair, article) {
  const entry = {
    ...word,
    sentence: {
      zh: textOf(pair.querySelector(".zh")),
      en: textOf(pair.querySelector(".en")),
      article: { id: Number(article.dataset.article), title: article.dataset.title },
      position: Number(pair.id.slice(1)) - 1,
    },
  };
  const id = idOf(entry);
  const show = (on) => star.setAttribute("aria-pressed", String(on));
  has(id).then(show, () => show(false));
  star.addEventListener("click", async () => {
    const on = star.getAttribute("aria-pressed") === "true";
    await (on ? remove(id) : add(entry));
    show(!on);
  });
}
