// What stands around the cards: how far the round is, and the end of it.
import { cardsFor, nextDue } from "./session.js";
import { say, when } from "./texts.js";

const MORE = 10; // new cards beyond the day's share, for those who ask for them

export function startRound(section) {
  const part = (name) => section.querySelector(`[data-${name}]`);
  const bar = section.querySelector("progress");
  const more = part("more");

  function progress(answered, left) {
    bar.max = answered + left || 1;
    bar.value = left ? answered : bar.max;
    part("left").textContent = left ? say("left", { count: left }) : "";
    part("asking").hidden = !left;
    part("done").hidden = left > 0;
  }

  function finish(answered, entries, ways) {
    const now = Date.now();
    const next = nextDue(entries, ways, now);
    const count = moreCards(entries, ways).length;
    part("done-words").textContent = answered ? say("done", { count: answered }) : say("nothing");
    part("done-next").textContent = next ? say("next", { when: when(next, now) }) : "";
    more.hidden = !count;
    more.textContent = say("more", { count });
    part("done").focus({ preventScroll: true });
  }

  return { progress, finish };
}

export function moreCards(entries, ways) {
  return cardsFor(entries, ways, Date.now(), { fresh: Infinity }).fresh.slice(0, MORE);
}
