"use strict";
// How the things of the network look: an outline by kind, its dashes by certainty, the name broken to fit.
remit.networkShapes = (() => {
  const DASHES = { established: [], reported: [8, 5], open: [2, 4] };
  const SMALL = "12px system-ui, sans-serif";
  // near: the whole name and how sure it is; from afar: fewer and larger letters
  const SIZES = { near: { font: "15px system-ui, sans-serif", line: 17, most: 4, flag: 12 }, far: { font: "24px system-ui, sans-serif", line: 24, most: 3, flag: 20 } };
  const MARKS = { added: "+", removed: "−", changed: "~" };

  function polygon(ctx, points) {
    ctx.beginPath();
    points.forEach(([x, y], place) => (place ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.closePath();
  }

  function round(ctx, l, t, w, h, r) {
    ctx.beginPath();
    ctx.roundRect(l, t, w, h, r);
  }

  // each draws the path of its outline into a box: left, top, width, height
  const OUTLINES = {
    political: (ctx, l, t, w, h) =>
      polygon(ctx, [[l + 12, t], [l + w - 12, t], [l + w, t + h / 2], [l + w - 12, t + h], [l + 12, t + h], [l, t + h / 2]]),
    officials: (ctx, l, t, w, h) => round(ctx, l, t, w, h, Math.min(12, h / 4)),
    mixed: (ctx, l, t, w, h) =>
      polygon(ctx, [[l + 12, t], [l + w, t], [l + w, t + h - 12], [l + w - 12, t + h], [l, t + h], [l, t + 12]]),
    group: (ctx, l, t, w, h) => round(ctx, l, t, w, h, [h / 2.5, h / 2.5, 0, 0]),
    unit: (ctx, l, t, w, h) => round(ctx, l, t, w, h, 0),
    function: (ctx, l, t, w, h) => round(ctx, l, t, w, h, h / 2),
    coordinator: (ctx, l, t, w, h) => {
      const [x, y] = [Math.min(16, w / 5), Math.min(16, h / 3)];
      polygon(ctx, [[l + x, t], [l + w - x, t], [l + w, t + y], [l + w, t + h - y], [l + w - x, t + h], [l + x, t + h], [l, t + h - y], [l, t + y]]);
    },
    agreement: (ctx, l, t, w, h) => polygon(ctx, [[l, t], [l + w - 14, t], [l + w, t + 14], [l + w, t + h], [l, t + h]]),
    provider: (ctx, l, t, w, h) => polygon(ctx, [[l + 12, t], [l + w, t], [l + w - 12, t + h], [l, t + h]]),
    principal: (ctx, l, t, w, h) => polygon(ctx, [[l, t + 12], [l + w / 2, t], [l + w, t + 12], [l + w, t + h], [l, t + h]]),
    absence: (ctx, l, t, w, h) => round(ctx, l, t, w, h, 4),
    set: (ctx, l, t, w, h) => round(ctx, l, t, w - 6, h - 6, 4),
    stack: (ctx, l, t, w, h) => round(ctx, l, t, w - 6, h - 6, 4),
  };
  const FOLDED = new Set(["set", "stack"]);

  // a text cut to a width, with dots where something is gone
  function cut(ctx, text, width) {
    if (ctx.measureText(text).width <= width) return text;
    let shown = text.slice(0, 200);
    while (shown && ctx.measureText(`${shown}…`).width > width) shown = shown.slice(0, -1);
    return shown.length > 1 ? `${shown}…` : "";
  }

  // a name in at most so many lines, broken at spaces, at soft hyphens and, where a part alone is too long, within it
  const SOFT = "\u00ad";
  const bare = (text) => text.replaceAll(SOFT, "");

  function lines(ctx, text, width, most) {
    const found = [];
    let line = "";
    const fits = (words) => ctx.measureText(words).width <= width;
    for (const word of text.replace(/\s+/g, " ").trim().slice(0, 400).split(" ")) {
      const joined = line ? `${line} ${bare(word)}` : bare(word);
      if (fits(joined)) {
        line = joined;
        continue;
      }
      if (line) found.push(line);
      line = broken(found, word, fits, most);
      if (found.length > most) break;
    }
    if (line) found.push(line);
    const hyphened = (one) => (one.endsWith(SOFT) ? `${one.slice(0, -1)}-` : one);
    if (found.length <= most) return found.map(hyphened);
    const rest = found.slice(most - 1).reduce((all, one) => (all.endsWith(SOFT) ? all.slice(0, -1) + one : `${all} ${one}`));
    return [...found.slice(0, most - 1).map(hyphened), cut(ctx, bare(rest), width)];
  }

  // the lines that a word alone fills, and what is left of it for the next
  function broken(found, word, fits, most) {
    const parts = word.split(SOFT);
    let line = parts.shift();
    for (const part of parts) {
      if (fits(`${line}${part}${part === parts[parts.length - 1] ? "" : "-"}`)) line += part;
      else {
        found.push(line + SOFT); // a hyphen, if the line stays
        line = part;
      }
    }
    while (!fits(line) && line.length > 1 && found.length <= most) {
      let at = Math.max(1, line.length - 3);
      while (at > 1 && !fits(`${line.slice(0, at)}-`)) at -= 1;
      found.push(line.slice(0, at) + SOFT);
      line = line.slice(at);
    }
    return line;
  }

  // the texts on a thing: its name and, near, how sure it is where that is not established
  function words(ctx, label, small, size, far) {
    const set = far ? SIZES.far : SIZES.near;
    ctx.font = set.font;
    const name = lines(ctx, label, size[0] - (far ? 14 : 26), small && !far ? set.most - 1 : set.most);
    ctx.font = SMALL;
    return { name, under: small && !far ? lines(ctx, small, size[0] - 34, 1) : [], set };
  }

  function frame(ctx, shape, box, colours, certainty) {
    const path = OUTLINES[shape] ?? OUTLINES.unit;
    if (FOLDED.has(shape)) {
      ctx.setLineDash([]);
      ctx.strokeRect(box[0] + 6, box[1] + 6, box[2] - 6, box[3] - 6);
    }
    path(ctx, ...box);
    ctx.fillStyle = colours.fill;
    ctx.fill();
    ctx.setLineDash(shape === "absence" ? [3, 6] : DASHES[certainty] ?? DASHES.open);
    ctx.stroke();
  }

  // one thing at its place; `look`: {shape, decides, certainty, change, words, state, far}
  function draw(ctx, x, y, size, look, colours) {
    const [w, h] = size;
    const box = [x - w / 2, y - h / 2, w, h];
    ctx.globalAlpha = look.dimmed ? 0.4 : 1;
    ctx.strokeStyle = colours.line;
    ctx.lineWidth = look.selected ? 4 : look.lit ? 3 : 1.5;
    if (look.selected || look.hover) ctx.strokeStyle = colours.accent;
    frame(ctx, look.shape, box, look.shape === "absence" ? { fill: colours.paper } : colours, look.certainty);
    ctx.setLineDash([]);
    if (look.decides) {
      ctx.lineWidth = 1;
      (OUTLINES[look.shape] ?? OUTLINES.unit)(ctx, box[0] + 4, box[1] + 4, w - 8, h - 8);
      ctx.stroke();
    }
    if (!look.words) return; // nobody can read it at this distance
    text(ctx, x, y, look.words, colours);
    if (look.change) mark(ctx, box, look, colours);
  }

  function text(ctx, x, y, { name, under, set }, colours) {
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillStyle = colours.ink;
    let top = y - ((name.length + under.length - 1) * set.line) / 2 + 1;
    for (const [font, all] of [[set.font, name], [SMALL, under]]) {
      ctx.font = font;
      for (const line of all) {
        ctx.fillText(line, x, top);
        top += set.line;
      }
    }
  }

  // what a reorganisation does to it: a sign and a word in a flag over the upper edge; what is removed is struck out
  function mark(ctx, [l, t, w, h], look, colours) {
    const size = look.words.set.flag;
    const said = `${MARKS[look.change] ?? ""} ${look.changed}`;
    ctx.font = `bold ${size}px system-ui, sans-serif`;
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    const width = ctx.measureText(said).width + 10;
    ctx.fillStyle = colours.ink;
    ctx.fillRect(l + 10, t - size * 1.2, width, size * 1.35);
    ctx.fillStyle = colours.paper;
    ctx.fillText(said, l + 15, t - size * 0.5);
    if (look.change !== "removed") return;
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(l + 6, t + h - 8);
    ctx.lineTo(l + w - 6, t + 8);
    ctx.stroke();
  }

  return { draw, words, cut, DASHES, MARKS };
})();
