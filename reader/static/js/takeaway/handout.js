// The print page: a choice changes the sheet in place, and the address with it.
const form = document.querySelector("[data-choices]");
const state = document.querySelector("[data-state]");
let asked = 0;

const paper = () => document.querySelector("[data-paper]");

// The head of every printed page; the quotes of CSS strings are those of JSON.
function nameThePages() {
  document.documentElement.style.setProperty("--running", JSON.stringify(paper().dataset.running));
}

async function refresh() {
  const address = `${location.pathname}?${new URLSearchParams(new FormData(form))}`;
  const turn = ++asked;
  paper().setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // Only what was asked for last is shown.
    if (turn !== asked) return;
    paper().replaceWith(page.querySelector("[data-paper]"));
    history.replaceState(null, "", address);
    nameThePages();
    state.textContent = "";
  } catch {
    if (turn !== asked) return;
    paper().removeAttribute("aria-busy");
    state.textContent = form.dataset.failed;
  }
}

form.addEventListener("change", refresh);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  refresh();
});
document.querySelector("[data-print]").addEventListener("click", () => print());
nameThePages();
