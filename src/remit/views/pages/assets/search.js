"use strict";
// The page that searches: what is written is looked for at once, by kind, best first; the address can be mailed.
(() => {
  const { data, el, pick } = remit;
  const place = document.getElementById("search");
  if (!place || !data) return;
  const root = document.documentElement;
  const SHOWN = 40;
  const input = document.getElementById("query");
  const count = document.getElementById("count");
  const hits = document.getElementById("hits");
  const all = (text) => (Array.isArray(text) ? text : [text]).flatMap(remit.searchWords);
  const rows = data.rows.map(([kind, name, path, more]) => ({ kind, name, path, more, fields: [all(name), all(more), all(data.kinds[kind])] }));

  const fill = (text, n) => (Array.isArray(text) ? text.map((one) => one.replace("{n}", n)) : text.replace("{n}", n));

  function address(path) {
    const [page, fragment] = path.split("#");
    return page + (root.lang === root.dataset.lang ? "" : `?lang=${root.lang}`) + (fragment ? `#${fragment}` : "");
  }

  function hit({ row, byName }) {
    const item = el("li", {}, el("a", { href: address(row.path), "data-path": row.path }, el("bdi", {}, row.name)));
    // why it is a hit, where the name does not tell
    if (!byName && row.more.length) item.append(el("small", {}, data.words.about, ": ", row.more));
    return item;
  }

  function search() {
    const asked = remit.searchWords(input.value);
    const found = asked.length ? rows.flatMap((row) => {
      const rank = remit.searchRank(asked, row.fields);
      return rank == null ? [] : [{ row, rank, byName: remit.searchRank(asked, row.fields.slice(0, 1)) != null }];
    }) : [];
    found.sort((a, b) => a.rank - b.rank || pick(a.row.name).localeCompare(pick(b.row.name), "sv"));
    hits.replaceChildren();
    data.kinds.forEach((name, kind) => {
      const mine = found.filter((one) => one.row.kind === kind);
      if (!mine.length) return;
      const section = el("section", {}, el("h2", {}, name, ` (${mine.length})`), el("ul", { class: "hits" }, ...mine.slice(0, SHOWN).map(hit)));
      if (mine.length > SHOWN) section.append(el("p", {}, fill(data.words.more, mine.length - SHOWN)));
      hits.append(section);
    });
    count.replaceChildren(...(asked.length
      ? remit.words(found.length === 0 ? data.words.no_hits : found.length === 1 ? data.words.hit : fill(data.words.hits, String(found.length)))
      : []));
  }

  function remember() {
    const hash = input.value.trim() ? `#q=${encodeURIComponent(input.value.trim())}` : "";
    try {
      history.replaceState(history.state, "", hash || location.pathname + location.search);
    } catch {
      location.hash = hash;
    }
  }

  function open() {
    const asked = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    if (asked !== input.value.trim()) input.value = asked;
    search();
  }

  // arrows go between the hits, Enter to the first, Esc back to the field
  function keys(event) {
    const links = [...hits.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const inField = document.activeElement === input;
    let to = null;
    if (event.key === "ArrowDown" && (inField || at >= 0)) to = links[at + 1];
    else if (event.key === "ArrowUp" && at >= 0) to = links[at - 1] ?? input;
    else if (event.key === "Enter" && inField) to = links[0];
    else if (event.key === "Escape" && at >= 0) to = input;
    if (!to) return;
    event.preventDefault();
    to.focus();
  }

  input.addEventListener("input", () => { search(); remember(); });
  place.addEventListener("keydown", keys);
  remit.onLanguage(() => hits.querySelectorAll("a[data-path]").forEach((link) => link.setAttribute("href", address(link.dataset.path))));
  addEventListener("hashchange", open);
  place.hidden = false;
  open();
  if (!matchMedia("(pointer: coarse)").matches) input.focus({ preventScroll: true });
})();
