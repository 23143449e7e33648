"use strict";
// The network as a list: every thing by level, and the relations of the one chosen. It says what the picture shows.
remit.networkList = (scene, data, { choose }) => {
  const { el, pick } = remit;
  const { texts } = data;
  const cards = data.cards ?? Object.fromEntries(scene.cards.map((card) => [card.id, card]));
  const prefix = `network-${Math.random().toString(36).slice(2, 8)}`;
  const box = el("div", { role: "listbox", tabindex: "0", class: "network-list", label: texts.list });
  const nothing = el("p", { hidden: true }, texts.nothing);
  const head = el("p", { class: "network-title", id: `${prefix}-head` }, texts.neighbours);
  const told = el("ul", { class: "network-neighbours", "aria-labelledby": `${prefix}-head` });
  const about = el("p", { class: "network-about" });
  const options = new Map();
  let chosen = null;
  let typed = "";
  let typedAt = 0;

  const kind = (card) => data.shapes[card.shape] ?? scene.kinds?.[card.kind] ?? card.kind;

  function fillList() {
    const sorted = data.nodes
      .map((node) => cards[node.id])
      .sort((a, b) => a.row - b.row || pick(a.name).localeCompare(pick(b.name), "sv"));
    let group = null;
    let level;
    sorted.forEach((card, place) => {
      if (card.row !== level) {
        level = card.row;
        const id = `${prefix}-level-${level}`;
        group = el("div", { role: "group", "aria-labelledby": id }, el("div", { id, role: "presentation", class: "network-level" }, scene.rows[level]?.name ?? ""));
        box.append(group);
      }
      const option = el("div", { role: "option", id: `${prefix}-${place}`, "aria-selected": "false", onclick: () => choose(card.id) });
      option.append(el("span", null, card.name), " ", el("small", null, kind(card)));
      option.dataset.name = remit.plain(pick(card.name));
      options.set(card.id, option);
      option.dataset.card = card.id;
      group.append(option);
    });
  }

  const shown = () => [...options].filter(([, option]) => !option.hidden).map(([id]) => id);

  function step(by) {
    const all = shown();
    if (!all.length) return;
    const at = all.indexOf(chosen);
    const to = by === "first" ? 0 : by === "last" ? all.length - 1 : Math.min(all.length - 1, Math.max(0, at + by));
    choose(all[at < 0 && typeof by === "number" ? 0 : to]);
  }

  // letters find the next name that begins so, as in any list
  function type(letter, now) {
    typed = now - typedAt > 800 ? letter : typed + letter;
    typedAt = now;
    const all = shown();
    const from = all.indexOf(chosen) + (typed.length === 1 ? 1 : 0);
    const order = [...all.slice(Math.max(from, 0)), ...all.slice(0, Math.max(from, 0))];
    const hit = order.find((id) => options.get(id).dataset.name.startsWith(typed));
    if (hit) choose(hit);
  }

  const KEYS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: "first", End: "last" };
  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in KEYS) step(KEYS[event.key]);
    else if (event.key.length === 1 && event.key !== " ") type(remit.plain(event.key), event.timeStamp);
    else return;
    event.preventDefault();
  });

  // how a relation is told in words: what, whether it is there, how sure, and what changes
  function relation(edge) {
    const parts = [edge.said];
    const more = [];
    more.push(data.certainty[edge.certainty] ?? edge.certainty);
    if (edge.change) more.push(data.changes[edge.change]);
    more.forEach((one, place) => parts.push(place ? ", " : " (", one));
    parts.push(")");
    return parts;
  }

  function tell(id, visible) {
    const card = cards[id];
    about.replaceChildren();
    told.replaceChildren();
    if (!card) return void remit.words(texts.choose).forEach((one) => about.append(one));
    about.append(el("strong", null, card.name), ", ", el("span", null, kind(card)));
    if (card.certainty) about.append(", ", el("span", null, data.certainty[card.certainty] ?? card.certainty));
    const edges = data.edges.filter((edge) => (edge.from === id || edge.to === id) && visible(edge.from) && visible(edge.to));
    for (const edge of edges) {
      const out = edge.from === id;
      const other = cards[out ? edge.to : edge.from];
      const go = el("button", { type: "button", class: "network-go", onclick: () => choose(other.id) }, other.name);
      const said = el("span", null, ...relation(edge));
      told.append(el("li", null, ...(out ? [said, " → ", go] : [go, " → ", said])));
    }
    if (!edges.length) told.append(el("li", null, texts.no_neighbours));
  }

  function select(id, visible) {
    options.get(chosen)?.setAttribute("aria-selected", "false");
    chosen = options.has(id) ? id : null;
    const option = options.get(chosen);
    if (option) {
      option.setAttribute("aria-selected", "true");
      box.setAttribute("aria-activedescendant", option.id);
      // the list alone is scrolled, never the page
      const [above, below] = [option.offsetTop, option.offsetTop + option.offsetHeight - box.clientHeight];
      box.scrollTop = Math.max(Math.min(box.scrollTop, above), below);
    } else box.removeAttribute("aria-activedescendant");
    tell(chosen, visible);
  }

  function show(visible) {
    for (const [id, option] of options) option.hidden = !visible(id);
    for (const group of box.children) group.hidden = !group.querySelector("[role=option]:not([hidden])");
    nothing.hidden = shown().length > 0;
    tell(chosen, visible);
  }

  fillList();
  tell(null, () => true);
  const element = el("div", { class: "network-side" }, box, nothing, about, head, told);
  return { element, select, show };
};
