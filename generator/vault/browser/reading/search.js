/**
 * Search inside the open site: the index is built in memory from one sealed file, and no word typed leaves the page.
 *
 * @typedef {{path: string, title: string, text: string, kind: string, date: string, lang: string}} Entry
 * @typedef {Entry & {said?: string}} SealedEntry `said` is the kind in the school's language, where that is not English
 * @import { Site } from "../format/site.js"
 * @import { InterfaceWords } from "../words/en.js"
 */

import MiniSearch from "minisearch";

import { sectionsOf } from "./results.js";
import { indexedWords, wordsOf } from "./tokens.js";

const INDEX = "search.json";
const SHOWN_AT_FIRST = 30;
const PAUSE = 150;
/** How long half a word may stand, of somebody who writes with an input method, before it is said that nothing was found. */
const MUSING = 1200;
const PORTION = 15;
const HANGUL = /^[\u1100-\u11ff]/;

export class Search {
  /** @type {Promise<MiniSearch<Entry & {id: number}>> | undefined} */
  #index;
  #typed = "";

  /** @param {Site} site @param {{words: InterfaceWords, kindIn: (kind: string, said: string) => string, dayIn: (date: string) => string}} speech `kindIn` says a kind of page in the reader's language, `dayIn` a day */
  constructor(site, { words, kindIn, dayIn }) {
    this.site = site;
    this.words = words;
    this.kindIn = kindIn;
    this.dayIn = dayIn;
  }

  /** Makes the search forms of the page in the document work. @param {AbortSignal} signal of the page */
  connect(signal) {
    for (const form of document.querySelectorAll("form[data-search]")) {
      const field = form.querySelector("input");
      const results = form.querySelector("[data-results]") ?? document.querySelector("[data-results]");
      if (field && results) this.#connect(/** @type {HTMLFormElement} */ (form), { field, results, signal });
    }
  }

  /** @param {HTMLFormElement} form @param {{field: HTMLInputElement, results: Element, signal: AbortSignal}} parts */
  #connect(form, { field, results, signal }) {
    const said = form.querySelector("[data-status]") ?? statusBefore(results);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    // What was sought stays out of the browser's notes about forms.
    field.autocomplete = "off";
    form.toggleAttribute("data-ready", true);
    const run = async ({ isComposing = false } = {}) => {
      const query = field.value;
      this.#typed = query;
      if (wordsOf(query).length === 0) {
        said.textContent = "";
        results.replaceChildren();
        return;
      }
      try {
        const found = await this.find(query);
        if (signal.aborted || field.value !== query) return;
        if (isComposing && found.length === 0) {
          timer = setTimeout(run, MUSING);
          return;
        }
        said.textContent = `${this.words.found(found.length)}${found.length ? "" : `. ${this.words.nothingFoundHint}`}`;
        this.#show(found, { query, results });
      } catch {
        this.#index = undefined;
        said.textContent = this.words.searchFailed;
      }
    };
    /** @param {boolean} isComposing */
    const runSoon = (isComposing) => {
      clearTimeout(timer);
      timer = setTimeout(run, PAUSE, { isComposing });
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(timer);
      // The keyboard of a phone would stand before what was found.
      if (matchMedia("(pointer: coarse)").matches) field.blur();
      void run();
    });
    // Keyboards of phones compose every word, so that waiting for its end would be waiting for ever.
    field.addEventListener("input", (event) => runSoon(event instanceof InputEvent && event.isComposing));
    field.addEventListener("compositionend", () => runSoon(false));
    // Coming back from a result, the search is as it was left; and somebody quick has typed before we listened.
    field.value ||= this.#typed;
    if (field.value) void run();
  }

  /** Entries that hold all words of a query, or words beginning so, the best first. @param {string} query @returns {Promise<Entry[]>} */
  async find(query) {
    this.#index ??= this.site.text(INDEX).then((text) => indexOf(JSON.parse(text), this.kindIn));
    const index = await this.#index;
    return index.search(query).map((result) => /** @type {Entry} */ (/** @type {unknown} */ (result)));
  }

  /** @param {readonly Entry[]} found @param {{query: string, results: Element}} where */
  #show(found, { query, results }) {
    const about = { query, entry: this.site.manifest.entry, dayIn: this.dayIn };
    results.replaceChildren(...sectionsOf(found.slice(0, SHOWN_AT_FIRST), about));
    if (found.length <= SHOWN_AT_FIRST) return;
    const all = document.createElement("button");
    all.type = "button";
    all.className = "reader-button";
    all.textContent = this.words.showAllFound(found.length);
    all.addEventListener("click", () => {
      results.replaceChildren(...sectionsOf(found, about));
      results.querySelector("a")?.focus();
    });
    results.append(all);
  }
}

/** @param {readonly SealedEntry[]} entries @param {(kind: string, said: string) => string} [kindIn] @returns {Promise<MiniSearch<Entry & {id: number}>>} */
export async function indexOf(entries, kindIn = (kind) => kind) {
  /** @type {MiniSearch<Entry & {id: number}>} */
  const index = new MiniSearch({
    fields: ["title", "text", "kind"],
    storeFields: ["path", "title", "text", "kind", "date", "lang"],
    tokenize: indexedWords,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: wordsOf,
      combineWith: "AND",
      prefix: true,
      // The letters of a Korean syllable are too few to let one of them be another.
      fuzzy: (term) => (term.length > 4 && !HANGUL.test(term) ? 0.2 : false),
      boost: { title: 3, kind: 0.5 },
    },
  });
  const named = entries.map((entry, id) => {
    const kind = kindIn(entry.kind, entry.said ?? entry.kind);
    // What has no title of its own is called what it is.
    return { ...entry, id, kind, title: entry.title === entry.kind ? kind : entry.title };
  });
  // Between one portion and the next an old phone takes in what is being typed.
  await index.addAllAsync(named, { chunkSize: PORTION });
  return index;
}

/** A line for the count, where the form has none. @param {Element} results @returns {HTMLElement} */
function statusBefore(results) {
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  results.before(said);
  return said;
}
