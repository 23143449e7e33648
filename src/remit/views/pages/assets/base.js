"use strict";
// What the scripts of every page share: the data of the page, its language, and elements made of text alone.
// A text is a string, or [Swedish, English]; nothing of a model is ever read as HTML.
const remit = (() => {
  const root = document.documentElement;
  const block = document.getElementById("data");
  const told = [];
  const SVG = "http://www.w3.org/2000/svg";

  const pick = (text) => (Array.isArray(text) ? text[root.lang === "sv" ? 0 : 1] : String(text ?? ""));
  const plain = (text) => text.normalize("NFC").toLowerCase();

  // what a text looks like on the page: both languages, of which the style shows one
  function words(text) {
    if (!Array.isArray(text) || text[0] === text[1]) return [document.createTextNode(Array.isArray(text) ? text[0] : String(text ?? ""))];
    return ["sv", "en"].map((lang, place) => {
      const span = document.createElement("span");
      span.lang = lang;
      span.textContent = text[place];
      return span;
    });
  }

  function fill(element, parts) {
    for (const part of parts) {
      if (part == null || part === false) continue;
      if (part instanceof Node) element.append(part);
      else element.append(...words(part));
    }
    return element;
  }

  function make(element, attributes, parts) {
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (value == null || value === false) continue;
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (name === "label") label(element, value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    return fill(element, parts);
  }

  // el("button", {type: "button", class: "x", onclick: f, label: ["namn", "name"]}, "text", ["svenska", "English"], element)
  const el = (tag, attributes, ...parts) => make(document.createElement(tag), attributes, parts);
  const svg = (tag, attributes, ...parts) => make(document.createElementNS(SVG, tag), attributes, parts);

  // the accessible name, in the language of the page now and after a switch
  function label(element, text) {
    const [sv, en] = Array.isArray(text) ? text : [text, text];
    element.setAttribute("data-label-sv", sv);
    element.setAttribute("data-label-en", en);
    element.setAttribute("aria-label", root.lang === "sv" ? sv : en);
  }

  function speak(lang) {
    root.lang = lang;
    const place = lang === "sv" ? "Sv" : "En";
    document.title = document.body.dataset[`title${place}`] ?? document.title;
    for (const element of document.querySelectorAll("[data-label-sv]")) {
      element.setAttribute("aria-label", element.dataset[`label${place}`]);
    }
    told.forEach((listener) => listener(lang));
  }

  return {
    data: block ? JSON.parse(block.textContent) : null,
    pick, plain, words, el, svg, label, speak,
    onLanguage: (listener) => told.push(listener),
  };
})();
