// Opens the search: by its button, by "/", and by Ctrl-K or ⌘K. All else is loaded when it is first asked for.
(() => {
  const button = document.querySelector(".search-button");
  if (!button) return;

  let dialog;
  const load = () => dialog ??= Promise.all(button.dataset.scripts.split(" ").map((address) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    // In the order of the list.
    script.async = false;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  })));

  // What is typed while the scripts are on their way: it is meant for the field that opens.
  let typed;
  const keep = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Backspace") typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const open = async () => {
    if (typed !== undefined) return;
    typed = "";
    addEventListener("keydown", keep, { capture: true });
    try {
      await load();
      galleySearch.open(button, typed);
    } catch {
      dialog = undefined;
      button.title = "The search could not be loaded";
    }
    removeEventListener("keydown", keep, { capture: true });
    typed = undefined;
  };

  const isWriting = (target) => target.isContentEditable || target.matches?.("input, textarea, select");
  button.addEventListener("pointerenter", load, { once: true });
  button.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target);
    const isCommandK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isSlash && !isCommandK) return;
    event.preventDefault();
    open();
  });
})();
