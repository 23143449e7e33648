"use strict";
// What every page of the site does: the language, carried along links in the address (nothing is stored).
(() => {
  const root = document.documentElement;
  const own = root.dataset.lang;
  const links = [...document.querySelectorAll("a[href]")]
    .filter((link) => !/^(#|[a-z]+:)/i.test(link.getAttribute("href")))
    .map((link) => [link, ...link.getAttribute("href").split("#")]);

  function address(path, fragment, lang) {
    return path + (lang === own ? "" : `?lang=${lang}`) + (fragment == null ? "" : `#${fragment}`);
  }

  function carry(lang) {
    for (const [link, path, fragment] of links) link.setAttribute("href", address(path, fragment, lang));
    try {
      history.replaceState(history.state, "", (location.search || lang !== own ? address("", null, lang) || location.pathname : "") + location.hash);
    } catch { /* a browser that lets no page on disk change its address: the links carry the language all the same */ }
  }

  remit.onLanguage(carry);
  document.getElementById("language").addEventListener("click", () => remit.speak(root.lang === "sv" ? "en" : "sv"));
  const asked = new URLSearchParams(location.search).get("lang");
  if ((asked === "sv" || asked === "en") && asked !== root.lang) remit.speak(asked);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
})();
