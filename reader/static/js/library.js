// The library: paste anywhere, drop a file anywhere, say that we are busy, keep the cards fresh.
const form = document.querySelector("[data-add]");
const text = form.querySelector("textarea");
const file = form.querySelector("input[type=file]");
const fileName = form.querySelector("[data-file-name]");
const submit = form.querySelector("[data-submit]");
const cards = document.querySelector("[data-cards]");
const label = submit.textContent;

function choose(way) {
  form.querySelector(`#way-${way}`).checked = true;
}

function showFileName() {
  fileName.textContent = file.files[0]?.name ?? fileName.dataset.empty;
}

function take(files) {
  file.files = files;
  choose("file");
  showFileName();
  submit.focus();
}

function setBusy(busy) {
  form.classList.toggle("is-busy", busy);
  submit.setAttribute("aria-disabled", String(busy));
  submit.textContent = busy ? submit.dataset.busy : label;
}

document.addEventListener("paste", (event) => {
  if (event.target.closest?.("input, textarea")) return;
  if (event.clipboardData.files.length) return take(event.clipboardData.files);
  const pasted = event.clipboardData.getData("text/plain");
  if (!pasted.trim()) return;
  event.preventDefault();
  choose("paste");
  text.value = pasted;
  submit.focus();
});

let depth = 0;
function dropping(change) {
  depth = Math.max(0, depth + change);
  document.body.classList.toggle("is-dropping", depth > 0);
}

const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
document.addEventListener("dragenter", (event) => holdsFiles(event) && dropping(1));
document.addEventListener("dragleave", (event) => holdsFiles(event) && dropping(-1));
document.addEventListener("dragover", (event) => holdsFiles(event) && event.preventDefault());
document.addEventListener("drop", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  dropping(-depth);
  if (event.dataTransfer.files.length) take(event.dataTransfer.files);
});

file.addEventListener("change", showFileName);
form.addEventListener("submit", (event) => {
  if (submit.getAttribute("aria-disabled") === "true") event.preventDefault();
  else setBusy(true);
});
// Coming back with the back button must not find a busy form.
addEventListener("pageshow", () => setBusy(false));
form.querySelector("[aria-invalid]")?.focus();

const waiting = () => cards.querySelector("[data-waiting]:not([data-waiting='0'])");

async function refresh() {
  if (document.hidden || cards.contains(document.activeElement)) return;
  const answer = await fetch(location.href, { headers: { "X-Fragment": "yes" } });
  if (answer.ok) cards.innerHTML = await answer.text();
}

async function watch() {
  if (!waiting()) return;
  try {
    await refresh();
  } catch {
    // the server is away for a moment: the next round asks again
  }
  setTimeout(watch, 2000);
}

setTimeout(watch, 2000);
