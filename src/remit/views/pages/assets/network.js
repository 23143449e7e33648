"use strict";
// The network view: vis-network draws the data that pyvis built, at places computed beforehand; physics on demand only.
remit.network = (container, scene, { onSelect, onDrawn } = {}) => {
  const { el, pick } = remit;
  const data = scene.network;
  const { texts } = data;
  const shapes = remit.networkShapes;
  const cards = data.cards ?? Object.fromEntries(scene.cards.map((card) => [card.id, card]));
  const labels = new Map(data.nodes.map((node) => [node.id, node.label]));
  const signs = remit.networkSigns({ ...scene, byId: cards }, data);
  const { left, right, bottom } = signs;
  const nodeOf = new Map(Object.entries(data.stands).flatMap(([node, many]) => many.map((one) => [one, node])));
  const ARRANGE = 6000;
  const FAR = 0.5;
  const FARTHEST = 0.18;
  const MANY = 1500; // edges: above, nothing is drawn again and again for the sake of motion
  const READABLE = 0.75;
  let chosen = new Set();
  let near = new Set();
  let lit = [];
  let seeds = [[]];
  let seen = null;
  let arranged = false;
  let timer = 0;
  let gone = false;
  let waiting = false;
  let wrapped = new Map();
  let colours = palette();
  const visible = (id) => !seen || seen.has(id);

  // -- what stands on the page ------------------------------------------------------------------------------------
  const picture = el("div", { class: "network-picture" });
  const status = el("p", { role: "status" });
  const button = (text, onclick, attributes) => el("button", { type: "button", onclick, ...attributes }, text);
  const arrange = button(texts.arrange, () => order());
  const restore = button(texts.restore, () => back(), { hidden: true });
  const note = data.limit ?? (data.edges.length || !data.nodes.length ? null : texts.no_edges);
  const limit = note ? el("p", { class: "network-limit" }, note) : null;
  const bar = el("div", { class: "network-bar", role: "group", label: texts.tools },
    button("+", () => zoom(1.3), { label: texts.closer }), button("−", () => zoom(1 / 1.3), { label: texts.farther }),
    button(texts.all, () => fit()), arrange, restore, limit, status);
  const list = remit.networkList(scene, data, { choose: (id) => choose(id) });
  const root = el("div", { class: "network" }, bar, picture, list.element, signs.legend());
  container.append(root);
  signs.recolour(colours);

  // -- the library ------------------------------------------------------------------------------------------------
  const nodes = new vis.DataSet(data.nodes.map((node) => ({
    id: node.id, x: node.x, y: node.y, shape: "custom", ctxRenderer: render, title: title(cards[node.id]),
  })));
  const edges = new vis.DataSet(data.edges.map((edge) => ({
    id: edge.id, from: edge.from, to: edge.to, dashes: edge.dashes, arrows: edge.arrows, smooth: edge.smooth, title: said(edge),
  })));
  const net = new vis.Network(picture, { nodes, edges }, {
    autoResize: true,
    physics: { enabled: false },
    layout: { improvedLayout: false, randomSeed: 1 },
    interaction: { hover: true, multiselect: false, selectConnectedEdges: false, tooltipDelay: 300, hideEdgesOnDrag: data.edges.length > MANY, hideEdgesOnZoom: data.edges.length > MANY },
    nodes: { chosen: false, physics: true },
    edges: look(),
  });
  const frame = picture.querySelector(".vis-network");
  frame.setAttribute("role", "img");
  remit.label(frame, texts.picture);

  function palette() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    return { ink: colour("--ink"), paper: colour("--paper"), fill: colour("--soft"), line: colour("--line"), accent: colour("--link") };
  }

  // how edges look that are not lit
  function look() {
    const colour = colours.line;
    return {
      color: { color: colour, highlight: colours.accent, hover: colours.accent, inherit: false },
      width: 1, hoverWidth: 0.5, selectionWidth: 1, chosen: true,
      arrows: { to: { scaleFactor: 0.7 } },
    };
  }

  function title(card) {
    const parts = [pick(card.name), pick(data.shapes[card.shape] ?? scene.kinds?.[card.kind] ?? card.kind)];
    if (card.certainty) parts.push(pick(data.certainty[card.certainty] ?? card.certainty));
    return parts.join("\n");
  }

  function said(edge) {
    const parts = [pick(edge.said)];
    if (edge.certainty !== "established") parts.push(pick(data.certainty[edge.certainty] ?? edge.certainty));
    if (edge.change) parts.push(pick(data.changes[edge.change]));
    return parts.join(", ");
  }

  // -- drawing ----------------------------------------------------------------------------------------------------
  function render({ ctx, id, x, y, state }) {
    const drawNode = () => paint(ctx, id, x, y, state.hover);
    return { nodeDimensions: { width: data.size[0], height: data.size[1] }, drawNode };
  }

  function paint(ctx, id, x, y, hover) {
    const card = cards[id];
    const scale = net.getScale();
    shapes.draw(ctx, x, y, data.size, {
      shape: card.shape, decides: card.decides, certainty: card.certainty, change: card.change,
      changed: card.change ? pick(data.changes[card.change]) : "",
      words: scale < FARTHEST ? null : broken(ctx, card, scale < FAR), selected: chosen.has(id), lit: near.has(id), hover,
      dimmed: (chosen.size > 0 || lit.length > 0) && !chosen.has(id) && !near.has(id),
    }, colours);
  }

  function broken(ctx, card, far) {
    const key = far ? `far ${card.id}` : card.id;
    if (!wrapped.has(key)) {
      const more = card.certainty && card.certainty !== "established" ? pick(data.certainty[card.certainty] ?? card.certainty) : "";
      const mark = card.certainty === "open" ? `${more} ?` : more;
      wrapped.set(key, shapes.words(ctx, pick(labels.get(card.id)), mark, data.size, far));
    }
    return wrapped.get(key);
  }

  // the levels as bands behind, as long as things stand where the levels put them; what is not lit is dimmed
  net.on("beforeDrawing", (ctx) => {
    if (!arranged) signs.behind(ctx, colours);
    ctx.globalAlpha = chosen.size || lit.length ? 0.22 : 1;
  });

  net.on("afterDrawing", (ctx) => {
    ctx.globalAlpha = 1;
    if (lit.length) above(ctx);
    if (!arranged) signs.names(ctx, colours, (x, y) => net.canvasToDOM({ x, y }), picture.clientWidth);
  });

  // what is lit, over all the rest: edges, what they join, their heads, their words
  function above(ctx) {
    const drawn = lit.map((edge) => net.body.edges[edge.id]).filter((edge) => edge.connected && !edge.options.hidden);
    drawn.forEach((edge) => edge.draw(ctx));
    for (const id of new Set([...near, ...chosen])) {
      if (!visible(id)) continue;
      const { x, y } = net.getPosition(id);
      ctx.save();
      paint(ctx, id, x, y, false);
      ctx.restore();
    }
    drawn.forEach((edge) => edge.drawArrows(ctx));
    const scale = net.getScale();
    const told = lit.filter((edge) => visible(edge.from) && visible(edge.to));
    if (scale >= FARTHEST) signs.words(ctx, colours, told.map(labelled), [...near, ...chosen].map(box), scale);
  }

  function box(id) {
    const { x, y } = net.getPosition(id);
    return [x - data.size[0] / 2, y - data.size[1] / 2, ...data.size];
  }

  // the words of a lit edge, where on its curve they may stand, and on which side where others run beside it
  function labelled(edge) {
    const [[x, y], [x2]] = [box(edge.from), box(edge.to)];
    const round = () => ({ x: x + data.size[0] / 2, y: y - 34 });
    const point = edge.from === edge.to ? round : (t) => net.body.edges[edge.id].edgeType.getPoint(t);
    const beside = lit.some((other) => other !== edge && [other.from, other.to].every((id) => id === edge.from || id === edge.to));
    const side = beside ? Math.sign(point(0.5).x - (x + x2 + data.size[0]) / 2 || 1) : 0;
    return { text: said(edge), point, side };
  }

  // -- moving about -----------------------------------------------------------------------------------------------
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const moving = () => (still() || data.edges.length > MANY ? false : { duration: 250, easingFunction: "easeInOutQuad" });

  function fit() {
    if (arranged) return net.fit({ animation: moving() });
    const wide = picture.clientWidth - 20;
    const high = picture.clientHeight - 30;
    if (wide <= 0 || high <= 0 || right <= left) return;
    const scale = Math.min(wide / (right - left), high / bottom, 1);
    net.moveTo({ position: { x: (left + right) / 2, y: bottom / 2 - 12 / scale }, scale, animation: false });
  }

  function zoom(by) {
    net.moveTo({ scale: net.getScale() * by, animation: moving() });
  }

  const PAN = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in PAN) {
      const { x, y } = net.getViewPosition();
      const by = 60 / net.getScale();
      net.moveTo({ position: { x: x + PAN[event.key][0] * by, y: y + PAN[event.key][1] * by } });
    } else if (event.key === "+") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else return;
    event.preventDefault();
  });

  // -- letting it arrange itself ----------------------------------------------------------------------------------
  const between = (edge) => JSON.stringify([edge.from, edge.to].sort());
  const together = new Map();
  for (const edge of data.edges) together.set(between(edge), (together.get(between(edge)) ?? 0) + 1);
  const alone = (edge) => together.get(between(edge)) === 1;

  function order() {
    arranged = true;
    arrange.disabled = true;
    say(texts.arranging);
    // past what an edge was bent is elsewhere now: only those between the same two stay bent
    edges.update(data.edges.filter(alone).map(({ id }) => ({ id, smooth: false })));
    picture.classList.toggle("network-still", still());
    net.setOptions({ physics: {
      enabled: true, solver: "forceAtlas2Based", stabilization: false, timestep: 0.5, maxVelocity: 60, minVelocity: 1,
      forceAtlas2Based: { gravitationalConstant: -220, springLength: 190, springConstant: 0.06, avoidOverlap: 1, damping: 0.5 },
    } });
    net.once("stabilized", settle);
    timer = setTimeout(settle, ARRANGE);
  }

  function settle() {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    net.setOptions({ physics: { enabled: false } });
    picture.classList.remove("network-still");
    arrange.disabled = false;
    restore.hidden = false;
    say(texts.arranged);
    net.fit({ animation: moving() });
  }

  function back() {
    if (timer) settle();
    arranged = false;
    nodes.update(data.nodes.map(({ id, x, y }) => ({ id, x, y })));
    edges.update(data.edges.filter(alone).map(({ id, smooth }) => ({ id, smooth })));
    restore.hidden = true;
    arrange.focus();
    say(texts.restored);
    fit();
  }

  function say(text) {
    status.replaceChildren(...remit.words(text));
  }

  // -- choosing ---------------------------------------------------------------------------------------------------

  // `only`: the edges to light, by their numbers in the scene; without it those of what is chosen
  function light(ids, only) {
    chosen = new Set(ids.map((id) => nodeOf.get(id) ?? id).filter((id) => nodes.get(id)));
    near = new Set();
    seeds = [ids, only];
    const now = [];
    for (const edge of data.edges) {
      if (only ? !only.has(edge.edge) : !chosen.has(edge.from) && !chosen.has(edge.to)) continue;
      now.push(edge);
      near.add(edge.from).add(edge.to);
    }
    const keep = new Set(now.map((edge) => edge.id));
    edges.update([
      ...lit.filter(({ id }) => !keep.has(id)).map(({ id }) => ({ id, width: 1, color: look().color })),
      ...now.map((edge) => ({ id: edge.id, width: 2.5, color: { color: colours.ink, opacity: 1, inherit: false } })),
    ]);
    lit = now;
    const [first] = chosen;
    list.select(first ?? null, visible);
    net.redraw();
    return first;
  }

  function choose(id, follow = true) {
    const first = light(id == null ? [] : [id]);
    if (first && follow) reveal();
    onSelect?.(first == null ? [] : [first]);
  }

  // bring what is chosen and its neighbours into the picture, large enough to read where they fit
  function reveal() {
    waiting = !picture.clientWidth; // the view is not shown: as soon as it is
    if (waiting || !chosen.size) return;
    const all = [...chosen, ...near].map(box);
    const low = [Math.min(...all.map(([x]) => x)), Math.min(...all.map(([, y]) => y))];
    const high = [Math.max(...all.map(([x, , w]) => x + w)), Math.max(...all.map(([, y, , h]) => y + h))];
    const fits = Math.min((picture.clientWidth - 60) / (high[0] - low[0]), (picture.clientHeight - 90) / (high[1] - low[1]));
    const scale = Math.max(Math.min(Math.max(net.getScale(), READABLE), fits), 0.3);
    const middle = { x: (low[0] + high[0]) / 2, y: (low[1] + high[1]) / 2 };
    net.moveTo({ position: fits < 0.3 ? net.getPosition([...chosen][0]) : middle, scale, animation: moving() });
  }

  net.on("resize", () => {
    if (waiting && picture.clientWidth) reveal();
  });
  net.on("click", ({ nodes: hit }) => choose(hit.length ? hit[0] : null, false));

  // `edgeShown`: whether an edge of that number in the scene is shown
  function show(ids, edgeShown) {
    seen = ids ? new Set([...ids].map((id) => nodeOf.get(id) ?? id)) : null;
    nodes.update(data.nodes.map(({ id }) => ({ id, hidden: !visible(id) })));
    edges.update(data.edges.map(({ id, edge }) => ({ id, hidden: Boolean(edgeShown && edge !== null && !edgeShown(edge)) })));
    list.show(visible);
  }

  // -- language, light and size -------------------------------------------------------------------------------------
  function reword() {
    if (gone) return;
    wrapped = new Map();
    nodes.update(data.nodes.map(({ id }) => ({ id, title: title(cards[id]) })));
    edges.update(data.edges.map((edge) => ({ id: edge.id, title: said(edge) })));
    light(...seeds);
  }

  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const recolour = () => {
    colours = palette();
    signs.recolour(colours);
    net.setOptions({ edges: look() });
    light(...seeds);
  };
  scheme.addEventListener("change", recolour);
  remit.onLanguage(reword);
  fit();
  net.once("afterDrawing", () => requestAnimationFrame(() => requestAnimationFrame(() => {
    root.dataset.drawn = "yes";
    onDrawn?.();
  })));

  return {
    select: (ids, { edges: only } = {}) => {
      const same = !only && ids?.length === 1 && chosen.size === 1 && chosen.has(nodeOf.get(ids[0]) ?? ids[0]);
      if (same) return; // as it is: the picture stays where it is
      const first = light(ids ?? [], only);
      if (first) reveal();
    },
    show,
    destroy: () => {
      gone = true;
      scheme.removeEventListener("change", recolour);
      clearTimeout(timer);
      net.destroy();
      root.remove();
    },
    view: net,
  };
};
