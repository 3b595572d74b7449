// What the reader can choose about the page: layout, pinyin, size, tones; menus; the sheet of keys.
import { isOurs } from "./rows.js";

const root = document.documentElement;
const LAYOUTS = ["columns", "stacked", "english", "chinese", "interlinear", "interlinear-english"];

// What an address carries to others, where it is not the usual.
const SHARED = { layout: LAYOUTS[0], version: "machine" };
// What the server writes: it is told by a cookie.
const WRITTEN = ["script", "sandhi"];

export function startView(article, { rows, tones, interlinear }) {
  const pinyin = document.querySelector("[data-pinyin-switch]");
  const sheet = document.querySelector("[data-keys-sheet]");
  const form = document.querySelector("[data-view]");

  function show() {
    pinyin.setAttribute("aria-pressed", String(root.dataset.pinyin === "on"));
    for (const radio of form.querySelectorAll("input")) {
      const { dataset } = WRITTEN.includes(radio.name) ? article : root;
      const chosen = dataset[radio.name];
      radio.checked = chosen === radio.value;
    }
    form.elements.above.value = root.dataset.above;
  }

  function choose(key, value) {
    keepingPlace(rows, () => window.duizhao.remember(key, value));
    if (key in SHARED) inAddress(key, value);
    if (key === "above" && value !== "0" && root.dataset.pinyin === "off") choose("pinyin", "on");
    tones.paint();
    interlinear.show();
    show();
  }

  const switchPinyin = () => choose("pinyin", root.dataset.pinyin === "on" ? "off" : "on");

  pinyin.addEventListener("click", switchPinyin);
  form.addEventListener("change", ({ target }) => {
    if (WRITTEN.includes(target.name)) rewrite(target);
    else choose(target.name, target.value);
  });
  for (const button of document.querySelectorAll("[data-print]")) {
    button.addEventListener("click", () => print());
  }
  document.querySelector("[data-keys]").addEventListener("click", () => sheet.showModal());
  document.addEventListener("keydown", (event) => {
    if (!isOurs(event)) return;
    if (event.key === "p") switchPinyin();
    if (event.key === "?") sheet.showModal();
    if (LAYOUTS[event.key - 1]) choose("layout", LAYOUTS[event.key - 1]);
  });
  startMenus();
  show();
}

// The sentence in view stays where it is, though every line above it changes its height.
function keepingPlace(rows, change) {
  const middle = document.elementFromPoint(innerWidth / 3, innerHeight / 2);
  const pair = middle?.closest(".pair") ?? rows.here();
  const before = pair?.getBoundingClientRect().top;
  change();
  if (pair) scrollBy({ top: pair.getBoundingClientRect().top - before, behavior: "instant" });
}

function rewrite({ name, value }) {
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
  location.reload();
}

// Whoever is sent the address sees the page in the same way.
function inAddress(key, value) {
  const address = new URL(location.href);
  if (value === SHARED[key]) address.searchParams.delete(key);
  else address.searchParams.set(key, value);
  history.replaceState(history.state, "", address);
}

function startMenus() {
  const menus = [...document.querySelectorAll("[data-menu]")];
  const close = (menu, { focus = false } = {}) => {
    if (!menu.open) return;
    menu.open = false;
    if (focus) menu.querySelector("summary").focus();
  };
  for (const menu of menus) {
    menu.addEventListener("toggle", () => {
      if (menu.open) for (const other of menus) if (other !== menu) close(other);
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close(menu, { focus: true });
    });
    menu.addEventListener("click", (event) => event.target.closest("a, .link") && close(menu));
  }
  document.addEventListener("pointerdown", (event) => {
    for (const menu of menus) if (!menu.contains(event.target)) close(menu);
  });
}
