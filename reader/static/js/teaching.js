// A teacher at a sentence: keys, versions put into the field, and no work lost by leaving.
const form = document.querySelector("[data-sentence-form]");
const field = form?.querySelector("textarea");
let leaving = false;

const differs = () => field && field.value.trim() !== field.dataset.stored.trim();

function press(name) {
  const approves = name === "approve-next";
  const next = form.querySelector(`[data-${name}]`);
  (next ?? form.querySelector(`[value=${approves ? "approve" : "save"}]`)).click();
}

function follow(name) {
  document.querySelector(`[data-${name}]`)?.click();
}

document.addEventListener("keydown", (event) => {
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    press(event.shiftKey ? "approve-next" : "save-next");
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest?.("input, textarea, select")) return;
  if (event.key === "n") follow("doubtful");
  if (event.key === "j") follow("after");
  if (event.key === "k") follow("before");
  if (event.key === "e" && field) {
    event.preventDefault();
    field.focus();
  }
});

for (const link of document.querySelectorAll("[data-use]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    field.value = document.getElementById(link.dataset.use).textContent;
    field.focus();
  });
}

form?.addEventListener("submit", () => {
  leaving = true;
});
addEventListener("pageshow", () => {
  leaving = false;
});
addEventListener("beforeunload", (event) => {
  if (!leaving && differs()) event.preventDefault();
});
