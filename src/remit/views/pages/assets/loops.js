"use strict";
// What the picture and the walk of the loop share: reading the data, and the track of the steps.
// remit.loops(data) reads what matrix_data() wrote; the marks in it stand for the principal's name and id.
(() => {
  const NAME = /\ue000/g;
  const ID = /\ue001/g;
  const STATES = { c: "closed", o: "open", b: "broken", n: "not_needed" };
  const readers = new WeakMap();

  const side = (text, place) => (Array.isArray(text) ? text[place] : String(text ?? ""));

  // a text with {names} filled in, in both languages where any part has two
  function fill(text, values) {
    const two = Array.isArray(text) || Object.values(values).some(Array.isArray);
    const said = (place) => side(text, place).replace(/\{(\w+)\}/g, (all, key) => (key in values ? side(values[key], place) : all));
    return two ? [said(0), said(1)] : said(0);
  }

  // names with commas between
  function list(texts) {
    const said = (place) => texts.map((text) => side(text, place)).join(", ");
    return texts.some(Array.isArray) ? [said(0), said(1)] : said(0);
  }

  function put(text, name) {
    const marked = Array.isArray(text) ? text.some((one) => one.includes("\ue000")) : String(text ?? "").includes("\ue000");
    if (!marked) return text;
    const said = (place) => side(text, place).replace(NAME, () => side(name, place));
    return Array.isArray(text) || Array.isArray(name) ? [said(0), said(1)] : said(0);
  }

  function reader(data) {
    const topics = new Map(data.topics.map((one, place) => [one.id, place]));
    const principals = new Map(data.principals.map((one, place) => [one.id, place]));

    const index = (topic, principal) => data.cells[topics.get(topic)]?.[principals.get(principal)];
    const looks = (topic, principal) => data.routes[index(topic, principal)];

    // the route of a topic and principal, with the principal's name and id in it
    function route(topic, principal) {
      const found = looks(topic, principal);
      if (!found) return null;
      const name = data.principals[principals.get(principal)].name;
      const id = (text) => text.replace(ID, () => principal);
      const said = (place) => put(data.texts[place], name);
      const sources = (places) => (places ?? []).map((place) => {
        const [document, where] = data.sources[place];
        return { document, title: data.documents[document] ?? document, where };
      });
      const decision = data.decisions[found.decision];
      const steps = found.steps.map((place, at) => {
        const part = data.parts[place];
        const where = part.at ? id(part.at) : "";
        return {
          key: data.steps[at].key, name: data.steps[at].name, state: part.s, certainty: part.c,
          at: where, atName: where ? data.names[where] ?? where : "", why: said(part.why),
          sources: sources(part.src), ids: data.lists[part.ids].map(id), pool: Boolean(part.pool),
        };
      });
      return {
        topic, principal, track: found.track, gap: found.gap, steps,
        cut: (found.cut ?? []).map((one) => ({ text: said(one.text), all: one.all == null ? null : said(one.all), ids: data.lists[one.ids].map(id) })),
        deferred: (found.deferred ?? []).map((one) => ({ text: said(one.text), sources: sources(one.src) })),
        wait: found.wait == null ? null : said(found.wait),
        decision: {
          none: decision.none ? put(decision.none, name) : null,
          rows: (decision.rows ?? []).map((row) => row.map((text) => put(text, name))),
          ids: decision.rows ? data.lists[decision.ids].map(id) : [],
        },
      };
    }

    // the first gap decides: closed, open or broken, and at which step
    function outcome(found) {
      if (found.gap < 0) return { state: "closed", key: "", certainty: "" };
      const state = STATES[found.track[found.gap]];
      const sure = data.parts[found.steps[found.gap]].c;
      return { state, key: data.steps[found.gap].key, certainty: state === "broken" ? sure : "" };
    }

    return {
      data, route, looks, index, outcome, fill, list,
      topic: (id) => data.topics[topics.get(id)],
      principal: (id) => data.principals[principals.get(id)],
      words: data.words,
    };
  }

  remit.loops = (data) => {
    if (!readers.has(data)) readers.set(data, reader(data));
    return readers.get(data);
  };

  // the steps as a row of signs: filled, hollow with ?, crossed, or a dash; faint after the first gap, which is framed
  remit.loopTrack = (track, gap, certainty) => {
    const row = remit.el("span", { class: "loop-track", "aria-hidden": "true" });
    for (let at = 0; at < track.length; at += 1) {
      const faint = gap >= 0 && at > gap;
      const names = ["loop-sign", `loop-${STATES[track[at]]}`];
      if (faint) names.push("loop-after");
      if (at === gap) names.push("loop-gap", `loop-${certainty}`);
      row.append(remit.el("span", { class: names.join(" ") }));
    }
    return row;
  };
  remit.loopSign = (state) => remit.el("span", { class: `loop-sign loop-${state}`, "aria-hidden": "true" });
})();
