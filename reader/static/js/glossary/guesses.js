// A candidate is kept where it stands; the others stay in sight.
export function watchGuesses(list) {
  list.addEventListener("submit", async (event) => {
    const line = event.target.closest("[data-guess]");
    if (!line) return;
    event.preventDefault();
    const form = event.target;
    let answer;
    try {
      answer = await fetch(form.action, {
        method: "POST",
        headers: { "X-Fragment": "yes" },
        body: new FormData(form),
      });
    } catch {
      form.submit(); // the browser says that the server is away
      return;
    }
    if (!answer.ok) {
      form.submit();
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const kept = page.querySelector(".kept");
    line.replaceWith(kept);
    const next = kept.nextElementSibling?.querySelector("[name=rendering]");
    (next ?? kept.querySelector("a"))?.focus();
  });
}
