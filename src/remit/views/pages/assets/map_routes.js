"use strict";
// Ways for edges between cards: orthogonal, in the gutters between the tracks and the gaps between the cards, never
// under a card. What is measured goes in, polylines on the middle of the gutters come out; lanes are given afterwards.
//
// measured = {gutters: [x…], boxes: [{id, x, y, w, h}], bands: [y…]}: gutters left to right, boxes that block (those
// with an id can be ends), bands the lines between the rows of the table.
remit.routes = (() => {
  const CLEAR = 2.5; // a line keeps this far from every box
  const BEND = 45; // a corner costs as much as so many pixels
  const TIGHT = 2; // a gap between two cards is dearer than the free band between two rows

  function prepare(measured) {
    const { gutters, boxes, bands } = measured;
    const tracks = gutters.length - 1;
    const inTrack = Array.from({ length: tracks }, () => []);
    const inGutter = Array.from({ length: gutters.length }, () => []);
    const spans = new Map();
    for (const box of boxes) {
      let first = tracks, last = -1;
      for (let track = 0; track < tracks; track += 1) {
        if (box.x < gutters[track + 1] - 1 && box.x + box.w > gutters[track] + 1) {
          inTrack[track].push(box);
          first = Math.min(first, track);
          last = track;
        }
      }
      for (let place = first + 1; place <= last; place += 1) inGutter[place].push(box);
      if (box.id != null && last >= 0) spans.set(box.id, { first, last, box });
    }
    return { gutters, inTrack, inGutter, spans, ys: heights(inTrack, bands, boxes), bands: new Set(bands) };
  }

  // the heights where a line may run: between rows, between cards, and at the middle of each card
  function heights(inTrack, bands, boxes) {
    const found = [...bands];
    for (const held of inTrack) {
      held.sort((a, b) => a.y - b.y);
      for (let place = 1; place < held.length; place += 1) {
        const above = held[place - 1].y + held[place - 1].h;
        if (held[place].y - above > 2 * CLEAR) found.push((above + held[place].y) / 2);
      }
    }
    for (const box of boxes) if (box.id != null) found.push(box.y + box.h / 2);
    found.sort((a, b) => a - b);
    return found.filter((y, place) => place === 0 || y - found[place - 1] > 0.01);
  }

  const free = (held, from, to) => held.every((box) => box.y + box.h + CLEAR <= from || box.y - CLEAR >= to);

  function grid(measured) {
    const made = prepare(measured);
    const { gutters, inTrack, inGutter, ys } = made;
    const high = ys.length;
    const open = inTrack.map((held) => Uint8Array.from(ys, (y) => (free(held, y, y) ? 1 : 0)));
    const down = inGutter.map((held) => Uint8Array.from(ys, (y, place) => (place + 1 < high && free(held, y, ys[place + 1]) ? 1 : 0)));
    return { ...made, open, down, high, wide: gutters.length };
  }

  // the shortest ways from one card to all places; a node is (gutter, height, direction of arrival)
  function spread(net, from) {
    const { gutters, ys, open, down, high, wide, spans, bands } = net;
    const size = wide * high * 2;
    const cost = new Float64Array(size).fill(Infinity);
    const back = new Int32Array(size).fill(-1);
    const heap = [];
    const start = spans.get(from);
    const row = ys.indexOf(nearest(ys, start.box.y + start.box.h / 2));
    const at = (gutter, y, way) => (gutter * high + y) * 2 + way;
    const reach = (node, total, origin) => {
      if (total >= cost[node]) return;
      cost[node] = total;
      back[node] = origin;
      push(heap, total, node);
    };
    reach(at(start.first, row, 0), start.box.x - gutters[start.first], -2);
    reach(at(start.last + 1, row, 0), gutters[start.last + 1] - start.box.x - start.box.w, -2);
    while (heap.length) {
      const [total, node] = pop(heap);
      if (total > cost[node]) continue;
      const way = node & 1;
      const y = (node >> 1) % high;
      const gutter = Math.floor((node >> 1) / high);
      const turn = (next) => (next === way ? 0 : BEND);
      if (y + 1 < high && down[gutter][y]) reach(at(gutter, y + 1, 1), total + ys[y + 1] - ys[y] + turn(1), node);
      if (y > 0 && down[gutter][y - 1]) reach(at(gutter, y - 1, 1), total + ys[y] - ys[y - 1] + turn(1), node);
      const dear = bands.has(ys[y]) ? 1 : TIGHT;
      if (gutter + 1 < wide && open[gutter][y]) reach(at(gutter + 1, y, 0), total + (gutters[gutter + 1] - gutters[gutter]) * dear + turn(0), node);
      if (gutter > 0 && open[gutter - 1][y]) reach(at(gutter - 1, y, 0), total + (gutters[gutter] - gutters[gutter - 1]) * dear + turn(0), node);
    }
    return { cost, back, at };
  }

  function nearest(ys, wanted) {
    return ys.reduce((best, y) => (Math.abs(y - wanted) < Math.abs(best - wanted) ? y : best), ys[0]);
  }

  // the way to a card as points: on its side first and last, gutters and heights between
  function trace(net, reached, from, to) {
    const { gutters, ys, high, spans } = net;
    const end = spans.get(to);
    const start = spans.get(from);
    const row = ys.indexOf(nearest(ys, end.box.y + end.box.h / 2));
    let best = null;
    for (const [gutter, side] of [[end.first, end.box.x], [end.last + 1, end.box.x + end.box.w]]) {
      for (const way of [0, 1]) {
        const node = reached.at(gutter, row, way);
        const total = reached.cost[node] + (way === 1 ? BEND : 0) + Math.abs(side - gutters[gutter]);
        if (!best || total < best.total) best = { total, node, side };
      }
    }
    if (!best || best.total === Infinity) return null;
    const points = [[best.side, ys[row]]];
    let node = best.node;
    while (node >= 0) {
      points.push([gutters[Math.floor((node >> 1) / high)], ys[(node >> 1) % high]]);
      node = reached.back[node];
    }
    const last = points[points.length - 1];
    const leftward = last[0] <= start.box.x;
    points.push([leftward ? start.box.x : start.box.x + start.box.w, last[1]]);
    return straighten(points.reverse());
  }

  function straighten(points) {
    const kept = [];
    for (const point of points) {
      const n = kept.length;
      if (n && Math.abs(kept[n - 1][0] - point[0]) < 0.01 && Math.abs(kept[n - 1][1] - point[1]) < 0.01) continue;
      if (n > 1) {
        const [a, b] = [kept[n - 2], kept[n - 1]];
        const alongX = Math.abs(a[1] - b[1]) < 0.01 && Math.abs(b[1] - point[1]) < 0.01;
        const alongY = Math.abs(a[0] - b[0]) < 0.01 && Math.abs(b[0] - point[0]) < 0.01;
        if (alongX || alongY) kept.pop();
      }
      kept.push(point);
    }
    return kept;
  }

  function push(heap, key, value) {
    let place = heap.push([key, value]) - 1;
    while (place > 0) {
      const up = (place - 1) >> 1;
      if (heap[up][0] <= heap[place][0]) break;
      [heap[up], heap[place]] = [heap[place], heap[up]];
      place = up;
    }
  }
  function pop(heap) {
    const top = heap[0];
    const last = heap.pop();
    if (heap.length) {
      heap[0] = last;
      let place = 0;
      for (;;) {
        let least = place;
        for (const child of [2 * place + 1, 2 * place + 2]) if (child < heap.length && heap[child][0] < heap[least][0]) least = child;
        if (least === place) break;
        [heap[least], heap[place]] = [heap[place], heap[least]];
        place = least;
      }
    }
    return top;
  }

  // pairs = [[from, to]…] -> a polyline for each, or null where an end is not to be seen or no way is free
  function ways(net, pairs) {
    const reached = new Map();
    return pairs.map(([from, to]) => {
      if (from === to || !net.spans.has(from) || !net.spans.has(to)) return null;
      if (!reached.has(from)) reached.set(from, spread(net, from));
      return trace(net, reached.get(from), from, to);
    });
  }
  return { grid, ways };
})();
