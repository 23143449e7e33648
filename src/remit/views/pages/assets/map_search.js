"use strict";
// Search over cards, what is folded in them and all entities; and filters that leave only what they ask for.
(() => {
  const map = remit.map;
  const { scene, texts, state } = map;
  const { el } = remit;
  const MOST = 30;

  // ---- search: a combobox whose list follows the words ----
  const input = document.getElementById("search");
  const list = document.getElementById("hits");
  let index = null;
  let active = -1;

  const told = (text) => map.both(text).join(" ");
  function everything() {
    index ??= [
      ...scene.cards.map((card) => ({ kind: "card", id: card.id, name: card.name, what: scene.kinds[card.kind] ?? card.kind, text: remit.plain(`${told(card.name)} ${told(card.search ?? "")} ${card.id}`), title: remit.plain(told(card.name)) })),
      ...Object.entries(scene.entities).filter(([id]) => !map.cards.has(id)).map(([id, one]) => ({ kind: "entity", id, name: one.name, what: scene.kinds[one.kind] ?? one.kind, card: one.card, text: remit.plain(`${told(one.name)} ${id}`), title: remit.plain(told(one.name)) })),
    ];
    return index;
  }
  function search(words) {
    const asked = remit.plain(words).split(/\s+/).filter(Boolean);
    if (!asked.length) return null;
    const found = [];
    for (const one of everything()) {
      if (!asked.every((word) => one.text.includes(word))) continue;
      const rank = one.title.startsWith(asked[0]) ? 0 : asked.every((word) => one.title.includes(word)) ? 1 : 2;
      found.push([rank + (one.kind === "card" ? 0 : 0.5), one]);
    }
    found.sort((a, b) => a[0] - b[0] || remit.pick(a[1].name).localeCompare(remit.pick(b[1].name), "sv"));
    return found.map(([, one]) => one);
  }
  function offer() {
    const found = search(input.value);
    list.replaceChildren();
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !found;
    input.setAttribute("aria-expanded", String(Boolean(found)));
    if (!found) return;
    found.slice(0, MOST).forEach((one, place) => {
      const at = one.kind === "entity" && map.cards.has(one.card) ? map.fill(texts.hit_in, { name: map.nameOf(one.card) }) : null;
      list.append(el("li", { role: "option", id: `hit-${place}`, "aria-selected": "false", "data-kind": one.kind, "data-id": one.id, onclick: () => take(one) }, one.name, el("span", { class: "in" }, one.what, at && ", ", at)));
    });
    if (!found.length) list.append(el("li", { class: "none", role: "option", "aria-selected": "false", "aria-disabled": "true" }, texts.no_hits));
    map.say(found.length ? map.count("hits", found.length) : texts.no_hits);
  }
  function take(one) {
    close();
    if (one.kind === "card") uncover(one.id);
    map.select(one.kind, one.id);
    const button = map.buttons.get(one.kind === "card" ? one.id : one.card);
    if (button && state.view === "levels") { button.focus(); button.scrollIntoView({ block: "nearest", inline: "nearest" }); }
  }
  // a filter never hides what was searched for
  function uncover(id) {
    if (map.buttons.get(id)?.hidden) reset();
  }
  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function move(step) {
    const options = [...list.querySelectorAll("[data-id]")];
    if (!options.length) return;
    active = (active + step + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", place === active));
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  }
  input.addEventListener("input", offer);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) offer();
      move(event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
    } else if (event.key === "Enter") {
      const found = search(input.value);
      event.preventDefault();
      if (found?.length) take(found[Math.max(active, 0)]);
    } else if (event.key === "Escape") { close(); event.stopPropagation(); }
  });
  document.addEventListener("click", (event) => { if (!event.target.closest(".find")) close(); });

  // ---- filters ----
  const panel = document.getElementById("filters");
  const choices = document.getElementById("choices");
  const count = document.getElementById("filter-count");
  const selects = new Map();

  function sorted(pairs) {
    return pairs.sort((a, b) => remit.pick(a[1]).localeCompare(remit.pick(b[1]), "sv"));
  }
  const used = (values) => new Set(values.flat());
  function options(name) {
    if (name === "level") return scene.rows.map((row, place) => [String(place), row.name || texts.filters.no_level]);
    if (name === "principal") {
      const here = used(scene.cards.map((card) => card.principals ?? []));
      return sorted(Object.entries(scene.principals).filter(([id]) => here.has(id)));
    }
    if (name === "topic") {
      const here = used([...scene.cards, ...scene.edges].map((one) => one.topics ?? []));
      return sorted(Object.entries(scene.topics).filter(([id]) => here.has(id)).map(([id, topic]) => [id, topic.name]));
    }
    if (name === "relation") {
      const here = new Set(scene.edges.map((edge) => edge.relation));
      return sorted([...here].map((relation) => [relation, scene.relations[relation] ?? relation]));
    }
    const rules = new Map(scene.findings.map((finding) => [finding.code, finding.title]));
    return [...rules].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([code, title]) => [code, map.join([code, title], " ")]);
  }
  // an option holds text alone: it is written anew when the language is switched
  function write(select, name) {
    const value = select.value;
    const all = texts.filters[name][1];
    select.replaceChildren(el("option", { value: "" }, remit.pick(all)), ...options(name).map(([id, text]) => el("option", { value: id }, remit.pick(text))));
    select.value = value;
  }
  function build() {
    for (const name of ["level", "principal", "topic", "relation", "rule"]) {
      if (!options(name).length) continue;
      const select = el("select", { "data-filter": name, onchange: (event) => map.filter({ [name]: event.target.value }) });
      selects.set(name, select);
      write(select, name);
      choices.append(el("label", {}, el("span", {}, texts.filters[name][0]), select));
    }
    if (scene.before) choices.append(el("label", { class: "check" }, el("input", { type: "checkbox", id: "only-changes", onchange: (event) => map.filter({ changes: event.target.checked }) }), el("span", {}, texts.only_changes)));
    choices.append(el("button", { type: "button", id: "filters-clear", onclick: reset }, texts.clear));
  }
  function reset() {
    for (const select of selects.values()) select.value = "";
    const changes = document.getElementById("only-changes");
    if (changes) changes.checked = false;
    map.filter({ level: "", principal: "", topic: "", relation: "", rule: "", changes: false });
  }

  // a mandate on a topic covers what is below it: whoever asks for a topic gets what is under it too
  function below(topic) {
    const found = new Set([topic]);
    for (let grew = true; grew;) {
      grew = false;
      for (const [id, one] of Object.entries(scene.topics)) {
        if (!found.has(id) && (one.part_of ?? []).some((above) => found.has(above))) { found.add(id); grew = true; }
      }
    }
    return found;
  }
  const some = (held, wanted) => (held ?? []).some((one) => wanted.has(one));

  function narrow() {
    const { level, principal, topic, relation, rule, changes } = state.filters;
    const topics = topic ? below(topic) : null;
    const edgeFits = (edge) => (!relation || edge.relation === relation) && (!changes || edge.change)
      && (!rule || (edge.findings ?? []).some((number) => map.findings.get(number)?.code === rule));
    const related = relation || rule || changes ? new Set() : null;
    if (related) {
      for (const edge of scene.edges) if (edgeFits(edge)) { related.add(edge.from); related.add(edge.to); }
      if (rule) scene.findings.filter((finding) => finding.code === rule).forEach((finding) => finding.cards?.forEach((card) => related.add(card)));
    }
    const fits = (card) => (!level || card.row === Number(level))
      && (!principal || (card.principals ?? []).includes(principal))
      && (!topics || some(card.topics, topics))
      && (!related || related.has(card.id) || (changes && card.change));
    const shown = new Set(scene.cards.filter(fits).map((card) => card.id));
    // the frame of what is shown stays, so that one sees where it belongs
    for (const card of scene.cards) if (shown.has(card.id) && card.frame) shown.add(card.frame);
    for (const [id, button] of map.buttons) button.hidden = !shown.has(id);
    for (const frame of document.querySelectorAll(".frame")) frame.hidden = [...frame.querySelectorAll("button.card")].every((button) => button.hidden);
    const on = Object.values(state.filters).filter(Boolean).length;
    for (const row of document.querySelectorAll("#levels tbody tr")) row.hidden = Boolean(level) && row.dataset.level !== level;
    map.shownEdge = (edge) => on === 0 || (edgeFits(scene.edges[edge]) && shown.has(scene.edges[edge].from) && shown.has(scene.edges[edge].to));
    count.textContent = on ? ` (${on})` : "";
    if (on) map.say(map.fill(texts.shown, { n: shown.size, cards: map.count("cards", scene.cards.length) }));
  }

  build();
  map.on("filter", narrow);
  remit.onLanguage(() => { for (const [name, select] of selects) write(select, name); });
  document.addEventListener("click", (event) => { if (panel.open && !event.target.closest(".filters")) panel.open = false; });
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    panel.open = false;
    panel.querySelector("summary").focus();
    event.stopPropagation();
  });
})();
