// Other sentences of the library with a word: asked for when somebody opens them in its card.

export function attachElsewhere(box, word, pair, article) {
  const said = (name, shown) => (box.querySelector(`[data-slot=${name}]`).hidden = !shown);
  let asked = false;

  async function ask() {
    asked = true;
    const query = { q: word, article: article.dataset.article, sentence: pair.id.slice(1) };
    try {
      const answer = await fetch(`${box.dataset.address}?${new URLSearchParams(query)}`);
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const { sentences } = await answer.json();
      said("offline", false);
      said("none", !sentences.length);
      box.querySelector("ul").replaceChildren(
        ...sentences.map((one) => line(box, one, pair.querySelector(".zh").lang)),
      );
    } catch {
      said("offline", true);
      asked = false;
    }
  }
  box.addEventListener("toggle", () => box.open && !asked && ask());
}

function line(box, { address, title, source, target }, lang) {
  const made = box.querySelector("template").content.firstElementChild.cloneNode(true);
  const put = (name, value) => (made.querySelector(`[data-slot=${name}]`).textContent = value);
  put("target", target);
  put("source", source);
  put("title", title);
  made.querySelector("[data-slot=target]").lang = lang;
  made.querySelector("[data-slot=title]").href = address;
  return made;
}
