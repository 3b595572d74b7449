// Runs before the first paint: what the reader chose is there from the first pixel.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  // What can be chosen, and what holds until somebody does. "" follows the system.
  const choices = {
    theme: "",
    pinyin: "off",
    layout: "columns",
    above: "0",
    size: "medium",
    measure: "normal",
    tones: "plain",
    version: "machine",
    rendering: "shown",
    speed: "0.8",
  };
  const inAddress = new URLSearchParams(location.search);

  function read(key) {
    // An address that was shared shows the page as whoever shared it saw it, without keeping that.
    if (["layout", "version"].includes(key) && inAddress.has(key)) return inAddress.get(key);
    try {
      return localStorage.getItem(`duizhao.${key}`) ?? choices[key];
    } catch {
      return choices[key]; // storage is switched off: choices last as long as the page
    }
  }

  root.classList.add("has-js");
  for (const key of Object.keys(choices)) root.dataset[key] = read(key);
  let follows = !root.dataset.theme;

  function follow() {
    if (follows) root.dataset.theme = system.matches ? "dark" : "light";
  }
  follow();

  window.duizhao = {
    remember(key, value) {
      root.dataset[key] = value;
      try {
        localStorage.setItem(`duizhao.${key}`, value);
      } catch {
        // nothing to do: see above
      }
    },
  };

  document.addEventListener("click", (event) => {
    event.target.closest?.("[data-dismiss]")?.closest(".notice").remove();
  });
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-switch]");
    const dark = () => root.dataset.theme === "dark";
    const show = () => button.setAttribute("aria-pressed", String(dark()));
    button.addEventListener("click", () => {
      follows = false;
      window.duizhao.remember("theme", dark() ? "light" : "dark");
      show();
    });
    system.addEventListener("change", () => {
      follow();
      show();
    });
    show();
  });
})();
