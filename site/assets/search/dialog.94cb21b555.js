// The dialog of the search: a field, and the places that it finds as one types.
(() => {
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  // Every other piece is marked.
  const marked = (pieces) => pieces.map((piece, i) => i % 2 ? element("mark", {}, piece) : piece);

  function build(button) {
    const address = new URL(button.dataset.index, location.href);
    const base = new URL("../", address);
    const index = galleySearch.index(address);

    const input = element("input", {
      class: "search-input", type: "search", role: "combobox", placeholder: "Search the text, code and settings",
      "aria-label": "Search", "aria-controls": "galley-search-list", "aria-expanded": "false", "aria-autocomplete": "list",
      autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go",
    });
    const close = element("button", { class: "search-close", type: "button" }, "Close");
    const list = element("div", { class: "search-list", id: "galley-search-list", role: "listbox", "aria-label": "Results" });
    const status = element("p", { class: "search-status", role: "status" });
    const keys = element("p", { class: "search-keys", "aria-hidden": "true" },
      element("kbd", {}, "↑"), element("kbd", {}, "↓"), " choose ", element("kbd", {}, "Enter"), " open ",
      element("kbd", {}, "Esc"), " close");
    const dialog = element("dialog", { class: "search", "aria-label": "Search" },
      element("div", { class: "search-head" }, input, close), list,
      element("div", { class: "search-foot" }, status, keys));
    document.body.append(dialog);

    const hint = "Whole names and parts of names are found; capitals do not matter";
    const options = () => [...list.querySelectorAll("[role=option]")];
    let active, asked = 0, found;

    function activate(option) {
      active?.setAttribute("aria-selected", "false");
      active = option;
      if (!option) return input.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    }

    function optionFor(result, number) {
      const heading = result.heading.some((piece) => piece !== "");
      const option = element("a", {
        class: "search-option", role: "option", id: `galley-search-${number}`, tabindex: "-1", "aria-selected": "false",
        href: new URL(`./${result.address}`, base).href,
      },
      element("span", { class: "search-title" },
        ...(heading ? [element("span", { class: "search-page" }, ...marked(result.page)), " "] : []),
        element("span", { class: "search-heading" }, ...marked(heading ? result.heading : result.page))),
      element("span", { class: "search-excerpt" }, ...marked(result.excerpt)));
      option.addEventListener("click", (event) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
      });
      return option;
    }

    async function more(asking) {
      const results = await found.more();
      if (asking !== asked) return;
      list.querySelector(".search-more")?.remove();
      const before = options().length;
      const made = results.map((result, i) => optionFor(result, before + i));
      list.append(...made);
      if (found.left > 0) {
        const option = element("div", {
          class: "search-more", role: "option", id: "galley-search-more", "aria-selected": "false",
        }, `${found.left.toLocaleString("en")} more`);
        option.addEventListener("click", () => more(asked));
        list.append(option);
      }
      activate(made[0]);
      input.setAttribute("aria-expanded", String(made.length > 0));
    }

    function say(text) {
      status.textContent = text;
    }

    async function update() {
      const asking = ++asked;
      const text = input.value;
      dialog.setAttribute("aria-busy", "true");
      try {
        const answer = await index.search(text);
        if (asking !== asked) return;
        found = answer;
        const results = found.more;
        const old = options();
        found.more = async () => {
          const made = await results();
          // The old results stay until the new ones are there, so that nothing flickers.
          if (asking === asked) for (const option of old) option.remove();
          found.more = results;
          return made;
        };
        await more(asking);
        if (asking !== asked) return;
        list.scrollTop = 0;
        const number = `${answer.isCut ? "at least " : ""}${answer.count.toLocaleString("en")}`;
        const places = answer.count === 1 ? "1 place" : `${number} places`;
        if (!answer.isWord) say(text.trim() === "" ? hint : "Type two letters or digits, or more");
        else if (answer.count === 0) say(`Nothing found for “${text.trim()}”`);
        else say(answer.isSimilar ? `No “${text.trim()}”, but ${places} with something like it` : places[0].toUpperCase() + places.slice(1));
      } catch (error) {
        if (!error.isLost) throw error;
        if (asking === asked) say("The search index could not be loaded. Load the page anew to try again.");
      }
      if (asking === asked) {
        dialog.removeAttribute("aria-busy");
        dialog.dataset.shown = text;
      }
    }

    input.addEventListener("input", update);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const all = options();
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && all.length > 0) {
        event.preventDefault();
        activate(all[(all.indexOf(active) + step + all.length) % all.length]);
      } else if (event.key === "Enter" && active) {
        event.preventDefault();
        active.dispatchEvent(new MouseEvent("click", {
          bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey, shiftKey: event.shiftKey,
        }));
      }
    });
    // The field keeps the focus, so that one can type on.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("pointermove", (event) => {
      const option = event.target.closest("[role=option]");
      if (option && option !== active) activate(option);
    });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    return {
      // A text that was typed ahead takes the place of the last one.
      open(typed) {
        if (!dialog.open) dialog.showModal();
        if (typed) input.value = typed;
        else input.select();
        index.prepare().catch(() => {});
        if (typed || dialog.dataset.shown === undefined) update();
      },
    };
  }

  let shown;
  galleySearch.open = (button, typed) => (shown ??= build(button)).open(typed);
})();
