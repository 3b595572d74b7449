// What is known of the words of the article: fetched once, kept, asked again when it is outdated.

const AGAIN_AFTER = 4000;

export function startWordList(address) {
  let known = null;
  let pending = null;
  let stale = true;
  let askedAt = 0;

  async function fetched() {
    askedAt = Date.now();
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    known = unpacked(await answer.json());
    stale = false;
  }

  // Resolves when what can be known is known; never fails: an old list is better than none.
  function ready() {
    if (!stale || (known && Date.now() - askedAt < AGAIN_AFTER)) return Promise.resolve();
    pending ??= fetched().catch(() => {}).finally(() => (pending = null));
    return pending;
  }

  return {
    ready,
    outdate: () => (stale = true),
    sentence: (position) => known?.sentences[position],
    chinese: (text) => known?.chinese[text],
    english: (key) => known?.english[key],
    sentences: () => Object.entries(known?.sentences ?? {}),
  };
}

function unpacked({ chinese, english, sentences }) {
  for (const one of Object.values(sentences)) {
    one.zh = grouped(one.c, 3).map(([start, end, key]) => ({ start, end, key }));
    one.en = grouped(one.e, 3).map(([start, end, key]) => ({ start, end, key }));
    one.links = grouped(one.l, 4);
  }
  return { chinese, english, sentences };
}

function grouped(list, size) {
  return Array.from({ length: list.length / size }, (_, n) => list.slice(n * size, n * size + size));
}
