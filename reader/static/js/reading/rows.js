// The sentence that the reader is at: keys move it, the address holds it.

// Keys typed into a field, or with Ctrl and its like, are not ours.
export function isOurs(event) {
  const busy = event.target.closest?.("input, textarea, select, dialog, [contenteditable]");
  return !busy && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
}

export function startRows(text, late) {
  const pairs = () => [...text.querySelectorAll(".pair")];
  const here = () => text.querySelector(".pair.is-here");

  // The text is one stop of the Tab key: the sentence that the reader is at.
  function mark(pair) {
    const before = here();
    if (before && before !== pair) {
      before.classList.remove("is-here");
      before.tabIndex = -1;
    }
    pair.classList.add("is-here");
    pair.tabIndex = 0;
  }

  function go(pair, { remember = true, focus = true } = {}) {
    if (!pair) return;
    mark(pair);
    late.write(pair.closest(".leaf"));
    if (focus) pair.focus({ preventScroll: true });
    show(pair);
    if (remember) history.replaceState(history.state, "", `#${pair.id}`);
  }

  function show(pair) {
    const { top, bottom } = pair.getBoundingClientRect();
    const margin = innerHeight / 6;
    if (top < margin || bottom > innerHeight - margin) pair.scrollIntoView({ block: "center" });
  }

  function step(by) {
    const all = pairs();
    const at = all.indexOf(here());
    const first = all.findIndex((pair) => pair.getBoundingClientRect().bottom > 80);
    go(all[Math.min(all.length - 1, Math.max(0, at < 0 ? first : at + by))]);
  }

  const moves = {
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Home: () => go(pairs().at(0)),
    End: () => go(pairs().at(-1)),
  };

  // What the layout hides of a sentence is shown when it is asked for, and hidden again.
  const covering = () => /^(english|chinese)$/.test(document.documentElement.dataset.layout);
  const uncover = (pair) => pair.classList.toggle("is-shown");

  document.addEventListener("keydown", (event) => {
    const pair = event.target;
    if (!pair.matches?.(".pair") || !isOurs(event) || !covering()) return;
    if (event.key !== " " && (event.key !== "Enter" || pair.matches(".is-shown"))) return;
    event.preventDefault();
    uncover(pair);
  });

  document.addEventListener("keydown", (event) => {
    const elsewhere = event.target.closest?.("summary, .side, .top, .float, .left-out");
    if (!isOurs(event) || event.shiftKey || !moves[event.key]) return;
    if (elsewhere && event.key.length > 1) return;
    event.preventDefault();
    moves[event.key]();
  });

  text.addEventListener("focusin", (event) => mark(event.target.closest(".pair")));
  text.addEventListener("click", (event) => {
    const pair = event.target.closest(".pair");
    if (!pair || event.target.closest("a, summary") || !getSelection().isCollapsed) return;
    mark(pair);
    // The click falls on the row itself where a side is hidden.
    if (event.target === pair && covering()) uncover(pair);
    history.replaceState(history.state, "", `#${pair.id}`);
  });

  function followAddress() {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (named?.matches(".pair")) go(named, { remember: false });
  }
  addEventListener("hashchange", followAddress);
  followAddress();
  if (!here()) pairs()[0]?.setAttribute("tabindex", "0");

  return { mark, here, go };
}
