// Cards of terms, and of how a sentence was made. Both stand in the page; the card shows a copy.

import { attachElsewhere } from "./elsewhere.js";
import { attachStar } from "./star.js";

const LOOK_AFTER = 180;
const TARGETS = ".term, .by summary";

export function startCards(article, float, text) {
  let timer = 0;

  function open(element, stay) {
    const content = element.matches(".term") ? termCard(element, article) : madeCard(element);
    if (!content) return false;
    light(element, true);
    float.open({ anchor: element, content, stay, back: element, closed: () => light(element, false) });
    return true;
  }

  // The same term in the other column lights up too.
  function light(element, on) {
    if (!element.matches(".term") || !element.isConnected) return;
    const href = CSS.escape(element.getAttribute("href"));
    for (const twin of element.closest(".pair").querySelectorAll(`.term[href="${href}"]`)) {
      twin.classList.toggle("is-lit", on);
    }
  }

  const target = (event) => event.target.closest?.(TARGETS);

  text.addEventListener("pointerover", (event) => {
    const element = target(event);
    clearTimeout(timer);
    if (!element || event.pointerType !== "mouse" || float.isAt(element) || float.stays()) return;
    timer = setTimeout(() => open(element, false), LOOK_AFTER);
  });
  text.addEventListener("pointerout", (event) => target(event) && float.closeSoon());

  text.addEventListener("focusin", (event) => {
    const element = target(event);
    if (!float.givingBack && element?.matches(":focus-visible")) open(element, false);
  });
  text.addEventListener("focusout", (event) => {
    if (target(event) && !float.stays()) float.close();
  });
  text.addEventListener("click", (event) => {
    const element = target(event);
    clearTimeout(timer);
    if (element && open(element, true)) event.preventDefault();
  });
}

function madeCard(summary) {
  return copy(summary.parentElement.querySelector(".by-words"));
}

// The card of a term where it stands in a sentence; null while the list does not have it yet.
export function termCard(element, article) {
  const entry = document.getElementById(decodeURIComponent(element.getAttribute("href").slice(1)));
  if (!entry) return null;
  const content = copy(entry.querySelector("details"));
  const state = element.className.match(/is-(obeyed|inserted|variant|missed|conflict)/)?.[1];
  for (const line of content.querySelectorAll("[data-state]")) {
    line.hidden = line.dataset.state !== state;
  }
  const end = document.querySelector("[data-term-end]").content.cloneNode(true);
  const said = (name) => entry.querySelector(`.entry-${name}`)?.textContent ?? "";
  const term = { kind: "term", zh: said("zh"), pinyin: said("pinyin"), en: [said("en")] };
  const pair = element.closest(".pair");
  attachStar(end.querySelector("[data-star]"), term, pair, article);
  attachElsewhere(end.querySelector("[data-elsewhere]"), said("en"), pair, article);
  content.append(end);
  return content;
}

// The words alone: what was a summary is a plain heading in the card.
function copy(original) {
  const content = document.createElement("div");
  content.append(...original.cloneNode(true).childNodes);
  const summary = content.querySelector("summary");
  if (summary) {
    const head = document.createElement("div");
    head.className = "float-head";
    head.append(...summary.childNodes);
    summary.replaceWith(head);
  }
  return content;
}
