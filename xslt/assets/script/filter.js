// Extras for long lists. Nothing needs this script: it shows only the lines that have some words, or a language.
(() => {
  "use strict";

  const strokes = { "ł": "l", "đ": "d", "ø": "o" };
  const folded = (text) =>
    text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[łđø]/g, (letter) => strokes[letter]);

  for (const form of document.querySelectorAll(".filter")) {
    const lines = [...document.querySelectorAll(".line")].map((line) => [line, folded(line.textContent)]);
    const words = form.querySelector("input");
    const language = form.querySelector("select");

    const filter = () => {
      const wanted = folded(words.value).split(/\s+/).filter(Boolean);
      const tag = language?.value ?? "";
      let shown = 0;
      for (const [line, text] of lines) {
        const has = wanted.every((word) => text.includes(word));
        line.hidden = !has || (tag !== "" && !line.dataset.languages.split(" ").includes(tag));
        if (!line.hidden) shown += 1;
      }
      for (const list of document.querySelectorAll(".lines")) {
        const empty = !list.querySelector(".line:not([hidden])");
        list.hidden = empty;
        const heading = list.previousElementSibling;
        if (heading?.matches(".letter")) heading.hidden = empty;
        list.closest(".year")?.toggleAttribute("hidden", empty);
      }
      form.querySelector(".number").textContent = String(shown);
    };

    words.addEventListener("input", filter);
    language?.addEventListener("change", filter);
    filter();
  }
})();
