"use strict";
// Cards by keyboard: one stop in the order of Tab, arrows between cards, Enter selects, Escape clears.
(() => {
  const map = remit.map;
  const levels = document.getElementById("levels");
  const all = [...levels.querySelectorAll("button.card")];
  let current = null;

  function hold(button) {
    if (current) current.tabIndex = -1;
    current = button;
    if (current) current.tabIndex = 0;
  }
  const seen = (button) => button.getClientRects().length > 0;
  function first() {
    if (!current || !seen(current)) hold(all.find(seen) ?? null);
  }

  const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  // the nearest card in the direction, what lies straight ahead before what lies aside
  function next(from, [dx, dy]) {
    const a = from.getBoundingClientRect();
    let best = null;
    for (const button of all) {
      if (button === from || !seen(button)) continue;
      const b = button.getBoundingClientRect();
      const ahead = dx ? (dx > 0 ? b.left - a.right : a.left - b.right) : dy > 0 ? b.top - a.bottom : a.top - b.bottom;
      if (ahead < -2) continue;
      const aside = dx ? Math.max(0, b.top - a.bottom, a.top - b.bottom) : Math.max(0, b.left - a.right, a.left - b.right);
      const off = dx ? Math.abs(b.top - a.top) : Math.abs(b.left - a.left);
      const price = ahead + aside * 6 + off * 0.2;
      if (!best || price < best.price) best = { button, price };
    }
    return best?.button;
  }

  for (const button of all) button.tabIndex = -1;
  levels.addEventListener("focusin", (event) => {
    const button = event.target.closest("button.card");
    if (button) hold(button);
  });
  levels.addEventListener("keydown", (event) => {
    const button = event.target.closest("button.card");
    if (!button) return;
    const way = DIRECTIONS[event.key];
    const to = way ? next(button, way) : event.key === "Home" ? all.find(seen) : event.key === "End" ? all.filter(seen).pop() : null;
    if (way || to) event.preventDefault();
    if (!to) return;
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  levels.addEventListener("click", (event) => {
    const card = event.target.closest("button.card");
    const column = event.target.closest("[data-columns]");
    const { selection } = map.state;
    if (card) map.select(...(selection?.kind === "card" && selection.id === card.dataset.card ? [null] : ["card", card.dataset.card]));
    else if (column) map.select("column", Number(column.dataset.columns));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && map.state.selection) map.clear();
  });
  map.on("filter", first);
  first();
})();
