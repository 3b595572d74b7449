// Lines of a card or a list as elements. Everything is set as text: nothing of it is HTML.
import { say } from "./texts.js";

// A sentence cut into pieces, the hits as <mark>, or as a gap that is also spoken.
export function fill(element, { lang, text, pieces, role }) {
  element.lang = lang;
  const parts = pieces ?? [{ text, hit: false }];
  element.replaceChildren(...parts.map((part) => (part.hit ? hit(part.text, role) : part.text)));
  return element;
}

export function line(one) {
  const element = document.createElement("p");
  element.className = `line is-${one.role}`;
  return fill(element, one);
}

// Put the words into the gaps of a question, where the reader looks for them.
export function fillGaps(element) {
  for (const gap of element.querySelectorAll(".gap")) gap.replaceWith(hit(gap.dataset.word));
}

function hit(text, role = "") {
  const element = document.createElement(role === "gap" ? "span" : "mark");
  if (role === "gap") {
    element.className = "gap";
    element.dataset.word = text;
    element.setAttribute("role", "img");
    element.setAttribute("aria-label", say("gap"));
  } else {
    element.textContent = text;
  }
  return element;
}
