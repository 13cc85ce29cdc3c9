// Looks up what was asked in the index of each language, and lists the sentences that have it.
// Pagefind finds the words; the facets beside its index narrow the result. An index is in sections, each with some of
// the documents. Text is only ever set as text.
(() => {
  "use strict";

  const form = document.getElementById("page:ask");
  const found = document.getElementById("page:found");
  const list = document.getElementById("page:results");
  const more = document.getElementById("page:more");
  const STEP = 25;
  const facets = ["document", "person", "place"];
  const base = new URL("../search/", document.currentScript.src);
  const sections = new Map(form.dataset.indexes.split(" ").filter(Boolean).map((one) => one.split(":")));
  const languages = [...sections.keys()];
  const own = document.documentElement.lang;
  languages.sort((one, two) => (two === own) - (one === own));

  if (location.protocol === "file:") {
    document.getElementById("page:disk").hidden = false;
    return;
  }

  const indexes = new Map();
  const index = (language) => {
    if (!indexes.has(language)) indexes.set(language, load(language));
    return indexes.get(language);
  };
  const read = async (address) => (await fetch(new URL(address, base))).json();
  const load = async (language) => {
    const folders = Array.from({ length: sections.get(language) }, (_, n) => `${language}/${n}/`);
    // A module of its own for each language: Pagefind keeps one program, with one memory, in each module.
    const { createInstance } = await import(new URL(`${folders[0]}pagefind.js`, base));
    // What a phrase finds weighs 1: each section has another weight, by which it is known.
    const [first, ...others] = folders.map((folder, n) => [new URL(folder, base).pathname, { indexWeight: n + 1 }]);
    const pagefind = createInstance({ basePath: first[0], noWorker: true, ...first[1] });
    const told = await Promise.all([
      ...folders.map((folder) => read(`${folder}records.json`)), ...others.map((one) => pagefind.mergeIndex(...one))]);
    const parts = folders.map((folder, n) => {
      const { records, facets: having, together } = told[n];
      const sets = Object.fromEntries(facets.map((facet) =>
        [facet, new Map(Object.entries(having[facet]).map(([key, numbers]) => [key, new Set(numbers)]))]));
      return { folder, language, records, sets, together, number: new Map(records.map(([name], at) => [name, at])) };
    });
    return { pagefind, parts };
  };

  // The texts of the records, many in a file, each file read once.
  const files = new Map();
  const text = async ({ folder, together }, n) => {
    const address = `${folder}texts/${Math.floor(n / together)}.json`;
    if (!files.has(address)) files.set(address, read(address));
    return (await files.get(address))[n % together];
  };

  // The words and the "phrases" of a question. Each is looked up as a phrase, because Pagefind otherwise also gives
  // words that begin alike.
  const terms = (question) => (question.match(/"[^"]+"|\S+/g) ?? [])
    .map((term) => term.replaceAll('"', "")).filter((term) => /[\p{L}\p{N}]/u.test(term));

  // The sentences of one language that have all terms: for each section their numbers, with the places of the words.
  const sentences = async ({ pagefind, parts }, wanted) => {
    let kept = parts.map(({ records }) => new Map(records.map((_, n) => [n, []])));
    for (const term of wanted) {
      const these = parts.map(() => new Map());
      for (const { id, score, words } of (await pagefind.search(`"${term}"`)).results) {
        const at = Math.round(score) - 1;
        const n = parts[at].number.get(id);
        if (words.length && kept[at].has(n)) these[at].set(n, [...kept[at].get(n), ...words]);
      }
      kept = these;
    }
    return kept;
  };

  // What one language has, in the order of the edition.
  const order = new Map([...(form.elements.document?.options ?? [])].map((option, n) => [option.value, n]));
  const look = async (language, wanted) => {
    const loaded = await index(language);
    const kept = await sentences(loaded, wanted);
    const place = ({ part, n }) => order.get(part.records[n][1]) ?? order.size;
    return loaded.parts.flatMap((part, at) => [...kept[at]].map(([n, marks]) => ({ part, n, marks })))
      .sort((one, two) => place(one) - place(two) || one.n - two.n);
  };

  const has = ({ sets }, facet, key, n) => !key || (sets[facet].get(key)?.has(n) ?? false);
  const chosen = (facet) => form.elements[facet]?.value ?? "";

  const numbersIn = (results) => {
    const numbers = new Map();
    for (const { part, n } of results) numbers.set(part, (numbers.get(part) ?? new Set()).add(n));
    return numbers;
  };

  // How many results each choice would have, beside its name.
  const count = (facet, tally) => {
    for (const option of form.elements[facet]?.options ?? []) {
      option.dataset.name ??= option.textContent;
      const n = tally.get(option.value) ?? 0;
      option.textContent = option.value && tally.size ? `${option.dataset.name} (${n.toLocaleString(own)})` : option.dataset.name;
    }
  };

  const choice = (name) => [...(form.elements.document?.options ?? [])].find((o) => o.value === name);

  const title = (name) => {
    const option = choice(name);
    return option?.dataset.name ?? option?.textContent ?? document.querySelector(".banner .edition")?.textContent ?? name;
  };

  const element = (name, text, properties = {}) => Object.assign(document.createElement(name), { textContent: text }, properties);

  const folded = (word) => word.normalize("NFD").replace(/[\p{M}\p{P}]/gu, "").toLowerCase();

  // A sentence with the words that were asked for marked, or without what is hateful in it.
  const line = (content, marks, quiet) => {
    const shown = document.createElement("p");
    if (quiet) {
      shown.append(quiet, " ", element("span", `[${list.dataset.hateful}]`, { className: "warning", lang: own }));
      return shown;
    }
    const words = content.split(/\s+/);
    const forms = new Set(marks.map((n) => folded(words[n] ?? "")));
    words.forEach((word, n) => {
      if (n) shown.append(" ");
      shown.append(forms.has(folded(word)) ? element("mark", word) : word);
    });
    return shown;
  };

  const show = async ({ part, n: at, marks }) => {
    const { language } = part;
    const [, name, id, kind, n, quiet] = part.records[at];
    const where = element("p", "", { className: "details" });
    const page = choice(name)?.dataset.page ?? `${encodeURIComponent(name)}.html`;
    const address = `../documents/${page}#${encodeURIComponent(id)}`;
    const called = `${title(name)}, ${kind === "note" ? `${list.dataset.note} ` : ""}${n}`;
    where.append(element("a", called, { href: new URL(address, base).href }));
    const shown = line(quiet ? "" : await text(part, at), marks, quiet);
    if (language !== "und") shown.lang = language;
    const item = document.createElement("li");
    item.append(where, shown);
    return item;
  };

  let waiting = [];
  const next = async () => {
    const items = await Promise.all(waiting.splice(0, STEP).map(show));
    list.append(...items);
    more.hidden = !waiting.length;
    return items;
  };

  let asked = 0;
  const ask = async () => {
    const now = ++asked;
    const query = form.elements.q.value.trim();
    const keep = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    history.replaceState(null, "", keep.size ? `?${keep}` : location.pathname);
    const narrowed = facets.some(chosen);
    const looked = query || narrowed ? await Promise.all(languages.map((language) => look(language, terms(query)))) : [];
    if (now !== asked) return;
    const tallies = Object.fromEntries([...facets, "language"].map((facet) => [facet, new Map()]));
    const kept = [];
    for (const one of looked.flat()) {
      const { language } = one.part;
      if (!facets.every((facet) => has(one.part, facet, chosen(facet), one.n))) continue;
      tallies.language.set(language, (tallies.language.get(language) ?? 0) + 1);
      if (chosen("language") && language !== chosen("language")) continue;
      kept.push(one);
    }
    for (const [{ sets }, numbers] of numbersIn(kept)) {
      for (const facet of facets) {
        for (const [key, having] of sets[facet]) {
          const both = [...having].filter((n) => numbers.has(n)).length;
          if (both) tallies[facet].set(key, (tallies[facet].get(key) ?? 0) + both);
        }
      }
    }
    for (const [facet, tally] of Object.entries(tallies)) count(facet, tally);
    waiting = kept;
    const said = found.dataset[waiting.length ? "some" : "none"].replace("#", waiting.length.toLocaleString(own));
    list.replaceChildren();
    await next();
    found.textContent = query || narrowed ? said : "";
  };

  const failed = () => { document.getElementById("page:failed").hidden = false; };
  // One question after the other: Pagefind answers them in one memory.
  let queue = Promise.resolve();
  const run = () => { queue = queue.then(ask).catch(failed); };
  let timer;
  form.elements.q.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(run, 250); });
  form.addEventListener("change", run);
  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  more.addEventListener("click", async () => (await next())[0]?.querySelector("a")?.focus());

  for (const [name, value] of new URLSearchParams(location.search)) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  run();
})();
