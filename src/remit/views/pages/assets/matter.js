"use strict";
// Choosing where one works and what it concerns; the answer stands beside, and its address can be mailed.
(() => {
  const { el, data, pick, plain } = remit;
  const place = document.getElementById("matter");
  if (!place || !data) return;
  const root = document.documentElement;
  const own = root.dataset.lang;
  const w = data.words;
  const fill = remit.matterFill;
  const name = remit.matterName;
  const number = new Map(data.ids.map((id, n) => [id, n]));
  // at: the place of the principal among the choices; work, spot, group, topic: places in its lists, -1 for none
  const state = { at: -1, work: -1, spot: -1, group: -1, topic: -1 };

  // ---- where ----

  const option = (value, text) => {
    const made = el("option", { value: String(value) });
    made.remitText = text;
    made.textContent = pick(text);
    return made;
  };
  const heading = (text, options) => {
    const made = el("optgroup", {}, ...options);
    made.remitText = text;
    made.label = pick(text);
    return made;
  };
  const select = (id, onchange) => el("select", { id, onchange });
  const over = (id, text) => el("label", { class: "over", for: id }, text);

  const employer = select("matter-employer", () => {
    Object.assign(state, { at: Number(employer.value), work: -1, spot: -1, group: -1 });
    closerOptions();
    show();
  });
  const closer = select("matter-closer", () => {
    const [kind, n] = closer.value.split(" ");
    Object.assign(state, { work: kind === "work" ? Number(n) : -1, group: kind === "group" ? Number(n) : -1 });
    show();
  });
  const spot = select("matter-place", () => {
    state.spot = Number(spot.value);
    show();
  });
  const closerBox = el("div", { hidden: true }, over("matter-closer", w.closer), closer);
  const spotBox = el("div", { hidden: true }, over("matter-place", w.place), spot);

  function employerOptions() {
    const kinds = Object.keys(data.kinds).filter((kind) => data.of_kind.includes(kind));
    const of = (kind) => data.choices.flatMap((choice, at) => (data.of_kind[at] === kind ? [option(at, data.names[choice[0]])] : []));
    const groups = kinds.length > 1 ? kinds.map((kind) => heading(data.kinds[kind], of(kind))) : of(kinds[0]);
    employer.replaceChildren(option(-1, w.employer_choose), ...groups);
  }

  const both = (text, values) => {
    const filled = [0, 1].map((at) => (Array.isArray(text) ? text[at] : text).replace(/\{(\w+)\}/g, (_, key) => {
      const value = values[key];
      return Array.isArray(value) ? value[at] : value;
    }));
    return filled;
  };

  function closerOptions() {
    const [principal, works, places, groups] = data.choices[state.at] ?? [-1, [], [], []];
    const whole = option("", principal < 0 ? "" : both(w.anywhere, { name: data.names[principal] }));
    const named = (kind, list) => list.map((id, n) => option(`${kind} ${n}`, data.names[id]));
    closer.replaceChildren(
      whole,
      ...(works.length ? [heading(w.works, named("work", works))] : []),
      ...(groups.length ? [heading(w.groups, named("group", groups))] : []),
    );
    closerBox.hidden = !works.length && !groups.length;
    spot.replaceChildren(option(-1, w.place_any), ...places.map((id, n) => option(n, data.names[id])));
  }

  // ---- what ----

  const topics = tree();
  const find = el("input", { id: "matter-find", type: "search", autocomplete: "off", spellcheck: "false", oninput: filter });
  const count = el("p", { class: "matter-count", role: "status" });
  const list = el("fieldset", { class: "matter-topics" }, el("legend", { class: "unseen" }, w.about), ...topics.map((one) => one.label));

  // wider topics first, each followed by those that are part of it
  function tree() {
    const inside = new Map();
    data.topics.forEach(([id, wider], at) => inside.set(wider, [...(inside.get(wider) ?? []), { id, at }]));
    const found = [];
    const add = (wider, depth) => {
      for (const { id, at } of inside.get(wider) ?? []) {
        const input = el("input", { type: "radio", name: "topic", value: String(at), onchange: () => { state.topic = at; show(); } });
        const label = el("label", { class: depth ? `in-${Math.min(depth, 3)}` : null }, input, el("bdi", {}, data.names[id]));
        const text = [data.names[id]].flat().map(plain).join(" ");
        found[found.length] = { at, id, wider, input, label, text };
        add(id, depth + 1);
      }
    };
    add(-1, 0);
    return found;
  }

  function filter() {
    const wanted = plain(find.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const one of topics) {
      const fits = wanted.every((word) => one.text.includes(word));
      one.label.hidden = !fits && !one.input.checked;
      shown += fits;
    }
    count.replaceChildren(...(wanted.length
      ? [shown ? fillText(w.topics_found, { n: String(shown), of: String(topics.length) }) : el("span", {}, w.no_topic)]
      : []));
  }

  const fillText = (text, values) => el("span", {}, ...fill(text, values));

  // ---- the answer ----

  const answer = el("section", { class: "matter-answer", tabindex: "-1", label: w.answer });
  const said = el("p", { class: "unseen", role: "status" });
  const go = el("button", { type: "button", class: "matter-go", onclick: () => { answer.scrollIntoView(); answer.focus({ preventScroll: true }); } }, w.go);

  function row() {
    const [, , places] = data.choices[state.at];
    const at = state.group >= 0 ? 1 + places.length + state.group : state.spot >= 0 ? 1 + state.spot : 0;
    return data.sides[state.at][at];
  }

  function asked() {
    const [principal, works, places, groups] = data.choices[state.at];
    const who = name(principal);
    const parts = [];
    if (state.group >= 0) parts.push(fill(w.asked_from_group, { start: name(groups[state.group]), principal: who }));
    else if (state.work >= 0) parts.push(fill(w.asked_from_work, { start: name(works[state.work]), principal: who }));
    else parts.push(fill(w.asked_from, { principal: who }));
    if (state.group < 0 && state.spot >= 0) parts.push(fill(w.asked_in, { place: name(places[state.spot]) }));
    parts.push(fill(w.as_of, { date: () => [el("time", { datetime: data.as_of }, data.as_of)] }));
    return el("p", { class: "matter-from" }, ...parts.flatMap((nodes, n) => [n ? " " : "", ...nodes]));
  }

  function show() {
    const [, , places] = data.choices[state.at] ?? [-1, [], []];
    spotBox.hidden = !places.length || state.group >= 0;
    if (spotBox.hidden) state.spot = -1;
    employer.value = String(state.at);
    closer.value = state.work >= 0 ? `work ${state.work}` : state.group >= 0 ? `group ${state.group}` : "";
    spot.value = String(state.spot);
    for (const one of topics) one.input.checked = one.at === state.topic;
    const ready = state.at >= 0 && state.topic >= 0;
    go.disabled = !ready;
    remember();
    if (!ready) {
      const left = state.at < 0 && state.topic < 0 ? w.nothing_yet : state.at < 0 ? w.left_to_choose.from : w.left_to_choose.topic;
      answer.replaceChildren(el("p", { class: "matter-empty" }, left));
      return;
    }
    const choice = data.choices[state.at];
    const found = remit.matterAnswer(choice, row(), state.topic);
    const topic = data.topics[state.topic][0];
    answer.replaceChildren(el("h2", {}, ...fill(w.question_of, { topic: name(topic) })), asked(), ...found.parts, acts());
    links();
    said.replaceChildren(...fill("{answer}: {outcome}", { answer: w.answer, outcome: found.outcome }));
  }

  // ---- the address ----

  function address() {
    const id = (n) => encodeURIComponent(data.ids[n]);
    const parts = [];
    if (state.at >= 0) {
      const [principal, works, places, groups] = data.choices[state.at];
      const start = state.group >= 0 ? groups[state.group] : state.work >= 0 ? works[state.work] : principal;
      parts.push(`from=${id(start)}`);
      if (state.spot >= 0) parts.push(`in=${id(places[state.spot])}`);
      else if (start !== principal) parts.push(`in=${id(principal)}`);
    }
    if (state.topic >= 0) parts.push(`topic=${id(data.topics[state.topic][0])}`);
    return parts.join("&");
  }

  function remember() {
    const hash = address();
    if (location.hash.slice(1) === hash) return;
    try {
      history.replaceState(history.state, "", hash ? `#${hash}` : location.pathname + location.search);
    } catch {
      location.hash = hash;
    }
  }

  // where a link leads; false where there is no such thing
  function follow() {
    const asks = new URLSearchParams(location.hash.slice(1));
    if (!asks.has("from") && !asks.has("topic")) return true;
    const [from, inside, about] = ["from", "in", "topic"].map((key) => (asks.has(key) ? number.get(asks.get(key)) ?? -2 : -1));
    const found = { at: -1, work: -1, spot: -1, group: -1, topic: data.topics.findIndex(([id]) => id === about) };
    if (from >= 0) {
      const all = data.choices.map((choice, at) => ({ at, choice, work: choice[1].indexOf(from), group: choice[3].indexOf(from) }));
      const whole = all.find(({ choice }) => choice[0] === from);
      const fits = all.filter((one) => one.work >= 0 || one.group >= 0);
      const mine = whole ?? fits.find(({ choice }) => choice[0] === inside) ?? (fits.length === 1 ? fits[0] : null);
      if (mine) {
        const elsewhere = mine.choice[0] === inside ? -1 : mine.choice[2].indexOf(inside);
        Object.assign(found, { at: mine.at, work: whole ? -1 : mine.work, group: whole || mine.work >= 0 ? -1 : mine.group, spot: elsewhere });
      }
    }
    Object.assign(state, found);
    closerOptions();
    return (from === -1 || found.at >= 0) && (about === -1 || found.topic >= 0);
  }

  // ---- what one can do with an answer ----

  function mail() {
    const lines = [...answer.querySelectorAll(":scope > h2, .matter-from, .matter-verdict")].map((one) => one.innerText.trim());
    const subject = `${pick(w.title_mail)}: ${pick(data.names[data.topics[state.topic][0]])}`;
    return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent([...lines, "", location.href].join("\n"))}`;
  }

  function acts() {
    const send = el("a", { href: "mailto:" }, w.mail);
    send.addEventListener("focus", () => { send.href = mail(); });
    send.addEventListener("pointerenter", () => { send.href = mail(); });
    return el("p", { class: "matter-do" },
      el("button", { type: "button", onclick: () => print() }, w.print), send,
      el("button", { type: "button", onclick: copy }, w.link), el("span", { class: "matter-copied", role: "status" }));
  }

  // a browser that does not let a page copy shows the link instead
  async function copy() {
    const told = answer.querySelector(".matter-copied");
    try {
      await navigator.clipboard.writeText(location.href);
      told.replaceChildren(el("span", {}, w.link_copied));
    } catch {
      told.replaceChildren(el("span", {}, w.link_shown), " ", el("code", {}, location.href));
    }
  }

  // links made here carry the language that the page is shown in, as all others do
  function links() {
    for (const link of answer.querySelectorAll("a[data-path]")) {
      const [path, fragment] = link.dataset.path.split("#");
      link.setAttribute("href", path + (root.lang === own ? "" : `?lang=${root.lang}`) + (fragment ? `#${fragment}` : ""));
    }
  }

  function speak() {
    for (const one of place.querySelectorAll("option, optgroup")) {
      if (one.localName === "option") one.textContent = pick(one.remitText);
      else one.label = pick(one.remitText);
    }
    links();
  }

  const narrow = matchMedia("(max-width: 50rem)");

  function open() {
    const known = follow();
    show();
    const chosen = topics.find((one) => one.input.checked);
    if (chosen) list.scrollTop = chosen.label.offsetTop - 40;
    // who follows a link to an answer wants the answer, also where it stands below the choices
    if (known && state.at >= 0 && state.topic >= 0 && narrow.matches) answer.scrollIntoView();
    if (!known) answer.prepend(el("p", { class: "note", role: "alert" }, w.bad_link));
  }

  employerOptions();
  place.className = "matter";
  place.append(
    el("div", { class: "matter-choose" },
      el("h2", {}, w.where), over("matter-employer", w.employer), employer, closerBox, spotBox,
      el("h2", {}, w.about), over("matter-find", w.find), find, count, list, go),
    answer, said,
  );
  place.hidden = false;
  remit.onLanguage(speak);
  addEventListener("hashchange", open);
  open();
})();
