"use strict";
(() => {
  const root = document.documentElement;
  const search = document.getElementById("search");
  const boxes = [...document.querySelectorAll("input[name=severity]")];
  const { plain } = remit;
  const rules = [...document.querySelectorAll("article")].map((element) => ({
    element,
    severity: element.dataset.severity,
    // both languages are searched, whichever is shown
    text: plain(element.textContent),
  }));

  function filter() {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    let shown = 0;
    for (const rule of rules) {
      const fits = wanted.has(rule.severity) && words.every((word) => rule.text.includes(word));
      rule.element.hidden = !fits;
      shown += fits;
    }
    for (const section of document.querySelectorAll("section")) {
      section.hidden = !section.querySelector("article:not([hidden])");
    }
    document.getElementById("shown").textContent = String(shown);
    document.getElementById("none").hidden = shown > 0;
  }

  function open() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches("article")) {
      target.hidden = false;
      target.closest("section").hidden = false;
      target.querySelector("details").open = true;
      target.scrollIntoView();
    }
  }

  search.addEventListener("input", filter);
  boxes.forEach((box) => box.addEventListener("change", filter));
  document.getElementById("language").addEventListener("click", () => remit.speak(root.lang === "sv" ? "en" : "sv"));
  addEventListener("hashchange", open);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  open();
})();
