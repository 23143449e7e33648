"use strict";
// The loop of a topic and principal as a numbered walk, with the first missing link.
// remit.walk(container, loops, topic, principal, {onShow(ids), onChoose(topic, principal), link(id)}) gives
// {select(topic, principal), step(key)}. link: the address of an entity, where it has one.
(() => {
  const { el } = remit;
  let made = 0;

  remit.walk = (container, data, topic, principal, options = {}) => {
    const reader = remit.loops(data);
    const w = data.words;
    const id = `loop-walk-${(made += 1)}`;
    const state = { topic, principal, at: 0, found: null, items: [] };
    container.classList.add("loop-walk");
    if (!data.topics.length || !data.principals.length) {
      container.replaceChildren(el("p", {}, w.nothing));
      return { select: () => {}, step: () => {} };
    }

    const ends = () => reader.outcome(reader.looks(state.topic, state.principal));

    // ---- what one step tells ----

    function cited(sources) {
      const documents = new Map();
      for (const one of sources) documents.set(one.title, [...(documents.get(one.title) ?? []), one.where]);
      const list = el("ul", { class: "loop-sources" });
      for (const [title, places] of documents) list.append(el("li", {}, el("cite", {}, title), ...places.filter((one) => side(one)).flatMap((one) => [": ", one])));
      return list;
    }

    // where a text only counts many: the same with their names, on demand
    const whole = (text) => (text == null ? null : el("details", {}, el("summary", {}, w.all_names), text));

    const side = (text) => (Array.isArray(text) ? text[0] : text);

    function named(entity, name) {
      const address = options.link?.(entity);
      return address ? el("a", { href: address }, name) : name;
    }

    function facts(step, found) {
      const rows = [];
      const row = (label, ...parts) => rows.push(el("dt", {}, label), el("dd", {}, ...parts));
      if (step.at) row(w.where, named(step.at, step.atName));
      if (step.key === "5") {
        for (const [label, text, all] of found.decision.rows) {
          row(label, text, whole(all));
        }
      }
      if (step.sources.length) row(w.source, cited(step.sources));
      else row(w.source, step.state === "open" ? w.silent : w.no_source);
      return el("dl", { class: "loop-facts" }, ...rows);
    }

    function gapBox(found, how) {
      const { unnamed } = reader.topic(found.topic);
      const step = found.steps[found.gap];
      const box = el("div", { class: `loop-here loop-is-${how}` }, el("strong", {}, remit.loopSign(how), " ", how === "broken" ? w.stops_here : w.open_here));
      if (step.pool && unnamed) box.append(el("p", {}, reader.fill(w.pool, { n: String(unnamed.n), of: String(unnamed.of) })));
      if (found.cut.length) {
        box.append(el("p", { class: "loop-missing" }, w.missing), el("ul", {}, ...found.cut.map((one) => el("li", {}, one.text, whole(one.all)))));
      }
      return box;
    }

    const sure = (step) => (step.state === "closed" || step.state === "broken" ? w[step.certainty] : null);

    function item(step, place, found) {
      const { state: how } = ends();
      const certainty = sure(step);
      const button = el(
        "button", { type: "button", class: "loop-go", onclick: () => go(place) },
        el("b", { class: "loop-key" }, step.key), " ", remit.loopSign(step.state), " ",
        el("span", { class: "loop-stepname" }, step.name),
        el("span", { class: "loop-state" }, w[step.state], certainty ? el("span", { class: `loop-tag loop-${step.certainty}` }, certainty) : null),
      );
      const body = el("div", { class: "loop-facts-of" }, facts(step, found));
      const made = el("li", { class: `loop-item${found.gap >= 0 && place > found.gap ? " loop-past" : ""}` }, button, el("p", { class: "loop-why" }, step.why));
      if (place === found.gap) made.append(gapBox(found, how));
      made.append(body);
      return { made, button, body };
    }

    // ---- the whole walk ----

    function verdict(found) {
      const { state: how, key } = ends();
      const step = found.gap < 0 ? null : found.steps[found.gap];
      const text = how === "closed" ? (data.on_paper ? w.verdict_paper : w.verdict_closed) : w[`verdict_${how}`];
      const parts = [remit.loopSign(how), " ", reader.fill(text, { step: key, name: step?.name ?? "" })];
      const certainty = step && sure(step);
      if (certainty) parts.push(el("span", { class: `loop-tag loop-${step.certainty}` }, certainty));
      return parts;
    }

    function alike() {
      const at = data.principals.findIndex((one) => one.id === state.principal);
      const fold = data.folds.find((one) => one.members.includes(at));
      const same = fold.members.filter((member) => member !== at && reader.index(state.topic, data.principals[member].id) === reader.index(state.topic, state.principal));
      return same.length ? reader.fill(w.alike, { names: reader.list(same.map((member) => data.principals[member].name)) }) : null;
    }

    function draw() {
      const found = reader.route(state.topic, state.principal);
      state.found = found;
      const { state: how } = ends();
      const list = el("ol", { class: "loop-walked" });
      state.items = found.steps.map((step, place) => item(step, place, found));
      state.items.forEach((one, place) => {
        list.append(one.made);
        if (place === found.gap && place < found.steps.length - 1) {
          list.append(el("li", { class: "loop-after-note" }, how === "broken" ? w.after_broken : w.after_open));
        }
      });
      const more = [];
      if (found.wait) more.push(el("p", {}, el("b", {}, w.wait), ": ", found.wait));
      if (found.deferred.length) {
        const left = found.deferred.map((one) => el("li", {}, one.text, one.sources.length ? cited(one.sources) : null));
        more.push(el("p", {}, el("b", {}, w.deferred)), el("ul", {}, ...left));
      }
      const same = alike();
      if (same) more.push(el("details", { class: "loop-alike" }, el("summary", {}, w.alike_short), el("p", {}, same)));
      outcome.className = `loop-verdict loop-is-${how}`;
      outcome.replaceChildren(el("span", {}, ...verdict(found)));
      walked.replaceChildren(list, ...more);
      show(found.gap < 0 ? 0 : found.gap, false);
    }

    // the step that one stands at: its facts are open, and the map lights what it speaks of
    function show(place, tell) {
      state.at = place;
      state.items.forEach(({ made, button, body }, at) => {
        const here = at === place;
        made.classList.toggle("loop-current", here);
        if (here) button.setAttribute("aria-current", "step");
        else button.removeAttribute("aria-current");
        button.setAttribute("aria-expanded", String(here));
        body.hidden = !here;
      });
      before.disabled = place === 0;
      after.disabled = place === state.items.length - 1;
      if (!tell || !options.onShow) return;
      const step = state.found.steps[place];
      const ids = [...step.ids];
      if (step.key === "5") ids.push(...state.found.decision.ids);
      if (place === state.found.gap) ids.push(...state.found.cut.flatMap((one) => one.ids));
      options.onShow([...new Set(ids)], step);
    }

    function go(place) {
      show(place, true);
      state.items[place].made.scrollIntoView({ block: "nearest" });
    }

    function forward(by) {
      go(Math.max(0, Math.min(state.items.length - 1, state.at + by)));
      // whoever has come to an end keeps a place on the page
      if (document.activeElement === document.body || document.activeElement.disabled) state.items[state.at].button.focus();
    }

    function select(topicNow, principalNow, tell = true) {
      if (!reader.looks(topicNow, principalNow)) return;
      state.topic = topicNow;
      state.principal = principalNow;
      chosen.topic.value = topicNow;
      chosen.principal.value = principalNow;
      draw();
      if (tell) show(state.at, true);
    }

    // ---- around it ----

    function chooser(which, all) {
      const pick = el("select", { id: `${id}-${which}`, onchange: () => { select(chosen.topic.value, chosen.principal.value); options.onChoose?.(state.topic, state.principal); } });
      const fill = () => {
        const kept = pick.value;
        const named = all.map((one) => [one.id, remit.pick(one.name)]).sort((a, b) => a[1].localeCompare(b[1], "sv") || (a[0] < b[0] ? -1 : 1));
        pick.replaceChildren(...named.map(([value, text]) => {
          const option = el("option", { value });
          option.textContent = text;
          return option;
        }));
        if (kept) pick.value = kept;
      };
      fill();
      remit.onLanguage(fill);
      return pick;
    }

    const chosen = { topic: chooser("topic", data.topics), principal: chooser("principal", data.principals) };
    const outcome = el("p", { class: "loop-verdict", role: "status" });
    const walked = el("div", {});
    const before = el("button", { type: "button", class: "loop-before", onclick: () => forward(-1) }, el("span", { "aria-hidden": "true" }, "‹ "), w.previous);
    const after = el("button", { type: "button", class: "loop-next", onclick: () => forward(1) }, w.next, el("span", { "aria-hidden": "true" }, " ›"));
    container.replaceChildren(
      el(
        "div", { class: "loop-choose" },
        el("label", { for: `${id}-topic` }, w.topic), chosen.topic,
        el("label", { for: `${id}-principal` }, w.principal), chosen.principal,
      ),
      outcome,
      el("div", { class: "loop-buttons" }, before, after),
      walked,
    );
    const known = reader.looks(topic, principal);
    select(known ? topic : data.topics[0].id, known ? principal : data.principals[0].id, false);

    return {
      select,
      step: (key) => {
        const place = state.items.findIndex((_, at) => data.steps[at].key === key);
        if (place >= 0) go(place);
      },
    };
  };
})();
