// Pinyin written late. Of a long article only the first sentences come with theirs; the others
// carry it packed in an attribute, and it is written before they come into view.

const AHEAD = "1500px 0px";
const LATE = "[data-late]";
const WORD = /^(\d+)(?:([+-])(\d)(.+))?$/;

export function startLate(text, { written }) {
  const watcher = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) if (isIntersecting) write(target);
    },
    { rootMargin: AHEAD },
  );

  // Writes the pinyin of a leaf, or of the whole text.
  function write(part) {
    watcher.unobserve(part);
    const late = [...part.querySelectorAll(LATE)];
    late.forEach(writeSide);
    if (late.length) written(part);
  }

  function watch() {
    for (const side of text.querySelectorAll(LATE)) watcher.observe(side.closest(".leaf"));
  }

  addEventListener("beforeprint", () => write(text));
  watch();
  return { write, watch };
}

function writeSide(side) {
  const words = side.dataset.late.split("|");
  side.removeAttribute("data-late");
  const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  let at = 0;
  for (const node of nodes) {
    const { data } = node;
    const made = document.createDocumentFragment();
    for (let done = 0; done < data.length; at += 1) {
      const [, length, border, level, pinyin] = WORD.exec(words[at]);
      const piece = data.slice(done, done + Number(length));
      made.append(...(pinyin ? word(piece, { border, level, pinyin }) : [piece]));
      done += Number(length);
    }
    const { parentElement } = node;
    node.replaceWith(made);
    // As in the template: where a term ends, a line may end behind it.
    const last = parentElement.lastChild;
    if (parentElement !== side && last.nodeName === "WBR") parentElement.after(last);
  }
}

// As the server writes it in templates/reading/_words.html.
function word(piece, { border, level, pinyin }) {
  const ruby = document.createElement("ruby");
  const rt = document.createElement("rt");
  if (level !== "0") ruby.className = `h${level}`;
  rt.setAttribute("aria-hidden", "true");
  rt.textContent = pinyin;
  ruby.append(piece, rt);
  return border === "+" ? [ruby, document.createElement("wbr")] : [ruby];
}
