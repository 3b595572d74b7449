// Cards: what a term means, how a sentence was made. One floating box, filled from the page.
// Pointing opens it for a look; a click or Enter opens it to stay, and Esc closes it.

const LOOK_AFTER = 180;
const CLOSE_AFTER = 250;

export function startCards(float, text) {
  let anchor = null;
  let staying = false;
  let givingBack = false;
  let timer = 0;

  function place() {
    const box = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = float;
    const below = box.bottom + 8 + height < innerHeight || box.top < height + 16;
    const left = Math.min(Math.max(8, box.left), innerWidth - width - 8);
    const top = below ? box.bottom + 8 : box.top - height - 8;
    float.style.left = `${Math.max(8, left)}px`;
    float.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`;
  }

  function open(element, stay) {
    const content = contentOf(element);
    if (!content) return false;
    close();
    anchor = element;
    staying = stay;
    float.replaceChildren(content);
    float.hidden = false;
    light(true);
    place();
    if (stay) float.focus({ preventScroll: true });
    return true;
  }

  function close({ giveBack = false } = {}) {
    clearTimeout(timer);
    if (!anchor) return;
    light(false);
    const last = anchor;
    anchor = null;
    staying = false;
    float.hidden = true;
    givingBack = giveBack;
    if (giveBack) last.focus({ preventScroll: true });
    givingBack = false;
  }

  // The same term in the other column lights up too.
  function light(on) {
    const term = anchor.closest(".term");
    if (!term) return;
    const href = CSS.escape(term.getAttribute("href"));
    for (const twin of term.closest(".pair").querySelectorAll(`.term[href="${href}"]`)) {
      twin.classList.toggle("is-lit", on);
    }
  }

  function later(act, wait) {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  }

  const target = (event) => event.target.closest?.(".term, .by summary");

  text.addEventListener("pointerover", (event) => {
    const element = target(event);
    if (element && element !== anchor && !staying && event.pointerType === "mouse") {
      later(() => open(element, false), LOOK_AFTER);
    }
  });
  text.addEventListener("pointerout", (event) => {
    if (target(event) && !staying) later(close, CLOSE_AFTER);
  });
  float.addEventListener("pointerenter", () => clearTimeout(timer));
  float.addEventListener("pointerleave", () => !staying && later(close, CLOSE_AFTER));

  text.addEventListener("focusin", (event) => {
    const element = target(event);
    if (!givingBack && element?.matches(":focus-visible")) open(element, false);
  });
  text.addEventListener("focusout", (event) => {
    if (!staying && target(event) && !float.contains(event.relatedTarget)) close();
  });

  text.addEventListener("click", (event) => {
    const element = target(event);
    if (element && open(element, true)) event.preventDefault();
  });
  document.addEventListener("pointerdown", (event) => {
    if (anchor && !float.contains(event.target) && !target(event)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && anchor) close({ giveBack: true });
  });
  float.addEventListener("focusout", (event) => {
    if (staying && !float.contains(event.relatedTarget) && event.relatedTarget) close();
  });
  float.addEventListener("click", (event) => event.target.closest("a") && close());
  addEventListener("scroll", () => anchor && (staying ? place() : close()), { passive: true });
  addEventListener("resize", () => close());

  return { close, isOn: (pair) => Boolean(anchor && pair.contains(anchor)) };
}

function contentOf(element) {
  if (element.matches("summary")) return copy(element.parentElement.querySelector(".by-words"));
  const entry = document.getElementById(decodeURIComponent(element.getAttribute("href").slice(1)));
  if (!entry) return null;
  const content = copy(entry.querySelector("details"));
  const state = element.className.match(/is-(\w+)/)[1];
  for (const line of content.querySelectorAll("[data-state]")) {
    line.hidden = line.dataset.state !== state;
  }
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
