// Sentences appear as they are translated. Asks about once a second, less often while nothing
// comes, not at all while nobody looks, and goes on by itself when the server is back.

const SOON = 900;
const LATEST = 15000;
const TERMS_EVERY = 4000;

export function startLive(bar, text, { rows, float, changed }) {
  if (bar.hasAttribute("data-finished")) return;

  const offline = bar.querySelector("[data-offline]");
  const problem = document.querySelector("[data-problem]");
  const list = document.querySelector("[data-term-list]");
  let revision = Number(bar.dataset.revision);
  let wait = SOON;
  let termsAt = 0;
  let timer = 0;

  async function ask() {
    const answer = await fetch(`${bar.dataset.changes}?since=${revision}`);
    if (answer.status === 404) return location.reload();
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return show(await answer.json());
  }

  async function show(changes) {
    const fits = changes.pairs.every(replace);
    if (!fits) return location.reload();
    revision = changes.revision;
    bar.querySelector("progress").value = changes.done;
    bar.querySelector("progress").max = changes.total;
    bar.querySelector("[data-progress-words]").textContent = changes.words;
    problem.hidden = !changes.problem;
    problem.querySelector("[data-problem-words]").textContent = changes.problem;
    wait = changes.pairs.length ? SOON : Math.min(wait * 1.4, changes.problem ? LATEST : 4000);
    if (changes.pairs.length || changes.finished) {
      changed(changes.finished);
      await renewTerms(changes.finished);
    }
    if (changes.finished) bar.setAttribute("data-finished", "");
    return undefined;
  }

  // False where the article's sentences are no longer those of this page.
  function replace({ row, position, html }) {
    const old = text.querySelector(`[data-row="${row}"]`);
    if (!old || old.id !== `s${position + 1}`) return false;
    if (float.isIn(old)) float.close();
    const template = document.createElement("template");
    template.innerHTML = html;
    const fresh = template.content.querySelector(".pair");
    fresh.classList.add("is-new");
    const focused = old.contains(document.activeElement);
    const here = old === rows.here();
    old.replaceWith(fresh);
    if (here) rows.mark(fresh);
    if (focused) fresh.focus({ preventScroll: true });
    return true;
  }

  async function renewTerms(now) {
    if (!now && Date.now() - termsAt < TERMS_EVERY) return;
    if (list.contains(document.activeElement) && !now) return;
    termsAt = Date.now();
    const open = new Set([...list.querySelectorAll("details[open]")].map((d) => d.parentElement.id));
    const answer = await fetch(bar.dataset.terms);
    if (!answer.ok) return;
    list.innerHTML = await answer.text();
    for (const id of open) document.getElementById(id)?.querySelector("details")?.setAttribute("open", "");
  }

  async function round() {
    clearTimeout(timer);
    if (document.hidden) return;
    try {
      await ask();
      offline.hidden = true;
    } catch {
      offline.hidden = false;
      wait = Math.min(wait * 1.6, LATEST);
    }
    if (!bar.hasAttribute("data-finished")) timer = setTimeout(round, wait);
  }

  function soon() {
    if (bar.hasAttribute("data-finished")) return;
    wait = SOON;
    round();
  }
  document.addEventListener("visibilitychange", () => !document.hidden && soon());
  addEventListener("online", soon);
  timer = setTimeout(round, 400);
}
