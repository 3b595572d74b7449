"use strict";
// The page reads well without this; it adds modes, cards and keys. Nothing here asks a network.
(() => {
  const root = document.documentElement;
  const { glosses, terms } = JSON.parse(document.getElementById("words").textContent);
  const card = document.getElementById("card");
  const keys = document.getElementById("keys");
  const pairs = [...document.querySelectorAll(".pair")];
  const modes = ["side", "pairs", "en", "zh"];
  let here = -1;
  let opener = null;

  // A browser may refuse to remember anything for a file on a stick.
  const remember = (name, value) => {
    try { localStorage.setItem(`duizhao-${name}`, value); } catch { /* it is forgotten, no more */ }
  };
  const recall = (name) => {
    try { return localStorage.getItem(`duizhao-${name}`); } catch { return null; }
  };

  const isDark = () => root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;

  function show() {
    for (const button of document.querySelectorAll("[data-set]"))
      button.setAttribute("aria-pressed", root.dataset[button.dataset.set] === button.dataset.value);
    document.querySelector("[data-switch=pinyin]").setAttribute("aria-pressed", root.dataset.pinyin === "on");
    document.querySelector("[data-switch=theme]").setAttribute("aria-pressed", isDark());
  }

  function set(name, value) {
    const seen = pairs[here] || pairs.find((pair) => pair.getBoundingClientRect().bottom > 80);
    const before = seen?.getBoundingClientRect().top;
    root.dataset[name] = value;
    remember(name, value);
    if (name === "mode") for (const pair of pairs) pair.classList.remove("shown");
    show();
    // The sentence that is being read stays where it was.
    if (seen && scrollY > 0) scrollBy(0, seen.getBoundingClientRect().top - before);
  }

  const flip = {
    pinyin: () => set("pinyin", root.dataset.pinyin === "on" ? "off" : "on"),
    theme: () => set("theme", isDark() ? "light" : "dark"),
  };
  const resize = (step) =>
    set("size", Math.min(4, Math.max(0, Number(root.dataset.size || 1) + step)));

  function go(index, focus = true) {
    if (!pairs[index]) return;
    pairs[here]?.classList.remove("here");
    here = index;
    pairs[here].classList.add("here");
    at(null);
    if (!focus) return;
    pairs[here].focus({ preventScroll: true });
    pairs[here].scrollIntoView({ block: "nearest" });
  }

  function at(word) {
    document.querySelector(".w.at")?.classList.remove("at");
    word?.classList.add("at");
    light(word);
  }

  function light(word) {
    for (const old of document.querySelectorAll(".near")) old.classList.remove("near");
    const pair = word?.closest(".pair");
    const links = word?.dataset.l?.split(" ") || [];
    for (const other of pair?.querySelectorAll(".w[data-l]") || [])
      if (other.dataset.l.split(" ").some((link) => links.includes(link))) other.classList.add("near");
  }

  function step(by) {
    if (here < 0) go(0);
    const side = root.dataset.mode === "en" ? ".en" : ".zh";
    const words = [...pairs[here].querySelectorAll(`${side} .w`)];
    const next = words.findIndex((word) => word.classList.contains("at")) + by;
    if (words.length) at(words[next < 0 ? words.length - 1 : next % words.length]);
  }

  function reveal(pair) {
    if (root.dataset.mode === "en" || root.dataset.mode === "zh") pair?.classList.toggle("shown");
  }

  function add(parent, tag, text, name = "", lang = "") {
    const element = document.createElement(tag);
    element.textContent = text;
    if (name) element.className = name;
    if (lang) element.lang = lang;
    return parent.appendChild(element);
  }

  function surface(word) {
    return [...word.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.data).join("");
  }

  function fill(body, word) {
    const text = surface(word);
    const gloss = Object.hasOwn(glosses, text) ? glosses[text] : null;
    const term = terms[Number(word.dataset.t) - 1];
    if (!gloss && !term) return false;
    body.replaceChildren();
    const name = add(body, "h2", gloss ? text : term.rendering, "", "zh-Hans");
    name.id = "card-name";
    if (gloss?.traditional && gloss.traditional !== text)
      add(name, "span", gloss.traditional, "other", "zh-Hant");
    add(body, "p", gloss?.pinyin || term.pinyin, "reading", "zh-Latn-pinyin");
    if (gloss?.level) add(body, "p", `HSK ${gloss.level}`, "level");
    if (term) {
      const about = add(body, "div", "", "about");
      add(about, "strong", `${term.headword} = ${term.rendering}`);
      for (const note of [term.definition_en, term.definition_zh]) if (note) add(about, "p", note);
      if (term.source) add(about, "small", term.source);
    }
    if (gloss) {
      const list = add(body, "ol", "");
      for (const sense of gloss.senses) add(list, "li", sense);
    }
    return true;
  }

  function open(word) {
    if (!fill(card.querySelector("[data-body]"), word)) return;
    card.hidden = false;
    const spot = word.getBoundingClientRect();
    const below = spot.bottom + 8 + card.offsetHeight < innerHeight;
    card.style.left = `${Math.max(16, Math.min(spot.left, innerWidth - card.offsetWidth - 16))}px`;
    card.style.top = `${below ? spot.bottom + 8 : Math.max(8, spot.top - card.offsetHeight - 8)}px`;
    opener = word.closest(".pair");
    at(word);
    card.focus({ preventScroll: true });
  }

  function close() {
    const was = !card.hidden || !keys.hidden;
    card.hidden = keys.hidden = true;
    if (was) opener?.focus({ preventScroll: true });
    opener = null;
  }

  function help() {
    opener = document.activeElement;
    keys.hidden = false;
    keys.focus();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const word = event.target.closest(".zh .w, [data-t]");
    const pair = event.target.closest(".pair");
    if (button?.dataset.set) set(button.dataset.set, button.dataset.value);
    else if (button?.dataset.switch) flip[button.dataset.switch]();
    else if (button?.dataset.size) resize(Number(button.dataset.size));
    else if (button && "help" in button.dataset) help();
    else if (button && "close" in button.dataset) close();
    else if (!event.target.closest(".card")) {
      close();
      if (!getSelection().isCollapsed || !pair) return;
      go(pairs.indexOf(pair), false);
      if (word) open(word);
      else reveal(pair);
    }
  });
  document.addEventListener("mouseover", (event) => {
    if (card.hidden) light(event.target.closest(".w"));
  });

  const onKey = {
    j: () => go(here + 1), k: () => go(Math.max(0, here - 1)),
    ArrowRight: () => step(1), ArrowLeft: () => step(-1),
    " ": () => reveal(pairs[here]),
    Enter: () => {
      const word = document.querySelector(".w.at");
      if (word) open(word);
      else reveal(pairs[here]);
    },
    p: flip.pinyin, d: flip.theme, "?": help, Escape: close,
  };
  modes.forEach((mode, index) => { onKey[index + 1] = () => set("mode", mode); });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(onKey, event.key)) return;
    const onButton = event.target.closest("button");
    if (onButton && (event.key === "Enter" || event.key === " ")) return;
    const inCard = event.target.closest(".card");
    if (inCard && event.key !== "Escape") return;
    if (event.key === " " && (here < 0 || !["en", "zh"].includes(root.dataset.mode))) return;
    event.preventDefault();
    onKey[event.key]();
  });

  for (const [name, allowed] of [["mode", modes], ["pinyin", ["on", "off"]], ["theme", ["light", "dark"]], ["size", ["0", "1", "2", "3", "4"]]]) {
    const value = recall(name);
    if (allowed.includes(value)) root.dataset[name] = value;
  }
  document.querySelector("[data-bar]").hidden = false;
  show();
})();
