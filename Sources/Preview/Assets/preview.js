// The preview's part of a page: follows the sources, shows findings, and lets readers of queries try them.
(() => {
// The page as the server sent it, with its digest: this is the first of the scripts that wait for it, and those of the theme
// change it after this. What differs between two of these is what changed; the page that shows is touched there only.
const sent = { digest: document.currentScript.dataset.page, document: document.cloneNode(true) };
document.addEventListener("DOMContentLoaded", () => {
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
};

// Following the sources.

async function fetchPage() {
  const headers = { "If-None-Match": `"${sent.digest}"` };
  const response = await fetch(location.pathname + location.search, { cache: "no-store", headers });
  if (response.status === 304 || !response.ok) return null;
  const tag = (response.headers.get("ETag") ?? "").replaceAll('"', "");
  return { digest: tag, document: new DOMParser().parseFromString(await response.text(), "text/html") };
}

let isUpdating = false, isStale = false, mayReload = true;
async function update() {
  if (isUpdating) { isStale = true; return; }
  isUpdating = true;
  try {
    do {
      isStale = false;
      const page = await fetchPage();
      if (!page) { mayReload = true; continue; }
      // A page that is another each time it is asked for would load for ever.
      if (!applied(sent.document, page.document) && mayReload) return reload();
      mayReload = true;
      Object.assign(sent, page);
      document.dispatchEvent(new CustomEvent("galley:updated"));
    } while (isStale);
  } catch { /* the server is gone; the event stream says when it is back */ } finally { isUpdating = false; }
}

// Makes the page that shows what the new one is. False where that takes a new beginning: the theme's scripts set up what
// they find once.
function applied(from, to) {
  const own = (node) => node.getAttribute("href")?.startsWith("/-/") || node.getAttribute("src")?.startsWith("/-/");
  const sources = (page, selector) => all(selector, page.head).filter((node) => !own(node));
  const same = (a, b) => a.length === b.length && a.every((node, i) => node.outerHTML === b[i].outerHTML);
  if (!same(sources(from, "script"), sources(to, "script"))) return false;
  if (from.body.className !== to.body.className || from.documentElement.lang !== to.documentElement.lang) return false;
  const styles = [from, to].map((page) => sources(page, "link[rel=stylesheet]"));
  if (styles[0].length !== styles[1].length) return false;
  const edits = [];
  if (!compare(from.body, to.body, document.body, edits)) return false;
  styles[0].forEach((old, i) => { if (old.outerHTML !== styles[1][i].outerHTML) swapStyle(old, styles[1][i]); });
  document.title = to.title;
  for (const edit of edits) edit();
  return true;
}

// A style sheet takes the place of another when it is there, so that nothing shows without style.
function swapStyle(old, next) {
  const shown = all("link[rel=stylesheet]", document.head).find((link) => link.getAttribute("href") === old.getAttribute("href"));
  if (!shown) return;
  const link = document.importNode(next);
  link.addEventListener("load", () => shown.remove(), { once: true });
  link.addEventListener("error", () => link.remove(), { once: true });
  shown.after(link);
}

// Compares frames of the page down to its text, and notes what is to be done to the page that shows.
function compare(from, to, shown, edits) {
  const [old, next] = [[...from.children], [...to.children]];
  // Scripts add to the end of the body only.
  const live = [...shown.children].slice(0, from === sent.document.body ? old.length : undefined);
  if (old.length !== next.length || live.length !== old.length) return false;
  for (let i = 0; i < old.length; i++) {
    if (old[i].outerHTML === next[i].outerHTML) continue;
    if (old[i].matches(".content")) {
      if (!compareBlocks(old[i], next[i], live[i], edits)) return false;
    } else if (old[i].matches("main, .layout")) {
      if (!compare(old[i], next[i], live[i], edits)) return false;
    } else if (old[i].matches("main > *, footer")) {
      edits.push(() => live[i].replaceWith(document.importNode(next[i], true)));
    } else return false;
  }
  return true;
}

function compareBlocks(from, to, shown, edits) {
  const [before, after] = [from.cloneNode(true), to.cloneNode(true)];
  compareFigures(before, after, shown, edits);
  const [old, next] = [[...before.children], [...after.children]];
  const live = [...shown.children];
  if (live.length !== old.length) return false;
  const equal = (i, j) => old[i].outerHTML === next[j].outerHTML;
  let start = 0, end = 0;
  while (start < Math.min(old.length, next.length) && equal(start, start)) start++;
  while (end < Math.min(old.length, next.length) - start && equal(old.length - 1 - end, next.length - 1 - end)) end++;
  const gone = live.slice(start, live.length - end), come = [...to.children].slice(start, next.length - end);
  // These are set up by the theme's scripts.
  if (come.some((block) => block.matches("figure.code, .tabs") || block.querySelector("figure.code, .tabs, .footnote-ref"))) return false;
  edits.push(() => {
    const place = live[live.length - end] ?? null;
    const open = gone.flatMap((block) => [...(block.matches("details") ? [block] : []), ...all("details", block)]).map((d) => d.open);
    for (const block of gone) block.remove();
    const made = come.map((block) => document.importNode(block, true));
    for (const block of made) shown.insertBefore(block, place);
    made.flatMap((block) => [...(block.matches("details") ? [block] : []), ...all("details", block)])
      .forEach((d, i) => { if (open[i] !== undefined) d.open = open[i]; });
  });
  return true;
}

// Code and what is known of it change in their place, so that buttons and panels stay.
function compareFigures(before, after, shown, edits) {
  const [old, next, live] = [before, after, shown].map((part) => all("figure.code", part));
  if (old.length !== next.length || live.length !== old.length) return;
  const foot = (figure) => { const after = []; for (let n = figure.querySelector("pre")?.nextElementSibling; n; n = n.nextElementSibling) after.push(n); return after; };
  const text = (nodes) => nodes.map((node) => node.outerHTML).join("");
  old.forEach((figure, i) => {
    const other = next[i], caption = (f) => f.querySelector("figcaption")?.outerHTML;
    const attributes = (f) => [...f.attributes].map((a) => `${a.name}=${a.value}`).join("\n");
    if (attributes(figure) !== attributes(other) || caption(figure) !== caption(other)) return;
    const [code, changed] = [figure.querySelector("code"), other.querySelector("code")];
    if (!code || !changed) return;
    if (code.innerHTML !== changed.innerHTML) {
      const html = changed.cloneNode(true);
      edits.push(() => live[i].querySelector("code").replaceChildren(...document.importNode(html, true).childNodes));
    }
    const [oldFoot, newFoot] = [foot(figure), foot(other)];
    if (text(oldFoot) !== text(newFoot)) {
      const nodes = newFoot.map((node) => node.cloneNode(true));
      edits.push(() => {
        const gone = foot(live[i]).filter((node) => !node.matches(".galley-try"));
        const made = nodes.map((node) => document.importNode(node, true));
        gone.forEach((node, j) => { if (node.open && made[j]) made[j].open = true; node.remove(); });
        live[i].querySelector("pre").after(...made);
      });
    }
    // What was told is no difference any more.
    figure.replaceChildren();
    other.replaceChildren();
  });
}

// A new beginning, at the place where the reader is.
const memoryKey = "galley-preview";
// Badges come and go, so those are told by their example.
const parts = () => all("main details:not(.proof-line, .galley-try details), .toc details");
const badge = (name) => document.querySelector(`figure[data-snippet="${CSS.escape(name)}"] > .proof-line`);
function reload() {
  const details = parts().map((part) => part.open);
  const badges = all("figure[data-snippet]").filter((figure) => figure.querySelector(".proof-line")?.open).map((figure) => figure.dataset.snippet);
  const panels = trials.map((trial) => trial.state());
  try {
    sessionStorage.setItem(memoryKey, JSON.stringify({ path: location.pathname, y: scrollY, details, badges, panels }));
    history.scrollRestoration = "manual";
  } catch { /* refused: the reader scrolls */ }
  location.reload();
}

function restore() {
  let state = null;
  try {
    state = JSON.parse(sessionStorage.getItem(memoryKey));
    sessionStorage.removeItem(memoryKey);
    history.scrollRestoration = "auto";
  } catch { return false; }
  if (state?.path !== location.pathname) return false;
  const details = parts();
  for (const name of state.badges) if (badge(name)) badge(name).open = true;
  if (details.length === state.details.length) details.forEach((part, i) => { part.open = state.details[i]; });
  trials.forEach((trial, i) => { if (state.panels[i]) trial.restore(state.panels[i]); });
  scrollTo({ top: state.y, behavior: "instant" });
  return true;
}

// Findings.

const overlay = document.body.appendChild(element("aside", { class: "galley-preview", "aria-label": "Preview" }));
let dismissed = "", shownFindings = null, isOpen = false;

function count(list, one) { return `${list.length} ${one}${list.length === 1 ? "" : "s"}`; }

function show(findings) {
  shownFindings = findings;
  const { errors, remarks } = findings;
  const signature = JSON.stringify(errors.map((error) => [error.rule, error.message]));
  if (errors.length === 0) dismissed = "";
  if (errors.length > 0 && signature !== dismissed) isOpen = true;
  if (errors.length + remarks.length === 0) { isOpen = false; overlay.replaceChildren(); return; }
  const list = [...errors, ...remarks];
  const level = list.some((f) => f.severity === "error") ? "error" : list.some((f) => f.severity === "warning") ? "warning" : "note";
  const words = count(list, "finding");
  if (!isOpen) {
    const pill = element("button", { type: "button", class: "galley-pill", "data-level": level, "aria-expanded": "false" }, words);
    pill.addEventListener("click", () => { isOpen = true; show(shownFindings); overlay.querySelector("button")?.focus(); });
    overlay.replaceChildren(pill);
    return;
  }
  const close = element("button", { type: "button" }, "Close");
  close.addEventListener("click", () => { isOpen = false; dismissed = signature; show(shownFindings); overlay.querySelector("button")?.focus(); });
  const explanation = errors.length > 0 ? element("p", { role: "status" }, "What has errors shows as it was before them.") : null;
  const scroll = overlay.querySelector(".galley-findings")?.scrollTop ?? 0;
  const findingsList = element("ul", { class: "galley-findings" }, ...list.map(finding));
  overlay.replaceChildren(element("section", { class: "galley-sheet", "data-level": level, "aria-label": words },
    element("div", { class: "galley-sheet-head" }, element("h2", {}, words), explanation, close), findingsList));
  findingsList.scrollTop = scroll;
}

// Messages set names between backticks.
const prose = (text) => text.split("`").map((part, i) => (i % 2 ? element("code", {}, part) : part));

function finding(f) {
  const from = f.from.map((place) => ` included from ${place}`).join(",");
  const item = element("li", { "data-level": f.severity },
    element("p", { class: "galley-message", "data-severity": f.severity }, ...prose(f.message)),
    element("p", { class: "galley-place" }, element("a", { href: f.address }, f.place), element("span", {}, `${from} · ${f.rule}`)));
  if (f.text !== undefined) {
    const margin = " ".repeat(String(f.line).length);
    item.append(element("pre", { class: "galley-frame" },
      element("i", {}, `${f.line} │ `), f.text, "\n", element("i", {}, `${margin} │ `), element("b", {}, f.carets + (f.label ? ` ${f.label}` : ""))));
  }
  for (const note of f.notes) item.append(element("p", { class: "galley-aside" }, ...prose(note)));
  if (f.help) item.append(element("p", { class: "galley-aside" }, "Help: ", ...prose(f.help)));
  return item;
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && isOpen) overlay.querySelector(".galley-sheet-head button")?.click();
});

// The event stream. A browser opens only a few at a time to one server, so pages that nobody sees have none.

let events = null;
function listen() {
  if (document.hidden) { events?.close(); events = null; return; }
  if (events) return;
  events = new EventSource(`/-/events?page=${encodeURIComponent(location.pathname)}`);
  events.addEventListener("message", (event) => {
    document.documentElement.dataset.preview = "on";
    show(JSON.parse(event.data));
    update();
  });
  events.addEventListener("error", () => {
    document.documentElement.dataset.preview = "off";
    // A refused stream is not tried again by the browser itself.
    if (events?.readyState === EventSource.CLOSED) { events = null; setTimeout(listen, 5000); }
    if (isOpen) return;
    overlay.replaceChildren(element("p", { class: "galley-pill", "data-level": "away", role: "status" }, "The preview is not running"));
  });
}
document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => { events?.close(); events = null; });
addEventListener("pageshow", (event) => { if (event.persisted) listen(); });

