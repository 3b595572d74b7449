// From places in the page to offsets in a sentence and back. Pinyin is no part of the sentence.

const isPinyin = (node) => Boolean(node.parentElement.closest("rt"));

function textNodes(side) {
  const walker = document.createTreeWalker(side, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (!isPinyin(walker.currentNode)) nodes.push(walker.currentNode);
  return nodes;
}

function caretAt(x, y) {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

// The offset of the character under a point of a side (.en or .zh), or -1.
export function offsetAt(side, x, y) {
  const caret = caretAt(x, y);
  if (!caret || !side.contains(caret.node) || caret.node.nodeType !== Node.TEXT_NODE) return -1;
  const ruby = isPinyin(caret.node) ? caret.node.parentElement.closest("ruby") : null;
  let before = 0;
  for (const node of textNodes(side)) {
    if (ruby ? ruby.contains(node) : node === caret.node) {
      return before + (ruby ? 0 : characterAt(node, caret.offset, x, y));
    }
    before += node.length;
  }
  return -1;
}

// A caret stands between two characters: the point is over one of them, or over none.
function characterAt(node, offset, x, y) {
  for (const at of [offset - 1, offset]) {
    if (at < 0 || at >= node.length) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    if (left <= x && x <= right && top <= y && y <= bottom) return at;
  }
  return -Infinity;
}

// The ranges of the characters from `start` to `end` of a side, one a text node.
export function rangesOf(side, start, end) {
  const ranges = [];
  let before = 0;
  for (const node of textNodes(side)) {
    const from = Math.max(start - before, 0);
    const to = Math.min(end - before, node.length);
    if (from < to) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
    before += node.length;
  }
  return ranges;
}

export const textOf = (side) => textNodes(side).map((node) => node.data).join("");

// Where a range of the page begins and ends in a side, as offsets; what lies outside is left off.
export function spanOf(side, range) {
  let before = 0;
  let start = -1;
  let end = -1;
  for (const node of textNodes(side)) {
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (range.intersectsNode(node) && from < to) {
      if (start < 0) start = before + from;
      end = before + to;
    }
    before += node.length;
  }
  return { start, end };
}
