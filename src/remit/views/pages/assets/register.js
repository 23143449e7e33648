"use strict";
// The decision register: rows sorted by a column and filtered by status, principal and group. Without scripts it stands whole.
(() => {
  const root = document.documentElement;
  const table = document.getElementById("register");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const filters = [...document.querySelectorAll("[data-filter]")];
  document.getElementById("filters").hidden = false;

  // what a reader sees in a cell, in the language of the page
  function shown(cell) {
    const other = root.lang === "sv" ? "en" : "sv";
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(`span[lang="${other}"], small, .detail`).forEach((one) => one.remove());
    return copy.textContent.trim();
  }

  function filter() {
    let count = 0;
    for (const row of rows) {
      row.hidden = filters.some((one) => one.value && row.dataset[one.dataset.filter] !== one.value);
      count += !row.hidden;
    }
    document.getElementById("shown").textContent = String(count);
    document.getElementById("none").hidden = count > 0;
    table.parentElement.hidden = count === 0;
  }

  function sort(header) {
    const place = header.cellIndex;
    const down = header.getAttribute("aria-sort") === "ascending";
    for (const one of table.tHead.rows[0].cells) one.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const keys = new Map(rows.map((row) => [row, shown(row.cells[place])]));
    rows.sort((a, b) => keys.get(a).localeCompare(keys.get(b), "sv", { numeric: true }) * (down ? -1 : 1));
    body.append(...rows);
  }

  for (const header of table.querySelectorAll("th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    button.addEventListener("click", () => sort(header));
    header.append(button);
  }

  // a list of choices holds text alone, so its languages are switched here
  function speak(lang) {
    const place = lang === "sv" ? "Sv" : "En";
    for (const option of document.querySelectorAll("#filters option")) {
      option.textContent = option.dataset[`text${place}`];
    }
  }

  filters.forEach((one) => one.addEventListener("change", filter));
  remit.onLanguage(speak);
  speak(root.lang);
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const one = filters.find((candidate) => candidate.dataset.filter === name);
    if (one && [...one.options].some((option) => option.value === value)) one.value = value;
  }
  filter();
})();
