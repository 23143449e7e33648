"use strict";
// The report of a reorganisation: its language; on paper everything is unfolded, and folds again as it was.
(() => {
  const folded = [];
  addEventListener("beforeprint", () => document.querySelectorAll("details:not([open])").forEach((one) => { one.open = true; folded.push(one); }));
  addEventListener("afterprint", () => folded.splice(0).forEach((one) => { one.open = false; }));
  document.getElementById("language").addEventListener("click", () => remit.speak(document.documentElement.lang === "sv" ? "en" : "sv"));
  // a link to something that is folded away opens it
  const unfold = () => {
    const at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const around = at?.closest("details:not([open])");
    (around ?? at?.querySelector("details:not(.idle)"))?.setAttribute("open", "");
    if (around) at.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
})();
