/**
 * Reads a gettext catalogue (.po) into what pages are translated with.
 *
 * @import { Catalogue } from "./reading/translation.js"
 */

import { keyOf } from "./reading/translation.js";

/** Who speaks on paper only: letters, and the typeset book. */
const ON_PAPER = /^generator\/(letters|keepsake)\//;
const QUOTED = /"((?:[^"\\]|\\.)*)"/g;

/**
 * What browsers need of a catalogue: without messages that have no translation yet or a doubtful one, and without those
 * that no page shows.
 *
 * @param {string} text of a .po file
 * @returns {Catalogue}
 */
export function catalogueIn(text) {
  /** @type {Record<string, string | string[]>} */
  const catalogue = {};
  for (const entry of text.replaceAll("\r\n", "\n").split(/\n{2,}/)) {
    if (/^#,.*\bfuzzy\b/m.test(entry)) continue;
    const places = (entry.match(/^#: .*$/gm) ?? []).flatMap((line) => line.slice(3).split(" "));
    if (places.length && places.every((place) => ON_PAPER.test(place))) continue;
    const message = field(entry, "msgid");
    if (!message) continue;
    const forms = [...entry.matchAll(/^msgstr\[(\d)\]/gm)].map(([, number]) => field(entry, `msgstr\\[${number}\\]`));
    const said = forms.length ? forms : field(entry, "msgstr");
    if (!said.length || (typeof said !== "string" && !said.every(Boolean))) continue;
    const key = keyOf(message);
    if (key in catalogue) throw new Error(`two messages have the key ${key}; one is: ${message}`);
    catalogue[key] = said;
  }
  return catalogue;
}

/** The text of a field, which may go over several lines. @param {string} entry @param {string} name as a pattern @returns {string} */
function field(entry, name) {
  const found = new RegExp(String.raw`^${name} ((?:"(?:[^"\\]|\\.)*"\s*)+)`, "m").exec(entry)?.[1] ?? "";
  return [...found.matchAll(QUOTED)].map(([piece]) => JSON.parse(piece)).join("");
}
