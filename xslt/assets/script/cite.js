// An extra for citing: at the number of a sentence or paragraph, a menu that copies its address or its reference.
// Without this script the number is a link to itself, and the references to the document stand at the page's foot.
(() => {
  "use strict";

  const template = document.querySelector("template.cite-menu");
  if (!template || !("popover" in HTMLElement.prototype)) return;
  const menu = template.content.firstElementChild.cloneNode(true);
  const status = menu.querySelector("[role=status]");
  document.body.append(menu);
  let number = null;

  // Where the page is published: what it says of itself, or where it was fetched from; on a disk, nowhere.
  const page = () => document.querySelector("link[rel=canonical]")?.href
    || (location.protocol.startsWith("http") ? location.href.replace(/#.*/, "") : "");

  // "sentence 12 (French)"
  const words = () => {
    const label = number.getAttribute("aria-label") || number.textContent;
    const tag = number.parentElement.closest("[lang]")?.lang;
    const name = tag && new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(tag);
    return label.charAt(0).toLowerCase() + label.slice(1) + (name ? ` (${name})` : "");
  };

  // The reference in one of its forms, with the passage and its address put in.
  const reference = (form) => {
    const copy = document.querySelector(`[data-form="${form}"]`).cloneNode(true);
    for (const place of copy.querySelectorAll("[data-fill]")) {
      const address = page() || (form === "text" ? place.textContent : "");
      const value = place.dataset.fill === "passage" ? words() : address && address + number.hash;
      if (value) place.textContent = place.dataset.as.replace("%", () => value);
    }
    return form === "text" ? copy.textContent.replace(/\s+/g, " ").trim() : copy.textContent;
  };

  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = menu.appendChild(document.createElement("textarea"));
      field.value = text;
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  };

  menu.addEventListener("click", async (event) => {
    const what = event.target.closest("[data-copy]")?.dataset.copy;
    if (!what) return;
    const text = what === "link" ? (page() || location.href.replace(/#.*/, "")) + number.hash : reference(what);
    status.textContent = await copied(text) ? status.dataset.copied : status.dataset.failed;
    event.target.focus();
  });

  menu.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && menu.contains(document.activeElement)) number?.focus();
  });

  // The arrows move in the menu; Escape and a click elsewhere close it, as the browser does it.
  menu.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...menu.querySelectorAll("button")];
    buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length).focus();
  });

  for (const one of document.querySelectorAll(".reading .number[href^='#']")) one.setAttribute("aria-haspopup", "dialog");

  document.addEventListener("click", (event) => {
    const at = event.target.closest?.(".reading .number[href^='#']");
    if (!at || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    number = at;
    status.textContent = "";
    menu.setAttribute("aria-label", at.getAttribute("aria-label"));
    requestAnimationFrame(() => {  // After the browser has gone to the passage.
      menu.showPopover();
      const box = at.getBoundingClientRect();
      const left = Math.min(box.left, document.documentElement.clientWidth - menu.offsetWidth - 8);
      menu.style.left = `${Math.max(left, 8) + scrollX}px`;
      menu.style.top = `${box.bottom + scrollY + 4}px`;
      menu.querySelector("button").focus({ preventScroll: true });
    });
  });
})();
