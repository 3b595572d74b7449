// The glossary: everything works without this; it only saves reloads.
import { watchGuesses } from "./glossary/guesses.js";
import { watchImport } from "./glossary/import.js";
import { watchList } from "./glossary/list.js";
import { watchRows } from "./glossary/rows.js";

const list = document.querySelector("[data-list]");
const filters = document.querySelector("[data-filters]");
if (list && filters) {
  watchList(filters, list);
  watchRows(list);
}

// One answer for all clashes of an import; each can still be changed.
document.querySelector("[data-all-clashes]")?.addEventListener("change", (event) => {
  for (const each of document.querySelectorAll("[name^=clash-]")) {
    if (event.target.value) each.value = event.target.value;
  }
});

const guesses = document.querySelector("[data-guesses]");
if (guesses) watchGuesses(guesses);

const running = document.querySelector("[data-import]");
if (running) watchImport(running);

// A form that takes a while says so, and is not sent twice.
for (const form of document.querySelectorAll("[data-busy-form]")) {
  const button = form.querySelector("[data-busy]");
  const label = button?.textContent;
  const setBusy = (busy) => {
    form.classList.toggle("is-busy", busy);
    if (!button) return;
    button.setAttribute("aria-disabled", String(busy));
    button.textContent = busy ? button.dataset.busy : label;
  };
  form.addEventListener("submit", (event) => {
    if (form.classList.contains("is-busy")) event.preventDefault();
    else setBusy(true);
  });
  addEventListener("pageshow", () => setBusy(false));
}

document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
