/**
 * The sites that this visit may read: each opened once, kept up to date, and known to the worker while it is shown.
 *
 * @import { SiteKeys } from "../format/keys.js"
 * @import { PartedFile } from "../format/manifest.js"
 * @import { Place } from "../place.js"
 * @import { Accelerator } from "../worker/accelerator.js"
 * @import { Sibling } from "./siblings.js"
 */

import { fetcher } from "../format/fetching.js";
import { VaultProblem } from "../format/problem.js";
import { Site } from "../format/site.js";
import { neighbour } from "../place.js";
import { fetchSlots } from "../unlock/unlock.js";
import { lastSeen, remember } from "./memory.js";

export class Sites {
  /** @type {Map<string, Promise<Site>>} */
  #open = new Map();
  /** @type {Set<string>} sites whose old publication the reader asked to see */
  #acceptedOld = new Set();
  /** @type {Map<string, readonly Sibling[]>} */
  #siblings = new Map();

  /** @param {{keys: readonly SiteKeys[], accelerator: Accelerator}} parts */
  constructor({ keys, accelerator }) {
    this.keys = keys;
    this.accelerator = accelerator;
  }

  /** @param {string} site @returns {boolean} */
  has(site) {
    return this.keys.some((one) => one.site === site);
  }

  /** The site to be shown. @param {Place} place @returns {Promise<Site>} */
  async at(place) {
    const site = await this.#opened(place);
    this.#hold(site);
    return site;
  }

  /**
   * A page's markup; where the school has published meanwhile, as it is now.
   *
   * @param {Site} site
   * @param {{path: string, place: Place, renew: () => void}} page `renew` is called when the site's contents are others
   * @returns {Promise<string>}
   */
  async read(site, { path, place, renew }) {
    try {
      return await site.text(path);
    } catch (cause) {
      if (!VaultProblem.is(cause, "blob: missing") && !VaultProblem.is(cause, "blob: no-such-path")) throw cause;
      await site.refresh();
      remember(place.folder, site.manifest);
      renew();
      this.#hold(site);
      return site.text(path);
    }
  }

  /** The others, known from an earlier page; nothing before `findSiblings`. @param {Place} place */
  knownSiblings(place) {
    return this.#siblings.get(place.site);
  }

  /** The others; one that was renewed meanwhile is left out. @param {Place} place @returns {Promise<readonly Sibling[]>} */
  async findSiblings(place) {
    const others = this.keys.filter(({ site }) => site !== place.site).map(({ site }) => neighbour(place, site));
    const results = await Promise.allSettled(
      others.map(async (other) => ({ label: (await this.#opened(other)).manifest.label, address: `${other.folder}#/` })),
    );
    const found = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    this.#siblings.set(place.site, found);
    return found;
  }

  /** From now on an old publication of this site is shown. @param {Place} place */
  acceptOld(place) {
    this.#acceptedOld.add(place.site);
  }

  /** Whether the school has given this site new keys since it was opened here. @param {Place} place @returns {Promise<boolean>} */
  async isRenewed(place) {
    try {
      const { header } = await fetchSlots(place);
      return header.epoch !== this.#keysOf(place)?.epoch;
    } catch {
      return false;
    }
  }

  /** @param {Place} place @returns {Promise<Site>} */
  #opened(place) {
    const known = this.#open.get(place.site);
    if (known) return known;
    const opening = this.#fetch(place);
    this.#open.set(place.site, opening);
    opening.catch(() => this.#open.delete(place.site));
    return opening;
  }

  /** @param {Place} place @returns {Promise<Site>} */
  async #fetch(place) {
    const keys = this.#keysOf(place);
    if (!keys) throw new VaultProblem("blob", "no-such-path");
    const acceptsOld = this.#acceptedOld.has(place.site);
    const site = await Site.open(keys, fetcher(place.folder), { seen: acceptsOld ? undefined : lastSeen(place.folder) });
    remember(place.folder, site.manifest);
    return site;
  }

  /** Lets the worker answer for a site; no page waits for that. @param {Site} site */
  #hold(site) {
    /** @type {Map<string, PartedFile>} */
    const files = new Map();
    for (const [path, file] of site.manifest.files) {
      if ("parts" in file) files.set(path, file);
    }
    void this.accelerator.hold({ site: site.keys.site, keys: this.keys, files });
  }

  /** @param {Place} place @returns {SiteKeys | undefined} */
  #keysOf(place) {
    return this.keys.find(({ site }) => site === place.site);
  }
}
