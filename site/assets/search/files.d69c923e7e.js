// Reads the files of the index that the build made: scripts that hand over their data, so that they can be read from the
// file system as well. Only those that a query needs are loaded.
globalThis.galleySearch = (data) => { document.currentScript.data = data; };

(() => {
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
        failed(Object.assign(new Error(`${address} could not be loaded`), { isLost: true }));
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

  Object.assign(galleySearch, { openIndex, readPlaces });
})();
