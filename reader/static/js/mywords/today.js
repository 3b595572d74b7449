// How many cards there are for today, and in which ways they ask. The ways are remembered.
import { WAYS } from "./entry.js";
import { cardsFor, nextDue } from "./session.js";
import { say, when } from "./texts.js";

const KEY = "duizhao.ways";

export function startToday(box, practise) {
  const boxes = [...box.querySelectorAll("[name=way]")];
  const button = box.querySelector("[data-practise]");
  const words = box.querySelector("[data-today-words]");
  const more = box.querySelector("[data-today-more]");
  let entries = [];

  const ways = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);

  function show(given = entries) {
    entries = given;
    const now = Date.now();
    const { due, fresh } = cardsFor(entries, ways(), now);
    const count = due.length + fresh.length;
    box.hidden = !entries.length;
    button.hidden = !count;
    words.textContent = count ? say("today", { count }) : say("nothing");
    more.textContent = count
      ? say("today-more", { due: due.length, fresh: fresh.length })
      : hint(now);
  }

  function hint(now) {
    if (!ways().length) return say("no-way");
    const moment = nextDue(entries, ways(), now);
    return moment ? say("next", { when: when(moment, now) }) : "";
  }

  function recall() {
    try {
      return JSON.parse(localStorage.getItem(KEY)) ?? WAYS;
    } catch {
      return WAYS; // storage is switched off
    }
  }

  function remember() {
    try {
      localStorage.setItem(KEY, JSON.stringify(ways()));
    } catch {
      // the choice lasts as long as the page
    }
    show();
  }

  const known = recall();
  for (const one of boxes) {
    one.checked = known.includes(one.value);
    one.addEventListener("change", remember);
  }
  button.addEventListener("click", practise);
  return { show, ways };
}
