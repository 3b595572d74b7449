// Tones in colours. The tone marks stay, so that nobody needs the colours. They are painted with
// the highlights of the browser: the page itself does not change. Without them nothing happens.

const TONES = [1, 2, 3, 4];
const MARKS = { "\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4 };
// A syllable of pinyin: initial, vowels with at most one mark, ending.
const SYLLABLE = /[bpmfdtnlgkhjqxzcsryw]*h?(?:[aeiouüê]\p{M}*)+(?:ng?(?!\p{L}*(?=[aeiouü]))|r(?!\p{L}))?/giu;

export function startTones(text) {
  function paint() {
    if (!("highlights" in CSS)) return;
    for (const tone of TONES) CSS.highlights.delete(`tone-${tone}`);
    const { tones, pinyin } = document.documentElement.dataset;
    if (tones !== "coloured" || pinyin !== "on") return;
    for (const tone of TONES) CSS.highlights.set(`tone-${tone}`, new Highlight());
    add(text);
  }

  // Paints a part of the text whose pinyin is new; nothing where tones have no colours.
  function add(part) {
    if (!CSS.highlights?.has("tone-1")) return;
    for (const rt of part.querySelectorAll("rt")) paintSyllables(rt.firstChild);
  }

  paint();
  return { paint, add };
}

function paintSyllables(node) {
  for (const [start, end, tone] of syllables(node.data)) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    CSS.highlights.get(`tone-${tone}`)?.add(range);
  }
}

// Every syllable with its tone, 0 for none. Marks are one character with their vowel (NFC), so a
// syllable is found in the text taken apart (NFD) and counted back.
export function* syllables(pinyin) {
  const apart = pinyin.normalize("NFD");
  for (const { 0: syllable, index } of apart.matchAll(SYLLABLE)) {
    const start = apart.slice(0, index).normalize("NFC").length;
    const tone = [...syllable].map((char) => MARKS[char]).find(Boolean) ?? 0;
    yield [start, start + syllable.normalize("NFC").length, tone];
  }
}
