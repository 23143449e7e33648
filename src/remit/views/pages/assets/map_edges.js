"use strict";
// The layer of edges over the table: measured, routed, drawn again whenever the table changes its shape.
(() => {
  const map = remit.map;
  const { scene } = map;
  const MOST_DIM = 500; // past this the pale lines say nothing and cost much
  const layer = document.getElementById("edges");
  const sheet = document.getElementById("sheet");
  const levels = document.getElementById("levels");
  let due = 0;

  function measure() {
    const origin = sheet.getBoundingClientRect();
    const box = (element, id) => {
      const found = element.getBoundingClientRect();
      return { id, x: found.left - origin.left, y: found.top - origin.top, w: found.width, h: found.height };
    };
    const boxes = [];
    for (const [id, button] of map.buttons) {
      const found = box(button, id);
      if (found.w > 0 && found.h > 0) boxes.push(found);
    }
    for (const told of levels.querySelectorAll("td.gap .told")) {
      const found = box(told, null);
      if (found.w > 0) boxes.push(found);
    }
    const head = box(levels.tHead, null);
    levels.style.setProperty("--family", `${levels.tHead.querySelector(".family")?.getBoundingClientRect().height ?? 0}px`);
    const tracks = [...levels.querySelectorAll("thead [data-column]")].map((cell) => ({ ...box(cell, null), index: Number(cell.dataset.column) }));
    tracks.sort((a, b) => a.index - b.index);
    const gutters = [];
    for (const column of tracks) {
      const n = tracksOf(column.index);
      for (let place = 0; place < n; place += 1) gutters.push(column.x + (column.w * place) / n);
    }
    const last = tracks[tracks.length - 1];
    if (last) { // a model without anything to place has no columns
      gutters.push(last.x + last.w - 3);
      gutters[0] += 4;
    }
    const bands = [];
    let bottom = 0;
    for (const row of levels.tBodies[0].rows) {
      const found = box(row, null);
      if (found.h <= 0) continue;
      bands.push(found.y + (bands.length ? -4 : 5));
      bottom = found.y + found.h;
    }
    bands.push(bottom - 5);
    return { boxes, gutters, bands, head, width: origin.width, height: Math.max(origin.height, bottom) };
  }

  const counted = new Map();
  function tracksOf(index) {
    if (!counted.has(index)) {
      counted.set(index, Number(levels.querySelector(`tbody td[data-column="${index}"]:not(.wide)`)?.dataset.tracks ?? 1));
    }
    return counted.get(index);
  }

  // which edges are drawn in full, and by which finding or because of the selection
  function chosen() {
    const marks = new Map();
    const { selection } = map.state;
    const found = map.lit();
    const hidden = (edge) => edge.hidden;
    if (selection) {
      const finding = selection.kind === "finding" ? map.findings.get(selection.id) : null;
      for (const index of found.edges) marks.set(index, { finding });
    } else {
      for (const finding of scene.findings) {
        if (finding.certainty === "open" || finding.severity === "info" || finding.change === "cleared" || !shownFinding(finding)) continue;
        for (const index of finding.edges ?? []) if (!marks.has(index)) marks.set(index, { finding });
      }
    }
    for (const index of [...marks.keys()]) if (!scene.edges[index] || hidden(scene.edges[index]) || !shownEdge(index)) marks.delete(index);
    return marks;
  }
  const shownFinding = (finding) => map.shownFinding?.(finding) ?? true;
  const shownEdge = (index) => map.shownEdge?.(index) ?? true;

  // what stands at its line: its mark, which names the parties, else its label
  const wordsAt = (finding) => remit.pick(finding.mark || finding.label || "");

  // what is the same said of the same card: drawn as one line that branches, with one label
  function bundleOf(index, mark) {
    const edge = scene.edges[index];
    return JSON.stringify([edge.to, edge.relation, edge.state, edge.certainty, mark.finding?.code, mark.finding ? wordsAt(mark.finding) : ""]);
  }

  function labelOf(index, marks) {
    const edge = scene.edges[index];
    const said = map.told.relation(index);
    const told = [said, ...map.told.limits(edge, said)].map(remit.pick).join(", ");
    const found = marks.filter((mark) => mark.finding).map((mark) => mark.finding);
    const label = found.length ? wordsAt(found[0]) : "";
    if (!label) {
      const denied = `${remit.pick(map.texts.no_relation)}: ${remit.pick(scene.relations[edge.relation] ?? edge.relation)}`;
      return { text: edge.state === "none" ? denied : told };
    }
    const short = `${map.texts.severity_signs[found[0].severity] ?? ""} ${[...new Set(found.map((one) => one.number))].join(" ")}`;
    return { text: `${short} ${label}`, short };
  }

  function draw() {
    due = 0;
    layer.replaceChildren();
    if (document.getElementById("view-levels").hidden) return;
    const measured = measure();
    if (measured.gutters.length < 2) return;
    layer.setAttribute("viewBox", `0 0 ${measured.width} ${measured.height}`);
    const marks = chosen();
    layer.classList.toggle("calm", marks.size === 0);
    const net = remit.routes.grid(measured);
    const lit = [...marks.keys()];
    const dim = scene.edges.length > MOST_DIM ? [] : scene.edges.map((_, index) => index).filter((index) => !marks.has(index) && shownEdge(index));
    const order = [...lit, ...dim];
    const points = remit.routes.ways(net, order.map((index) => [scene.edges[index].from, scene.edges[index].to]));
    const ways = [];
    order.forEach((index, place) => {
      const { from, to } = scene.edges[index];
      if (points[place]) ways.push({ index, from, to, points: points[place], lit: marks.has(index), bundle: marks.has(index) ? bundleOf(index, marks.get(index)) : null });
    });
    remit.lanes.spreadOut(ways, measured.boxes);
    for (const way of ways.filter((one) => !one.lit)) paint(way, null);
    for (const way of ways.filter((one) => one.lit)) paint(way, marks.get(way.index));
    letter(ways.filter((one) => one.lit), marks, measured);
  }

  function classes(edge, mark) {
    const finding = mark?.finding;
    const worst = finding ? finding.severity : "";
    return [mark ? "lit" : "", worst, edge.certainty ?? "established", edge.state === "none" ? "none" : "", edge.change ?? ""].filter(Boolean).join(" ");
  }

  function paint(way, mark) {
    const edge = scene.edges[way.index];
    const told = classes(edge, mark);
    const size = mark ? 9 : 5;
    const d = remit.lanes.path(way.points, edge.state === "none" ? 0 : size - 1);
    if (mark) layer.append(remit.svg("path", { class: "halo", d }));
    layer.append(remit.svg("path", { class: `edge ${told}`, d, "data-edge": way.index, "data-points": JSON.stringify(way.points) }));
    if (edge.state === "none") cross(way, told);
    else if (edge.change) sign(way, edge.change);
    if (edge.state !== "none") layer.append(remit.svg("path", { class: `head ${told}`, d: remit.lanes.head(way.points, size) }));
  }

  // a place on a long stretch near its own end, where it is not yet one with others
  function middle(way) {
    let best = [0, 0];
    for (let place = 0; place + 1 < Math.min(way.points.length, 4); place += 1) {
      const [a, b] = [way.points[place], way.points[place + 1]];
      const length = Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
      if (length > best[0]) best = [length, place];
    }
    const [a, b] = [way.points[best[1]], way.points[best[1] + 1]];
    return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  }

  // a denied relation has a cross
  function cross(way, told) {
    const [x, y] = middle(way);
    layer.append(remit.svg("circle", { class: "gap", cx: x, cy: y, r: 8 }));
    layer.append(remit.svg("path", { class: `cross ${told}`, d: `M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10` }));
  }

  // what became of it is told by a sign, not by colour alone
  function sign(way, change) {
    const [x, y] = middle(way);
    layer.append(remit.svg("text", { class: `change ${change}`, x, y: y + 4.5, "text-anchor": "middle" }, map.texts.change_signs[change] ?? ""));
  }

  function letter(ways, marks, measured) {
    const bundles = new Map();
    const numbered = new Set();
    const wanted = [];
    const strokes = [];
    ways.forEach((way, place) => {
      if (!bundles.has(way.bundle)) bundles.set(way.bundle, []);
      bundles.get(way.bundle).push(way);
      for (let at = 0; at + 1 < way.points.length; at += 1) {
        const [a, b] = [way.points[at], way.points[at + 1]];
        strokes.push({ way: place, x: Math.min(a[0], b[0]), y: Math.min(a[1], b[1]), w: Math.abs(a[0] - b[0]), h: Math.abs(a[1] - b[1]) });
      }
    });
    const all = [...bundles.values()];
    for (const held of all) {
      const mine = held.map((way) => marks.get(way.index));
      const numbers = mine.map((mark) => mark.finding?.number);
      const { finding } = mine[0];
      // a finding that lights several lines is told once, at whichever there is room
      if (finding && numbers.every((number) => numbered.has(number))) continue;
      numbers.forEach((number) => numbered.add(number));
      const shared = finding ? all.flat().filter((way) => numbers.includes(marks.get(way.index).finding?.number)) : held;
      const { text, short } = labelOf(held[0].index, mine);
      wanted.push({ text, short, points: shared.map((way) => way.points), ways: shared.map((way) => ways.indexOf(way)), mark: mine[0] });
    }
    const area = { x: measured.gutters[0] - 8, y: measured.head.y + measured.head.h, w: measured.width, h: measured.height };
    const places = remit.labels.place(wanted, measured.boxes, area, strokes);
    places.forEach((spot, place) => {
      if (!spot) return;
      const { mark } = wanted[place];
      const group = remit.svg("g", { class: `label ${mark.finding?.severity ?? ""}`, "data-label": wanted[place].text });
      group.append(remit.svg("rect", { x: spot.x, y: spot.y, width: spot.w, height: spot.h, rx: 3 }));
      spot.lines.forEach((line, n) => {
        const attributes = { "text-anchor": "middle" };
        if (spot.turned) attributes.transform = `translate(${spot.x + 10.5 + n * 13} ${spot.y + spot.h / 2}) rotate(-90)`;
        else Object.assign(attributes, { x: spot.x + spot.w / 2, y: spot.y + 11 + n * 13 });
        group.append(remit.svg("text", attributes, line));
      });
      layer.append(group);
    });
  }

  const later = () => { due ||= requestAnimationFrame(draw); };
  map.redraw = later;
  for (const event of ["select", "filter", "layout"]) map.on(event, later);
  new ResizeObserver(later).observe(levels);
  document.fonts?.ready.then(later);
  // what is printed has another width, and is to stand on one page: its size is found before, as nothing of the page
  // may become shorter once the pages are counted; the lines are laid anew for it, and again afterwards
  const PAGE = [1515, 1035]; // what an A3 page holds, lying, within its margins
  function fit() {
    const others = [".top", "#notes", "#legend"].map((one) => document.querySelector(one)?.getBoundingClientRect().height ?? 0);
    const left = PAGE[1] - others.reduce((sum, height) => sum + height, 0);
    sheet.style.minWidth = "0";
    for (let zoom = 100; zoom >= 40; zoom -= 4) {
      sheet.style.width = `${(PAGE[0] * 100) / zoom}px`;
      sheet.style.zoom = zoom / 100;
      if (sheet.getBoundingClientRect().height <= left) break;
    }
    sheet.style.width = "";
  }
  function unfit() {
    sheet.style.minWidth = "";
    sheet.style.zoom = "";
    later();
  }
  window.addEventListener("beforeprint", fit);
  window.matchMedia("print").addEventListener("change", draw);
  window.addEventListener("afterprint", unfit);
  if (scene.edges.length > MOST_DIM) {
    const notes = document.getElementById("notes");
    notes.append(remit.el("p", { class: "limits", id: "limits-lines" }, map.fill(map.texts.edges_left_out, { n: scene.edges.length })));
    notes.hidden = false;
  }
})();
