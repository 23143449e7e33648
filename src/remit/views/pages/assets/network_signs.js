"use strict";
// What is written over and behind the network: bands of levels, their names along the edges, words on lit edges, legend.
remit.networkSigns = (scene, data) => {
  const { el, pick } = remit;
  const { texts } = data;
  const shapes = remit.networkShapes;
  const NAMES = "bold 12px system-ui, sans-serif";
  const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78];
  const left = data.lanes.length ? data.lanes[0][0] : 0;
  const right = data.lanes.length ? data.lanes[data.lanes.length - 1][1] : 0;
  const bottom = data.bands.length ? data.bands[data.bands.length - 1][1] : 0;

  // the levels as bands, the columns as lanes
  function behind(ctx, colours) {
    data.bands.forEach(([low, high], place) => {
      ctx.fillStyle = colours.fill;
      ctx.globalAlpha = place % 2 ? 0.25 : 0.8;
      ctx.fillRect(left, low, right - left, high - low);
    });
    ctx.globalAlpha = 0.6;
    ctx.strokeStyle = colours.line;
    ctx.lineWidth = 1;
    ctx.setLineDash([2, 6]);
    for (const [edge] of data.lanes.slice(1)) {
      ctx.beginPath();
      ctx.moveTo(edge, 0);
      ctx.lineTo(edge, bottom);
      ctx.stroke();
    }
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
  }

  // names of levels and columns along the edges of the picture, wherever it is moved
  function names(ctx, colours, at, wide) {
    ctx.save();
    const ratio = window.devicePixelRatio || 1;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.font = NAMES;
    ctx.textBaseline = "middle";
    data.bands.forEach(([low, high], place) => {
      const [a, b] = [at(0, low).y, at(0, high).y];
      const y = Math.max(a, 33);
      if (y < b - 9 && b - a >= 12) chip(ctx, colours, pick(scene.rows[place].name), 4, y, Math.min(190, wide * 0.4), "left");
    });
    data.lanes.forEach(([low, high], place) => {
      const [a, b] = [Math.max(at(low, 0).x, 0), Math.min(at(high, 0).x, wide)];
      const { short, name } = scene.columns[place];
      if (b - a > 30) chip(ctx, colours, pick(short || name), (a + b) / 2, 12, b - a - 10, "center");
    });
    ctx.restore();
  }

  function chip(ctx, colours, text, x, y, room, align) {
    const shown = shapes.cut(ctx, text, room);
    const width = ctx.measureText(shown).width + 8;
    ctx.textAlign = align;
    ctx.fillStyle = colours.paper;
    ctx.fillRect(align === "center" ? x - width / 2 : x, y - 9, width, 18);
    ctx.fillStyle = colours.ink;
    ctx.fillText(shown, align === "center" ? x : x + 4, y);
  }

  // words on the lit edges, over everything, each where it stands on no other and on no thing of the selection
  function words(ctx, colours, lit, boxes, scale) {
    const size = Math.max(15, 11 / scale);
    ctx.font = `${size}px system-ui, sans-serif`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    const taken = [...boxes];
    for (const { text, point, side } of lit) {
      const width = ctx.measureText(text).width + 8;
      const aside = [side * (width / 2 + 6), -side * (width / 2 + 6)];
      const tried = [...(side ? [[0.5, aside[0]]] : []), ...ALONG.map((t) => [t, 0]), ...aside.map((by) => [0.5, by])];
      const places = tried.map(([t, by]) => {
        const { x, y } = point(t);
        return [x - width / 2 + by, y - size * 0.65, width, size * 1.3];
      });
      const free = places.find((one) => !taken.some((other) => meets(one, other))) ?? below(places[0], taken);
      taken.push(free);
      ctx.fillStyle = colours.paper;
      ctx.fillRect(...free);
      ctx.fillStyle = colours.ink;
      ctx.fillText(text, free[0] + width / 2, free[1] + size * 0.65);
    }
  }

  const meets = (one, other) =>
    one[0] < other[0] + other[2] && other[0] < one[0] + one[2] && one[1] < other[1] + other[3] && other[1] < one[1] + one[3];

  function below(place, taken) {
    const found = [...place];
    for (let tries = 0; tries < 8 && taken.some((other) => meets(found, other)); tries += 1) found[1] += found[3];
    return found;
  }

  // -- legend: the same signs, drawn by the same hand -----------------------------------------------------------------
  const swatches = [];

  function swatch(width, height, paint) {
    const canvas = el("canvas", { width: width * 2, height: height * 2, "aria-hidden": "true" });
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    swatches.push((colours) => {
      const ctx = canvas.getContext("2d");
      ctx.setTransform(2, 0, 0, 2, 0, 0);
      ctx.clearRect(0, 0, width, height);
      paint(ctx, colours);
    });
    return canvas;
  }

  const thing = (look) => swatch(46, 28, (ctx, colours) => shapes.draw(ctx, 23, 14, [40, 22], { certainty: "established", ...look }, colours));

  function line(certainty, end, middle) {
    return swatch(56, 16, (ctx, colours) => {
      ctx.strokeStyle = ctx.fillStyle = colours.ink;
      ctx.lineWidth = 1.5;
      ctx.setLineDash(shapes.DASHES[certainty]);
      ctx.beginPath();
      ctx.moveTo(2, 8);
      ctx.lineTo(48, 8);
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.beginPath();
      if (middle === "bar") ctx.rect(23, 1, 3, 14);
      else if (middle === "circle") ctx.arc(24, 8, 4, 0, 7);
      else if (middle === "diamond") [[24, 2], [30, 8], [24, 14], [18, 8]].forEach(([x, y]) => ctx.lineTo(x, y));
      ctx.fill();
      ctx.beginPath();
      if (end === "bar") ctx.rect(47, 1, 3, 14);
      else if (end === "circle") ctx.arc(47, 8, 5, 0, 7);
      else [[54, 8], [44, 3], [44, 13]].forEach(([x, y]) => ctx.lineTo(x, y));
      ctx.fill();
    });
  }

  function legend() {
    const used = (name, list) => new Set(list.map((one) => one[name]));
    const cards = data.nodes.map((node) => (data.cards ?? scene.byId)[node.id]);
    const item = (sign, text) => el("li", null, sign, el("span", null, text));
    const group = (title, items) => (items.length ? [el("p", { class: "network-title" }, title), el("ul", { label: title }, ...items)] : []);
    const inUse = (of, names) => Object.keys(of).filter((name) => names.has(name));
    const forms = inUse(data.shapes, used("shape", cards)).map((shape) => item(thing({ shape }), data.shapes[shape]));
    if (cards.some((card) => card.decides)) forms.push(item(thing({ shape: "unit", decides: true }), texts.decides));
    const degrees = new Set([...used("certainty", data.edges), ...used("certainty", cards)]);
    const sure = inUse(data.certainty, degrees).map((one) => item(line(one), data.certainty[one]));
    const states = inUse(data.ends, used("state", data.edges)).map((one) => item(line("established", data.ends[one]), data.states[one]));
    const changed = inUse(data.changes, new Set([...used("change", cards), ...used("change", data.edges)]));
    const both = (one) => el("span", null, el("b", null, shapes.MARKS[one]), " ", line("established", "arrow", data.middles[one]));
    const marks = changed.map((one) => item(both(one), data.changes[one]));
    return el("details", { class: "network-legend" }, el("summary", null, texts.legend),
      ...group(texts.kinds, forms), ...group(texts.certainties, sure), ...group(texts.states, states), ...group(texts.changes, marks));
  }

  const recolour = (colours) => swatches.forEach((paint) => paint(colours));

  return { behind, names, words, legend, recolour, left, right, bottom };
};
