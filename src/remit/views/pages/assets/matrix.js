"use strict";
// The loop matrix as a picture: topics by principals, each cell a button with the track of its steps.
// remit.matrix(container, loops, {onChoose(topic, principal), steps}) gives {select(topic, principal)}.
// steps: false leaves the bars of the steps out, which remit.loopSteps(container, loops) puts elsewhere.
(() => {
  const { el } = remit;
  const DENSE = 6; // with more columns than these the tracks are drawn narrow
  const ROOMY = 3; // with no more than these the words stand beside the tracks
  const FEW = 5; // so many folded principals are named in the head of their column

  // the share of ways that is closed at each step: a bar from certain to possible
  remit.loopSteps = (container, data) => {
    const w = data.words;
    const list = el("ol", { class: "loop-steps" });
    for (const step of data.steps) {
      const sure = el("span", { class: "loop-sure" });
      const maybe = el("span", { class: "loop-maybe" });
      sure.style.width = `${step.low * 100}%`;
      maybe.style.left = `${step.low * 100}%`;
      maybe.style.width = `${(step.high - step.low) * 100}%`;
      list.append(
        el(
          "li", {},
          el("span", { class: "loop-step" }, el("b", {}, step.key), " ", step.name),
          el("span", { class: "loop-bar", "aria-hidden": "true" }, sure, maybe),
          el("span", { class: "loop-share" }, step.said),
        ),
      );
    }
    container.classList.add("loop-per-step");
    container.replaceChildren(el("p", {}, el("b", {}, w.steps), " ", w.steps_mean), list);
  };

  remit.matrix = (container, data, options = {}) => {
    const reader = remit.loops(data);
    const w = data.words;
    const state = { order: "taxonomy", open: new Set(), chosen: null, focus: null, grid: [] };
    container.classList.add("loop-matrix");
    if (!data.topics.length || !data.principals.length) {
      container.replaceChildren(el("p", {}, w.nothing));
      return { select: () => {} };
    }

    // ---- what stands in the columns and rows ----

    function columns() {
      const all = data.folds.flatMap((fold, at) => {
        if (fold.members.length > 1 && state.open.has(at)) {
          return fold.members.map((member, place) => ({ members: [member], name: data.principals[member].name, fold: at, first: place === 0 }));
        }
        return [{ members: fold.members, name: fold.name, fold: at, folded: fold.members.length > 1 }];
      });
      const most = Math.max(1, Math.floor(data.drawn / data.topics.length));
      if (all.length <= most) return { all: all.length, shown: all };
      const chosen = state.chosen && all.find((one) => holds(one, state.chosen.principal));
      const shown = all.slice(0, most);
      if (chosen && !shown.includes(chosen)) shown[most - 1] = chosen;
      return { all: all.length, shown };
    }

    const holds = (column, principal) => column.members.some((member) => data.principals[member].id === principal);

    // how far a topic gets: closed cells, then cells not broken, then the sum of what is before the gaps
    function reach(topic) {
      const row = data.principals.map((one) => reader.looks(topic.id, one.id));
      const closed = row.filter((one) => one.gap < 0).length;
      const broken = Math.max(row.filter((one) => one.gap >= 0 && one.track[one.gap] === "b").length, topic.unnamed?.n ?? 0);
      const far = row.reduce((sum, one) => sum + (one.gap < 0 ? 8 : one.gap), 0);
      return { low: closed, high: row.length - broken, far };
    }

    const reaches = new Map(data.topics.map((topic) => [topic.id, reach(topic)]));

    function rows() {
      if (state.order === "taxonomy") return data.topics;
      const name = (one) => remit.pick(one.name);
      const byName = (a, b) => name(a).localeCompare(name(b), "sv") || (a.id < b.id ? -1 : 1);
      const sign = state.order === "most" ? -1 : 1;
      const key = (one) => [reaches.get(one.id).low, reaches.get(one.id).high, reaches.get(one.id).far];
      const byReach = (a, b) => {
        const [x, y] = [key(a), key(b)];
        const at = x.findIndex((number, place) => number !== y[place]);
        return at < 0 ? byName(a, b) : sign * (x[at] - y[at]);
      };
      return [...data.topics].sort(state.order === "name" ? byName : byReach);
    }

    // ---- the parts of the picture ----

    const between = (low, high) => (low === high ? String(low) : `${low}–${high}`);

    function stateWords(found) {
      const { state: how, key } = reader.outcome(found);
      return reader.fill(w[`short_${how}`], { step: key });
    }

    // what a cell is called: what it shows, and what the step is that the way ends at
    function called(topic, column, found) {
      const { certainty } = reader.outcome(found);
      const told = [stateWords(found)];
      if (found.gap >= 0) told.push(data.steps[found.gap].name);
      if (certainty) told.push(w[certainty]);
      return reader.fill("{topic}, {principal}: {told}", { topic: topic.name, principal: column.name, told: reader.list(told) });
    }

    function cell(topic, column) {
      const principal = data.principals[column.members[0]];
      const found = reader.looks(topic.id, principal.id);
      const { state: how, certainty } = reader.outcome(found);
      const button = el(
        "button",
        {
          type: "button", class: `loop-cell loop-is-${how}`, tabindex: "-1",
          label: called(topic, column, found),
          onclick: () => choose(topic.id, chosenIn(column)),
        },
        remit.loopTrack(found.track, found.gap, certainty),
        el("span", { class: "loop-word" }, remit.loopSign(how), " ", stateWords(found)),
      );
      return { button, topic: topic.id, column };
    }

    // of several folded principals the one chosen before, else the first
    function chosenIn(column) {
      return state.chosen && holds(column, state.chosen.principal) ? state.chosen.principal : data.principals[column.members[0]].id;
    }

    function head(column) {
      const fold = data.folds[column.fold];
      const toggle = (label, sign) =>
        el("button", { type: "button", class: "loop-fold", "data-fold": column.fold, "aria-expanded": String(sign === "−"), label, onclick: () => flip(column.fold) }, el("span", { "aria-hidden": "true" }, sign));
      const name = el("span", { class: "loop-name" }, column.name);
      if (column.folded) {
        const few = column.members.length > 2 && column.members.length <= FEW;
        const who = few ? el("span", { class: "loop-of" }, reader.list(column.members.map((at) => data.principals[at].name))) : null;
        return el("th", { scope: "col" }, name, " ", toggle(reader.fill(w.expand, { name: fold.name }), "+"), who);
      }
      if (column.first) return el("th", { scope: "col" }, name, " ", toggle(reader.fill(w.collapse, { name: fold.name }), "−"));
      return el("th", { scope: "col" }, name);
    }

    function topicHead(topic) {
      const depth = state.order === "taxonomy" ? Math.min(topic.depth, 5) : 0;
      return el("th", { scope: "row", class: `loop-depth-${depth}` }, topic.name);
    }

    function topicReach(topic) {
      const { low, high } = reaches.get(topic.id);
      const cell = el("td", { class: "loop-reach" }, between(low, high));
      if (topic.unnamed) cell.append(el("span", { class: "loop-unnamed" }, remit.loopSign("broken"), " ", topic.unnamed.short));
      return cell;
    }

    function footRow(shown) {
      const n = data.topics.length;
      const row = el("tr", { class: "loop-foot" }, el("th", { scope: "row" }, reader.fill(w.per_principal, { n: String(n) })));
      for (const column of shown) {
        const found = data.topics.map((topic) => reader.looks(topic.id, data.principals[column.members[0]].id));
        const low = found.filter((one) => one.gap < 0).length;
        const high = n - found.filter((one) => one.gap >= 0 && one.track[one.gap] === "b").length;
        row.append(el("td", {}, between(low, high)));
      }
      row.append(el("td", {}, data.closure.said));
      return row;
    }

    function table() {
      const { all, shown } = columns();
      state.grid = [];
      const body = el("tbody");
      for (const topic of rows()) {
        const made = shown.map((column) => cell(topic, column));
        state.grid.push(made);
        body.append(el("tr", {}, topicHead(topic), ...made.map((one) => el("td", {}, one.button)), topicReach(topic)));
      }
      const corner = el("th", { scope: "col", class: "loop-corner" }, w.topic, " ", sorter);
      const last = el("th", { scope: "col", class: "loop-reach" }, w.reach, el("span", { class: "loop-of" }, reader.fill(w.reach_of, { n: String(data.principals.length) })));
      const room = shown.length > DENSE ? " loop-dense" : shown.length <= ROOMY ? " loop-roomy" : "";
      const whole = el(
        "table",
        { role: "grid", class: `loop-table${room}`, label: w.matrix, onkeydown: move },
        el("thead", {}, el("tr", {}, corner, ...shown.map(head), last)),
        body,
        el("tfoot", {}, footRow(shown)),
      );
      scroller.replaceChildren(whole);
      limit.hidden = shown.length === all;
      limit.replaceChildren(...remit.words(reader.fill(w.not_drawn, { shown: String(shown.length), all: String(all) })));
      mark();
    }

    // ---- choosing and moving ----

    function flip(at) {
      if (!state.open.delete(at)) state.open.add(at);
      table();
      scroller.querySelector(`.loop-fold[data-fold="${at}"]`).focus();
    }

    function choose(topic, principal) {
      select(topic, principal);
      options.onChoose?.(topic, principal);
    }

    function select(topic, principal) {
      if (!reader.looks(topic, principal)) return;
      state.chosen = { topic, principal };
      if (!state.grid[0].some((one) => holds(one.column, principal))) table();
      else mark();
    }

    function place(topic, principal) {
      for (const [y, row] of state.grid.entries()) {
        for (const [x, one] of row.entries()) if (one.topic === topic && holds(one.column, principal)) return [y, x];
      }
      return null;
    }

    function mark() {
      const at = state.chosen && place(state.chosen.topic, state.chosen.principal);
      state.grid.flat().forEach(({ button }) => {
        button.tabIndex = -1;
        button.removeAttribute("aria-pressed");
      });
      const [y, x] = at ?? [0, 0];
      state.focus = [y, x];
      state.grid[y][x].button.tabIndex = 0;
      if (at) state.grid[y][x].button.setAttribute("aria-pressed", "true");
    }

    function move(event) {
      const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -1e6], End: [0, 1e6], PageUp: [-1e6, 0], PageDown: [1e6, 0] };
      const by = steps[event.key];
      if (!by || !event.target.classList.contains("loop-cell")) return;
      event.preventDefault();
      const inside = (number, length) => Math.max(0, Math.min(length - 1, number));
      const y = inside(state.focus[0] + by[0], state.grid.length);
      const x = inside(state.focus[1] + by[1], state.grid[0].length);
      state.grid[state.focus[0]][state.focus[1]].button.tabIndex = -1;
      state.focus = [y, x];
      state.grid[y][x].button.tabIndex = 0;
      state.grid[y][x].button.focus();
    }

    // ---- around the table ----

    function legend() {
      const list = el("ul", { class: "loop-legend", label: w.legend });
      for (const how of ["closed", "open", "broken", "not_needed"]) list.append(el("li", {}, remit.loopSign(how), " ", w[`legend_${how}`]));
      if (data.cells.some((row) => row.some((at) => reader.outcome(data.routes[at]).certainty === "reported"))) {
        list.append(el("li", {}, remit.el("span", { class: "loop-track" }, remit.el("span", { class: "loop-sign loop-broken loop-gap loop-reported", "aria-hidden": "true" })), " ", w.reported));
      }
      list.append(el("li", {}, w.legend_after));
      return list;
    }

    function order() {
      const pick = el("select", { label: w.order, onchange: () => { state.order = pick.value; table(); pick.focus(); } });
      const names = () => {
        for (const option of pick.options) option.textContent = remit.pick(w[`by_${option.value}`]);
      };
      for (const key of ["taxonomy", "name", "least", "most"]) pick.append(el("option", { value: key }));
      names();
      remit.onLanguage(() => {
        names();
        if (state.order === "name") table();
      });
      return pick;
    }

    function members() {
      const folded = data.folds.filter((fold) => fold.members.length > 2);
      if (!folded.length) return null;
      return el(
        "details", { class: "loop-members" }, el("summary", {}, w.members),
        el("dl", {}, ...folded.flatMap((fold) => [el("dt", {}, fold.name), el("dd", {}, reader.list(fold.members.map((at) => data.principals[at].name)))])),
      );
    }

    const scroller = el("div", { class: "loop-scroll", tabindex: "0", role: "group", label: w.matrix });
    const limit = el("p", { class: "loop-limit", role: "status", hidden: true });
    const sorter = order();
    const steps = options.steps === false ? null : el("section", { label: w.steps });
    if (steps) remit.loopSteps(steps, data);
    container.replaceChildren(
      ...[steps].filter(Boolean),
      legend(),
      limit,
      scroller,
      ...[el("p", { class: "loop-keys" }, w.keys), members()].filter(Boolean),
    );
    table();
    return { select };
  };
})();
