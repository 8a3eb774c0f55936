/**
 * Search inside the open site: the index is built in memory from one sealed file, and no word typed leaves the page.
 *
 * @typedef {{path: string, title: string, text: string, kind: string, date: string, lang: string}} Entry
 * @import { Site } from "../format/site.js"
 * @import { InterfaceWords } from "../words/en.js"
 */

import MiniSearch from "minisearch";

import { day } from "../words/day.js";
import { routeText } from "./routes.js";
import { folded, indexedWords, wordsOf } from "./tokens.js";

const INDEX = "search.json";
const MOST_RESULTS = 30;
const PAUSE = 150;
const LONG_WORD = 18;
const EXCERPT = { before: 40, after: 110 };

export class Search {
  /** @type {Promise<MiniSearch<Entry & {id: number}>> | undefined} */
  #index;
  #typed = "";

  /** @param {Site} site @param {{words: InterfaceWords, kindIn: (kind: string) => string}} speech `kindIn` says a kind of page in the reader's language */
  constructor(site, { words, kindIn }) {
    this.site = site;
    this.words = words;
    this.kindIn = kindIn;
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
    const list = document.createElement("ul");
    results.replaceChildren(list);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    // What was sought stays out of the browser's notes about forms.
    field.autocomplete = "off";
    form.toggleAttribute("data-ready", true);
    const run = async () => {
      this.#typed = field.value;
      const query = field.value;
      if (wordsOf(query).length === 0) {
        said.textContent = "";
        list.replaceChildren();
        return;
      }
      try {
        const found = await this.find(query);
        if (signal.aborted || field.value !== query) return;
        said.textContent = `${this.words.found(found.length)}${found.length ? "" : `. ${this.words.nothingFoundHint}`}`;
        list.replaceChildren(...found.slice(0, MOST_RESULTS).map((entry) => this.#result(entry, query)));
      } catch {
        this.#index = undefined;
        said.textContent = this.words.searchFailed;
      }
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void run();
    });
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(run, PAUSE);
    });
    // Coming back from a result, the search is as it was left; and somebody quick has typed before we listened.
    field.value ||= this.#typed;
    if (field.value) void run();
  }

  /** Entries that hold all words of a query, or words beginning so, the best first. @param {string} query @returns {Promise<Entry[]>} */
  async find(query) {
    this.#index ??= this.site.text(INDEX).then((text) => indexOf(JSON.parse(text)));
    const index = await this.#index;
    return index.search(query).map((result) => /** @type {Entry} */ (/** @type {unknown} */ (result)));
  }

  /** @param {Entry} entry @param {string} query @returns {HTMLLIElement} */
  #result({ path, title, text, kind, date, lang }, query) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = routeText({ path, anchor: "" }, this.site.manifest.entry);
    link.textContent = title;
    const about = document.createElement("p");
    about.className = "search-kind";
    about.textContent = [this.kindIn(kind), date && day(date, this.words.code)].filter(Boolean).join(" · ");
    const excerpt = document.createElement("p");
    excerpt.className = "search-excerpt";
    excerpt.append(...excerptOf(text, query));
    for (const element of [link, excerpt]) {
      element.dir = "auto";
      if (lang) element.lang = lang;
    }
    item.append(link, about, excerpt);
    return item;
  }
}

/** @param {readonly Entry[]} entries @returns {MiniSearch<Entry & {id: number}>} */
export function indexOf(entries) {
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
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      boost: { title: 3, kind: 0.5 },
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return index;
}

/** A line for the count, where the form has none. @param {Element} results @returns {HTMLElement} */
function statusBefore(results) {
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  results.before(said);
  return said;
}

/** A stretch of text around the first place found, with that place marked. @param {string} text @param {string} query @returns {(Node | string)[]} */
function excerptOf(text, query) {
  const words = wordsOf(query);
  const letters = Array.from(text);
  const plain = letters.map(folded);
  const whole = plain.join("");
  const found = words.map((word) => ({ word, at: whole.indexOf(word) })).find(({ at }) => at >= 0);
  if (!found) return [letters.slice(0, EXCERPT.before + EXCERPT.after).join("")];
  // Folding may change lengths, so places are looked up letter by letter.
  const start = letterAt(plain, found.at);
  const end = letterAt(plain, found.at + found.word.length - 1) + 1;
  const from = wordEdge(letters, Math.max(0, start - EXCERPT.before), { towards: start });
  const to = wordEdge(letters, Math.min(letters.length, end + EXCERPT.after), { towards: end });
  const mark = document.createElement("mark");
  mark.textContent = letters.slice(start, end).join("");
  const before = (from > 0 ? "… " : "") + letters.slice(from, start).join("");
  return [before, mark, letters.slice(end, to).join("") + (to < letters.length ? " …" : "")];
}

/** The nearest place between words, if there is one close by. @param {readonly string[]} letters @param {number} place @param {{towards: number}} way */
function wordEdge(letters, place, { towards }) {
  if (place === 0 || place === letters.length) return place;
  const step = Math.sign(towards - place);
  for (let at = place; at !== towards && Math.abs(at - place) < LONG_WORD; at += step) {
    if (/\s/.test(letters[at] ?? "")) return step > 0 ? at + 1 : at;
  }
  return place;
}

/** Which letter a place in the folded text belongs to. @param {readonly string[]} plain @param {number} place @returns {number} */
function letterAt(plain, place) {
  let end = 0;
  return plain.findIndex((letter) => (end += letter.length) > place);
}
