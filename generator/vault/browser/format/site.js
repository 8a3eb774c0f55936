/**
 * An open site: reads pages and files by path, fetching only what is asked for.
 *
 * @typedef {(name: string, options?: {cache?: RequestCache, signal?: AbortSignal, most?: number}) => Promise<Bytes | undefined>} Fetcher
 *   takes a name inside the site's folder, and how many bytes there may be at most: where there are more, it gives one more
 *   than that; nothing where the host has no such file
 *
 * @import { Bytes } from "./bytes.js"
 * @import { SiteKeys } from "./keys.js"
 * @import { Place } from "./blobs.js"
 * @import { Manifest, PackedFile, PartedFile } from "./manifest.js"
 */

import { inflated, largestOf, openBlob } from "./blobs.js";
import { PART_SIZE, openManifest, refuseOlder } from "./manifest.js";
import { VaultProblem } from "./problem.js";

const PACKS_KEPT = 12;

export class Site {
  /** @type {Map<string, Promise<Bytes>>} packs by blob name, the one used last at the end */
  #packs = new Map();
  /** @type {Fetcher} */
  #fetch;

  /** @param {{keys: SiteKeys, manifest: Manifest, fetch: Fetcher}} parts */
  constructor({ keys, manifest, fetch }) {
    this.keys = keys;
    this.manifest = manifest;
    this.#fetch = fetch;
  }

  /**
   * @param {SiteKeys} keys
   * @param {Fetcher} fetch
   * @param {{seen?: {epoch: number, generation: number}}} [options] `seen` is the publication that must not be older
   * @returns {Promise<Site>}
   */
  static async open(keys, fetch, { seen } = {}) {
    const manifest = await fetchManifest(keys, fetch);
    refuseOlder(manifest, seen);
    return new Site({ keys, manifest, fetch });
  }

  /** Looks whether the school has published since; what this object reads is of the latest from here on. */
  async refresh() {
    const latest = await fetchManifest(this.keys, this.#fetch);
    refuseOlder(latest, this.manifest);
    this.manifest = latest;
  }

  /** @param {string} path @returns {boolean} */
  has(path) {
    return this.manifest.files.has(path);
  }

  /** What is told of a file without opening it. @param {string} path @returns {{type: string, size: number, firstPart: string}} */
  describe(path) {
    const file = this.#file(path);
    const [size, firstPart = ""] = "parts" in file ? [file.size, file.parts[0]] : [file.length];
    return { type: file.type, size, firstPart };
  }

  /** @param {string} path @returns {Promise<string>} */
  async text(path) {
    return new TextDecoder().decode(await this.bytes(path));
  }

  /**
   * @param {string} path
   * @param {{signal?: AbortSignal, progress?: (done: number) => void}} [options] `progress` is told bytes
   * @returns {Promise<Bytes>}
   */
  async bytes(path, { signal, progress } = {}) {
    const file = this.#file(path);
    if (!("parts" in file)) {
      return (await this.#pack(file.pack)).slice(file.offset, file.offset + file.length);
    }
    const whole = new Uint8Array(file.size);
    for (let index = 0; index < file.parts.length; index++) {
      const part = await openPart({ keys: this.keys, path, file, index, fetch: this.#fetch, signal });
      whole.set(part, index * PART_SIZE);
      progress?.(index * PART_SIZE + part.length);
    }
    return whole;
  }

  /** @param {string} path @returns {PackedFile | PartedFile} */
  #file(path) {
    const file = this.manifest.files.get(path);
    if (!file) throw new VaultProblem("blob", "no-such-path");
    return file;
  }

  /** @param {number} index @returns {Promise<Bytes>} */
  #pack(index) {
    const pack = this.manifest.packs[index];
    if (!pack) throw new VaultProblem("blob", "no-such-path");
    const kept = this.#packs.get(pack.blob) ?? this.#openPack(pack);
    this.#packs.delete(pack.blob);
    this.#packs.set(pack.blob, kept);
    // A failed pack is asked for again next time: the connection may be back.
    kept.catch(() => this.#packs.delete(pack.blob));
    for (const oldest of [...this.#packs.keys()].slice(0, -PACKS_KEPT)) this.#packs.delete(oldest);
    return kept;
  }

  /** @param {import("./manifest.js").Pack} pack @returns {Promise<Bytes>} */
  async #openPack(pack) {
    const place = /** @type {const} */ ({ kind: "pack", path: pack.path, type: "application/zlib", part: 0, parts: 1 });
    const data = await fetchBlob(pack.blob, { keys: this.keys, place, fetch: this.#fetch });
    const unpacked = await inflated(data, pack.size);
    if (unpacked?.length !== pack.size) throw new VaultProblem("blob", "bad-pack");
    return unpacked;
  }
}

/**
 * One part of a file, checked against the contents list.
 *
 * @param {{keys: SiteKeys, path: string, file: PartedFile, index: number, fetch: Fetcher, signal?: AbortSignal}} of
 * @returns {Promise<Bytes>}
 */
export async function openPart({ keys, path, file, index, fetch, signal }) {
  const name = file.parts[index] ?? "";
  const place = /** @type {const} */ ({ kind: "file", path, type: file.type, part: index, parts: file.parts.length });
  const data = await fetchBlob(name, { keys, place, fetch, signal });
  if (data.length !== Math.min(PART_SIZE, file.size - index * PART_SIZE)) throw new VaultProblem("blob", "wrong-length");
  return data;
}

/**
 * @param {string} name
 * @param {{keys: SiteKeys, place: Place, fetch: Fetcher, signal?: AbortSignal}} with_
 * @returns {Promise<Bytes>}
 */
function fetchBlob(name, { keys, place, fetch, signal }) {
  return twiceIfDamaged(["default", "reload"], async (cache) => {
    const sealed = await fetch(`d/${name}`, { cache, signal, most: largestOf(place) });
    if (!sealed) throw new VaultProblem("blob", "missing");
    return openBlob(sealed, { keys, place, name });
  });
}

/** @param {SiteKeys} keys @param {Fetcher} fetch @returns {Promise<Manifest>} */
function fetchManifest(keys, fetch) {
  return twiceIfDamaged(["no-cache", "reload"], async (cache) => {
    const sealed = await fetch(`m${keys.epoch}`, { cache });
    if (!sealed) throw new VaultProblem("manifest", "missing");
    return openManifest(sealed, keys);
  });
}

/**
 * What was damaged on its way may lie in the browser's cache for a year; a second look asks the host itself.
 *
 * @template T
 * @param {readonly [RequestCache, RequestCache]} caches
 * @param {(cache: RequestCache) => Promise<T>} attempt
 * @returns {Promise<T>}
 */
async function twiceIfDamaged([first, second], attempt) {
  try {
    return await attempt(first);
  } catch (cause) {
    if (!(cause instanceof VaultProblem) || cause.layer === "place" || cause.reason === "missing") throw cause;
    return attempt(second);
  }
}
