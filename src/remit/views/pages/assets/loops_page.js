"use strict";
// The loop's own page: the picture and the walk beside it, each telling the other; the address keeps the choice.
(() => {
  const data = remit.data;
  const walkPlace = document.getElementById("walk");
  const told = new URLSearchParams(location.hash.slice(1));
  const keep = (topic, principal) => {
    history.replaceState(null, "", `#${new URLSearchParams({ topic, in: principal })}`);
  };
  const known = (topic, principal) => data.topics.some((one) => one.id === topic) && data.principals.some((one) => one.id === principal);

  let start = [told.get("topic"), told.get("in")];
  if (!known(...start)) start = data.start ?? ["", ""];
  const walk = remit.walk(walkPlace, data, ...start, {
    onChoose: (topic, principal) => { matrix.select(topic, principal); keep(topic, principal); },
  });
  remit.loopSteps(document.getElementById("steps"), data);
  const matrix = remit.matrix(document.getElementById("matrix"), data, {
    steps: false,
    onChoose: (topic, principal) => {
      walk.select(topic, principal);
      keep(topic, principal);
      if (matchMedia("(max-width: 70rem)").matches) walkPlace.scrollIntoView({ block: "start" });
    },
  });
  if (known(...start)) matrix.select(...start);

  addEventListener("hashchange", () => {
    const now = new URLSearchParams(location.hash.slice(1));
    if (!known(now.get("topic"), now.get("in"))) return;
    walk.select(now.get("topic"), now.get("in"));
    matrix.select(now.get("topic"), now.get("in"));
  });
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  document.getElementById("language").addEventListener("click", () => remit.speak(document.documentElement.lang === "sv" ? "en" : "sv"));
})();
