"use strict";
// Places for labels: along the way that they belong to, in free space, beside or on the line, never over a card.
remit.labels = (() => {
  const LINE = 14;
  const WIDEST = 132;
  const ONE_LINE = 230; // between two rows there is room for one
  let canvas = null;

  function width(text) {
    canvas ??= document.createElement("canvas").getContext("2d");
    canvas.font = `600 11px ${getComputedStyle(document.body).fontFamily}`;
    return canvas.measureText(text).width * 1.04;
  }

  // a label in lines of at most the given width
  function lines(text, most = WIDEST) {
    const made = [];
    for (const word of text.split(/\s+/)) {
      const last = made[made.length - 1];
      if (last != null && width(`${last} ${word}`) <= most) made[made.length - 1] = `${last} ${word}`;
      else made.push(word);
    }
    return made;
  }

  const meet = (a, b, gap = 0) => a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;

  function* spots(ways, w, h) {
    for (const points of ways) yield* along(points, w, h);
  }
  function* along(points, w, h) {
    for (let place = 0; place + 1 < points.length; place += 1) {
      const [a, b] = [points[place], points[place + 1]];
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      const level = Math.abs(a[1] - b[1]) < 0.01;
      const steps = Math.max(1, Math.ceil(length / 8));
      for (let step = 0; step <= steps; step += 1) {
        const x = a[0] + ((b[0] - a[0]) * step) / steps;
        const y = a[1] + ((b[1] - a[1]) * step) / steps;
        const middle = Math.abs(step / steps - 0.5) * length * 0.04;
        if (level) {
          yield { x: x - w / 2, y: y - h / 2, price: middle };
          yield { x: x - w / 2, y: y - h - 2, price: middle + 2 };
          yield { x: x - w / 2, y: y + 2, price: middle + 2 };
        } else {
          yield { x: x - w / 2, y: y - h / 2, price: middle + 2 };
          yield { x: x + 3, y: y - h / 2, price: middle + 1 };
          yield { x: x - w - 3, y: y - h / 2, price: middle + 1 };
        }
      }
    }
  }

  // wanted: [{text, short, ways (indices), points (of each)}]; boxes: what no label may cover; lines: stretches of the other lit ways
  function place(wanted, boxes, size, strokes) {
    const put = [];
    return wanted.map((one) => {
      let best = null;
      for (const form of forms(one.text, one.short)) {
        for (const spot of spots(one.points, form.w, form.h)) {
          const box = { x: spot.x, y: spot.y, w: form.w, h: form.h };
          const price = spot.price + form.price;
          if (best && price >= best.price) continue;
          if (box.x < size.x + 1 || box.y < size.y + 1 || box.x + box.w > size.w - 1 || box.y + box.h > size.h - 1) continue;
          if (boxes.some((card) => meet(box, card, 1)) || put.some((other) => meet(box, other, 2))) continue;
          const over = strokes.filter((stroke) => !one.ways.includes(stroke.way) && meet(box, stroke, 1)).length;
          if (!best || price + over * 14 < best.price) best = { ...box, ...form, price: price + over * 14 };
        }
        if (best && best.price < 12) break;
      }
      if (best) put.push(best);
      return best;
    });
  }

  function forms(text, short) {
    const made = [];
    const seen = new Set();
    for (const [most, price] of [[WIDEST, 0], [ONE_LINE, 2], [84, 3], [62, 6]]) {
      const told = lines(text, most);
      const key = told.join("\n");
      if (seen.has(key)) continue;
      seen.add(key);
      made.push({ lines: told, w: Math.max(...told.map(width)) + 6, h: told.length * (LINE - 1) + 2, price, turned: false });
    }
    const one = lines(text, 400);
    made.push({ lines: one, w: one.length * (LINE - 1) + 2, h: Math.max(...one.map(width)) + 6, price: 24, turned: true });
    // where there is no room for words, the number alone
    if (short) made.push({ lines: [short], w: width(short) + 6, h: LINE + 1, price: 60, turned: false });
    return made;
  }
  return { place, width };
})();
