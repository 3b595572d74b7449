// How far an import is: asked for until it is over; then the page of its end opens.
const PAUSE = 400;

export function watchImport(place) {
  async function look() {
    try {
      const answer = await fetch(location.href, { headers: { "X-Fragment": "yes" } });
      if (answer.status !== 200) {
        location.reload();
        return;
      }
      const html = await answer.text();
      if (html.trim() !== place.innerHTML.trim()) place.innerHTML = html;
    } catch {
      // the server is away for a moment: the next round asks again
    }
    setTimeout(look, PAUSE);
  }
  setTimeout(look, PAUSE);
}
