// Words out of the browser and into it. Only the Anki deck is made by the server.
import { headword } from "./entry.js";
import { hasGap, sideOf, withGap } from "./gap.js";
import { BadFile, all, exportFile, importFile } from "./store.js";
import { say } from "./texts.js";
import { table } from "./tsv.js";

const SAVED = "duizhao.words-saved";
const LONGEST = 4000; // characters of a text that the server takes

export function startTakeAway(root, toast) {
  const saved = root.querySelector("[data-saved]");
  const opener = root.querySelector("[data-open]");
  const ways = { file: saveFile, anki: saveDeck, table: saveTable };

  async function saveFile() {
    const { name, text } = await exportFile();
    download(name, new Blob([text], { type: "application/json" }));
    rememberSaving();
  }

  async function saveTable() {
    const text = table((await all()).reverse());
    download("duizhao-words.tsv", new Blob([text], { type: "text/tab-separated-values" }));
  }

  async function saveDeck() {
    const words = (await all()).reverse().map(forAnki);
    const answer = await post(root.dataset.anki, root.dataset.token, { words });
    if (!answer) toast.tell(say("no-server"));
    else if (answer.ok) download("duizhao-my-words.apkg", await answer.blob());
    else toast.tell(said(await answer.text()) || say("no-server"));
  }

  async function open() {
    const [file] = opener.files;
    if (!file) return;
    try {
      const result = await importFile(await file.text());
      toast.tell(say(result.unreadable ? "taken-part" : "taken", result));
    } catch (error) {
      toast.tell(say(error instanceof BadFile ? error.reason : "full"));
    }
    // The same file can be chosen again.
    opener.value = "";
  }

  function rememberSaving() {
    try {
      localStorage.setItem(SAVED, String(Date.now()));
    } catch {
      // nothing to do: the line below the heading stays empty
    }
    showSaving();
  }

  function showSaving() {
    try {
      const moment = Number(localStorage.getItem(SAVED));
      const day = new Date(moment).toLocaleDateString(document.documentElement.lang);
      saved.textContent = moment ? say("saved", { day }) : "";
    } catch {
      // storage is switched off
    }
  }

  for (const button of root.querySelectorAll("[data-save]")) {
    button.addEventListener("click", ways[button.dataset.save]);
  }
  opener.addEventListener("change", open);
  showSaving();
}

function forAnki(entry) {
  const gap = hasGap(entry);
  const { id, kind, zh, pinyin, en, sentence } = entry;
  const word = {
    id,
    kind,
    chinese: zh,
    pinyin,
    english: kind === "english" ? headword(entry) : en.join("; "),
    sentence_zh: sentence.zh,
    sentence_en: sentence.en,
    gap: gap ? withGap(entry) : "",
    hint: gap ? sentence[sideOf(entry) === "zh" ? "en" : "zh"] : "",
    article: sentence.article.title,
  };
  return Object.fromEntries(Object.entries(word).map(([key, text]) => [key, text.slice(0, LONGEST)]));
}

// The answer, or null where there is none.
async function post(address, token, data) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
  try {
    return await fetch(address, { method: "POST", headers, body: JSON.stringify(data) });
  } catch {
    return null;
  }
}

// The sentence of the server's page of errors.
function said(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  return page.querySelector(".trouble-said")?.textContent ?? "";
}

function download(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers start to read it only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