// Try it: a panel below each query.

const trials = all('figure.code[data-language="logql"]').map(trial);

function trial(figure, index) {
  const button = element("button", { type: "button", class: "galley-try-button", "aria-expanded": "false" }, "Try it");
  figure.querySelector("figcaption").append(button);
  let panel = null, form = "chart", answer = null, asked = 0, timer;
  const written = () => all(".line", figure.querySelector("code")).map((line) => line.textContent).join("\n");

  const open = (text) => {
    const input = element("textarea", { spellcheck: "false", wrap: "off", autocapitalize: "off", autocomplete: "off", "aria-label": "Query" });
    input.value = text ?? written();
    input.setSelectionRange(0, 0);
    const status = element("p", { role: "status" });
    const forms = ["chart", "table"].map((name) => {
      const choice = element("button", { type: "button", hidden: "", "aria-pressed": String(name === form) }, name === "chart" ? "Chart" : "Table");
      choice.addEventListener("click", () => { form = name; draw(); });
      return choice;
    });
    panel = element("div", { class: "galley-try", id: `galley-try-${index}` }, input, element("ul"),
      element("div", { class: "galley-try-status" }, status, ...forms), element("div", { class: "galley-try-result", tabindex: "0", role: "region", "aria-label": "Result" }));
    figure.append(panel);
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-controls", panel.id);
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
    ask();
    return input;
  };
  const close = () => {
    clearTimeout(timer);
    panel?.remove();
    panel = null;
    button.setAttribute("aria-expanded", "false");
  };

  async function ask() {
    const number = ++asked;
    panel.dataset.busy = "";
    let found;
    try {
      const response = await fetch("/-/try", { method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ query: panel.querySelector("textarea").value, dataset: figure.dataset.dataset }) });
      found = response.ok ? await response.json() : { findings: [], answers: [], error: (await response.text()).trim() };
    } catch { found = { findings: [], answers: [], error: "the preview is not running" }; }
    if (number !== asked || !panel) return;
    delete panel.dataset.busy;
    answer = found;
    draw();
  }

  function draw() {
    const input = panel.querySelector("textarea");
    panel.querySelector("ul").replaceChildren(...answer.findings.map((f) => {
      const place = element("button", { type: "button", title: f.rule }, element("b", {}, f.severity), " ", ...prose(f.message));
      place.addEventListener("click", () => { input.focus(); input.setSelectionRange(f.start, f.end); });
      return element("li", { "data-level": f.severity }, place, f.help ? element("span", {}, " – ", ...prose(f.help)) : null);
    }));
    const result = panel.querySelector(".galley-try-result"), status = panel.querySelector("p");
    const data = answer.answers.map((one) => one.data ?? { resultType: "none", result: [] });
    const isMetric = data.length === 2 && data[1].resultType === "matrix" && data[1].result.length > 0;
    all(".galley-try-status button", panel).forEach((choice, i) => {
      choice.hidden = !isMetric;
      choice.setAttribute("aria-pressed", String((i === 0) === (form === "chart")));
    });
    if (answer.error) { status.textContent = answer.error; result.replaceChildren(); return; }
    // Who is in the midst of a word keeps the last result in sight, told to be that.
    panel.toggleAttribute("data-stale", data.length === 0 && result.hasChildNodes());
    if (data.length === 0) {
      status.textContent = "Not run: Loki would refuse the query." + (result.hasChildNodes() ? " Below is what the one before it found." : "");
      return;
    }
    const drawn = isMetric && form === "chart" ? chart(data[1].result) : table(data[0]);
    status.textContent = drawn.words;
    result.replaceChildren(...drawn.nodes);
  }

  button.addEventListener("click", () => { if (panel) close(); else open().focus(); });
  return {
    state: () => (panel ? { text: panel.querySelector("textarea").value, form } : null),
    restore: (state) => { form = state.form; open(state.text); },
  };
}

