// What is known of the words of the article: fetched once, kept, asked again when it is outdated.

const AGAIN_AFTER = 4000;

export function startWordList(address) {
  let known = null;
  let pending = null;
  let stale = true;
  let askedAt = 0;
  const sentences = new Map(); // those that somebody asked for, unpacked

  async function fetched() {
    askedAt = Date.now();
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    known = await answer.json();
    sentences.clear();
    stale = false;
  }

  // Resolves when what can be known is known; never fails: an old list is better than none.
  function ready() {
    if (!stale || (known && Date.now() - askedAt < AGAIN_AFTER)) return Promise.resolve();
    pending ??= fetched().catch(() => {}).finally(() => (pending = null));
    return pending;
  }

  function sentence(position) {
    const at = String(position);
    const packed = known?.sentences[at];
    if (packed && !sentences.has(at)) sentences.set(at, unpacked(packed));
    return sentences.get(at);
  }

  return {
    ready,
    outdate: () => (stale = true),
    sentence,
    chinese: (text) => known?.chinese[text],
    english: (key) => known?.english[key],
    sentences: () => Object.keys(known?.sentences ?? {}).map((at) => [at, sentence(at)]),
  };
}

// As the server packs them in reader/web/reading/wordlist.py.
function unpacked({ c, e, l }) {
  const steps = [0, 0, 0, 0];
  return {
    zh: [...placed(c, 3)],
    en: [...placed(e, 2)],
    links: grouped(l, 4).map((row) => row.map((step, n) => (steps[n] += step))),
  };
}

function* placed(list, size) {
  let at = 0;
  for (const [gap, length, key] of grouped(list, size)) {
    const start = at + gap;
    at = start + length;
    yield { start, end: at, key };
  }
}

function grouped(list, size) {
  return Array.from({ length: list.length / size }, (_, n) => list.slice(n * size, n * size + size));
}
