"use strict";
// Starts the page: views, the address, the first drawing.
(() => {
  const map = remit.map;
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const viewOf = (tab) => tab.id.slice("tab-".length);
  const built = new Set(["levels"]);
  const makers = {
    tables: (place) => map.tables(place),
    network: (place) => remit.networkView?.(place),
    loops: (place) => loops(place),
  };

  // the picture of the loop and the walk beside it, each telling the other
  function loops(place) {
    const data = map.scene.loops;
    const { el } = remit;
    const walkPlace = el("section", { class: "loops-walk", tabindex: "0", label: data.words.walk });
    const matrixPlace = el("div", { class: "loops-matrix" });
    const stepsPlace = el("section", { class: "loops-steps", label: data.words.steps });
    place.append(el("p", {}, el("b", {}, data.closure.words)), stepsPlace, el("div", { class: "loops-both" }, matrixPlace, walkPlace));
    const [topic, principal] = data.start ?? [data.topics[0]?.id ?? "", data.principals[0]?.id ?? ""];
    let matrix = null;
    const walk = remit.walk(walkPlace, data, topic, principal, {
      onChoose: (...chosen) => matrix.select(...chosen),
      link: (id) => (map.cards.has(id) ? `#card=${encodeURIComponent(id)}` : Object.hasOwn(map.scene.entities, id) ? `#entity=${encodeURIComponent(id)}` : null),
    });
    remit.loopSteps(stepsPlace, data);
    matrix = remit.matrix(matrixPlace, data, { steps: false, onChoose: (...chosen) => walk.select(...chosen) });
    if (topic && principal) matrix.select(topic, principal);
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
