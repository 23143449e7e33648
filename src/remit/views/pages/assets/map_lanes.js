"use strict";
// Lanes: each way gets its own line in the gutters and gaps that it shares with others, as far as there is room.
remit.lanes = (() => {
  const CLEAR = 3;
  const STEP = 5; // between two lines
  const CORNER = 5;
  const FAR = 16; // a line stays this near the middle of its gutter

  // how far a stretch may be moved sideways without touching a box: [low, high]; reach: how long it may become when
  // its neighbours are moved
  function room(way, place, boxes, reach) {
    const [a, b] = [way.points[place], way.points[place + 1]];
    const level = Math.abs(a[1] - b[1]) < 0.01;
    const [across, along] = level ? [1, 0] : [0, 1];
    const at = a[across];
    const from = Math.min(a[along], b[along], ...reach);
    const to = Math.max(a[along], b[along], ...reach);
    let low = at - FAR, high = at + FAR;
    const last = way.points.length - 2;
    for (const box of boxes) {
      const [start, size, side, depth] = level ? [box.x, box.w, box.y, box.h] : [box.y, box.h, box.x, box.w];
      if (level && box.id != null && ((place === 0 && box.id === way.from) || (place === last && box.id === way.to))) {
        const inset = Math.min(7, depth / 2 - 1);
        low = Math.max(low, side + inset);
        high = Math.min(high, side + depth - inset);
        continue;
      }
      if (start >= to + CLEAR - 1 || start + size <= from - CLEAR + 1) continue;
      if (side + depth <= at) low = Math.max(low, side + depth + CLEAR);
      else if (side >= at) high = Math.min(high, side - CLEAR);
    }
    return { level, at, from, to, low: Math.min(low, at), high: Math.max(high, at) };
  }

  function conflicts(taken, stretch, at, step, bundle) {
    let n = 0;
    for (const one of taken) {
      if (Math.abs(one.at - at) >= step - 0.4) continue;
      if (one.to + 3 < stretch.from || one.from - 3 > stretch.to || (bundle && one.bundle === bundle)) continue;
      n += Math.abs(one.at - at) < 1.5 ? 3 : 1;
    }
    return n;
  }

  // ways that say the same of the same card run on one line where they meet
  function trunk(taken, stretch, bundle) {
    const found = bundle && taken.find((one) => one.bundle === bundle && one.at >= stretch.low && one.at <= stretch.high && Math.abs(one.at - stretch.at) < 26
      && one.to + 12 >= stretch.from && one.from - 12 <= stretch.to);
    return found ? { at: found.at, shared: true } : null;
  }

  // ways: [{points, from, to, lit}]; the lit first, they choose; gives each its points anew
  function spreadOut(ways, boxes) {
    const taken = { true: [], false: [] };
    for (const way of ways) {
      const moved = [];
      for (let place = 0; place + 1 < way.points.length; place += 1) {
        const after = place + 2 < way.points.length ? room(way, place + 1, boxes, []) : null;
        const stretch = room(way, place, boxes, [...(moved.length ? [moved[place - 1].at] : []), ...(after ? [after.low, after.high] : [])]);
        const step = way.lit ? STEP : 3;
        const wish = preferred(way, place, stretch);
        let best = trunk(taken[stretch.level], stretch, way.bundle);
        for (let turn = 0; !best?.shared && turn < 40; turn += 1) {
          const at = wish + (turn % 2 ? 1 : -1) * Math.ceil(turn / 2) * step;
          if (at < stretch.low || at > stretch.high) continue;
          const price = conflicts(taken[stretch.level], stretch, at, step, way.bundle) * 1000 + Math.abs(at - wish);
          if (!best || price < best.price) best = { at, price };
          if (price < 1000) break;
        }
        const at = best ? best.at : stretch.at;
        taken[stretch.level].push({ at, from: stretch.from, to: stretch.to, bundle: way.bundle });
        moved.push({ level: stretch.level, at });
      }
      way.points = rebuilt(way.points, moved);
    }
    return ways;
  }

  // an end leaves its card above or below the middle, towards where it goes
  function preferred(way, place, stretch) {
    const points = way.points;
    const clamp = (at) => Math.min(stretch.high, Math.max(stretch.low, at));
    if (!stretch.level || points.length < 3) return clamp(stretch.at);
    if (place === 0) return clamp(stretch.at + Math.sign(points[2][1] - points[1][1]) * 4);
    if (place === points.length - 2) return clamp(stretch.at + Math.sign(points[place - 1][1] - points[place][1]) * 4);
    return clamp(stretch.at);
  }

  function rebuilt(points, moved) {
    const made = points.map((point) => [...point]);
    moved.forEach(({ level, at }, place) => {
      const across = level ? 1 : 0;
      made[place][across] = at;
      made[place + 1][across] = at;
    });
    return made;
  }

  // the path with rounded corners; the last stretch ends short of the card, where the arrow head stands
  function path(points, short = 0) {
    const made = points.map((point) => [...point]);
    if (short && made.length > 1) {
      const [a, b] = [made[made.length - 2], made[made.length - 1]];
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
      const part = Math.min(short, length) / length;
      b[0] -= (b[0] - a[0]) * part;
      b[1] -= (b[1] - a[1]) * part;
    }
    const round = (n) => Math.round(n * 10) / 10;
    let told = `M${round(made[0][0])} ${round(made[0][1])}`;
    for (let place = 1; place < made.length; place += 1) {
      const [p, q] = [made[place - 1], made[place]];
      const next = made[place + 1];
      if (!next) { told += `L${round(q[0])} ${round(q[1])}`; continue; }
      const before = Math.hypot(q[0] - p[0], q[1] - p[1]);
      const after = Math.hypot(next[0] - q[0], next[1] - q[1]);
      const r = Math.min(CORNER, before / 2, after / 2);
      if (r < 0.5) { told += `L${round(q[0])} ${round(q[1])}`; continue; }
      const a = [q[0] - ((q[0] - p[0]) / before) * r, q[1] - ((q[1] - p[1]) / before) * r];
      const b = [q[0] + ((next[0] - q[0]) / after) * r, q[1] + ((next[1] - q[1]) / after) * r];
      told += `L${round(a[0])} ${round(a[1])}Q${round(q[0])} ${round(q[1])} ${round(b[0])} ${round(b[1])}`;
    }
    return told;
  }

  function head(points, size) {
    const [a, b] = [points[points.length - 2], points[points.length - 1]];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const [x, y] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    const [bx, by] = [b[0] - x * size, b[1] - y * size];
    const wide = size * 0.5;
    return `M${b[0]} ${b[1]}L${bx - y * wide} ${by + x * wide}L${bx + y * wide} ${by - x * wide}Z`;
  }
  return { spreadOut, path, head };
})();
