"use strict";
// The list of findings: narrowed by severity, certainty and rule; a click lights the evidence on the map.
(() => {
  const map = remit.map;
  const { texts } = map;
  const rows = [...document.querySelectorAll("#finding-list li[data-code]")];
  const holders = [...document.querySelectorAll("#finding-list .group, #finding-list .severity")];
  const untold = document.getElementById("findings-untold");
  const count = document.getElementById("findings-count");
  const boxes = [...document.querySelectorAll("#findings .chips input")];
  const numberOf = (row) => Number(row.querySelector("[data-finding]").dataset.finding);

  const wanted = (name) => new Set(boxes.filter((box) => box.name === name && box.checked).map((box) => box.value));
  map.shownFinding = (finding) => {
    const { rule } = map.state.filters;
    return wanted("severity").has(finding.severity) && wanted("certainty").has(finding.certainty) && (!rule || finding.code === rule)
      && (!finding.change || wanted("change").has(finding.change))
      && (!map.state.filters.changes || ["new", "cleared"].includes(finding.change));
  };

  function narrow() {
    let n = 0;
    for (const row of rows) {
      row.hidden = !map.shownFinding(map.findings.get(numberOf(row)));
      if (!row.hidden) n += 1;
    }
    if (untold) {
      const open = rows.filter((row) => row.hidden && row.dataset.certainty === "open").length;
      const asked = wanted("certainty").has("open");
      untold.hidden = asked || !open;
      untold.replaceChildren(...remit.words(map.count("open_hidden", open)));
    }
    // a heading over nothing is not shown
    for (const holder of holders) holder.hidden = !holder.querySelector("li[data-code]:not([hidden])");
    if (count) count.replaceChildren(...remit.words(map.fill(texts.findings_shown, { n, of: rows.length })));
  }

  function press({ selection }) {
    for (const row of rows) {
      const button = row.querySelector("[data-finding]");
      const chosen = selection?.kind === "finding" && selection.id === numberOf(row);
      button.setAttribute("aria-pressed", chosen);
      if (!chosen) continue;
      for (let held = row; held.id !== "finding-list"; held = held.parentElement) held.hidden = false;
      const area = document.getElementById("finding-scroll");
      const [inner, outer] = [row.getBoundingClientRect(), area.getBoundingClientRect()];
      if (inner.top < outer.top || inner.bottom > outer.bottom) area.scrollTop += inner.top - outer.top - 20;
    }
  }

  document.getElementById("finding-list")?.addEventListener("click", (event) => {
    const button = event.target.closest("[data-finding]");
    if (!button) return;
    if (button.getAttribute("aria-pressed") === "true") map.select(null);
    else map.select("finding", Number(button.dataset.finding));
  });
  for (const box of boxes) box.addEventListener("change", () => map.filter({}));
  map.on("filter", narrow);
  map.on("select", press);
  narrow();
})();
