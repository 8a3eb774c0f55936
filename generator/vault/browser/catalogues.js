/**
 * Reads a gettext catalogue (.po) into what pages are translated with.
 *
 * @import { Catalogue } from "./reading/translation.js"
 */

const QUOTED = /"((?:[^"\\]|\\.)*)"/g;

/** @param {string} text of a .po file @returns {Catalogue} without messages that have no translation yet or a doubtful one */
export function catalogueIn(text) {
  /** @type {Record<string, string | string[]>} */
  const catalogue = {};
  for (const entry of text.replaceAll("\r\n", "\n").split(/\n{2,}/)) {
    if (/^#,.*\bfuzzy\b/m.test(entry)) continue;
    const message = field(entry, "msgid");
    if (!message) continue;
    const forms = [...entry.matchAll(/^msgstr\[(\d)\]/gm)].map(([, number]) => field(entry, `msgstr\\[${number}\\]`));
    const said = forms.length ? forms : field(entry, "msgstr");
    if (said.length && (typeof said === "string" || said.every(Boolean))) catalogue[message] = said;
  }
  return catalogue;
}

/** The text of a field, which may go over several lines. @param {string} entry @param {string} name as a pattern @returns {string} */
function field(entry, name) {
  const found = new RegExp(String.raw`^${name} ((?:"(?:[^"\\]|\\.)*"\s*)+)`, "m").exec(entry)?.[1] ?? "";
  return [...found.matchAll(QUOTED)].map(([piece]) => JSON.parse(piece)).join("");
}
