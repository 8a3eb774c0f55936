/**
 * The only door for text that becomes a document or a script: a Trusted Types policy where the browser has them.
 *
 * Page markup goes through `parsed` alone, which gives an inert document: nothing in it loads or runs, and
 * `reading/sanitise.js` cleans it before any of it is shown. Scripts come from the shell's own folders alone.
 */

/** @type {Set<string>} */
const scripts = new Set();

/** @typedef {{createHTML: (text: string) => string, createScriptURL: (address: string) => string}} Policy */
const factory = /** @type {{trustedTypes?: {createPolicy: (name: string, rules: Policy) => Policy}}} */ (globalThis).trustedTypes;

/** @type {Policy} */
const rules = {
  createHTML: (text) => text,
  createScriptURL: (address) => {
    if (!scripts.has(address)) throw new TypeError("not one of the shell's scripts");
    return address;
  },
};
const policy = factory ? factory.createPolicy("kinfolio", rules) : rules;

/** @param {string} markup @returns {Document} inert */
export function parsed(markup) {
  return new DOMParser().parseFromString(policy.createHTML(markup), "text/html");
}

/** Names a script of the shell, once, when the page starts. @param {URL} address @returns {string} for `Worker` and `register` */
export function ownScript(address) {
  scripts.add(address.href);
  return policy.createScriptURL(address.href);
}
