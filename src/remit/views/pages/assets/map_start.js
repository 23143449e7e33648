"use strict";
// Starts the page: views, the address, the first drawing.
(() => {
  const map = remit.map;
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const viewOf = (tab) => tab.id.slice("tab-".length);
  const built = new Set(["levels"]);
  const makers = {
    tables: (place) => map.tables(place),
    network: (place) => remit.network?.(place, map.scene, { onSelect: (id) => map.select(map.cards.has(id) ? "card" : "entity", id) }),
    loops: (place) => loops(place),
  };
  function loops(place) {
    const walk = remit.el("div", { id: "loop-walk" });
    const matrix = remit.el("div", { id: "loop-matrix" });
    place.append(matrix, walk);
    const chosen = (topic, principal) => remit.walk?.(walk, map.scene.loops, topic, principal);
    remit.matrix?.(matrix, map.scene.loops, { onSelect: chosen });
  }

  function showView({ view }) {
    for (const tab of tabs) {
      const chosen = viewOf(tab) === view;
      tab.setAttribute("aria-selected", chosen);
      tab.tabIndex = chosen ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = !chosen;
    }
    document.body.classList.toggle("no-side", view === "tables" || view === "loops");
    if (!built.has(view)) {
      built.add(view);
      makers[view]?.(document.getElementById(`view-${view}`));
    }
    if (view === "levels") map.tell("layout");
  }
  map.on("view", showView);

  tabs.forEach((tab, place) => {
    tab.addEventListener("click", () => map.show(viewOf(tab)));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(place + step + tabs.length) % tabs.length];
      next.focus();
      map.show(viewOf(next));
      event.preventDefault();
    });
  });

  const language = document.getElementById("language");

  language.addEventListener("click", () => remit.speak(document.documentElement.lang === "sv" ? "en" : "sv"));
  remit.onLanguage(() => { map.tell("layout"); });
  window.addEventListener("hashchange", map.follow);
  window.addEventListener("popstate", map.follow);
  map.follow();
  document.documentElement.dataset.ready = "yes";
})();