const clock = (milliseconds) => new Date(milliseconds).toISOString().slice(11, 23);
const labelText = (labels) => Object.entries(labels).map(([name, value]) => `${name}="${value}"`).join(", ");
const number = (text) => {
  const value = Number(text);
  return Number.isFinite(value) ? value.toLocaleString("en", { maximumSignificantDigits: 6 }) : text;
};

// The server sends no more.
const seriesCount = (series) => (series.length === 100 ? "The first 100 series" : `${series.length} series`);

function table(data) {
  const grid = (heads, rows) => element("table", {},
    element("thead", {}, element("tr", {}, ...heads.map(([title, kind]) => element("th", { scope: "col", class: kind ?? null }, title)))),
    element("tbody", {}, ...rows.map((cells) => element("tr", {}, ...cells.map((text, i) => element("td", { class: heads[i][1] ?? null }, text))))));
  if (data.resultType === "streams") {
    const lines = data.result.flatMap(({ stream, values }) => values.map(([time, line]) => ({ time, line, stream })));
    lines.sort((a, b) => (BigInt(a.time) < BigInt(b.time) ? 1 : BigInt(a.time) > BigInt(b.time) ? -1 : 0));
    // Labels take one line below that of the log, and open to show whole.
    const rows = lines.map(({ time, line, stream }) => {
      const whole = element("div", {}, line, element("details", {}, element("summary", {}, labelText(stream))));
      return [clock(Number(BigInt(time) / 1000000n)), whole];
    });
    const words = lines.length === 200 ? "The newest 200 lines" : count(lines, "line");
    return { words, nodes: lines.length ? [grid([["Time (UTC)", "time"], ["Line", "log"]], rows)] : [] };
  }
  if (data.resultType === "scalar") return { words: number(data.result[1]), nodes: [] };
  const names = [...new Set(data.result.flatMap(({ metric }) => Object.keys(metric)))];
  const rows = data.result.map(({ metric, value }) => [...names.map((name) => metric[name] ?? ""), number(value[1])]);
  return { words: `${seriesCount(data.result)} at the dataset's end`, nodes: rows.length ? [grid([...names.map((name) => [name]), ["Value", "number"]], rows)] : [] };
}

