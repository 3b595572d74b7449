// Interlinear: under each word of one language stands what it is linked to in the other. Glosses
// are painted by the style sheet from an attribute, so that the sentence itself stays as it is.
import { rangesOf, textOf } from "./offsets.js";

const AHEAD = "1200px 0px";
// The side that gets glosses in each of the two layouts.
const SIDES = { interlinear: "zh", "interlinear-english": "en" };
const OPENING = /[\p{Ps}\p{Pi}\p{Pd}"'$£€¥]+$/u;
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}]+/u;
const OTHER = { zh: "en", en: "zh" };

export function startInterlinear(text, { words, late }) {
  const watcher = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) if (isIntersecting) gloss(target);
    },
    { rootMargin: AHEAD },
  );
  const sideNow = () => SIDES[document.documentElement.dataset.layout];

  async function show() {
    const side = sideNow();
    if (!side) return;
    await words.list.ready();
    for (const pair of text.querySelectorAll(`.pair:not([data-glossed~=${side}])`)) {
      watcher.observe(pair);
    }
  }

  function gloss(pair) {
    watcher.unobserve(pair);
    const name = sideNow();
    const found = words.list.sentence(Number(pair.id.slice(1)) - 1)?.[name];
    const done = pair.dataset.glossed ?? "";
    if (!found?.length || done.includes(name) || !pair.isConnected) return;
    late.write(pair.closest(".leaf"));
    pair.dataset.glossed = `${done} ${name}`;
    const side = pair.querySelector(`.${name}`);
    const partner = textOf(pair.querySelector(`.${OTHER[name]}`));
    for (const { start, end, spans } of groups(pair, name, found)) {
      const said = [...new Set(spans.map(([a, b]) => partner.slice(a, b)))].join(" … ");
      if (said) cell(side, start, end, said);
    }
  }

  // Words in a row that are linked to the same words share one gloss.
  function groups(pair, name, all) {
    const whole = textOf(pair.querySelector(`.${name}`));
    const found = [];
    for (const { start, end } of all) {
      const spans = words.partners({ pair, name, start, end });
      const last = found.at(-1);
      const touch = last && !whole.slice(last.end, start).trim();
      if (touch && spans.length && String(last.spans) === String(spans)) last.end = end;
      else found.push({ start, end, spans });
    }
    return found;
  }

  show();
  return { show };
}

function cell(side, start, end, said) {
  const pieces = rangesOf(side, start, end).map(piece);
  // A term may end inside the group: the gloss stands under its first part.
  const last = pieces.findLast((each) => each.parentNode === pieces[0].parentNode);
  const [made, base] = ["cell", "base"].map(span);
  made.dataset.gloss = said;
  made.append(base);
  pieces[0].before(made);
  while (made.nextSibling !== last) base.append(made.nextSibling);
  base.append(last);
  const link = made.parentElement;
  keepMarks(link.matches(".term") && link.childNodes.length === 1 ? link : made);
}

// No line ends between a word and the marks that belong to it.
function keepMarks(word) {
  const before = OPENING.exec(textBeside(word.previousSibling))?.[0] ?? "";
  const after = CLOSING.exec(textBeside(word.nextSibling))?.[0] ?? "";
  if (!before && !after) return;
  const unit = span("unit");
  word.before(unit);
  if (before) unit.append(unit.previousSibling.splitText(unit.previousSibling.length - before.length));
  unit.append(word);
  if (!after) return;
  unit.nextSibling.splitText(after.length);
  unit.append(unit.nextSibling);
}

const textBeside = (node) => (node?.nodeType === Node.TEXT_NODE ? node.data : "");

function span(name) {
  const made = document.createElement("span");
  made.className = name;
  return made;
}

// What of a side is one range: a whole ruby, or a text node of its own.
function piece(range) {
  const node = range.startContainer;
  const ruby = node.parentElement.closest("ruby");
  if (ruby) return ruby;
  const { startOffset, endOffset } = range;
  const own = startOffset ? node.splitText(startOffset) : node;
  if (endOffset - startOffset < own.length) own.splitText(endOffset - startOffset);
  return own;
}
