// Searches the index that the build made. Its files are scripts that hand over their data, so that they can be read from
// the file system as well; only those that a query needs are loaded.
globalThis.galleySearch = (data) => { document.currentScript.data = data; };

(() => {
  // Words: as the build parts them, so that both find the same.
  const ideographs = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const letter = `(?![${ideographs}])[\\p{L}\\p{M}\\p{N}]`;
  const wordPattern = new RegExp(`[${ideographs}]|(?:${letter})+(?:[-_./:](?:${letter})+)*`, "gu");
  const letterPattern = /[\p{L}\p{M}\p{N}]/u;
  const bonds = [/[/:]/, /\./, /[-_]/, /(?<=[A-Z])(?=[A-Z][a-z])|(?<![A-Z])(?=[A-Z])/];
  const isASCII = (text) => /^[\x00-\x7f]*$/.test(text);
  const size = (text) => isASCII(text) ? text.length : new TextEncoder().encode(text).length;

  function fold(text) {
    if (isASCII(text)) return text.toLowerCase();
    return [...text].map((character) => character.toLowerCase()).join("").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  function partsOf(word, level = 0) {
    if (level === bonds.length) return [];
    const pieces = word.split(bonds[level]);
    return pieces.flatMap((piece) => {
      const isTold = pieces.length > 1 && size(piece) > 1 && size(piece) <= 64 && !/^\d\d$/.test(piece);
      return [...(isTold ? [fold(piece)] : []), ...partsOf(piece, level + 1)];
    });
  }

  function wordsOf(text) {
    return (text.match(wordPattern) ?? []).map((written) => {
      const whole = fold(written);
      return { whole, parts: partsOf(isASCII(written) ? written : whole) };
    }).filter(({ whole, parts }) => (size(whole) > 1 && size(whole) <= 64) || parts.length > 0);
  }

  // Files.
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const standings = "#$%&'()";

  function script(address) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = address;
      element.onload = () => {
        element.remove();
        done(element.data);
      };
      element.onerror = () => {
        element.remove();
        failed(new Error(`${address} could not be loaded`));
      };
      document.head.append(element);
    });
  }

  // What files of one kind hold, read when it is asked for.
  function shelf(base, kind, directory, width, read) {
    const cells = directory === "" ? [] : directory.split(" ");
    const rows = Array.from({ length: cells.length / width }, (_, i) => cells.slice(i * width, (i + 1) * width));
    const starts = rows.map((row) => width === 2 ? Number(row[0]) : row[0]);
    const files = [];
    return {
      starts,
      // The file that holds a key: the last that does not begin behind it.
      indexOf(key) {
        let low = 0, high = starts.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (starts[middle] <= key) low = middle + 1;
          else high = middle;
        }
        return Math.max(low - 1, 0);
      },
      file: (i) => files[i] ??= script(new URL(`${kind}-${i}.${rows[i].at(-1)}.js`, base).href)
        .then((data) => read(data, Number(rows[i].at(-2)))),
    };
  }

  function readWords(data, first) {
    let previous = "";
    return data.trimEnd().split(" ").map((item, i) => {
      previous = previous.slice(0, digits.indexOf(item[0])) + item.slice(1);
      return { term: previous, number: first + i };
    });
  }

  // A list of places: for each standing its mark and the steps from one section to the next.
  function readPlaces(list) {
    const places = [];
    let standing = 0, section = 0, step = 0, shift = 0, isCounting = false, count = 0;
    for (const sign of list) {
      const mark = standings.indexOf(sign);
      if (sign === "~") isCounting = true;
      else if (mark >= 0) {
        standing = mark;
        section = 0;
        isCounting = false;
      } else {
        const digit = digits.indexOf(sign);
        step += (digit & 31) << shift;
        shift += 5;
        if (digit > 31) continue;
        if (isCounting) count = step;
        else {
          section += step;
          places.push({ section, standing });
        }
        step = shift = 0;
      }
    }
    // A term of too many sections keeps the best of them only.
    return { places, isCut: count > 0, count: count || places.length };
  }

  function readTexts(pages) {
    return pages.flatMap(([address, page, ...sections]) =>
      sections.map(([anchor, heading, text]) => ({ address, page, anchor, heading, text })));
  }

  // - isAnew: whether a file that the directory named was not there. Then the site has been published anew since, and the
  //   browser must not take the directory that it kept.
  async function openIndex(address, isAnew) {
    const base = new URL(address, location.href);
    const directory = await script(isAnew ? `${base.href}?${Date.now()}` : base.href);
    return {
      sections: directory.sections,
      words: shelf(base, "words", directory.words, 3, readWords),
      places: shelf(base, "places", directory.places, 2, (data) => data.trimEnd().split(" ")),
      texts: shelf(base, "texts", directory.texts, 2, readTexts),
    };
  }

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
    const initials = [...new Set(word.slice(0, 2))].filter((initial) => letterPattern.test(initial));
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

  // Texts with marks.
  function foldWithPlaces(text) {
    if (isASCII(text)) return { folded: text.toLowerCase(), place: (at) => at };
    const places = [];
    let folded = "", at = 0;
    for (const character of text) {
      const small = fold(character);
      for (let i = 0; i < small.length; i++) places.push(at);
      folded += small;
      at += character.length;
    }
    places.push(at);
    return { folded, place: (i) => places[i] };
  }

  // Where words stand in a text: at the beginning of a word, or where they never do, within one.
  function marksIn(text, words) {
    const { folded, place } = foldWithPlaces(text);
    const isLetter = (at) => letterPattern.test(folded[at] ?? "");
    const marks = words.flatMap(({ text: word, isWhole }, number) => {
      const found = [];
      for (let at = folded.indexOf(word); at >= 0 && found.length < 500; at = folded.indexOf(word, at + 1)) {
        if (!isWhole || !isLetter(at + word.length)) found.push(at);
      }
      const atStart = found.filter((at) => !isLetter(at - 1));
      return (atStart.length > 0 || word.length < 4 ? atStart : found)
        .map((at) => ({ start: place(at), end: place(at + word.length), number }));
    });
    return marks.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  // A text in pieces, every other one marked.
  function split(text, marks, start = 0, end = text.length) {
    const pieces = [];
    let at = start;
    for (const mark of marks) {
      if (mark.start < at || mark.end > end) continue;
      pieces.push(text.slice(at, mark.start), text.slice(mark.start, mark.end));
      at = mark.end;
    }
    return [...pieces, text.slice(at, end)];
  }

  const excerptBefore = 48, excerptLength = 190;

  function excerpt(text, words) {
    const marks = marksIn(text, words);
    let best = marks[0], most = 0;
    marks.forEach((mark, i) => {
      const near = new Set();
      for (let j = i; j < marks.length && marks[j].end < mark.start + excerptLength - excerptBefore; j++) near.add(marks[j].number);
      if (near.size > most) [best, most] = [mark, near.size];
    });
    let start = Math.max(0, (best?.start ?? 0) - excerptBefore);
    if (start > 0) start = Math.min(text.indexOf(" ", start) + 1 || start, best.start);
    let end = Math.min(text.length, start + excerptLength);
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), best?.end ?? start + 1);
    const pieces = split(text, marks.filter((mark) => mark.start >= start), start, end);
    if (start > 0) pieces[0] = `… ${pieces[0]}`;
    if (end < text.length) pieces[pieces.length - 1] += " …";
    return pieces;
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
        // What was typed stands nowhere, and something like it does.
        isSimilar: found.every(({ isSimilar }) => isSimilar),
        more: () => orLost(results(candidates.splice(0, pageSize), text, found, asked)),
        get left() { return candidates.length; },
      };
    };
    return { search, prepare: () => orLost(index()) };
  };
  galleySearch.wordsOf = wordsOf;
})();
