// The star of a card: keeps a word or term with its sentence in "My words" of this browser.
import { textOf } from "./offsets.js";

// Nobody needs it before the first card, but then the server may be out of reach.
export const fetchWords = () => import("../mywords/store.js");

export async function attachStar(star, word, pair, article) {
  const entry = {
    ...word,
    sentence: {
      zh: textOf(pair.querySelector(".zh")),
      en: textOf(pair.querySelector(".en")),
      article: { id: Number(article.dataset.article), title: article.dataset.title },
      position: Number(pair.id.slice(1)) - 1,
    },
  };
  const show = (on) => star.setAttribute("aria-pressed", String(on));
  const { add, has, idOf, remove } = await fetchWords();
  const id = idOf(entry);
  star.addEventListener("click", async () => {
    const on = star.getAttribute("aria-pressed") === "true";
    await (on ? remove(id) : add(entry));
    show(!on);
  });
  has(id).then(show, () => show(false));
}
