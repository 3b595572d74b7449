// "My words": the list, or, under #practice, the cards. Each part looks after one thing.
import { startList } from "./mywords/list.js";
import { startPractice } from "./mywords/practice.js";
import { all, isLasting, onChange } from "./mywords/store.js";
import { startTakeAway } from "./mywords/take-away.js";
import { startToast } from "./mywords/toast.js";
import { startToday } from "./mywords/today.js";

const PRACTICE = "#practice";
const root = document.querySelector("[data-words]");
const shelf = root.querySelector("[data-shelf]");
const section = root.querySelector("[data-practice]");
const toast = startToast(root.querySelector("[data-toast]"));
const today = startToday(root.querySelector("[data-today]"), () => open(null));
const list = startList(shelf, { toast, practise: open });
const practice = startPractice(section, { today, toast, leave });
startTakeAway(root, toast);

// What is practised: the words of one group of the list, or all (null).
let chosen = null;

function open(ids) {
  chosen = ids;
  if (location.hash === PRACTICE) return show();
  location.hash = PRACTICE;
  return undefined;
}

// Going back, so that the browser's own back button does not open practice again.
function leave() {
  history.replaceState(history.state, "", location.pathname);
  show();
}

async function show() {
  const practising = location.hash === PRACTICE;
  const entries = await all();
  shelf.hidden = practising;
  section.hidden = !practising;
  if (practising) {
    practice.start(chosen ? entries.filter(({ id }) => chosen.has(id)) : entries);
  } else {
    chosen = null;
    practice.end();
    await refresh();
    scrollTo({ top: 0, behavior: "instant" });
  }
}

async function refresh() {
  if (!section.hidden) return;
  const entries = await all();
  list.show(entries);
  today.show(entries);
}

addEventListener("hashchange", show);
// Another day may have begun while the page lay open.
document.addEventListener("visibilitychange", () => !document.hidden && refresh());
onChange(refresh);
root.querySelector("[data-not-lasting]").hidden = await isLasting();
await show();
