"use strict";
// The small search field of every page: it leads to the page that searches, with the words in the address.
(() => {
  const box = document.querySelector(".find");
  if (!box) return;
  const root = document.documentElement;
  const input = box.querySelector("input");

  function go() {
    const words = input.value.trim();
    if (!words) return input.focus();
    const lang = root.lang === root.dataset.lang ? "" : `?lang=${root.lang}`;
    location.href = `${box.dataset.to}${lang}#q=${encodeURIComponent(words)}`;
  }

  box.querySelector("button").addEventListener("click", go);
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") go(); });
  box.hidden = false;
})();
