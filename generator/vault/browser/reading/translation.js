/**
 * Puts a page's interface words into the reader's language; what people wrote stays as they wrote it.
 *
 * A page is written in the school's language and ends in a comment that says where its interface words stand:
 * `<!--words [gap, length, mark?, …]-->`, in units of UTF-16. What a mark is, `generator/pages/marks.py` tells.
 *
 * @typedef {Readonly<Record<string, string | readonly string[]>>} Catalogue by the key of the English message: a
 *   translation, or one for each plural category in the order of `FORMS`
 * @import { Ways } from "./writing.js"
 */

import { Writing } from "./writing.js";

/** Which plural categories a message's forms are for, by how many forms the language has. @type {Record<number, readonly string[]>} */
const FORMS = { 1: ["other"], 2: ["one", "other"], 3: ["one", "many", "other"], 6: ["zero", "one", "two", "few", "many", "other"] };

const OPEN = "\ue000";
const VALUE = "\ue001";
const NAME = "\ue002";
const CLOSE = "\ue003";
const INNERMOST = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`, "g");
const PLACES = "<!--words ";
const END = "-->";

export class Translation {
  /** @param {string} language a tag @param {Catalogue} catalogue without what is to stay English @param {Ways} [ways] how it writes */
  constructor(language, catalogue, ways) {
    this.language = language;
    this.catalogue = catalogue;
    this.writing = new Writing(ways);
    this.plurals = new Intl.PluralRules(language);
  }

  /** A whole page; one that does not say where its words stand is given back as it is. @param {string} page @returns {string} */
  page(page) {
    const start = page.lastIndexOf(PLACES);
    const end = page.indexOf(END, start);
    if (start < 0 || end < 0) return page;
    /** @type {readonly (number | string)[]} */
    const places = JSON.parse(page.slice(start + PLACES.length, end));
    const pieces = [];
    let from = 0;
    for (let at = 0; at < places.length; at += 2) {
      const to = from + Number(places[at]);
      const stop = to + Number(places[at + 1]);
      let mark = page.slice(to, stop);
      if (typeof places[at + 2] === "string") mark = String(places[at++ + 2]);
      pieces.push(page.slice(from, to), this.words(`${OPEN}${mark}${CLOSE}`));
      from = stop;
    }
    return [...pieces, page.slice(from, start)].join("");
  }

  /** One interface message without values. @param {string} message @returns {string} */
  message(message) {
    const said = this.catalogue[keyOf(message)];
    return typeof said === "string" ? said : message;
  }

  /** A text with words where its marks are. @param {string} marked @returns {string} */
  words(marked) {
    let text = marked;
    for (let before = ""; before !== text; ) {
      before = text;
      text = text.replace(INNERMOST, (_, /** @type {string} */ inside) => this.#said(inside));
    }
    return text;
  }

  /** @param {string} inside a mark @returns {string} */
  #said(inside) {
    const [message = "", ...fields] = inside.split(VALUE);
    const values = new Map(
      fields.map((field) => {
        const cut = field.indexOf(NAME);
        return [field.slice(0, cut), field.slice(cut + 1)];
      }),
    );
    const value = values.get("") ?? "";
    if (message === "@day" || message === "@short-day" || message === "@month") return escaped(this.writing.date(message, value));
    if (message === "@number") return this.writing.number(value);
    if (message === "@joint") return escaped(this.writing.joint(value));
    if (message === "@language") return typeof this.catalogue[keyOf(values.get("said") ?? "")] === "string" ? this.language : value;
    if (message === "@size") return this.#size(Number(value));
    const [one = "", many] = message.split(NAME);
    const said = many === undefined ? this.message(one) : this.#counted(one, many, Number(value));
    return escaped(said)
      .replace(/%\((\w+)\)s/g, (place, /** @type {string} */ name) => this.#valued(values.get(name) ?? place))
      .replaceAll("%%", "%");
  }

  /** @param {string} one @param {string} many @param {number} count @returns {string} */
  #counted(one, many, count) {
    const forms = this.catalogue[keyOf(one)];
    if (!Array.isArray(forms)) return count === 1 ? one : many;
    const place = (FORMS[forms.length] ?? []).indexOf(this.plurals.select(count));
    return forms.at(place) ?? many;
  }

  /** @param {string} value HTML, or a number in Latin digits @returns {string} */
  #valued(value) {
    return /^\d{1,15}$/.test(value) ? this.writing.number(value) : value;
  }

  /** @param {number} count of bytes @returns {string} */
  #size(count) {
    const { message, number } = this.writing.size(count);
    return escaped(this.message(message)).replace("%(size)s", number);
  }
}

/**
 * What stands for a message in a catalogue, so that nobody who reads another language fetches the English too: FNV-1a of
 * its UTF-16, 32 bits. No two messages of a catalogue share one; that is looked at where catalogues are made.
 *
 * @param {string} message
 * @returns {string}
 */
export function keyOf(message) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < message.length; at += 1) hash = Math.imul(hash ^ message.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** @param {string} text @returns {string} */
function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
