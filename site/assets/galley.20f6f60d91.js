// What scripts add to a page that reads completely without them. Each part stands alone.
const root = document.documentElement;
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const named = (hash) => {
  try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; }
};
const isWide = matchMedia("(min-width: 80rem)");

const memory = {
  get(key) {
    try { return localStorage.getItem(key); } catch { return null; }
  },
  set(key, value) {
    try { localStorage.setItem(key, value); } catch { /* refused */ }
  },
};

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const status = document.body.appendChild(element("div", { class: "visually-hidden", role: "status" }));

// Color scheme: system, light, dark, and round again.
function schemeSwitch(button) {
  const schemes = ["system", "light", "dark"];
  const show = (scheme) => {
    button.dataset.shown = scheme;
    button.title = `Color scheme: ${scheme}`;
    button.setAttribute("aria-label", button.title);
  };
  show(root.dataset.scheme ?? "system");
  button.addEventListener("click", () => {
    const scheme = schemes[(schemes.indexOf(button.dataset.shown) + 1) % schemes.length];
    if (scheme === "system") delete root.dataset.scheme;
    else root.dataset.scheme = scheme;
    memory.set("galley-scheme", scheme);
    show(scheme);
    status.textContent = button.title;
  });
}

// The chapter list on narrow screens. Everything else is inert while it is open, so focus stays inside.
function drawer(button, panel) {
  const others = all(".skip, .header, .toc, main, .footer");
  const closer = panel.querySelector(".close");
  const asDialog = { role: "dialog", "aria-modal": "true", "aria-label": "Chapters" };
  const isOpen = () => root.hasAttribute("data-drawer");
  const set = (open) => {
    root.toggleAttribute("data-drawer", open);
    button.setAttribute("aria-expanded", open);
    for (const other of others) other.inert = open;
    for (const [key, value] of Object.entries(asDialog)) {
      if (open) panel.setAttribute(key, value);
      else panel.removeAttribute(key);
    }
  };
  const close = () => {
    if (!isOpen()) return;
    set(false);
    button.focus();
  };
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    set(true);
    closer.focus();
  });
  closer.addEventListener("click", close);
  addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  addEventListener("click", (event) => {
    if (isOpen() && (!panel.contains(event.target) || event.target.closest("a"))) close();
  });
  matchMedia("(min-width: 64rem)").addEventListener("change", () => set(false));
}

// What a reader wants in a terminal: the commands, neither their prompts nor what they print.
function commandText(code) {
  let wasKept = true;
  const lines = all(".line", code).filter((line) => {
    const isOutput = line.querySelector(".t-ou") !== null;
    const isBlank = line.textContent.trim() === "";
    wasKept = line.querySelector(".t-pr") !== null || (!isOutput && (!isBlank || wasKept));
    return wasKept;
  });
  return lines.map((line) => {
    const copy = line.cloneNode(true);
    for (const part of all(".t-pr, .t-ou", copy)) part.remove();
    return copy.textContent;
  }).join("\n").trimEnd();
}

async function toClipboard(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Plain HTTP has no clipboard object.
  const area = document.body.appendChild(element("textarea", { class: "visually-hidden" }));
  area.value = text;
  area.select();
  const isDone = document.execCommand("copy");
  area.remove();
  if (!isDone) throw new Error("refused");
}

// Says for two seconds that something was copied, or that the browser refused.
async function copy(text, button, done) {
  try {
    await toClipboard(text);
    status.textContent = done;
    button.classList.add("copied");
  } catch {
    status.textContent = "The browser refused to copy";
  }
  setTimeout(() => {
    status.textContent = "";
    button.classList.remove("copied");
  }, 2000);
}

function copyButton(figure, tools) {
  const code = figure.querySelector("code");
  if (!code || commandText(code) === "") return;
  const title = figure.querySelector(".code-title")?.textContent;
  const label = title ? `Copy code: ${title}` : "Copy code";
  const button = element("button", { type: "button", class: "copy", "aria-label": label, title: "Copy" });
  button.addEventListener("click", () => copy(commandText(code), button, "Copied"));
  tools.append(button);
}

