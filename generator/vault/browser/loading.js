/**
 * Code that comes only when it is needed: out of the shell's folder, or out of this very file where it holds everything.
 *
 * @typedef {{
 *   "films.js": typeof import("./reading/films.js"),
 *   "search.js": typeof import("./reading/search.js"),
 *   "translation.js": typeof import("./reading/translation.js"),
 *   "argon2.js": typeof import("./unlock/argon2.js"),
 *   "ed25519.js": typeof import("./format/ed25519.js"),
 * } & Record<`words-${Exclude<Language, "en">}.js`, {words: InterfaceWords}>} Parts
 *
 * @import { InterfaceWords } from "./words/en.js"
 * @import { Language } from "./words/languages.js"
 */

/** @type {Partial<Parts>} */
const included = {};

/** Says that these parts need not be fetched. @param {Partial<Parts>} parts */
export function include(parts) {
  Object.assign(included, parts);
}

/**
 * @template {keyof Parts} Name
 * @param {Name} name of a file in the shell's folder
 * @param {URL} shell
 * @returns {Promise<Parts[Name]>}
 */
export async function load(name, shell) {
  return included[name] ?? import(new URL(name, shell).href);
}
