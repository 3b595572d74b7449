// The card in front of the learner: its question, then its answer and what each grade would do.
import { faces } from "./faces.js";
import { fillGaps, line } from "./lines.js";
import { GRADES, outcomes } from "./scheduler.js";
import { length, say } from "./texts.js";

export function startFlash(section) {
  const part = (name) => section.querySelector(`[data-${name}]`);
  const [flash, question, answer, source] = ["flash", "question", "answer", "source"].map(part);
  const [show, hint, grades] = ["show", "hint", "grades"].map(part);

  function ask({ entry, way }) {
    const lines = faces(entry, way);
    part("way").textContent = say(`way-${way}`);
    question.replaceChildren(...lines.question.map(hidable));
    answer.replaceChildren(...lines.answer.map(line));
    source.textContent = entry.sentence.article.title;
    for (const element of [answer, grades, source]) element.hidden = true;
    show.hidden = false;
    hint.hidden = !lines.question.some(({ later }) => later);
    flash.focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: "instant" });
  }

  // The pinyin of the question, for those who ask for it.
  function help() {
    if (hint.hidden) return;
    for (const element of question.children) element.hidden = false;
    if (document.activeElement === hint) flash.focus({ preventScroll: true });
    hint.hidden = true;
  }

  // Shows the answer, and returns what each grade makes of the card: what the buttons promise.
  function reveal({ card }) {
    const now = Date.now();
    const next = outcomes(card, now);
    for (const grade of GRADES) {
      const button = grades.querySelector(`[data-grade="${grade}"]`);
      button.querySelector("[data-interval]").textContent = length(next[grade].due - now);
    }
    fillGaps(question);
    // The answer has its own pinyin: not twice.
    for (const element of question.querySelectorAll(".is-pinyin")) element.hidden = true;
    for (const element of [answer, grades, source]) element.hidden = false;
    show.hidden = true;
    hint.hidden = true;
    answer.focus({ preventScroll: true });
    grades.scrollIntoView({ block: "nearest", behavior: "instant" });
    return next;
  }

  hint.addEventListener("click", help);
  return { ask, help, reveal };
}

function hidable(one) {
  const element = line(one);
  element.hidden = Boolean(one.later);
  return element;
}
