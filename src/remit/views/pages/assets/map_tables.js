"use strict";
// The same content as tables: things with their facts, relations, findings, sources. Rows are made as they are asked
// for, so that tens of thousands of things open as quickly as ten.
(() => {
  const map = remit.map;
  const { scene, texts } = map;
  const { el } = remit;
  const PAGE = 100;
  const { certainty, severity, cite, inLine, factParts, relation, limits, limited } = map.told;
  const { link } = map.parts;

  function grow(title, heads, rows, draw, text, tools = []) {
    const body = el("tbody");
    const more = el("button", { type: "button", class: "more" });
    const count = el("span", { role: "status" });
    const search = el("input", { type: "search", label: map.join([texts.search_table, title], ": "), spellcheck: "false", autocomplete: "off" });
    let found = rows;
    let shown = 0;
    function add() {
      found.slice(shown, shown + PAGE).forEach((row) => body.append(el("tr", {}, ...draw(row).map((cell, place) => el(place ? "td" : "th", place ? {} : { scope: "row" }, ...cell)))));
      shown = Math.min(found.length, shown + PAGE);
      more.hidden = shown >= found.length;
      more.replaceChildren(...remit.words(map.fill(texts.more_rows, { n: found.length - shown })));
      count.replaceChildren(...remit.words(map.fill(texts.rows_shown, { n: shown, rows: map.count("rows", found.length) })));
    }
    function narrow() {
      const words = remit.plain(search.value).split(/\s+/).filter(Boolean);
      const accept = tools.map((tool) => tool.accept);
      found = rows.filter((row) => accept.every((one) => one(row)) && (!words.length || words.every((word) => text(row).includes(word))));
      body.replaceChildren();
      shown = 0;
      add();
    }
    more.addEventListener("click", add);
    search.addEventListener("input", narrow);
    for (const tool of tools) tool.element.addEventListener("change", narrow);
    add();
    const table = el("table", { class: "plain" }, el("caption", { class: "unseen" }, title), el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))), body);
    return el("section", {}, el("h2", {}, title), el("div", { class: "table-tools" }, el("label", {}, texts.search, " ", search), ...tools.map((tool) => tool.element), count), el("div", { class: "table-wrap", tabindex: "0", role: "region", label: title }, table), more);
  }

  const plain = (...parts) => remit.plain(parts.flatMap((part) => map.both(part ?? "")).join(" "));

  function kinds() {
    const here = [...new Set(Object.values(scene.entities).map((one) => one.kind))];
    const element = el("select", { label: texts.kind });
    const write = () => {
      const value = element.value;
      element.replaceChildren(el("option", { value: "" }, remit.pick(texts.all_kinds)), ...here
        .map((kind) => [kind, remit.pick(scene.kinds[kind] ?? kind)]).sort((a, b) => a[1].localeCompare(b[1], "sv")).map(([kind, name]) => el("option", { value: kind }, name)));
      element.value = value;
    };
    write();
    remit.onLanguage(write);
    return { element, accept: ([, one]) => !element.value || one.kind === element.value };
  }

  const note = (told) => el("span", { class: "src" }, " – ", told);
  function factLines(one) {
    return (one.facts ?? []).map((fact) => el("div", { class: "fact" }, el("b", {}, fact.field), ": ", ...factParts(fact, note), cite(fact.sources, "span", " – ")));
  }

  map.tables = (place) => {
    const order = (a, b) => remit.pick(a[1].name).localeCompare(remit.pick(b[1].name), "sv");
    const entities = Object.entries(scene.entities);
    const collator = new Intl.Collator("sv");
    if (entities.length < 3000) entities.sort(order);
    else entities.sort((a, b) => collator.compare(remit.pick(a[1].name), remit.pick(b[1].name)));
    place.append(
      grow(texts.table_findings, [texts.number, texts.message, texts.severity, texts.certainty, texts.repair, texts.source], scene.findings,
        (one) => [[String(one.number)], [el("b", {}, one.title), el("div", {}, one.message)], severity(one.severity), certainty(one.certainty), [one.repair ?? ""], inLine(one.sources)],
        (one) => plain(one.title, one.message, one.code)),
      grow(texts.table_relations, [texts.from, texts.edge, texts.to, texts.certainty, texts.source], scene.edges.map((edge, index) => [index, edge]),
        ([index, edge]) => [[link(edge.from)], [relation(index), ...limited(edge, relation(index))], [link(edge.to)], edge.certainty ? certainty(edge.certainty) : [], inLine(edge.sources)],
        ([index, edge]) => plain(map.nameOf(edge.from), map.nameOf(edge.to), relation(index), ...limits(edge, relation(index)))),
      grow(texts.entities, [texts.name, texts.kind, texts.facts], entities,
        ([id, one]) => [[link(id)], [scene.kinds[one.kind] ?? one.kind], factLines(one)],
        ([, one]) => plain(one.name, scene.kinds[one.kind] ?? one.kind), [kinds()]),
      grow(texts.table_documents, [texts.document], Object.entries(scene.documents), ([id, title]) => [[map.join([title, ` [${id}]`])]], ([id, title]) => plain(title, id)),
    );
  };
})();
