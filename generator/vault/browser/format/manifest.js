/**
 * The contents list of a site: which pages and files there are, and in which sealed blobs they lie.
 *
 * @typedef {object} Pack
 * @property {string} path
 * @property {string} blob
 * @property {number} size of the pack before compression
 *
 * @typedef {{type: string, pack: number, offset: number, length: number}} PackedFile
 * @typedef {{type: string, size: number, parts: readonly string[]}} PartedFile
 *
 * @typedef {object} Manifest
 * @property {string} site
 * @property {number} epoch
 * @property {number} generation
 * @property {string} published a date, YYYY-MM-DD
 * @property {string} edition
 * @property {string} label the name to show for this site once it is open
 * @property {string} entry the path of the first page
 * @property {string} theme a folder of the deployment
 * @property {number} lockAfterMinutes 0 means never by itself
 * @property {readonly Pack[]} packs
 * @property {ReadonlyMap<string, PackedFile | PartedFile>} files
 *
 * @import { Bytes } from "./bytes.js"
 * @import { SiteKeys } from "./keys.js"
 */

import { LARGEST_SEALED, blobContext, inflated } from "./blobs.js";
import { lengthPrefixed } from "./bytes.js";
import { open } from "./cobblestone.js";
import { unframed } from "./frame.js";
import { SIGNATURE_SIZE, isSignedBy } from "./signature.js";
import { VaultProblem } from "./problem.js";

export const PART_SIZE = 1048576;
const LARGEST = 16 * PART_SIZE;
const NAME = /^[a-z2-7]{26}$/;
const TYPE = /^[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/;
const RESERVED = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)/i;

/** @param {Bytes} sealed @param {SiteKeys} keys @returns {Promise<Manifest>} */
export async function openManifest(sealed, keys) {
  if (sealed.length > LARGEST_SEALED) throw new VaultProblem("manifest", "too-long");
  const context = blobContext(keys, { kind: "manifest", path: "manifest", type: "application/json", part: 0, parts: 1 });
  const frame = await open(keys.manifest, sealed, context);
  if (!frame) throw new VaultProblem("manifest", "does-not-open");
  const data = unframed(frame);
  if (!data) throw new VaultProblem("manifest", "bad-frame");
  const [signature, contents] = [data.slice(0, SIGNATURE_SIZE), data.slice(SIGNATURE_SIZE)];
  const signed = lengthPrefixed(["kinfolio/1", "signature", keys.site, String(keys.epoch), contents]);
  if (!(await isSignedBy(keys.school, { signature, signed }))) throw new VaultProblem("manifest", "bad-signature");
  const text = await inflated(contents, LARGEST);
  if (!text) throw new VaultProblem("manifest", "bad-manifest");
  return readManifest(parsed(text), keys);
}

/** @param {unknown} json @param {{site: string, epoch: number}} expected @returns {Manifest} */
export function readManifest(json, expected) {
  if (!isRecord(json)) throw new VaultProblem("manifest", "bad-manifest");
  if (json.format !== "kinfolio/1") throw new VaultProblem("manifest", "unknown-version");
  if (json.site !== expected.site || json.epoch !== expected.epoch) throw new VaultProblem("manifest", "foreign-site");
  const packs = list(json.packs).map(readPack);
  const files = new Map(Object.entries(record(json.files)).map(([path, file]) => [allowedPath(path), readFile(record(file), packs)]));
  const entry = text(json.entry);
  const theme = text(json.theme);
  const published = text(json.published);
  const generation = whole(json.generation);
  if (!files.has(entry) || !/^theme\/[A-Za-z0-9_-]+\/$/.test(theme)) throw new VaultProblem("manifest", "bad-manifest");
  if (!isDate(published) || generation < 1 || new Set([...files.keys()].map((path) => path.toLowerCase())).size !== files.size) throw new VaultProblem("manifest", "bad-manifest");
  return {
    site: expected.site,
    epoch: expected.epoch,
    generation,
    published,
    edition: text(json.edition),
    label: text(json.label),
    entry,
    theme,
    lockAfterMinutes: whole(json.lock_after_minutes),
    packs,
    files,
  };
}

