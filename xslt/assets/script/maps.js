// An extra for maps that are wider than the screen: each starts where the place is that is named most.
(() => {
  "use strict";

  for (const frame of document.querySelectorAll(".wide")) {
    const dot = frame.querySelector("svg.map .dot circle");
    if (!dot || frame.scrollWidth <= frame.clientWidth) continue;
    const box = dot.getBoundingClientRect();
    frame.scrollLeft += box.left + box.width / 2 - frame.getBoundingClientRect().left - frame.clientWidth / 2;
  }
})();
