// Searching as one types: the list is fetched anew, the address follows.
const PAUSE = 180;

export function watchList(filters, list) {
  let timer = 0;
  let asked = 0;

  function address() {
    const fields = [...new FormData(filters)].filter(([, value]) => value);
    const query = new URLSearchParams(fields).toString();
    return query ? `${filters.action}?${query}` : filters.action;
  }

  async function show(url, remember = true) {
    const number = ++asked;
    let answer;
    try {
      answer = await fetch(url, { headers: { "X-Fragment": "yes" } });
    } catch {
      return; // the server is away for a moment: the form still works when it is back
    }
    if (!answer.ok || number !== asked) return;
    list.innerHTML = await answer.text();
    if (remember) history.replaceState(null, "", url);
  }

  filters.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => show(address()), PAUSE);
  });
  filters.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    show(address());
  });
}
