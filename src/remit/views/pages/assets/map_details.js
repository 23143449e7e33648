"use strict";
// What is selected, told in full beside the map: a finding, a card, an entity, a column or a relation.
(() => {
  const map = remit.map;
  const { scene, texts } = map;
  const { el } = remit;
  const { certainty, severity, sources, cited, cite, relation, known, factParts } = map.told;
  const place = document.getElementById("details");
  const MOST = 60; // so many rows of a list are shown at once; the rest on request

  // a link that can be copied; followed here it keeps the view
  function go(kind, id, text) {
    const follow = (event) => { event.preventDefault(); map.select(kind, id); };
    return el("a", { class: "go", href: `#${new URLSearchParams({ [kind]: id })}`, onclick: follow }, text);
  }
  const link = (id) => (map.cards.has(id) ? go("card", id, map.nameOf(id)) : Object.hasOwn(scene.entities, id) ? go("entity", id, map.nameOf(id)) : el("span", {}, map.nameOf(id)));

  function titled(title, ...parts) {
    return parts.flat().some(Boolean) ? [el("h3", {}, title), ...parts.flat()] : [];
  }

  function many(items, make) {
    const list = el("ul", {}, ...items.slice(0, MOST).map((item) => el("li", {}, ...[make(item)].flat())));
    if (items.length <= MOST) return list;
    const more = el("button", {
      type: "button", class: "go",
      onclick: () => { list.append(...items.slice(MOST, 1000).map((item) => el("li", {}, ...[make(item)].flat()))); more.remove(); },
    }, map.fill(texts.and_more, { n: items.length - MOST }));
    return el("div", {}, list, more);
  }

  function finding(number) {
    const one = map.findings.get(number);
    const concerned = [...new Set(one.subject ?? [])];
    const rule = scene.rules?.[one.code] ?? {};
    return {
      name: map.join([String(number), one.title], ". "),
      parts: [
        el("p", { class: "meta" }, ...severity(one.severity), " · ", ...certainty(one.certainty), one.ground && " · ", texts[`ground_${one.ground}`], one.change && " · ", one.change && texts.change_words[one.change]),
        el("p", {}, one.message),
        ...titled(texts.reach, reach(one.reach)),
        ...["judgement", "why", "harm"].flatMap((what) => titled(texts[what], rule[what] && el("p", {}, rule[what]))),
        ...titled(texts.repair, one.repair && el("p", {}, one.repair)),
        ...titled(texts.concerns, concerned.length ? many(concerned, link) : null),
        ...titled(texts.sources, cited(one.sources)),
        el("p", { class: "src" }, texts.rule, " ", one.code),
      ],
    };
  }

  // how many of how many; one of one is not worth saying
  function reach(parts) {
    if (!Array.isArray(parts)) return parts ? el("p", {}, parts) : null;
    const told = parts.filter(({ n, of }) => of > 1 || n !== of).map((one) => map.fill(texts.of, one));
    return told.length ? el("p", {}, map.join(told, "; ")) : null;
  }

  function edgeLine(id) {
    return (index) => {
      const edge = scene.edges[index];
      const out = edge.from === id;
      const line = [go("edge", index, relation(index)), ...known(edge, relation(index))];
      return out ? [...line, " → ", link(edge.to)] : ["← ", link(edge.from), ": ", ...line];
    };
  }

  function edge(index) {
    const one = scene.edges[index];
    // a relation does not contain itself: what is said of a set stands for that of its members
    const members = (one.members ?? []).filter(([from, to]) => from !== one.from || to !== one.to);
    return {
      name: relation(index),
      parts: [
        el("p", {}, link(one.from), " → ", link(one.to)),
        el("p", { class: "meta" }, ...certainty(one.certainty ?? "established"), ...known({ ...one, certainty: null }, relation(index))),
        ...titled(texts.concerns, (one.topics ?? []).length ? many(one.topics, (id) => scene.topics[id]?.name ?? id) : null),
        ...titled(map.fill(texts.folded, { n: members.length }), members.length ? many(members, ([from, to]) => [link(from), " → ", link(to)]) : null),
        ...titled(texts.findings, numbered(one.findings)),
        ...titled(texts.sources, cited(one.sources)),
      ],
    };
  }

  function numbered(numbers) {
    const shown = [...new Set(numbers ?? [])].filter((number) => map.findings.has(number));
    if (!shown.length) return null;
    return many(shown, (number) => {
      const one = map.findings.get(number);
      return [el("span", { "aria-hidden": "true" }, texts.severity_signs[one.severity] ?? "", " "), el("span", { class: "unseen" }, texts.severities[one.severity] ?? "", " "), go("finding", number, map.join([String(number), one.title], ". ")), " · ", ...certainty(one.certainty)];
    });
  }

  function facts(told) {
    if (!told?.length) return null;
    return el("dl", {}, ...told.flatMap((fact) => [el("dt", {}, fact.field), el("dd", {}, ...factParts(fact), cite(fact.sources, "div"))]));
  }

  function changes(list) {
    if (!list?.length) return null;
    return many(list, (one) => [el("b", {}, one.field), ": ", one.before ?? "–", " → ", one.after ?? "–"]);
  }

  function entity(id) {
    const own = scene.entities[id];
    const card = map.cards.get(id);
    const shownIn = own?.card != null && own.card !== id ? own.card : null;
    const folded = (card?.folded ?? []).filter((one) => one !== id);
    const edges = map.edgesOf.get(card ? id : own?.card) ?? [];
    const on = card ? scene.findings.filter((one) => one.cards?.includes(id)).map((one) => one.number) : [];
    const kind = scene.kinds[own?.kind ?? card?.kind] ?? own?.kind ?? card?.kind;
    const change = card?.change ?? own?.change;
    return {
      name: map.nameOf(id),
      parts: [
        el("p", { class: "meta" }, kind, card?.status && ", ", card?.status, card?.with && ", ", card?.with, card?.certainty && [" · "][0], ...(card?.certainty ? certainty(card.certainty) : []),
          change && [" · "][0], change && texts.change_words[change]),
        shownIn && map.cards.has(shownIn) ? el("p", {}, texts.stands_in, ": ", link(shownIn)) : null,
        ...titled(texts.changes, changes(card?.changes?.length ? card.changes : own?.changes)),
        ...titled(texts.findings, numbered([...(own?.findings ?? []), ...on].sort((a, b) => a - b))),
        ...titled(map.fill(texts.folded, { n: folded.length }), folded.length ? many(folded, link) : null),
        ...titled(texts.relations, card && edges.length ? many(edges, edgeLine(id)) : null),
        ...titled(texts.facts, facts(own?.facts)),
      ],
    };
  }

  function column(index) {
    const one = scene.columns[index];
    return {
      name: one.name,
      parts: [
        one.note && el("p", { class: "meta" }, one.note),
        ...(one.tags ?? []).map((tag) => el("p", {}, tag.text, tag.certainty && [" · "][0], ...(tag.certainty ? certainty(tag.certainty) : []))),
        ...titled(texts.members, one.principals?.length ? many(one.principals, link) : null),
        ...titled(texts.findings, numbered(scene.findings.filter((f) => f.columns?.includes(index)).map((f) => f.number))),
      ],
    };
  }

  const makers = { finding, edge, column, card: entity, entity };

  function show({ selection }) {
    place.replaceChildren();
    place.hidden = !selection;
    document.body.classList.toggle("selected", Boolean(selection));
    if (!selection) return;
    const { name, parts } = makers[selection.kind](selection.id);
    const title = el("h2", { id: "details-title", tabindex: "-1" }, name);
    const close = el("button", { type: "button", class: "close", label: texts.close, onclick: clear }, "✕");
    place.setAttribute("aria-labelledby", "details-title");
    place.append(el("div", { class: "head" }, title, close), ...parts.filter(Boolean));
    place.scrollTop = 0;
  }
  function clear() {
    const { selection } = map.state;
    map.select(null);
    const back = selection?.kind === "finding" ? document.querySelector(`[data-finding="${selection.id}"]`) : map.buttons.get(selection?.id);
    back?.focus({ preventScroll: true });
  }

  // the table answers too: lit cards and columns
  function mark({ selection }) {
    const found = map.lit();
    for (const [id, button] of map.buttons) {
      const chosen = (selection?.kind === "card" && selection.id === id) || (selection?.kind === "entity" && scene.entities[selection.id].card === id);
      button.classList.toggle("lit", found.cards.has(id));
      button.classList.toggle("chosen", chosen);
      if (chosen) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    for (const cell of document.querySelectorAll("#levels thead [data-column]")) cell.classList.toggle("lit", found.columns.has(Number(cell.dataset.column)));
    if (selection) bring(selection, found);
  }

  // what is lit is brought into sight, without moving more than needed
  function bring(selection, found) {
    const first = selection.kind === "finding" || selection.kind === "edge" ? [...found.cards][0] : selection.kind === "card" ? selection.id : scene.entities[selection.id]?.card;
    const button = first != null && map.buttons.get(first);
    if (!button || document.activeElement === button) return;
    const area = document.getElementById("map");
    const [inner, outer] = [button.getBoundingClientRect(), area.getBoundingClientRect()];
    const head = document.getElementById("levels").tHead.getBoundingClientRect().height + 10;
    const side = 100;
    if (inner.top < outer.top + head) area.scrollTop -= outer.top + head - inner.top;
    else if (inner.bottom > outer.bottom) area.scrollTop += inner.bottom - outer.bottom + 10;
    if (inner.left < outer.left + side) area.scrollLeft -= outer.left + side - inner.left;
    else if (inner.right > outer.right) area.scrollLeft += inner.right - outer.right + 10;
  }

  let spoken = null;
  function tell({ selection }) {
    const key = JSON.stringify(selection);
    if (key === spoken) return;
    const before = spoken;
    spoken = key;
    if (!selection) { if (before && before !== "null") map.say(texts.cleared); return; }
    const found = map.lit();
    if (selection.kind === "finding") {
      const one = map.findings.get(selection.id);
      map.say(map.fill(texts.selected_finding, { number: one.number, title: one.title, cards: map.count("cards", found.cards.size), edges: map.count("edges", found.edges.size) }));
    } else map.say(map.fill(texts.selected, { name: makers[selection.kind](selection.id).name, edges: map.count("edges", found.edges.size) }));
  }

  map.on("select", show);
  map.on("select", mark);
  map.on("select", tell);
  map.clear = clear;
  map.parts = { link };
})();