// Long lines: a switch where code is wider than its frame. One choice holds for all code, and is remembered.
function wrapSwitches(figures) {
  const frames = figures.map(({ figure, tools }) => {
    const button = element("button", { type: "button", class: "wrap", "aria-label": "Wrap long lines", title: "Wrap long lines", hidden: "" });
    button.addEventListener("click", () => {
      const before = figure.getBoundingClientRect().top;
      const wraps = root.toggleAttribute("data-wrap");
      memory.set("galley-wrap", wraps ? "1" : "");
      show();
      scrollBy({ top: figure.getBoundingClientRect().top - before, behavior: "instant" });
    });
    const language = figure.querySelector(".code-title + .code-language");
    if (language) language.before(button);
    else tools.prepend(button);
    return { pre: figure.querySelector("pre"), button };
  });
  const show = () => {
    const wraps = root.hasAttribute("data-wrap");
    for (const { button } of frames) button.setAttribute("aria-pressed", wraps);
  };
  root.toggleAttribute("data-wrap", memory.get("galley-wrap") === "1");
  show();
  // A frame is measured when its size changes, and once in the beginning; wrapped code tells nothing of its width.
  const observer = new ResizeObserver((entries) => {
    if (root.hasAttribute("data-wrap")) {
      for (const { button } of frames) button.hidden = false;
      return;
    }
    for (const { target } of entries) {
      const frame = frames.find(({ pre }) => pre === target);
      frame.button.hidden = target.scrollWidth <= target.clientWidth;
    }
  });
  for (const { pre } of frames) observer.observe(pre);
}

function codeTools(figures) {
  const ready = figures.map((figure) => {
    const tools = element("span", { class: "code-tools" });
    copyButton(figure, tools);
    figure.querySelector("figcaption").append(tools);
    return { figure, tools };
  });
  wrapSwitches(ready);
}

// The sign at a heading leads to it as any link does, and copies its address.
function anchors(links) {
  for (const link of links) link.addEventListener("click", () => copy(link.href, link, "Link copied"));
}

// A session plays back line by line, as it ran. The text stays where it is, and stays readable to those who listen.
function player(figure) {
  const lines = all(".line", figure);
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)");
  const button = element("button", { type: "button", class: "play" });
  let run = 0, isPlaying = false;
  const settle = () => {
    run += 1;
    isPlaying = false;
    for (const line of lines) line.classList.remove("waiting");
    for (const animation of figure.getAnimations({ subtree: true })) animation.cancel();
    button.textContent = "Play";
  };
  const play = async () => {
    const own = ++run;
    const isOver = () => own !== run;
    isPlaying = true;
    button.textContent = "Show all";
    for (const line of lines) line.classList.add("waiting");
    for (const line of lines) {
      const isOutput = line.querySelector(".t-ou") !== null;
      await new Promise((done) => setTimeout(done, isOutput ? 250 : 600));
      if (isOver()) return;
      line.classList.remove("waiting");
      if (isOutput || isCalm.matches) continue;
      const length = line.textContent.length;
      const hidden = { clipPath: "inset(0 100% 0 0)" }, shown = { clipPath: "inset(0 0 0 0)" };
      const typing = line.animate([hidden, shown], { duration: Math.min(length * 18, 1800), easing: `steps(${length})` });
      await typing.finished.catch(() => {});
      if (isOver()) return;
    }
    settle();
  };
  settle();
  button.addEventListener("click", () => (isPlaying ? settle() : play()));
  figure.querySelector("figcaption").append(button);
}

// Tabs: sections become panels under one list. Groups that share a title move together and are remembered.
function tabs(containers) {
  const remembered = (memory.get("galley-tabs") ?? "").split("\n");
  const groups = containers.map((container, g) => {
    const panels = all(":scope > .tab", container);
    const list = element("div", { class: "tab-list", role: "tablist" });
    const buttons = panels.map((panel, i) => {
      panel.id ||= `galley-tab-${g + 1}-${i + 1}`;
      const button = element("button", { type: "button", role: "tab", id: `${panel.id}-title`, "aria-controls": panel.id });
      button.textContent = panel.dataset.title;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", button.id);
      button.addEventListener("click", () => choose(panel.dataset.title, container));
      panel.addEventListener("beforematch", () => choose(panel.dataset.title, container));
      return button;
    });
    list.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const at = buttons.indexOf(document.activeElement);
      const to = event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1 : at + step;
      const button = buttons[(to + buttons.length) % buttons.length];
      if (!button) return;
      event.preventDefault();
      button.focus();
      button.click();
    });
    list.append(...buttons);
    container.prepend(list);
    container.classList.add("ready");
    const show = (title) => panels.forEach((panel, i) => {
      const isShown = panel.dataset.title === title;
      if (isShown) panel.removeAttribute("hidden");
      else panel.setAttribute("hidden", "until-found");
      buttons[i].setAttribute("aria-selected", isShown);
      buttons[i].tabIndex = isShown ? 0 : -1;
    });
    const titles = panels.map((panel) => panel.dataset.title);
    show(remembered.find((title) => titles.includes(title)) ?? titles[0]);
    return { titles, show };
  });
  function choose(title, container) {
    const before = container.getBoundingClientRect().top;
    for (const group of groups) if (group.titles.includes(title)) group.show(title);
    scrollBy({ top: container.getBoundingClientRect().top - before, behavior: "instant" });
    remembered.splice(0, remembered.length, title, ...remembered.filter((other) => other !== title).slice(0, 19));
    memory.set("galley-tabs", remembered.join("\n"));
  }
  // An address may name something inside a panel that is hidden.
  const reveal = () => {
    const target = named(location.hash);
    const panel = target?.closest(".tab[hidden]");
    if (!panel) return;
    choose(panel.dataset.title, panel.parentElement);
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
}

