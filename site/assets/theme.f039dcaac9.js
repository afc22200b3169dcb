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
  if (root.dataset.redirect) {
    // Sections that moved elsewhere: `old=new.html#section`, parted by blanks.
    const moved = (root.dataset.anchors ?? "").split(" ").find((entry) => entry.startsWith(location.hash.slice(1) + "="));
    const target = location.hash && moved ? moved.slice(moved.indexOf("=") + 1) : root.dataset.redirect;
    location.replace(target.includes("#") ? target : target + location.hash);
  }
})();
