"use strict";
// What is told of a fact or a relation in words: its value, whether it is there, how sure that is, on what it rests,
// in whose words, where. The details and the tables say the same.
(() => {
  const map = remit.map;
  const { scene, texts } = map;
  const { el } = remit;

  const signed = (sign, word) => [el("span", { class: "sure" }, el("span", { class: "sign", "aria-hidden": "true" }, sign ?? ""), " ", word)];
  const certainty = (word) => signed(texts.certainty_signs[word], texts.certainties[word] ?? word);
  const severity = (word) => signed(texts.severity_signs[word], texts.severities[word] ?? word);

  // sources, each document once: [[document, section, paragraph]…]
  function sources(refs) {
    const documents = new Map();
    for (const [id, section, paragraph] of refs ?? []) {
      if (!documents.has(id)) documents.set(id, new Map());
      const sections = documents.get(id);
      if (!sections.has(section)) sections.set(section, new Set());
      if (paragraph) sections.get(section).add(paragraph);
    }
    return [...documents].map(([id, sections]) => {
      const places = [...sections].map(([section, paragraphs]) => {
        const sorted = [...paragraphs].sort((a, b) => a - b);
        return map.join([section, sorted.length ? map.join([texts.paragraph, " ", sorted.join(", ")]) : ""], ", ");
      });
      return map.join([scene.documents[id] ?? id, map.join(places.filter((told) => told[0]), "; ")], ": ");
    });
  }
  const cited = (refs) => (refs?.length ? el("ul", { class: "src" }, ...sources(refs).map((told) => el("li", {}, told))) : null);
  // the same in one line
  const inLine = (refs) => sources(refs).flatMap((told, n) => [n ? "; " : "", ...remit.words(told)]);
  const cite = (refs, tag, before = "") => (refs?.length ? el(tag, { class: "src" }, before, ...inLine(refs)) : null);

  const plainly = (one) => !one.state || one.state === "value";
  const stateOf = (one) => texts[one.state] ?? one.state;
  // what is denied or unclear is told with what it is that is denied: ”Gruppen A: finns inte”
  const value = (fact) => (plainly(fact) ? fact.value ?? texts.no_value : map.join([fact.value ?? "", stateOf(fact)], ": "));

  // a fact but its sources; its note stands on a line of its own, or in the same after a dash
  function factParts(fact, note = (told) => el("div", { class: "src" }, told)) {
    const how = [
      fact.certainty && fact.state !== "unknown" ? [" · ", ...certainty(fact.certainty)] : [],
      fact.basis ? [" (", ...remit.words(fact.basis), ")"] : [],
      fact.modality ? [", ", ...remit.words(word(texts.modalities, fact.modality))] : [],
    ].flat();
    return [...remit.words(value(fact)), how.length ? el("span", { class: "src" }, ...how) : null, fact.note ? note(fact.note) : null];
  }

  const word = (words, told) => (typeof told === "string" && Object.hasOwn(words, told) ? words[told] : told);
  const relationName = (edge) => scene.relations[edge.relation] ?? edge.relation;

  // the text of a relation says its state too
  function relation(index) {
    const edge = scene.edges[index];
    return edge.text || (plainly(edge) ? relationName(edge) : map.join([relationName(edge), stateOf(edge)], ": "));
  }
  // what limits a relation: how many it holds for, that it only may be; what its text says already is not said again,
  // and what shall be is told as what is
  function limits(edge, said) {
    const swedish = remit.plain(map.both(said ?? "")[0]);
    const modality = edge.modality && edge.modality !== "shall" ? word(texts.modalities, edge.modality) : null;
    return [edge.extent && (texts[`extent_${edge.extent}`] ?? edge.extent), modality, edge.note]
      .filter((one) => one && !swedish.includes(remit.plain(map.both(one)[0])));
  }
  const limited = (edge, said) => limits(edge, said).flatMap((one) => [", ", ...remit.words(one)]);
  const known = (edge, said) => [...limited(edge, said), ...(edge.certainty && edge.certainty !== "established" ? [" · ", ...certainty(edge.certainty)] : [])];

  map.told = { certainty, severity, sources, cited, cite, inLine, factParts, relation, limits, limited, known };
})();
