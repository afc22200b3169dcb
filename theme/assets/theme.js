// Runs before the first paint: says that scripts run, applies the color scheme the reader chose, and
// carries the anchor of an old address over to the new one.
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  try {
    const scheme = localStorage.getItem("galley-scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch {
    // Storage may be refused; the system's scheme is then the only one.
  }
  if (root.dataset.redirect) location.replace(root.dataset.redirect + location.hash);
})();
