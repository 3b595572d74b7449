// Before reading: how many words there are of each level, and which ones to learn first. Worked
// out from the words of the article when somebody opens it.
import { attachStar } from "./star.js";

const LEVELS = ["1", "2", "3", "4", "5", "6", "7-9", ""];
const FIRST_WORDS = 20;
// Where nobody chose a level, the words that beginners know are not proposed.
const USUAL_LEVEL = 2;

export function startBefore(article, text, list) {
  const box = document.querySelector("[data-before]");

  box.addEventListener("toggle", async () => {
    if (!box.open) return;
    await list.ready();
    const words = counted(list);
    showLevels(box.querySelector("[data-levels]"), words);
    showFirst(words);
  });

  function showFirst(words) {
    const known = Number(document.documentElement.dataset.above) || USUAL_LEVEL;
    const fresh = words
      .filter(({ level, senses }) => senses.length && rank(level) > known)
      .sort((a, b) => b.count - a.count || rank(a.level) - rank(b.level))
      .slice(0, FIRST_WORDS);
    const template = box.querySelector("[data-first-word]").content;
    box.querySelector("[data-first-words]").replaceChildren(
      ...fresh.map((word) => {
        const line = template.cloneNode(true).firstElementChild;
        line.querySelector("[data-slot=text]").textContent = word.text;
        line.querySelector("[data-slot=pinyin]").textContent = word.pinyin;
        line.querySelector("[data-slot=sense]").textContent = word.senses[0];
        const { text: zh, pinyin, senses: en, start } = word;
        const star = line.querySelector("[data-star]");
        star.setAttribute("aria-label", `${star.getAttribute("aria-label")}: ${zh}`);
        const pair = text.querySelector(`#s${word.position + 1}`);
        attachStar(star, { kind: "word", zh, pinyin, en, start }, pair, article);
        return line;
      }),
    );
  }
}

// Words of no level are taken for hard ones: most are names and terms.
const rank = (level) => (level === "" ? 8 : Number.parseInt(level, 10));

// Every Chinese word of the article with its number and the place where it stands first.
function counted(list) {
  const words = new Map();
  for (const [position, { zh }] of list.sentences()) {
    for (const { start, key } of zh) {
      const known = list.chinese(key) ?? {};
      const word = words.get(key) ?? {
        text: key,
        pinyin: known.p ?? "",
        senses: known.s ?? [],
        level: known.h ?? "",
        position: Number(position),
        start,
        count: 0,
      };
      word.count += 1;
      words.set(key, word);
    }
  }
  return [...words.values()];
}

function showLevels(chart, words) {
  const total = words.reduce((sum, { count }) => sum + count, 0) || 1;
  const lines = LEVELS.flatMap((level) => {
    const count = words
      .filter((word) => word.level === level)
      .reduce((sum, word) => sum + word.count, 0);
    return line(level || chart.dataset.other, count / total);
  });
  chart.replaceChildren(...lines);
}

function line(name, share) {
  const term = document.createElement("dt");
  const bar = document.createElement("dd");
  const number = document.createElement("dd");
  const progress = document.createElement("progress");
  progress.max = 1;
  progress.value = share;
  progress.setAttribute("aria-hidden", "true");
  term.textContent = name;
  number.textContent = `${Math.round(share * 100)}%`;
  bar.append(progress);
  return [term, bar, number];
}