/**
 * Refuses a publication that is older than one seen before.
 *
 * @param {Manifest} manifest
 * @param {{epoch: number, generation: number} | undefined} seen
 */
export function refuseOlder(manifest, seen) {
  if (seen && isOlder(manifest, seen)) throw new OlderPublication(manifest.published);
}

/** @param {{epoch: number, generation: number}} one @param {{epoch: number, generation: number}} other @returns {boolean} */
export function isOlder(one, other) {
  return one.epoch < other.epoch || (one.epoch === other.epoch && one.generation < other.generation);
}

export class OlderPublication extends VaultProblem {
  /** @param {string} published the date of what the host shows */
  constructor(published) {
    super("manifest", "older");
    this.published = published;
  }
}

/** Whether a path may stand in a site at all. @param {string} path @returns {boolean} */
export function isAllowedPath(path) {
  return (
    new TextEncoder().encode(path).length <= 512 &&
    path === path.normalize("NFC") &&
    !/[\\:*?"<>|\u0000-\u001f\u007f]/.test(path) &&
    path.split("/").every((segment) => segment !== "" && !/[. ]$/.test(segment) && !RESERVED.test(segment)) &&
    path.split("/")[0] !== "theme"
  );
}

/** @param {string} text @returns {boolean} whether there is such a day */
function isDate(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** @param {unknown} value @returns {Pack} */
function readPack(value) {
  const pack = record(value);
  const path = allowedPath(text(pack.path));
  const size = whole(pack.size);
  if (!path.startsWith("pack/") || size > LARGEST) throw new VaultProblem("manifest", "bad-manifest");
  return { path, blob: blobName(pack.blob), size };
}

/** @param {Record<string, unknown>} file @param {readonly Pack[]} packs @returns {PackedFile | PartedFile} */
function readFile(file, packs) {
  const type = text(file.type);
  if (!TYPE.test(type)) throw new VaultProblem("manifest", "bad-manifest");
  if (file.pack === undefined) {
    const size = whole(file.size);
    const parts = list(file.parts).map(blobName);
    if (parts.length !== Math.max(1, Math.ceil(size / PART_SIZE))) throw new VaultProblem("manifest", "bad-manifest");
    return { type, size, parts };
  }
  const place = { type, pack: whole(file.pack), offset: whole(file.offset), length: whole(file.length) };
  const pack = packs[place.pack];
  if (!pack || place.offset + place.length > pack.size) throw new VaultProblem("manifest", "bad-manifest");
  return place;
}

/** @param {Bytes} bytes @returns {unknown} */
function parsed(bytes) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new VaultProblem("manifest", "bad-manifest");
  }
}

/** @param {string} path @returns {string} */
function allowedPath(path) {
  if (!isAllowedPath(path)) throw new VaultProblem("manifest", "bad-manifest");
  return path;
}

/** @param {unknown} value @returns {string} */
function blobName(value) {
  const name = text(value);
  if (!NAME.test(name)) throw new VaultProblem("manifest", "bad-manifest");
  return name;
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function record(value) {
  if (!isRecord(value)) throw new VaultProblem("manifest", "bad-manifest");
  return value;
}

/** @param {unknown} value @returns {readonly unknown[]} */
function list(value) {
  if (!Array.isArray(value)) throw new VaultProblem("manifest", "bad-manifest");
  return value;
}

/** @param {unknown} value @returns {string} */
function text(value) {
  if (typeof value !== "string") throw new VaultProblem("manifest", "bad-manifest");
  return value;
}

/** @param {unknown} value @returns {number} */
function whole(value) {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw new VaultProblem("manifest", "bad-manifest");
  return value;
}
