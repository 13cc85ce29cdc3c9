// Extras for versions in rows. Nothing needs this script: it remembers what a reader chose to see, keeps one column
// at least, folds what does not lead, and opens the columns where a browser cannot show them folded.
(() => {
  "use strict";

  const recall = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* not kept */ } };

  // Whoever changes the page's language changes what leads; a choice holds for pages of one language.
  const leading = `lead-${document.documentElement.lang}`;
  const wide = matchMedia("(min-width: 44rem)");
  const folds = CSS.supports("selector(::details-content)");

  for (const rows of document.querySelectorAll(".rows")) {
    const boxes = [...rows.querySelectorAll(".columns input, .show-notes")];
    const leads = [...rows.querySelectorAll(".leading input")];
    const columns = boxes.filter((box) => box.closest(".columns"));

    const fold = () => {
      const lead = leads.findIndex((radio) => radio.checked) + 1;
      for (const cell of rows.querySelectorAll("td > details")) {
        cell.open = cell.parentElement.classList.contains(`version-${lead}`) || (wide.matches && !folds);
      }
    };

    for (const box of boxes) {
      if (recall(`show-${box.value}`) === "no") box.checked = false;
      box.addEventListener("change", () => {
        if (columns.includes(box) && !columns.some((other) => other.checked)) box.checked = true;
        keep(`show-${box.value}`, box.checked ? "yes" : "no");
      });
    }
    if (!columns.some((box) => box.checked)) for (const box of columns) box.checked = true;

    for (const radio of leads) {
      if (recall(leading) === radio.value) radio.checked = true;
      radio.addEventListener("change", () => { keep(leading, radio.value); fold(); });
    }
    wide.addEventListener("change", fold);
    fold();
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details")?.setAttribute("open", "");
  }
})();
