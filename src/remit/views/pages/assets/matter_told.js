"use strict";
// What an answer says, in words: the shape of an answer filled with the names that belong to it.
// remit.matterAnswer(choice, side, topic) gives the parts of the page; nothing here knows how one chooses.
(() => {
  const { el, data } = remit;
  if (!data?.shapes) return;
  const w = data.words;
  const LANGS = ["sv", "en"];
  const said = (outcome) => (data.on_paper ? w.outcome_paper : w.outcome)[outcome];

  const side = (text, at) => (Array.isArray(text) ? text[at] : text);

  // a text of ours with places in braces: values are nodes, names or texts; each language is filled by itself
  function fill(text, values) {
    const whole = LANGS.map((lang, at) => {
      const parts = side(text, at).split(/\{(\w+)\}/);
      return parts.map((part, n) => (n % 2 ? values[part] : part));
    });
    return spans((at) => whole[at].flatMap((value) => inLanguage(value, at)));
  }

  const inLanguage = (value, at) => (typeof value === "function" ? value(at) : [side(value, at)]);
  const spans = (of) => LANGS.map((lang, at) => el("span", { lang }, ...of(at)));

  // what is filled in where a name stands: told in one language at a time, linked where it has a page
  const plainly = (number) => (at) => [el("bdi", {}, side(data.names[number], at))];
  const linked = (number) => (at) => {
    const path = data.paths[number];
    const name = el("bdi", {}, side(data.names[number], at));
    return [path ? el("a", { href: path, "data-path": path }, name) : name];
  };
  const joined = (numbers, as = linked) => (at) => numbers.flatMap((number, n) => [n ? ", " : "", ...as(number)(at)]);
  const sentence = (nodes) => el("p", {}, ...nodes);

  remit.matterAnswer = (choice, row, topic) => {
    const [shape, ...args] = data.answers[data.rows[row][topic]];
    const told = data.shapes[shape];
    const names = [choice[0], data.topics[topic][0], ...args];
    const refs = (list) => (Array.isArray(list) ? list.map((place) => names[place]) : data.lists[list]);

    // a text of the model's: pieces and the places of names
    function text(number, capital = false) {
      const found = data.texts[number];
      return (at) => {
        const of = side(found, at);
        const pieces = typeof of === "string" ? [of] : of.p;
        return pieces.flatMap((piece, n) => {
          if (typeof piece === "string") return [n === 0 && capital ? piece[0].toUpperCase() + piece.slice(1) : piece];
          return (piece > 1 ? linked : plainly)(names[piece])(at);
        });
      };
    }
    const alone = (number) => spans((at) => [...text(number, true)(at), "."]);

    const gap = told.gap < 0 ? null : told.steps[told.gap];
    const doubts = told.steps.filter((step) => step[1] === "open");

    // ---- in brief ----

    function brief() {
      const parts = [];
      const [first] = told.steps;
      if (first[1] === "closed" && first[4] >= 0) parts.push(fill(w.raised, { at: linked(names[first[4]]) }));
      if (told.outcome === "stops") parts.push(fill(gap === first ? w.stops_at_once : w.stops, { reason: text(gap[3]) }));
      else if (told.outcome === "open") {
        parts.push(fill(w.first_doubt, { reason: text(gap[3]) }));
        const more = doubts.length - 1;
        if (more > 0) parts.push(fill(more === 1 ? w.more_doubts_one : w.more_doubts, { n: String(more) }));
      } else parts.push(fill(w.all_the_way, {}));
      return el("p", {}, ...parts.flatMap((nodes, n) => [n ? " " : "", ...nodes]));
    }

    const sign = (outcome) => el("strong", { class: `matter-sign ${outcome}` }, el("span", { "aria-hidden": "true" }, w.sign[outcome]), " ", said(outcome));

    function verdict() {
      const box = el("div", { class: `matter-verdict ${told.outcome}` }, sign(told.outcome), brief());
      if (data.on_paper) box.append(el("p", {}, w.on_paper));
      return box;
    }

    // ---- the way ----

    const MARKS = { closed: "✓", open: "?", broken: "✕", not_needed: "–" };

    function step([key, state, certainty, reason], place) {
      const later = told.outcome === "stops" && place > told.gap;
      const why = reason >= 0 ? alone(reason) : null;
      const sure = state === "closed" || state === "broken" ? w.sure[certainty] : null;
      const item = el(
        "li", { class: `${state}${later ? " later" : ""}` },
        el("span", { class: "mark", "aria-hidden": "true" }, MARKS[state]),
        el("p", { class: "question" }, w.questions[key]),
        el("p", {}, el("span", { class: "reply" }, w.replies[state], "."), " ", ...(why ?? []), sure ? " " : null, sure ? el("span", { class: `sure ${certainty}` }, sure) : null),
      );
      if (place === told.gap && told.outcome === "stops") item.append(el("span", { class: "halt" }, w.stops_here));
      return item;
    }

    function way() {
      const list = el("ol", { class: "matter-steps" });
      told.steps.forEach((one, place) => {
        if (told.outcome === "stops" && place === told.gap + 1) list.append(el("li", { class: "after" }, w.after));
        list.append(step(one, place));
      });
      return part(w.steps, list, cited());
    }

    function cited() {
      const rows = told.steps.filter((one) => one[5] >= 0);
      if (!rows.length) return null;
      const list = el("dl", {});
      for (const [key, , , , , source] of rows) {
        list.append(el("dt", {}, w.questions[key]));
        for (const [document, place] of data.sources[source]) {
          const [title, path] = data.documents[document];
          list.append(el("dd", {}, path ? el("a", { href: path, "data-path": path }, el("cite", {}, title)) : el("cite", {}, title), side(place, 0) ? ": " : null, place));
        }
      }
      return el("details", {}, el("summary", {}, w.sources), list);
    }

    // ---- who decides ----

    // many names are counted, and stand folded below
    const MOST = 6;
    const everybody = (numbers) => (numbers.length <= MOST ? joined(numbers) : (at) => [side(w.so_many, at).replace("{n}", numbers.length)]);
    const which = (numbers) => (numbers.length <= MOST ? [] : [el("details", {}, el("summary", {}, w.which), sentence(spans(joined(numbers))))]);

    function decider([form, who, ids, host]) {
      const whom = refs(ids);
      const values = { name: who < 0 ? null : linked(names[who]), names: everybody(whom), n: String(whom.length) };
      if (form === "principal") {
        if (whom.length === 1) return [sentence(fill(w.decides_alone, { name: linked(whom[0]) }))];
        return [sentence(fill(whom.length > MOST ? w.decides_each_many : w.decides_each, values)), ...which(whom)];
      }
      if (form === "seats" || form === "group") {
        return [sentence(fill(form === "seats" ? w.decides_together : w.decides_group, values)), ...which(whom)];
      }
      const lines = [sentence([...fill(w.decides_joint, values), " ", ...fill(w.form, { form: w.forms[form] ?? w.forms.joint_body })]), ...which(whom)];
      if (host >= 0) lines.push(sentence(fill(form === "task_by_agreement" ? w.taken_by : w.host, { name: linked(names[host]) })));
      return lines;
    }

    function stopper([ids, how], all) {
      const whom = refs(ids);
      if (!whom.length) return w.stop_unknown;
      if (how === "together") return fill(w.stop_together, {});
      if (whom.length === 1) return fill(w.stop_one, { names: everybody(whom) });
      return whom.length === all ? fill(w.stop_each, {}) : fill(w.stop_each_of, { names: everybody(whom) });
    }

    function decision() {
      const found = told.decision;
      const whom = refs(told.concerned);
      const text = whom.length === 1 ? w.concerned_one : whom.length > MOST ? w.concerned_many : w.concerned;
      const concerned = whom.length ? [sentence(fill(text, { n: String(whom.length), names: everybody(whom) })), ...which(whom)] : [];
      if (!found.by) return part(w.decides, el("p", {}, w.decision_not_told[found.state] ?? w.decision_not_told.open), ...concerned);
      const all = new Set(found.by.flatMap(([, , ids]) => refs(ids))).size;
      const lines = found.by.flatMap(decider);
      for (const [who, bodies] of found.bodies ?? []) {
        lines.push(sentence(fill(w.bodies, { name: plainly(names[who]), bodies: everybody(refs(bodies)) })));
      }
      const number = found.number;
      if (number) lines.push(sentence(fill(number === 1 ? w.one_decision : w.decisions, { n: String(number) })));
      for (const stop of found.stops ?? []) {
        const said = stopper(stop, all);
        lines.push(typeof said === "string" || !Array.isArray(said) || !(said[0] instanceof Node) ? el("p", {}, said) : sentence(said));
      }
      if (found.unanimous != null) lines.push(el("p", {}, w.one_no[String(found.unanimous)]));
      return part(w.decides, ...lines);
    }

    // ---- the wait ----

    const between = (one, several, low, high, at) =>
      side(low === high ? one : several, at).replace("{low}", low).replace("{high}", high);
    const MONTH = 30.4;
    const days = (low, high, long = false) => (at) => {
      const told = between(w.days_same, w.days, low, high, at);
      if (!long || low < 2 * MONTH - 1) return [told];
      const months = between(w.months_same, w.months, Math.round(low / MONTH), Math.round(high / MONTH), at);
      return [`${told} (${months})`];
    };

    function wait() {
      const found = told.wait;
      if (!found) {
        const somewhere = told.steps.some((one) => one[4] >= 0);
        return part(w.wait, el("p", {}, somewhere ? w.wait_not_told : w.wait_nowhere));
      }
      const sum = fill(found.unknown.length ? w.wait_at_least : w.wait_sum, { days: days(found.low, found.high, true) });
      const rows = found.parts.map(([group, low, high, basis]) =>
        el("li", {}, ...fill(w.wait_part, { name: linked(names[group]), days: days(low, high), basis: text(basis) })));
      const unknown = found.unknown.length
        ? sentence(fill(w.wait_unknown, { names: joined(found.unknown.map((place) => names[place])) }))
        : null;
      return part(w.wait, sentence(sum), el("ul", {}, ...rows), unknown, el("p", {}, w.wait_more));
    }

    // ---- what is missing ----

    function missing() {
      const blocks = [];
      if (told.missing) {
        const rows = told.missing.map(([what, owners]) => {
          const whom = refs(owners);
          const item = el("li", {}, ...alone(what));
          if (whom.length) item.append(" ", ...fill(w.who_can, { names: everybody(whom) }));
          return item;
        });
        blocks.push(el("p", {}, w.would_need), el("ul", {}, ...rows));
      }
      if (doubts.length) {
        blocks.push(el("p", {}, w.not_known), el("ul", {}, ...doubts.map(([key]) => el("li", {}, w.questions[key]))));
      }
      if (told.later) blocks.push(el("p", {}, w.later), el("ul", {}, ...told.later.map((one) => el("li", {}, ...alone(one)))));
      if (!blocks.length) blocks.push(el("p", {}, w.missing_nothing));
      return part(w.missing, ...blocks);
    }

    // ---- whom to ask ----

    function ask([word, about, who, said]) {
      const values = {
        principal: plainly(names[0]),
        group: about < 0 ? null : linked(names[about]),
        topic: about < 0 ? null : plainly(names[about]),
        names: said >= 0 ? text(said) : who === -1 ? null : joined(refs(who)),
      };
      const key = word === "seats" && who === -1 ? "ask_members" : `ask_${word}`;
      return el("li", {}, ...fill(w[key], values));
    }

    function asks() {
      const rows = (told.asks ?? []).map(ask);
      return part(w.ask, rows.length ? el("ul", {}, ...rows) : el("p", {}, w.ask_nobody));
    }

    function part(title, ...content) {
      return el("section", { class: "matter-part" }, el("h3", {}, title), ...content);
    }

    return {
      outcome: said(told.outcome),
      parts: [verdict(), asks(), way(), decision(), wait(), missing()],
    };
  };

  remit.matterFill = fill;
  remit.matterName = plainly;
})();
