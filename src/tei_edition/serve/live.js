// Reloads this page when it has changed, and shows what is wrong with the file that it shows.
"use strict";

(() => {
  const own = document.currentScript.dataset;
  const address = `/.edition/events?${new URLSearchParams({ page: own.page, seen: own.seen })}`;
  const closed = "edition-live-closed";
  let news = null;

  // A browser keeps few connections to one server: pages that nobody sees ask for nothing.
  const listen = () => {
    if (document.hidden) {
      news?.close();
      news = null;
    } else if (!news) {
      news = new EventSource(address);
      news.addEventListener("reload", () => location.reload());
      news.addEventListener("state", (event) => show(JSON.parse(event.data)));
    }
  };

  const made = (name, kind, ...parts) => {
    const element = document.createElement(name);
    if (kind) element.className = kind;
    element.append(...parts);
    return element;
  };

  const link = (address, ...parts) => {
    const element = made("a", "", ...parts);
    element.href = address;
    return element;
  };

  const counted = (number) => `${number} finding${number === 1 ? "" : "s"}`;

  const unmark = () => {
    document.querySelectorAll(".edition-live-mark").forEach((mark) => mark.remove());
    document.querySelectorAll(".edition-live-place").forEach((place) => {
      place.classList.remove("edition-live-place");
    });
  };

  // Marks the place of a finding, where the page shows it, and gives its id.
  const mark = (finding, number) => {
    const id = finding.ids.find((name) => document.getElementById(name));
    if (!id) return null;
    const place = document.getElementById(id);
    const sign = link(`#edition-live-${number}`, finding.code);
    sign.className = `edition-live-mark edition-live-${finding.severity}`;
    sign.title = finding.message;
    place.classList.add("edition-live-place");
    place.prepend(sign);
    return id;
  };

  const item = (finding, number) => {
    const id = mark(finding, number);
    const code = made("span", `edition-live-code edition-live-${finding.severity}`, finding.code);
    const line = `line ${finding.line}`;
    const entry = made("li", "", code, " ", id ? link(`#${id}`, line) : line, " ", finding.message);
    if (finding.hint) entry.append(made("span", "edition-live-hint", finding.hint));
    entry.id = `edition-live-${number}`;
    return entry;
  };

  const other = (file) => {
    const name = file.page ? link(file.page, file.file) : file.file;
    return made("li", "", name, `: ${counted(file.count)}`);
  };

  const fault = (one) => made("p", "edition-live-fault", `${one.message}. ${one.hint}`);

  const heading = (state) => {
    const number = state.findings.length + state.more;
    if (state.faults.length) return "The last change cannot be shown";
    if (number) return `${counted(number)} in ${state.file}`;
    const all = state.others.reduce((sum, file) => sum + file.count, 0);
    return `${counted(all)} in other files`;
  };

  const body = (state) => {
    const parts = state.faults.map(fault);
    if (state.findings.length) parts.push(made("ol", "", ...state.findings.map(item)));
    if (state.more) parts.push(made("p", "", `And ${state.more} more.`));
    if (state.others.length) {
      const files = made("ul", "", ...state.others.map(other));
      parts.push(made("details", "", made("summary", "", "In other files"), files));
    }
    return parts;
  };

  const show = (state) => {
    unmark();
    document.getElementById("edition-live")?.remove();
    if (!state.faults.length && !state.findings.length && !state.others.length) return;
    const panel = made("details", "", made("summary", "", heading(state)), ...body(state));
    const wanted = state.faults.length || state.findings.length;
    panel.id = "edition-live";
    panel.lang = "en";
    panel.open = Boolean(wanted) && !sessionStorage.getItem(closed);
    panel.firstChild.addEventListener("click", () => {
      if (panel.open) sessionStorage.setItem(closed, "yes");
      else sessionStorage.removeItem(closed);
    });
    panel.addEventListener("click", (event) => {
      if (event.target.hash && event.target.pathname === location.pathname) panel.open = true;
    });
    document.body.append(panel);
  };

  document.addEventListener("visibilitychange", listen);
  listen();
})();
