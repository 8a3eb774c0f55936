/**
 * The vectors of the format, opened by the page's own reader, wherever this runs: in node, and in each browser.
 *
 * @typedef {Record<string, Uint8Array>} Files
 * @typedef {{words?: string, link?: string}} Secret
 * @typedef {{file: string, remove?: true, cut?: number, append?: string, at?: number, xor?: string, put?: string, write?: string, copy?: string}} Change
 * @typedef {{layer: string, reason: string}} Refusal
 * @typedef {{about: string, folder: string, secret: Secret, remembered?: {epoch: number, generation: number}, changes: Change[], read?: string, still: string[], expect: Refusal}} Vector
 * @typedef {{folder: string, files: Record<string, string>, secrets: Secret[], expect: {contents: Record<string, {type: string, data: string}>}}} Sound
 */

import { fetcher } from "../../../generator/vault/browser/format/fetching.js";
import { VaultProblem } from "../../../generator/vault/browser/format/problem.js";
import { Site } from "../../../generator/vault/browser/format/site.js";
import { canonicalWords, slipIn } from "../../../generator/vault/browser/format/words.js";
import { linkKeyIn, placeOf } from "../../../generator/vault/browser/place.js";
import { unlockWithLink, unlockWithWords } from "../../../generator/vault/browser/unlock/unlock.js";

/** @param {Sound} sound @returns {Files} */
export function filesOf(sound) {
  return Object.fromEntries(Object.entries(sound.files).map(([name, data]) => [name, fromBase64(data)]));
}

/** @param {Sound} sound @param {readonly Change[]} changes @returns {Files} */
export function changed(sound, changes) {
  const before = filesOf(sound);
  const after = filesOf(sound);
  for (const { file, remove, cut, append, at, xor, put, write, copy } of changes) {
    let data = after[file] ?? new Uint8Array();
    if (cut !== undefined) data = data.slice(0, cut);
    else if (append) data = Uint8Array.of(...data, ...fromHex(append));
    else if (write !== undefined) data = fromBase64(write);
    else if (copy) data = (before[copy] ?? new Uint8Array()).slice();
    else if (put && at !== undefined) fromBase64(put).forEach((byte, index) => (data[at + index] = byte));
    else if (xor && at !== undefined) fromHex(xor).forEach((bits, index) => (data[at + index] = (data[at + index] ?? 0) ^ bits));
    else if (!remove) throw new Error("a change that nobody knows");
    if (remove) delete after[file];
    else after[file] = data;
  }
  return after;
}

/**
 * Opens files as a page at their address would.
 *
 * @param {Files} files
 * @param {{folder: string, secret: Secret, remembered?: {epoch: number, generation: number}, list: readonly string[], shell: URL}} as
 */
export async function open(files, { folder, secret, remembered, list, shell }) {
  const place = placeOf(`https://school.example/portfolios/${folder}/#/`);
  globalThis.fetch = async (address) => {
    const data = files[String(address).slice(place.folder.length)];
    return data ? new Response(Uint8Array.from(data)) : new Response(null, { status: 404 });
  };
  const opened = secret.link === undefined ? await openWithWords(secret.words ?? "", { place, list, shell }) : await openWithLink(secret.link, place);
  return { opened, site: await Site.open(opened.keys, fetcher(place.folder), { seen: remembered }) };
}

/**
 * What is wrong with how a vector is refused; nothing where it is as it should be.
 *
 * @param {Vector} vector
 * @param {{sound: Sound, list: readonly string[], shell: URL}} with_
 * @returns {Promise<string>}
 */
export async function verdict({ folder, secret, remembered, changes, read, still, expect }, { sound, list, shell }) {
  const opening = open(changed(sound, changes), { folder, secret, remembered, list, shell });
  if (read === undefined) return refusal(opening, expect);
  const { site } = await opening;
  const said = await refusal(site.bytes(read), expect);
  if (said) return said;
  for (const path of still) {
    if (!(await isSound(site, path, sound))) return `${path} is not what it was`;
  }
  return "";
}

/** @param {Site} site @param {string} path @param {Sound} sound @returns {Promise<boolean>} */
export async function isSound(site, path, sound) {
  const bytes = await site.bytes(path);
  const expected = fromBase64(sound.expect.contents[path]?.data ?? "");
  return bytes.length === expected.length && bytes.every((byte, index) => byte === expected[index]);
}

/** @param {Promise<unknown>} attempt @param {Refusal} expect @returns {Promise<string>} */
async function refusal(attempt, { layer, reason }) {
  try {
    await attempt;
    return "it was accepted";
  } catch (cause) {
    return VaultProblem.is(cause, `${layer}: ${reason}`) ? "" : String(cause);
  }
}

/** @param {string} typed @param {{place: import("../../../generator/vault/browser/place.js").Place, list: readonly string[], shell: URL}} at */
async function openWithWords(typed, { place, list, shell }) {
  const words = canonicalWords(typed);
  const slip = slipIn(words, list);
  if (slip) throw new VaultProblem("words", slip.reason);
  return unlockWithWords(words, { place, shell });
}

/** @param {string} text @param {import("../../../generator/vault/browser/place.js").Place} place */
async function openWithLink(text, place) {
  const link = linkKeyIn(`#k=${text}`);
  if (!link) throw new Error("no link was read");
  return unlockWithLink(link, place);
}

/** @param {string} text @returns {Uint8Array} */
function fromBase64(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** @param {string} text @returns {Uint8Array} */
function fromHex(text) {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => parseInt(byte, 16));
}
