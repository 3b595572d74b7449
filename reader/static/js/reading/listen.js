// Reading aloud with the browser's own voices, sentence by sentence. Nothing leaves the machine
// where the voice is a local one; others are not used.
import { textOf } from "./offsets.js";
import { isOurs } from "./rows.js";
import { refusal, voiceFor } from "./voices.js";

export function startListening(menu, text, { rows, words }) {
  const speech = window.speechSynthesis;
  const problem = menu.querySelector("[data-listen-problem]");
  const stopper = menu.querySelector("[data-listen-stop]");
  const root = document.documentElement;
  let reading = null; // { side, on, said } while something is read
  let last = null; // what was read last: it goes on from where the reader is

  function explain(sentence) {
    problem.textContent = sentence;
    problem.hidden = !sentence;
    menu.open = Boolean(sentence);
  }

  function speak(mine, pair) {
    const element = shown(pair, mine.side);
    // Kept, for some browsers forget an utterance that nobody holds, and its end never comes.
    mine.said = new SpeechSynthesisUtterance(textOf(element));
    mine.said.voice = voiceFor(speech, element.lang);
    mine.said.lang = mine.said.voice.lang;
    mine.said.rate = Number(root.dataset.speed);
    mine.said.onboundary = ({ charIndex }) => {
      if (mine === reading && !element.matches(".reviewed")) {
        words.rest(words.at(element, charIndex));
      }
    };
    mine.said.onend = () => mine === reading && next(mine, mine.on ? after(pair, mine.side) : null);
    mine.said.onerror = () => mine === reading && stop();
    speech.speak(mine.said);
  }

  // Where the reader looks at the reviewed version, that is what is read.
  function shown(pair, side) {
    const reviewed = root.dataset.version === "reviewed" && pair.querySelector(".reviewed");
    return (side === "zh" && reviewed) || pair.querySelector(`.${side}`);
  }

  function read(side, { on }) {
    stop();
    const start = from(rows.here() ?? text.querySelector(".pair"), side);
    if (!start) return;
    explain(refusal(speech, shown(start, side).lang, menu.dataset));
    if (!problem.hidden) return;
    reading = last = { side, on };
    stopper.disabled = false;
    stopper.textContent = menu.dataset.stop;
    next(reading, start);
  }

  function next(mine, pair) {
    if (!pair) return stop();
    // Whoever looks for the button in the menu keeps the focus there.
    rows.go(pair, { focus: !(menu.open && menu.contains(document.activeElement)) });
    return speak(mine, pair);
  }

  // The first sentence from one on that is there in a language.
  function from(pair, side, { step = 0 } = {}) {
    const all = [...text.querySelectorAll(".pair")];
    const there = (each) => !each.querySelector(`.${side}.is-waiting`);
    return all.slice(all.indexOf(pair) + step).find(there);
  }
  const after = (pair, side) => from(pair, side, { step: 1 });

  function stop() {
    if (!reading) return;
    reading = null;
    speech.cancel();
    words.rest(null);
    stopper.textContent = menu.dataset.goOn;
  }

  for (const button of menu.querySelectorAll("[data-listen-from]")) {
    button.addEventListener("click", () => read(button.dataset.listenFrom, { on: true }));
  }
  stopper.addEventListener("click", () => (reading ? stop() : read(last.side, last)));
  for (const radio of menu.querySelectorAll("[name=speed]")) {
    radio.checked = radio.value === root.dataset.speed;
    radio.addEventListener("change", () => window.duizhao.remember("speed", radio.value));
  }
  document.addEventListener("keydown", (event) => {
    const side = { l: "zh", L: "en" }[event.key];
    if (event.key === "Escape") stop();
    else if (side && isOurs(event)) (reading ? stop() : read(side, { on: false }));
  });
  addEventListener("pagehide", stop);
  speech?.getVoices(); // some browsers load their voices only when asked
}
