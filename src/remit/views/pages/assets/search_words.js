"use strict";
// How words are compared: å, ä and ö are letters of their own, other accents are not; capitals make no difference.
// remit.searchWords(text) gives the words of a text; remit.searchRank(words, fields) how well they are found (the
// less the better), or null where one of them is not found at all.
(() => {
  const KEPT = /[åäö]/;
  const MARKS = /\p{M}/gu;

  const fold = (text) => [...String(text).normalize("NFC").toLowerCase()]
    .map((sign) => (KEPT.test(sign) ? sign : sign.normalize("NFD").replace(MARKS, "")))
    .join("");

  remit.searchWords = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  // 0: the word itself, 1: the beginning of one, 2: inside one (compounds), where it is long enough to mean anything
  function found(word, words) {
    let best = null;
    for (const one of words) {
      const rank = one === word ? 0 : one.startsWith(word) ? 1 : word.length > 2 && one.includes(word) ? 2 : null;
      if (rank != null && (best == null || rank < best)) best = rank;
      if (best === 0) break;
    }
    return best;
  }

  // fields: lists of words, the most telling first
  remit.searchRank = (asked, fields) => {
    let sum = 0;
    for (const word of asked) {
      const ranks = fields.map((words, n) => [found(word, words), n]).filter(([rank]) => rank != null).map(([rank, n]) => rank + 3 * n);
      if (!ranks.length) return null;
      sum += Math.min(...ranks);
    }
    return sum;
  };
})();
