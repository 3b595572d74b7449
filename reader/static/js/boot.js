// Runs before the first paint: what the reader chose is there from the first pixel.
(() => {
  const root = document.documentElement;
  const read = (key) => {
    try {
      return localStorage.getItem(`duizhao.${key}`);
    } catch {
      return null; // storage is switched off: the choice lasts as long as the page
    }
  };
  root.classList.add("has-js");
  if (read("theme")) root.dataset.theme = read("theme");
  root.dataset.pinyin = read("pinyin") ?? "off";

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

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-switch]");
    const system = matchMedia("(prefers-color-scheme: dark)");
    const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
    const show = () => button.setAttribute("aria-pressed", String(dark()));
    button.addEventListener("click", () => {
      window.duizhao.remember("theme", dark() ? "light" : "dark");
      show();
    });
    system.addEventListener("change", show);
    show();
  });
})();
