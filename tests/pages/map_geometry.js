// What is wrong in the layout of the map page, and how much is drawn; read by test_map_page.py.
() => {
  const inner = (a, b, gap) => a.left < b.right - gap && b.left < a.right - gap && a.top < b.bottom - gap && b.top < a.bottom - gap;
  const cards = [...document.querySelectorAll("button.card")].filter((one) => one.getClientRects().length);
  const boxes = cards.map((one) => ({ id: one.dataset.card, box: one.getBoundingClientRect() }));
  const origin = document.getElementById("sheet").getBoundingClientRect();
  const found = { overlaps: [], cut: [], under: [], covered: [], edges: 0, lit: 0, labels: 0 };
  boxes.forEach((a, n) => boxes.slice(n + 1).forEach((b) => { if (inner(a.box, b.box, 0.5)) found.overlaps.push([a.id, b.id]); }));
  for (const one of document.querySelectorAll("#levels .card, #levels .name, #levels th, #levels .more, #levels .told, .finding, .legend .item")) {
    if (one.getClientRects().length && (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline")) found.cut.push(one.textContent.trim().slice(0, 60));
  }
  // what sticks out of the list, or of the page
  const list = document.getElementById("finding-scroll");
  if (list.scrollWidth > list.clientWidth + 1) found.cut.push("the list of findings");
  if (document.documentElement.scrollWidth > innerWidth) found.cut.push("the page");
  for (const path of document.querySelectorAll("#edges .edge")) {
    found.edges += 1;
    const points = JSON.parse(path.dataset.points).map(([x, y]) => [x + origin.left, y + origin.top]);
    if (path.classList.contains("lit")) found.lit += 1;
    for (let at = 0; at + 1 < points.length; at += 1) {
      const [a, b] = [points[at], points[at + 1]];
      const line = { left: Math.min(a[0], b[0]), right: Math.max(a[0], b[0]), top: Math.min(a[1], b[1]), bottom: Math.max(a[1], b[1]) };
      if (line.right - line.left < 0.2) { line.left -= 0.1; line.right += 0.1; }
      if (line.bottom - line.top < 0.2) { line.top -= 0.1; line.bottom += 0.1; }
      for (const { id, box } of boxes) {
        const shrunk = { left: box.left + 0.7, right: box.right - 0.7, top: box.top + 0.7, bottom: box.bottom - 0.7 };
        if (line.left < shrunk.right && line.right > shrunk.left && line.top < shrunk.bottom && line.bottom > shrunk.top) found.under.push([path.dataset.edge, id]);
      }
    }
  }
  for (const label of document.querySelectorAll("#edges .label rect")) {
    found.labels += 1;
    const box = label.getBoundingClientRect();
    for (const card of boxes) if (inner(box, card.box, 0.5)) found.covered.push(card.id);
    const text = label.parentNode.querySelector("text").getBoundingClientRect();
    if (text.left < box.left - 1 || text.right > box.right + 1) found.cut.push(label.parentNode.textContent);
  }
  return found;
}
