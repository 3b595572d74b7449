// Before reading: how many words there are of each level, and which ones to learn first. Worked
// out from the words of the article when somebody opens it.
import { chineseWords, englishWords, firstOf, leastBand, leastLevel, newWords } from "./profile.js";
import { attachStar, fetchWords } from "./star.js";

const LEVELS = ["1", "2", "3", "4", "5", "6", "7-9", ""];
const BANDS = [1, 2, 3, 4, 5];

export function startBefore(article, text, list) {
  const box = document.querySelector("[data-before]");

  box.addEventListener("toggle", async () => {
    if (!box.open) return;
    await list.ready();
    const starred = await headwords();
    const chinese = chineseWords(list);
    const english = englishWords(list, text);
    const levels = box.querySelector("[data-levels]");
    const bands = box.querySelector("[data-bands]");
    const names = bands.dataset.names.split("|");
    showChart(levels, LEVELS, chinese, (word) => word.level, (level) => level || levels.dataset.other);
    showChart(bands, BANDS, english, (word) => word.rank, (band) => names[band - 1]);
    const fresh = newWords(chinese, { least: leastLevel(), starred });
    const rare = newWords(english, { least: leastBand(), starred });
    show("zh", fresh.filter(({ senses }) => senses.length), chinese, chineseLine);
    show("en", rare.filter(({ chinese: found }) => found.length), english, englishLine);
  });

  // How many of the words are new, and the first of them.
  function show(name, fresh, all, line) {
    const part = box.querySelector(`[data-before-part=${name}]`);
    const said = part.querySelector("[data-new]");
    said.textContent = said.dataset.said.replace("{new}", fresh.length).replace("{all}", all.length);
    part.querySelector("[data-first-words]").replaceChildren(...firstOf(fresh).map(line));
  }

  function chineseLine({ text: zh, pinyin, senses: en, position, start }) {
    const entry = { kind: "word", zh, pinyin, en, start };
    return lineOf("zh", { text: zh, pinyin, sense: en[0] }, { entry, position });
  }

  function englishLine({ text: key, surface, chinese: [[zh, pinyin]], position, start }) {
    const entry = { kind: "english", zh, pinyin, en: [key], surface, start };
    return lineOf("en", { text: key, pinyin, sense: zh }, { entry, position });
  }

  function lineOf(name, values, { entry, position }) {
    const template = box.querySelector(`[data-before-part=${name}] template`);
    const line = template.content.firstElementChild.cloneNode(true);
    for (const [slot, value] of Object.entries(values)) {
      line.querySelector(`[data-slot=${slot}]`).textContent = value;
    }
    const star = line.querySelector("[data-star]");
    star.setAttribute("aria-label", `${star.getAttribute("aria-label")}: ${values.text}`);
    attachStar(star, entry, text.querySelector(`#s${position + 1}`), article);
    return line;
  }
}

// Every word that this browser keeps, whatever its sentence.
async function headwords() {
  try {
    const { all } = await fetchWords();
    return new Set((await all()).map(({ kind, zh, en }) => (kind === "english" ? en[0] : zh)));
  } catch {
    return new Set(); // the server is gone, or the disk is full: then every word is new
  }
}

function showChart(chart, groups, words, groupOf, nameOf) {
  const shown = words.filter((word) => groups.includes(groupOf(word)));
  const total = shown.reduce((sum, { count }) => sum + count, 0) || 1;
  const lines = groups.flatMap((group) => {
    const found = shown.filter((word) => groupOf(word) === group);
    return line(nameOf(group), found.reduce((sum, { count }) => sum + count, 0) / total);
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
