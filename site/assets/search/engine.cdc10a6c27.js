// Finds the sections that have what a reader typed, the best first.
(() => {
  const { excerpt, fold, isLetter, marksIn, openIndex, readPlaces, size, split, wordsOf } = galleySearch;

  // Terms that a word may mean.
  const factors = { exact: 1, prefix: 0.3, similar: 0.05 };
  const mostFiles = 3, mostPlaces = 6, mostPrefixed = 200, mostSimilar = 5;

  async function termsInFiles(index, from, to) {
    const first = index.words.indexOf(from), last = Math.min(index.words.indexOf(to), first + mostFiles - 1);
    const files = Array.from({ length: last - first + 1 }, (_, i) => index.words.file(first + i));
    return (await Promise.all(files)).flat();
  }

  async function termsOf(word, index) {
    if (index.words.starts.length === 0 || size(word) < 2) return [];
    const terms = await termsInFiles(index, word, `${word}\uffff`);
    const exact = terms.filter(({ term }) => term === word).map((term) => ({ ...term, factor: factors.exact }));
    // The shorter a term, the nearer it is; and no more than a few files are loaded for what may yet be typed.
    const files = new Set();
    const isNear = ({ number }) => files.size < mostPlaces
      ? files.add(index.places.indexOf(number)) : files.has(index.places.indexOf(number));
    const prefixed = terms.filter(({ term }) => term.length > word.length && term.startsWith(word))
      .sort((a, b) => a.term.length - b.term.length).slice(0, mostPrefixed).filter(isNear)
      .map((term) => ({ ...term, factor: factors.prefix * (1 + word.length / term.term.length) / 2 }));
    // Of short words only whole ones are marked: "the" says nothing in "then".
    const mark = { text: word, isWhole: exact.length > 0 && word.length < 4 };
    return [...exact, ...prefixed].map((term) => ({ ...term, mark }));
  }

  // Terms that are one slip of the keyboard away, two in long words. The slip may have hit the first letter by doubling
  // it or by changing places with the second; another first letter is another word.
  async function similarTerms(word, index) {
    const allowed = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    if (allowed === 0) return [];
    const initials = [...new Set(word.slice(0, 2))].filter(isLetter);
    const terms = (await Promise.all(initials.map((initial) => termsInInitial(index, initial)))).flat();
    return terms
      .filter(({ term }) => term.length >= word.length - allowed)
      .map((term) => ({ ...term, distance: distance(word, term.term, allowed) }))
      .filter((term) => term.distance <= allowed + 0.5)
      .sort((a, b) => a.distance - b.distance || a.term.length - b.term.length)
      .slice(0, mostSimilar)
      .map((term) => ({ ...term, factor: factors.similar / (1 + term.distance), mark: { text: term.term } }));
  }

  async function termsInInitial(index, initial) {
    const first = index.words.indexOf(initial), last = index.words.indexOf(`${initial}\uffff`);
    const files = Array.from({ length: last - first + 1 }, (_, i) => index.words.file(first + i));
    return (await Promise.all(files)).flat().filter(({ term }) => term[0] === initial);
  }

  // How many letters were left out, put in, changed, or changed places (optimal string alignment). The beginning of a
  // longer term will do, as a reader may not have typed all of it; that counts half a step more.
  function distance(word, term, allowed) {
    const length = Math.min(term.length, word.length + allowed);
    let before = [], row = Array.from({ length: word.length + 1 }, (_, i) => i);
    let asPrefix = Infinity;
    for (let t = 1; t <= length; t++) {
      const next = [t];
      for (let w = 1; w <= word.length; w++) {
        const isSame = word[w - 1] === term[t - 1];
        next[w] = Math.min(row[w] + 1, next[w - 1] + 1, row[w - 1] + (isSame ? 0 : 1));
        if (w > 1 && t > 1 && word[w - 1] === term[t - 2] && word[w - 2] === term[t - 1]) {
          next[w] = Math.min(next[w], before[w - 2] + 1);
        }
      }
      if (Math.min(...next) > allowed) return Infinity;
      [before, row] = [row, next];
      if (t < term.length) asPrefix = Math.min(asPrefix, row[word.length] + 0.5);
    }
    return Math.min(term.length <= length ? row[word.length] : Infinity, asPrefix);
  }

  // What sections a word finds, and how well. Title, heading, often, text, part of a heading, part, above.
  const weights = [3, 2, 1.3, 1, 0.4, 0.2, 0.1];

  async function sectionsOf(terms, index) {
    const found = { scores: new Map(), isCommon: false, count: 0, marks: terms.map(({ mark }) => mark) };
    const lists = await Promise.all(terms.map(async ({ number }) => {
      const i = index.places.indexOf(number);
      return readPlaces((await index.places.file(i))[number - index.places.starts[i]]);
    }));
    lists.forEach(({ places, isCut, count }, i) => {
      found.count = Math.max(found.count, count);
      found.isCommon ||= isCut;
      for (const { section, standing } of places) {
        const score = terms[i].factor * weights[standing];
        if (score > (found.scores.get(section) ?? 0)) found.scores.set(section, score);
      }
    });
    return found;
  }

  async function findWord({ whole, parts }, index) {
    const terms = await termsOf(whole, index);
    if (terms.length > 0) return sectionsOf(terms, index);
    const leaves = [...new Set(parts)];
    if (leaves.length > 0) {
      const found = await Promise.all(leaves.map(async (part) => sectionsOf(await termsOf(part, index), index)));
      const scores = new Map();
      for (const [section, score] of found[0].scores) {
        const all = found.map((one) => one.scores.get(section) ?? 0);
        const least = Math.min(score, ...all);
        if (least > 0) scores.set(section, least / 2);
      }
      const marks = [whole, ...leaves].map((text) => ({ text }));
      if (scores.size > 0) return { scores, isCommon: false, count: scores.size, marks, isInParts: true };
    }
    return { ...await sectionsOf(await similarTerms(whole, index), index), isSimilar: true };
  }

  // All words of a query: sections that have all of them, or else those that have most. A word that stands nearly
  // everywhere need not.
  function join(found, index) {
    const isRare = ({ isCommon, count }) => !isCommon && count < Math.max(20, index.sections * 0.3);
    const rare = found.filter(isRare);
    const required = rare.length > 0 ? rare : found.filter(({ isCommon }) => !isCommon);
    const totals = new Map();
    for (const one of found) {
      const rarity = Math.log(1 + index.sections / Math.max(one.count, 1)) / Math.log(1 + index.sections);
      for (const [section, score] of one.scores) {
        const total = totals.get(section) ?? { section, score: 0, hits: 0 };
        total.score += score * (found.length > 1 ? rarity : 1);
        if (required.includes(one)) total.hits += 1;
        totals.set(section, total);
      }
    }
    const all = [...totals.values()];
    const complete = all.filter(({ hits }) => hits === required.length);
    if (complete.length === 0) for (const one of all) one.score *= ((one.hits + 0.1) / required.length) ** 2;
    return (complete.length > 0 ? complete : all).sort((a, b) => b.score - a.score || a.section - b.section);
  }

  // Results in pages of so many; those of one page of results are put in order again by what their texts say.
  const pageSize = 12;

  async function results(candidates, text, found, index) {
    const literal = fold(text.trim());
    // A section with the very words in a row comes before others; more so where the parts of a name were looked for.
    const literally = found.some(({ isInParts }) => isInParts) ? 10 : 3;
    const words = [{ text: literal }, ...found.flatMap(({ marks }) => marks)]
      .filter(({ text }, i, all) => text !== "" && all.findIndex((other) => other.text === text) >= i);
    const loaded = await Promise.all(candidates.map(async ({ section, score }) => {
      const i = index.texts.indexOf(section);
      const { address, page, anchor, heading, text } = (await index.texts.file(i))[section - index.texts.starts[i]];
      const isLiteral = literal.length > 2 && fold(text).includes(literal);
      const isLiteralAbove = literal.length > 2 && fold(heading || page).includes(literal);
      return {
        address: anchor === "" ? address : `${address}#${encodeURIComponent(anchor)}`,
        page: split(page, marksIn(page, words)), heading: split(heading, marksIn(heading, words)),
        excerpt: excerpt(text, words), score: score * (isLiteralAbove ? literally + 1 : isLiteral ? literally : 1),
      };
    }));
    return loaded.sort((a, b) => b.score - a.score);
  }

  // A search in the index at an address: `await search(text)` tells how many sections match, and gives `more()` for the
  // next of them.
  galleySearch.index = (address) => {
    let opened, wasLost = false;
    const index = () => opened ??= openIndex(address, wasLost);
    const orLost = (answer) => answer.catch((error) => {
      opened = undefined;
      wasLost = true;
      throw error;
    });
    const find = async (words, index) => {
      const found = await Promise.all(words.map((word) => findWord(word, index)));
      return { found, candidates: join(found, index), index };
    };
    const search = async (text) => {
      const words = wordsOf(text);
      if (words.length === 0) return { count: 0, isWord: false, more: async () => [] };
      const attempt = () => orLost(index().then((index) => find(words, index)));
      const { found, candidates, index: asked } = await attempt().catch(attempt);
      return {
        count: candidates.length, isWord: true,
        // Of a word that stands nearly everywhere not all places are kept.
        isCut: found.some(({ isCommon }) => isCommon),
        // What was typed stands nowhere, and something like it does.
        isSimilar: found.every(({ isSimilar }) => isSimilar),
        more: () => orLost(results(candidates.splice(0, pageSize), text, found, asked)),
        get left() { return candidates.length; },
      };
    };
    return { search, prepare: () => orLost(index()) };
  };
})();
