// The models: say that a file is on its way, and how far an installation is.
const place = document.querySelector("[data-progress]");
const upload = document.querySelector("[data-upload]");
const button = upload?.querySelector("[data-busy]");
const label = button?.textContent;

const stage = () => place.querySelector("[data-stage]")?.dataset.stage;

async function look() {
  try {
    const answer = await fetch(place.dataset.progress);
    if (!answer.ok) return;
    const html = await answer.text();
    if (html.trim() !== place.innerHTML.trim()) place.innerHTML = html;
  } catch {
    // the server is away for a moment: the next round asks again
  }
}

async function watch() {
  if (stage() !== "running") return;
  await look();
  // The list of what is installed is another one now.
  if (stage() === "done") location.reload();
  else setTimeout(watch, 1000);
}

upload?.addEventListener("submit", (event) => {
  if (button.getAttribute("aria-disabled") === "true") {
    event.preventDefault();
    return;
  }
  button.setAttribute("aria-disabled", "true");
  button.textContent = button.dataset.busy;
});
addEventListener("pageshow", () => {
  if (!button) return;
  button.removeAttribute("aria-disabled");
  button.textContent = label;
});
watch();
