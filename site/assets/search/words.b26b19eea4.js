// Words of texts and queries, and texts with marks on them.
(() => {
  // Words: as the build parts them, so that both find the same.
  const ideographs = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const letter = `(?![${ideographs}])[\\p{L}\\p{M}\\p{N}]`;
  const wordPattern = new RegExp(`[${ideographs}]|(?:${letter})+(?:[-_./:](?:${letter})+)*`, "gu");
  const isLetter = (sign) => /[\p{L}\p{M}\p{N}]/u.test(sign ?? "");
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
    const marks = words.flatMap(({ text: word, isWhole }, number) => {
      const found = [];
      for (let at = folded.indexOf(word); at >= 0 && found.length < 500; at = folded.indexOf(word, at + 1)) {
        if (!isWhole || !isLetter(folded[at + word.length])) found.push(at);
      }
      const atStart = found.filter((at) => !isLetter(folded[at - 1]));
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

  Object.assign(galleySearch, { excerpt, fold, isLetter, marksIn, size, split, wordsOf });
})();