// The table of contents marks the section being read. Headings lie in order, so a binary search finds it.
function scrollSpy(toc) {
  const details = toc.querySelector("details");
  const fold = () => { details.open = isWide.matches; };
  fold();
  isWide.addEventListener("change", fold);
  toc.classList.add("ready");
  toc.addEventListener("click", (event) => {
    if (!isWide.matches && event.target.closest("a")) details.open = false;
  });

  const entries = all("a", toc)
    .map((link) => ({ link, heading: named(link.hash) }))
    .filter((entry) => entry.heading);
  let current;
  const mark = () => {
    let low = 0, high = entries.length;
    const isAtEnd = innerHeight + scrollY >= root.scrollHeight - 2;
    const line = isAtEnd ? innerHeight : Math.min(innerHeight / 4, 160);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (entries[middle].heading.getBoundingClientRect().top <= line) low = middle + 1;
      else high = middle;
    }
    const found = entries[low - 1];
    if (found === current) return;
    current?.link.removeAttribute("aria-current");
    for (const item of all("li.open", toc)) item.classList.remove("open");
    current = found;
    if (!found) return;
    found.link.setAttribute("aria-current", "location");
    for (let item = found.link.closest("li"); item; item = item.parentElement.closest("li")) item.classList.add("open");
    keepInView(toc, found.link);
  };
  addEventListener("scroll", mark, { passive: true });
  mark();
}

// Scrolls a column, never the page.
function keepInView(column, item) {
  const outer = column.getBoundingClientRect(), inner = item.getBoundingClientRect();
  if (inner.top < outer.top + 48 || inner.bottom > outer.bottom - 48) {
    column.scrollTop += inner.top - outer.top - outer.height / 3;
  }
}

// A footnote shows beside its mark on hover and focus; the mark stays a link to it.
function footnotes(references) {
  const box = document.body.appendChild(element("div", { class: "footnote-box", "aria-hidden": "true", hidden: "" }));
  let timer;
  const hide = () => { box.hidden = true; };
  const show = (reference, note) => {
    box.replaceChildren(...note.cloneNode(true).childNodes);
    for (const back of all(".footnote-back", box)) back.remove();
    for (const link of all("a", box)) link.tabIndex = -1;
    for (const part of all("[id]", box)) part.removeAttribute("id");
    box.hidden = false;
    const at = reference.getBoundingClientRect(), size = box.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left - 16, root.clientWidth - size.width - 8));
    const hasRoomBelow = at.bottom + size.height + 8 < innerHeight;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${(hasRoomBelow ? at.bottom + 6 : at.top - size.height - 6) + scrollY}px`;
  };
  const later = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
  for (const reference of references) {
    const note = named(reference.hash);
    if (!note) continue;
    reference.setAttribute("aria-describedby", note.id);
    reference.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") later(() => show(reference, note), 150);
    });
    reference.addEventListener("pointerleave", () => later(hide, 200));
    reference.addEventListener("focus", () => { if (reference.matches(":focus-visible")) show(reference, note); });
    reference.addEventListener("blur", hide);
    reference.addEventListener("click", hide);
  }
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", () => later(hide, 200));
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
}

const panel = document.querySelector(".sidebar");
const menu = document.querySelector(".menu");
const toc = document.querySelector(".toc:not([hidden])");
all(".scheme").forEach(schemeSwitch);
if (panel && menu) drawer(menu, panel);
const currentItem = panel?.querySelector("[aria-current]");
if (currentItem) keepInView(panel, currentItem);
codeTools(all("figure.code"));
all("figure.code[data-play]").forEach(player);
anchors(all(".anchor"));
tabs(all(".tabs"));
if (toc) scrollSpy(toc);
footnotes(all(".footnote-ref a"));
