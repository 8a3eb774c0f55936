/**
 * The files that the page in the document shows; when the page goes, so do they.
 *
 * @import { Site } from "../format/site.js"
 */

export class PageFiles {
  /** @type {Map<string, Promise<string>>} */
  #addresses = new Map();
  /** @type {Set<string>} */
  #blobs = new Set();

  /** @param {Site} site @param {AbortSignal} signal of the page */
  constructor(site, signal) {
    this.site = site;
    this.signal = signal;
    signal.addEventListener("abort", () => {
      for (const address of this.#blobs) URL.revokeObjectURL(address);
    });
  }

  /**
   * An address in memory under which the browser finds an opened file.
   *
   * @param {string} path
   * @param {(done: number) => void} [progress]
   * @returns {Promise<string>}
   */
  address(path, progress) {
    const known = this.#addresses.get(path) ?? this.#open(path, progress);
    this.#addresses.set(path, known);
    known.catch(() => this.#addresses.delete(path));
    return known;
  }

  /** @param {string} path @param {((done: number) => void) | undefined} progress @returns {Promise<string>} */
  async #open(path, progress) {
    const bytes = await this.site.bytes(path, { signal: this.signal, progress });
    const address = URL.createObjectURL(new Blob([bytes], { type: this.site.describe(path).type }));
    this.#blobs.add(address);
    if (this.signal.aborted) URL.revokeObjectURL(address);
    return address;
  }
}
