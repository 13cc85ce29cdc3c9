// Looks up what was asked in the index of each language, and lists the sentences that have it.
// Pagefind finds the words; the facets beside its index narrow the result. Text is only ever set as text.
(() => {
  "use strict";

  const form = document.getElementById("page:ask");
  const found = document.getElementById("page:found");
  const list = document.getElementById("page:results");
  const more = document.getElementById("page:more");
  const STEP = 25;
  const facets = ["document", "person", "place"];
  const base = new URL("../search/", document.currentScript.src);
  const languages = [...(form.elements.language?.options ?? [])].map((o) => o.value).filter(Boolean);
  if (!languages.length) languages.push(form.dataset.language);
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
  const load = async (language) => {
    // A module of its own for each language: Pagefind keeps one program, with one memory, in each module.
    const { createInstance } = await import(new URL(`${language}/pagefind.js`, base));
    const pagefind = createInstance({ basePath: new URL(`${language}/`, base).pathname, noWorker: true });
    const told = await (await fetch(new URL(`${language}/records.json`, base))).json();
    return { pagefind, told, number: new Map(told.records.map(([name], n) => [name, n])) };
  };

  // The texts of the records, many in a file, each file read once.
  const files = new Map();
  const text = async (language, n, together) => {
    const address = `${language}/texts/${Math.floor(n / together)}.json`;
    if (!files.has(address)) files.set(address, fetch(new URL(address, base)).then((answer) => answer.json()));
    return (await files.get(address))[n % together];
  };

  // The words and the "phrases" of a question. Each is looked up as a phrase, because Pagefind otherwise also gives
  // words that begin alike.
  const terms = (question) => (question.match(/"[^"]+"|\S+/g) ?? [])
    .map((term) => term.replaceAll('"', "")).filter((term) => /[\p{L}\p{N}]/u.test(term));

  // The sentences of one language that have all terms, by their numbers, with the places of the words in them.
  const sentences = async ({ pagefind, told, number }, wanted) => {
    if (!wanted.length) {
      const { results } = await pagefind.search(null);
      return new Map(results.map((result) => [number.get(result.id), new Set()]));
    }
    let kept = null;
    for (const term of wanted) {
      const these = new Map();
      for (const result of (await pagefind.search(`"${term}"`)).results) {
        const n = number.get(result.id);
        if (!result.words.length || (kept && !kept.has(n))) continue;
        these.set(n, new Set([...(kept?.get(n) ?? []), ...result.words]));
      }
      kept = these;
    }
    return kept;
  };

  // What one language has, in the order of the edition, and under each facet the numbers of each key.
  const look = async (language, wanted) => {
    const loaded = await index(language);
    const kept = await sentences(loaded, wanted);
    const sets = Object.fromEntries(facets.map((facet) =>
      [facet, new Map(Object.entries(loaded.told.facets[facet]).map(([key, numbers]) => [key, new Set(numbers)]))]));
    const results = [...kept].map(([n, marks]) => ({ n, marks, language, record: loaded.told.records[n], together: loaded.told.together })).sort((one, two) => one.n - two.n);
    return { results, sets };
  };

  const has = (sets, facet, key, n) => !key || (sets[facet].get(key)?.has(n) ?? false);
  const chosen = (facet) => form.elements[facet]?.value ?? "";

  // How many results each choice would have, beside its name.
  const count = (facet, tally) => {
    for (const option of form.elements[facet]?.options ?? []) {
      option.dataset.name ??= option.textContent;
      const n = tally.get(option.value) ?? 0;
      option.textContent = option.value && tally.size ? `${option.dataset.name} (${n})` : option.dataset.name;
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
    const forms = new Set([...marks].map((n) => folded(words[n] ?? "")));
    words.forEach((word, n) => {
      if (n) shown.append(" ");
      shown.append(forms.has(folded(word)) ? element("mark", word) : word);
    });
    return shown;
  };

  const show = async ({ n: at, record, marks, language, together }) => {
    const [, name, id, kind, n, quiet] = record;
    const where = element("p", "", { className: "details" });
    const page = choice(name)?.dataset.page ?? `${encodeURIComponent(name)}.html`;
    const address = `../documents/${page}#${encodeURIComponent(id)}`;
    const called = `${title(name)}, ${kind === "note" ? `${list.dataset.note} ` : ""}${n}`;
    where.append(element("a", called, { href: new URL(address, base).href }));
    const shown = line(quiet ? "" : await text(language, at, together), marks, quiet);
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
    for (const { results, sets } of looked) {
      for (const one of results) {
        if (!facets.every((facet) => has(sets, facet, chosen(facet), one.n))) continue;
        tallies.language.set(one.language, (tallies.language.get(one.language) ?? 0) + 1);
        if (chosen("language") && one.language !== chosen("language")) continue;
        kept.push(one);
        for (const facet of facets) {
          for (const [key, numbers] of sets[facet]) {
            if (numbers.has(one.n)) tallies[facet].set(key, (tallies[facet].get(key) ?? 0) + 1);
          }
        }
      }
    }
    for (const [facet, tally] of Object.entries(tallies)) count(facet, tally);
    waiting = kept;
    const said = found.dataset[waiting.length ? "some" : "none"].replace("#", waiting.length);
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
