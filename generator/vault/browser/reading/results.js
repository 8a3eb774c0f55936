/**
 * What a search found, shown by kind of page, the kind with the best page first.
 *
 * @import { Entry } from "./search.js"
 */

import { routeText } from "./routes.js";
import { folded, wordsOf } from "./tokens.js";

const LONG_WORD = 18;
const EXCERPT = { before: 40, after: 110 };

/**
 * @param {readonly Entry[]} found the best first
 * @param {{query: string, entry: string, dayIn: (date: string) => string}} about `entry` is the site's first page, and `dayIn` writes a day
 * @returns {HTMLElement[]} one section for each kind
 */
export function sectionsOf(found, about) {
  /** @type {Map<string, Entry[]>} */
  const kinds = new Map();
  for (const one of found) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one]);
  return [...kinds].map(([kind, entries]) => {
    const section = document.createElement("section");
    section.className = "search-group";
    const list = document.createElement("ul");
    list.append(...entries.map((entry) => itemOf(entry, about)));
    if (kind) section.append(Object.assign(document.createElement("h2"), { textContent: kind }));
    section.append(list);
    return section;
  });
}

/** @param {Entry} found @param {{query: string, entry: string, dayIn: (date: string) => string}} about @returns {HTMLLIElement} */
function itemOf({ path, title, text, kind, date, lang }, { query, entry, dayIn }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const [page = "", anchor = ""] = path.split("#");
  link.href = routeText({ path: page, anchor }, entry);
  link.textContent = title;
  const excerpt = document.createElement("p");
  excerpt.className = "search-excerpt";
  excerpt.append(...excerptOf(text, query));
  for (const element of [link, excerpt]) {
    element.dir = "auto";
    // What has no title of its own is called by its kind, in the reader's language.
    if (lang && !(element === link && title === kind)) element.lang = lang;
  }
  item.append(link);
  if (date) item.append(Object.assign(document.createElement("p"), { className: "search-day", textContent: dayIn(date) }));
  item.append(excerpt);
  return item;
}

/** A stretch of text around the first place found, with that place marked. @param {string} text @param {string} query @returns {(Node | string)[]} */
function excerptOf(text, query) {
  const words = wordsOf(query);
  const letters = Array.from(text);
  const plain = letters.map(folded);
  const whole = plain.join("");
  const found = words.map((word) => ({ word, at: whole.indexOf(word) })).find(({ at }) => at >= 0);
  if (!found) return [letters.slice(0, wordEdge(letters, EXCERPT.before + EXCERPT.after, { towards: 0 })).join("")];
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
  if (place <= 0 || place >= letters.length) return place;
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
