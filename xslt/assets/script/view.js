// Extras for what a reader chooses above a text. Nothing needs this script: it remembers the choice.
(() => {
  "use strict";

  const recall = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const keep = (key, value) => { try { localStorage.setItem(key, value); } catch { /* not kept */ } };

  for (const radio of document.querySelectorAll(".views input")) {
    if (recall("view") === radio.value) radio.checked = true;
    radio.addEventListener("change", () => keep("view", radio.value));
  }
  for (const box of document.querySelectorAll(".kinds input")) {
    if (recall(`mark-${box.value}`) === "yes") box.checked = true;
    box.addEventListener("change", () => keep(`mark-${box.value}`, box.checked ? "yes" : "no"));
  }
})();
