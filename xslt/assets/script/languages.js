// Extras for the languages of a page. Nothing needs this script: whoever changes the language stays where they are in
// the text, because the same passage has the same id in each language.
(() => {
  "use strict";

  for (const link of document.querySelectorAll(".languages a")) {
    link.addEventListener("click", () => { link.hash = location.hash; });
  }
})();
