// Practice: a card, its answer, four grades. Space shows, 1 to 4 grade, Esc stops.
import { faces } from "./faces.js";
import { fillGaps, line } from "./lines.js";
import { GRADES, outcomes } from "./scheduler.js";
import { cardsFor, nextDue, startSession } from "./session.js";
import { all, saveCard } from "./store.js";
import { length, say, when } from "./texts.js";

const GOOD = 3;
const MORE = 10;

export function startPractice(section, { today, toast, leave }) {
  const part = (name) => section.querySelector(`[data-${name}]`);
  const [asking, flash, question, answer] = ["asking", "flash", "question", "answer"].map(part);
  const [show, hint, grades, done, more] = ["show", "hint", "grades", "done", "more"].map(part);
  const undo = part("take-back");
  const bar = section.querySelector("progress");
  let ids = new Set();
  let session = null;
  let now = null; // the card in front of the learner: { item, next: what each grade makes of it }
  let answered = 0;
  let mistaken = null; // the card answered last, for the learner who pressed the wrong button

  function start(entries, options = {}) {
    ids = new Set(entries.map(({ id }) => id));
    session = startSession(cardsFor(entries, today.ways(), Date.now(), options));
    answered = 0;
    mistaken = null;
    toast.hide();
    ask();
  }

  function end() {
    session = null;
    now = null;
  }

  function ask(item = session.next(Date.now())) {
    progress();
    undo.hidden = !mistaken;
    asking.hidden = !item;
    done.hidden = Boolean(item);
    now = item && { item, next: null };
    if (!item) return finish();
    const lines = faces(item.entry, item.way);
    part("way").textContent = say(`way-${item.way}`);
    question.replaceChildren(...lines.question.map(hidable));
    answer.replaceChildren(...lines.answer.map(line));
    part("source").textContent = item.entry.sentence.article.title;
    for (const element of [answer, grades, part("source")]) element.hidden = true;
    show.hidden = false;
    hint.hidden = !lines.question.some(({ later }) => later);
    flash.focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: "instant" });
    return undefined;
  }

  function hidable(one) {
    const element = line(one);
    element.hidden = Boolean(one.later);
    return element;
  }

  function giveHint() {
    for (const element of question.children) element.hidden = false;
    if (document.activeElement === hint) flash.focus({ preventScroll: true });
    hint.hidden = true;
  }

  function reveal() {
    const at = Date.now();
    now.next = outcomes(now.item.card, at);
    for (const grade of GRADES) {
      const button = grades.querySelector(`[data-grade="${grade}"]`);
      button.querySelector("[data-interval]").textContent = length(now.next[grade].due - at);
    }
    for (const element of [answer, grades, part("source")]) element.hidden = false;
    fillGaps(question);
    // The pinyin of the answer is enough: not twice.
    for (const element of question.querySelectorAll(".is-pinyin")) element.hidden = true;
    show.hidden = true;
    hint.hidden = true;
    answer.focus({ preventScroll: true });
    grades.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  async function answerWith(grade) {
    const { item, next } = now;
    if (!next) return;
    now = { item, next: null }; // a second key press grades nothing
    try {
      await saveCard(item.entry.id, item.way, next[grade]);
    } catch {
      now = { item, next };
      toast.tell(say("full"));
      return;
    }
    if (!session) return;
    session.answered(item, next[grade], Date.now());
    answered += 1;
    mistaken = item;
    ask();
  }

  async function takeBack() {
    const item = mistaken;
    mistaken = null;
    await saveCard(item.entry.id, item.way, item.card);
    session.undo();
    answered -= 1;
    ask(item);
  }

  function progress() {
    const left = session.left();
    bar.max = answered + left || 1;
    bar.value = left ? answered : bar.max;
    part("left").textContent = left ? say("left", { count: left }) : "";
  }

  async function finish() {
    const entries = (await all()).filter(({ id }) => ids.has(id));
    const moment = Date.now();
    const comes = nextDue(entries, today.ways(), moment);
    const { fresh } = cardsFor(entries, today.ways(), moment, { fresh: Infinity });
    part("done-words").textContent = answered ? say("done", { count: answered }) : say("nothing");
    part("done-next").textContent = comes ? say("next", { when: when(comes, moment) }) : "";
    more.hidden = !fresh.length;
    more.textContent = say("more", { count: Math.min(MORE, fresh.length) });
    done.focus({ preventScroll: true });
  }

  // More new cards than the day's share, because the learner asks for them.
  async function goOn() {
    const entries = (await all()).filter(({ id }) => ids.has(id));
    const { fresh } = cardsFor(entries, today.ways(), Date.now(), { fresh: Infinity });
    session = startSession({ due: [], fresh: fresh.slice(0, MORE) });
    mistaken = null;
    ask();
  }

  function keys(event) {
    if (!session || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest?.("input, textarea, select, .top")) return;
    const button = event.target.closest?.("button, a");
    if (event.key === "Escape") leave();
    else if (event.key === "Backspace" && mistaken) takeBack();
    else if (event.key === "p" && now && !hint.hidden) giveHint();
    else if (GRADES.includes(Number(event.key)) && now?.next) answerWith(Number(event.key));
    else if ((event.key === " " || event.key === "Enter") && now && !button) forward();
    else return;
    event.preventDefault();
  }

  function forward() {
    if (now.next) answerWith(GOOD);
    else if (!show.hidden) reveal();
  }

  document.addEventListener("keydown", keys);
  show.addEventListener("click", reveal);
  hint.addEventListener("click", giveHint);
  grades.addEventListener("click", (event) => {
    const button = event.target.closest("[data-grade]");
    if (button && now) answerWith(Number(button.dataset.grade));
  });
  more.addEventListener("click", goOn);
  undo.addEventListener("click", takeBack);
  for (const name of ["stop", "back"]) part(name).addEventListener("click", leave);
  return { start, end };
}
