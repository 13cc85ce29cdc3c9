// An extra for names. Nothing needs this script: over a name it shows what the register calls it, which the list of
// all that is named says too.
(() => {
  "use strict";

  const list = document.querySelector(".named");
  if (!list) return;
  const known = new Map([...list.querySelectorAll(".to-entry")].map((a) => [a.href, a.parentElement]));

  document.addEventListener("pointerover", (event) => {
    const name = event.target.closest?.(".reading a.name:not([title])");
    const entry = name && known.get(name.href);
    if (!entry) return;
    const more = entry.querySelector(".more");
    name.title = entry.textContent.slice(0, more ? -more.textContent.length : undefined).trim();
  });
})();
