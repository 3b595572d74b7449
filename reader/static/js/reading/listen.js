// Reading aloud with the browser's own voices, sentence by sentence. Nothing leaves the machine
// where the voice is a local one; others are not used.
import { textOf } from "./offsets.js";
import { isOurs } from "./rows.js";

const LANGUAGES = { en: ["en-GB", /^en\b/i], zh: ["zh-CN", /^(zh[-_](CN|Hans)|zh$|cmn)/i] };

export function startListening(menu, text, rows) {
  const speech = window.speechSynthesis;
  const problem = menu.querySelector("[data-listen-problem]");
  const stopper = menu.querySelector("[data-listen-stop]");
  const root = document.documentElement;
  let turn = 0; // which reading is going on; a later one silences an earlier one

  function explain(sentence) {
    problem.textContent = sentence;
    problem.hidden = !sentence;
    if (sentence) menu.open = true;
  }

  function voiceFor(side) {
    const [, pattern] = LANGUAGES[side];
    return speech.getVoices().find((voice) => voice.localService && pattern.test(voice.lang));
  }

  function refusal(side) {
    if (!speech) return menu.dataset.noSpeech;
    if (voiceFor(side)) return "";
    return side === "zh" ? menu.dataset.noVoiceZh : menu.dataset.noVoiceEn;
  }

  function speak(pair, side, onEnd) {
    const words = new SpeechSynthesisUtterance(textOf(shown(pair, side)));
    words.voice = voiceFor(side);
    [words.lang] = LANGUAGES[side];
    words.rate = Number(root.dataset.speed);
    words.onend = onEnd;
    words.onerror = () => stop();
    speech.speak(words);
  }

  // Where the reader looks at the reviewed version, that is what is read.
  function shown(pair, side) {
    const reviewed = root.dataset.version === "reviewed" && pair.querySelector(".reviewed");
    return (side === "zh" && reviewed) || pair.querySelector(`.${side}`);
  }

  function read(side, { on }) {
    explain(refusal(side));
    if (!problem.hidden) return;
    stop();
    const mine = ++turn;
    stopper.disabled = false;
    const next = (pair) => {
      if (!pair || mine !== turn) return stop(mine);
      rows.go(pair);
      return speak(pair, side, () => next(on ? following(pair) : null));
    };
    next(rows.here() ?? text.querySelector(".pair"));
  }

  function following(pair) {
    const all = [...text.querySelectorAll(".pair:not(:has(.is-waiting))")];
    return all[all.indexOf(pair) + 1];
  }

  function stop(mine = turn) {
    if (mine !== turn) return;
    turn += 1;
    speech?.cancel();
    stopper.disabled = true;
  }

  for (const button of menu.querySelectorAll("[data-listen-from]")) {
    button.addEventListener("click", () => read(button.dataset.listenFrom, { on: true }));
  }
  stopper.addEventListener("click", () => stop());
  for (const radio of menu.querySelectorAll("[name=speed]")) {
    radio.checked = radio.value === root.dataset.speed;
    radio.addEventListener("change", () => window.duizhao.remember("speed", radio.value));
  }
  document.addEventListener("keydown", (event) => {
    if (isOurs(event) && event.key === "l") read("zh", { on: false });
    if (isOurs(event) && event.key === "L") read("en", { on: false });
    if (event.key === "Escape") stop();
  });
  addEventListener("pagehide", () => stop());
  speech?.getVoices(); // some browsers load their voices only when asked
}
