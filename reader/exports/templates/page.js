"use strict";
// The page reads well without this; it adds layouts, cards and keys. Nothing here asks a network.
(() => {
  const root = document.documentElement;
  const { glosses, terms } = JSON.parse(document.getElementById("words").textContent);
  const card = document.getElementById("card");
  const keys = document.getElementById("keys");
  const pairs = [...document.querySelectorAll(".pair")];
  const selects = [...document.querySelectorAll("[data-choice]")];
  const valuesOf = (select) => [...select.options].map((option) => option.value);
  // What can be chosen, and its values.
  const choices = {
    mode: ["side", "pairs", "en", "zh"],
    theme: ["light", "dark"],
    size: ["0", "1", "2", "3", "4"],
    ...Object.fromEntries(selects.map((select) => [select.dataset.choice, valuesOf(select)])),
  };
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
    for (const button of document.querySelectorAll("[data-mode-is]"))
      button.setAttribute("aria-pressed", root.dataset.mode === button.dataset.modeIs);
    document.querySelector("[data-dark]").setAttribute("aria-pressed", isDark());
    for (const select of selects) select.value = root.dataset[select.dataset.choice];
  }

  function set(name, value) {
    const seen = pairs[here] || pairs.find((pair) => pair.getBoundingClientRect().bottom > 80);
    const before = seen?.getBoundingClientRect().top;
    root.dataset[name] = value;
    remember(name, value);
    if (name === "mode") for (const pair of pairs) pair.classList.remove("shown");
    if (name === "script") write();
    show();
    // The sentence that is being read stays where it was.
    if (seen && scrollY > 0) scrollBy(0, seen.getBoundingClientRect().top - before);
  }

  // The characters of an element without its pinyin.
  function textNodes(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      return node.matches("rt") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    });
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  }

  // Both scripts have the same number of characters: the nodes take what is theirs.
  const simplified = new WeakMap();
  function write() {
    const traditional = root.dataset.script === "traditional";
    for (const element of document.querySelectorAll("[data-hant]")) {
      const other = [...element.dataset.hant];
      element.lang = traditional ? "zh-Hant" : "zh-Hans";
      for (const node of textNodes(element)) {
        if (!simplified.has(node)) simplified.set(node, node.data);
        const own = simplified.get(node);
        const twin = other.splice(0, [...own].length).join("");
        node.data = traditional ? twin : own;
      }
    }
  }

  const next = (name) => {
    const values = choices[name];
    if (values) set(name, values[(values.indexOf(root.dataset[name]) + 1) % values.length]);
  };
  let pinyin = root.dataset.pinyin === "off" ? "0" : root.dataset.pinyin;
  const flip = {
    pinyin() {
      if (root.dataset.pinyin !== "off") pinyin = root.dataset.pinyin;
      set("pinyin", root.dataset.pinyin === "off" ? pinyin : "off");
    },
    theme: () => set("theme", isDark() ? "light" : "dark"),
    panel(open) {
      root.classList.toggle("panel-open", open);
      document.querySelector("[data-panel-button]").setAttribute("aria-expanded", open);
    },
  };
  const resize = (step) =>
    set("size", String(Math.min(4, Math.max(0, Number(root.dataset.size || 1) + step))));

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
    const words = [...pairs[here].querySelectorAll(`${side} .w`)].filter((word) => word.getClientRects().length);
    const found = words.findIndex((word) => word.classList.contains("at")) + by;
    if (words.length) at(words[found < 0 ? words.length - 1 : found % words.length]);
  }

  function reveal(pair) {
    if (["en", "zh"].includes(root.dataset.mode)) pair?.classList.toggle("shown");
  }

  function add(parent, tag, text, name = "", lang = "") {
    const element = document.createElement(tag);
    element.textContent = text;
    if (name) element.className = name;
    if (lang) element.lang = lang;
    return parent.appendChild(element);
  }

  const surface = (word) => textNodes(word).map((node) => simplified.get(node) ?? node.data).join("");

  // The word in the script of the page, and in the other one behind it.
  function heading(body, hans, hant) {
    const traditional = root.dataset.script === "traditional" && hant;
    const name = add(body, "h2", traditional ? hant : hans, "", traditional ? "zh-Hant" : "zh-Hans");
    name.id = "card-name";
    if (hant && hant !== hans)
      add(name, "span", traditional ? hans : hant, "other", traditional ? "zh-Hans" : "zh-Hant");
  }

  function about(body, term) {
    const box = add(body, "div", "", "about");
    add(add(box, "strong", ""), "span", term.headword, "", "en");
    add(box, "span", ` = ${root.dataset.script === "traditional" ? term.traditional : term.rendering}`, "", "zh-Hans");
    if (term.definition_en) add(box, "p", term.definition_en, "", "en");
    if (term.definition_zh) add(box, "p", term.definition_zh, "", "zh-Hans");
    if (term.source) add(box, "small", term.source);
  }

  function fill(body, word) {
    const text = surface(word);
    const gloss = Object.hasOwn(glosses, text) ? glosses[text] : null;
    const term = terms[Number(word.dataset.t) - 1];
    if (!gloss && !term) return false;
    body.replaceChildren();
    heading(body, gloss ? text : term.rendering, gloss ? gloss.traditional : term.traditional);
    add(body, "p", gloss?.pinyin || term.pinyin, "reading", "zh-Latn-pinyin");
    if (gloss?.level) add(body, "p", `HSK ${gloss.level}`, "level");
    if (term) about(body, term);
    if (gloss) {
      const list = add(body, "ol", "", "", "en");
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

  function press(button) {
    const { modeIs, sizeBy } = button.dataset;
    if (modeIs) set("mode", modeIs);
    else if (sizeBy) resize(Number(sizeBy));
    else if ("dark" in button.dataset) flip.theme();
    else if ("help" in button.dataset) help();
    else if ("close" in button.dataset) close();
    else if ("panelButton" in button.dataset) flip.panel(!root.classList.contains("panel-open"));
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const word = event.target.closest(".zh .w, [data-t]");
    const pair = event.target.closest(".pair");
    if (button) press(button);
    else if (!event.target.closest(".card")) {
      close();
      if (!event.target.closest(".bar")) flip.panel(false);
      if (!getSelection().isCollapsed || !pair) return;
      go(pairs.indexOf(pair), false);
      if (word) open(word);
      else reveal(pair);
    }
  });
  document.addEventListener("change", ({ target }) => {
    if (target.dataset.choice) set(target.dataset.choice, target.value);
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
    p: flip.pinyin, d: flip.theme, v: () => next("version"), t: () => next("script"),
    "?": help, Escape: () => { close(); flip.panel(false); },
  };
  choices.mode.forEach((mode, index) => { onKey[index + 1] = () => set("mode", mode); });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(onKey, event.key)) return;
    if (event.target.closest("select")) return;
    if (event.target.closest("button") && ["Enter", " "].includes(event.key)) return;
    if (event.target.closest(".card") && event.key !== "Escape") return;
    if (event.key === " " && (here < 0 || !["en", "zh"].includes(root.dataset.mode))) return;
    event.preventDefault();
    onKey[event.key]();
  });

  for (const [name, values] of Object.entries(choices))
    if (values.includes(recall(name))) root.dataset[name] = recall(name);
  document.querySelector("[data-bar]").hidden = false;
  if (root.dataset.script === "traditional") write();
  show();
  // An address that ends in #s12 says: look here.
  go(pairs.findIndex((pair) => pair.id === location.hash.slice(1)));
})();
