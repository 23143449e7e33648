"use strict";
// The page stands without it: here only the language, what is folded, and printing.
(() => {
  document.getElementById("language").addEventListener("click", () => remit.speak(document.documentElement.lang === "sv" ? "en" : "sv"));
  const more = document.getElementById("more");
  const unfold = () => document.querySelectorAll("[data-more]").forEach((row) => { row.hidden = false; });
  more?.addEventListener("click", () => {
    const first = document.querySelector("[data-more]");
    unfold();
    more.remove();
    first?.setAttribute("tabindex", "-1");
    first?.focus();
  });
  addEventListener("beforeprint", () => {
    unfold();
    document.querySelectorAll("details").forEach((one) => { one.open = true; });
  });
})();
