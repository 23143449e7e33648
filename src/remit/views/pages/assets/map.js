"use strict";
// The map's state: what is selected, what is filtered, which view; the address says the same, so that a link, the back
// button and a click are one thing. Components listen: remit.map.on("select" | "filter" | "view", f).
remit.map = (() => {
  const scene = remit.data;
  const texts = scene.texts;
  const listeners = { select: [], filter: [], view: [], layout: [] };
  const cards = new Map(scene.cards.map((card) => [card.id, card]));
  const buttons = new Map([...document.querySelectorAll("button.card")].map((button) => [button.dataset.card, button]));
  const findings = new Map(scene.findings.map((finding) => [finding.number, finding]));
  const edgesOf = new Map(scene.cards.map((card) => [card.id, []]));
  const columnOf = new Map();
  const state = { view: "levels", selection: null, filters: {} };

  scene.edges.forEach((edge, index) => {
    for (const end of new Set([edge.from, edge.to])) edgesOf.get(end)?.push(index);
  });
  scene.columns.forEach((column, index) => columnOf.set(column.id, index));

  const on = (name, listener) => listeners[name].push(listener);
  const tell = (name) => listeners[name].forEach((listener) => listener(state));
  // a text with its places filled in, in both languages
  function fill(text, values) {
    const one = (told, place) => told.replace(/\{(\w+)\}/g, (whole, key) => {
      const value = values[key];
      return String(Array.isArray(value) ? value[place] : value ?? whole);
    });
    return Array.isArray(text) ? text.map(one) : one(text, 0);
  }
  // so many of something, in the singular where it is one
  const count = (key, n) => fill((n === 1 && texts[`${key}_one`]) || texts[key], { n });
  const both = (text) => (Array.isArray(text) ? text : [text, text]);
  const join = (parts, between = "") => [0, 1].map((place) => parts.map((part) => both(part)[place]).filter(Boolean).join(between));

  const KINDS = ["card", "finding", "edge", "column", "entity"];
  function known(kind, id) {
    if (kind === "card") return cards.has(id);
    if (kind === "finding") return findings.has(id);
    if (kind === "edge") return id in scene.edges;
    if (kind === "column") return id in scene.columns;
    return Object.hasOwn(scene.entities, id);
  }
  // #card=lsg&view=network, #finding=7 or its fingerprint, and the short forms #lsg, #7
  function read(hash) {
    const text = hash.replace(/^#/, "");
    const asked = new URLSearchParams(text.includes("=") ? text : "");
    let selection = null;
    for (const kind of KINDS) {
      if (!asked.has(kind)) continue;
      let id = asked.get(kind);
      if (kind === "finding") id = numberOf(id);
      else if (kind === "edge" || kind === "column") id = Number(id);
      if (known(kind, id)) selection = { kind, id };
    }
    if (text && !text.includes("=")) {
      let plain = text;
      try { plain = decodeURIComponent(text); } catch { /* not encoded: as it stands */ }
      if (cards.has(plain)) selection = { kind: "card", id: plain };
      else if (known("finding", numberOf(plain))) selection = { kind: "finding", id: numberOf(plain) };
      else if (known("entity", plain)) selection = { kind: "entity", id: plain };
    }
    const view = document.getElementById(`view-${asked.get("view")}`) ? asked.get("view") : null;
    return { selection, view };
  }
  function numberOf(id) {
    if (/^\d+$/.test(id)) return Number(id);
    return scene.findings.find((finding) => finding.fingerprint === id)?.number ?? NaN;
  }
  function write(selection, view) {
    const asked = new URLSearchParams();
    if (selection) asked.set(selection.kind, selection.id);
    if (view !== "levels") asked.set("view", view);
    return asked.toString();
  }
  function go(selection, view = state.view) {
    const next = write(selection, view);
    if (next === location.hash.replace(/^#/, "")) return apply(selection, view);
    if (next) location.hash = next;
    else clearHash(view);
    return undefined;
  }
  function clearHash(view) {
    try {
      history.pushState(null, "", location.pathname + location.search);
      apply(null, view);
    } catch {
      location.hash = ""; // a frame without an address of its own, as in a notebook, may not change it otherwise
    }
  }
  function apply(selection, view) {
    const moved = view !== state.view;
    state.view = view;
    state.selection = selection;
    if (moved) tell("view");
    tell("select");
  }
  function follow() {
    const text = location.hash.replace(/^#/, "");
    // an anchor of the page itself, as the skip links use, changes nothing
    if (text && !text.includes("=") && document.getElementById(text)) return;
    const { selection, view } = read(location.hash);
    apply(selection, view ?? (selection && state.view === "tables" && selection.kind !== "entity" ? state.view : view ?? "levels"));
  }

  const select = (kind, id) => go(kind ? { kind, id } : null);
  const show = (view) => go(state.selection, view);
  function filter(changed) {
    Object.assign(state.filters, changed);
    tell("filter");
  }

  // what a selection lights: cards, edges, columns
  function lit(selection = state.selection) {
    const found = { cards: new Set(), edges: new Set(), columns: new Set() };
    if (!selection) return found;
    const { kind, id } = selection;
    if (kind === "finding") {
      const finding = findings.get(id);
      for (const name of ["cards", "edges", "columns"]) (finding[name] ?? []).forEach((one) => found[name].add(one));
    } else if (kind === "edge") light(found, id);
    else if (kind === "column") found.columns.add(id);
    else {
      const card = kind === "card" ? id : scene.entities[id].card;
      if (card != null && cards.has(card)) {
        found.cards.add(card);
        edgesOf.get(card).forEach((edge) => light(found, edge));
      }
    }
    for (const edge of found.edges) light(found, edge);
    return found;
  }
  function light(found, index) {
    const edge = scene.edges[index];
    if (!edge) return;
    found.edges.add(index);
    found.cards.add(edge.from);
    found.cards.add(edge.to);
  }

  const said = document.getElementById("said");
  function say(text) {
    said.replaceChildren(...remit.words(text));
  }
  const nameOf = (id) => cards.get(id)?.name ?? scene.entities[id]?.name ?? id;

  return { scene, texts, cards, buttons, findings, edgesOf, columnOf, state, on, tell, fill, count, both, join, select, show, filter, follow, lit, say, nameOf, read };
})();
