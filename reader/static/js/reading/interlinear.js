// Interlinear: under each Chinese word stands the English that it is linked to. The glosses are
// painted by the style sheet from an attribute, so that the sentence itself stays as it is.
import { rangesOf, textOf } from "./offsets.js";

const AHEAD = "1200px 0px";

export function startInterlinear(text, { words, late }) {
  const watcher = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) if (isIntersecting) gloss(target);
    },
    { rootMargin: AHEAD },
  );

  async function show() {
    if (document.documentElement.dataset.layout !== "interlinear") return;
    await words.list.ready();
    for (const pair of text.querySelectorAll(".pair:not(.has-glosses)")) watcher.observe(pair);
  }

  function gloss(pair) {
    watcher.unobserve(pair);
    const chinese = words.list.sentence(Number(pair.id.slice(1)) - 1)?.zh;
    if (!chinese?.length || pair.matches(".has-glosses") || !pair.isConnected) return;
    late.write(pair.closest(".block"));
    pair.classList.add("has-glosses");
    for (const { start, end, spans } of groups(pair, chinese)) cell(pair, start, end, spans);
  }

  // Words in a row that are linked to the same English share one gloss.
  function groups(pair, chinese) {
    const found = [];
    for (const { start, end } of chinese) {
      const spans = words.partners({ pair, name: "zh", start, end });
      const last = found.at(-1);
      const same = last?.end === start && String(last.spans) === String(spans);
      if (same && spans.length) last.end = end;
      else found.push({ start, end, spans });
    }
    return found;
  }

  show();
  return { show };
}

function cell(pair, start, end, spans) {
  const english = textOf(pair.querySelector(".en"));
  const said = [...new Set(spans.map(([a, b]) => english.slice(a, b)))].join(" … ");
  const ranges = rangesOf(pair.querySelector(".zh"), start, end);
  const all = ranges.map((range) => range.startContainer.parentElement.closest("ruby"));
  const first = all.find(Boolean);
  if (!said || !first) return;
  // A term may end inside the group: the gloss stands under its first part.
  const last = all.findLast((ruby) => ruby?.parentElement === first.parentElement);
  const made = document.createElement("span");
  made.className = "cell";
  made.dataset.gloss = said;
  first.before(made);
  while (made.nextSibling !== last) made.append(made.nextSibling);
  made.append(last);
}
