// Pinyin, print and the sheet of keys.
import { isOurs } from "./rows.js";

export function startSwitches() {
  const root = document.documentElement;
  const pinyin = document.querySelector("[data-pinyin-switch]");
  const sheet = document.querySelector("[data-keys-sheet]");

  const showPinyin = () => pinyin.setAttribute("aria-pressed", String(root.dataset.pinyin === "on"));

  // The sentence in view stays where it is, though every line above it changes its height.
  function keepingPlace(change) {
    const middle = document.elementFromPoint(innerWidth / 3, innerHeight / 2);
    const pair = middle?.closest(".pair") ?? document.querySelector(".pair.is-here");
    const before = pair?.getBoundingClientRect().top;
    change();
    if (pair) scrollBy({ top: pair.getBoundingClientRect().top - before, behavior: "instant" });
  }

  function switchPinyin() {
    const wanted = root.dataset.pinyin === "on" ? "off" : "on";
    keepingPlace(() => window.duizhao.remember("pinyin", wanted));
    showPinyin();
  }

  const openSheet = () => sheet.showModal();

  pinyin.addEventListener("click", switchPinyin);
  document.querySelector("[data-print]").addEventListener("click", () => print());
  document.querySelector("[data-keys]").addEventListener("click", openSheet);
  document.addEventListener("keydown", (event) => {
    if (!isOurs(event)) return;
    if (event.key === "p") switchPinyin();
    if (event.key === "?") openSheet();
  });
  showPinyin();
}
