// Extras for notes that are folded. Nothing needs this script: it unfolds what an address leads to, and unfolds
// the notes beside the text where a browser cannot show them folded.
(() => {
  "use strict";

  const unfold = () => {
    let one = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details");
    for (; one; one = one.parentElement.closest("details")) one.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();

  const wide = matchMedia("(min-width: 64rem)");
  if (wide.matches && !CSS.supports("selector(::details-content)")) {
    for (const notes of document.querySelectorAll(".notes > details")) notes.open = true;
  }
})();