function chart(series) {
  const svg = (name, attributes, text) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const most = 6;
  const peak = (one) => Math.max(...one.values.map(([, value]) => Number(value)).filter(Number.isFinite), -Infinity);
  const lines = [...series].sort((a, b) => peak(b) - peak(a)).slice(0, most);
  const points = lines.flatMap((one) => one.values).map(([time, value]) => [time, Number(value)]).filter(([, value]) => Number.isFinite(value));
  const [width, height, left, bottom] = [680, 200, 52, 22];
  const times = points.map(([time]) => time), values = points.map(([, value]) => value);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const low = Math.min(0, ...values), top = Math.max(...values, low + Number.EPSILON);
  // Steps of 1, 2 or 5 times a power of ten, four of them or so.
  const rough = (top - low) / 4, power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? rough;
  const high = Math.ceil(top / step) * step;
  const x = (time) => left + (last === first ? 0.5 : (time - first) / (last - first)) * (width - left);
  const y = (value) => (1 - (value - low) / (high - low)) * (height - bottom - 8) + 8;
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${lines.length} series over time` });
  for (let value = Math.ceil(low / step) * step; value <= high + step / 2; value += step) {
    drawing.append(svg("line", { class: "grid", x1: left, x2: width, y1: y(value), y2: y(value) }),
      svg("text", { x: left - 8, y: y(value) + 4, "text-anchor": "end" }, number(Number(value.toPrecision(6)))));
  }
  for (let i = 0; i <= 4 && last > first; i++) {
    const time = first + ((last - first) * i) / 4;
    drawing.append(svg("text", { x: x(time), y: height - 4, "text-anchor": i === 0 ? "start" : i === 4 ? "end" : "middle" }, clock(time * 1000).slice(0, 8)));
  }
  lines.forEach((one, i) => {
    const place = one.values.filter(([, value]) => Number.isFinite(Number(value))).map(([time, value]) => [x(time).toFixed(1), y(Number(value)).toFixed(1)]);
    const group = svg("g", { class: `galley-line-${i + 1}` });
    group.append(place.length > 1 ? svg("path", { d: "M" + place.map((point) => point.join(" ")).join("L") })
      : svg("circle", { cx: place[0]?.[0] ?? 0, cy: place[0]?.[1] ?? 0, r: 2.5 }));
    drawing.append(group);
  });
  const key = element("ul", { class: "galley-key" }, ...lines.map((one, i) => element("li", { class: `galley-line-${i + 1}` }, labelText(one.metric) || "all")));
  const rest = series.length > most ? `, the ${most} highest shown` : "";
  return { words: `${seriesCount(series)}${rest}, times in UTC`, nodes: [element("div", { class: "galley-try-chart" }, drawing, key)] };
}

mayReload = !restore();
listen();
update();
});
})();
