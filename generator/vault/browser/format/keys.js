/**
 * The keys of one site in one epoch, all made from its content key and none of them readable by script.
 *
 * They can be handed to a worker or another tab, and are gone when the last of those is closed.
 *
 * @typedef {object} SiteKeys
 * @property {string} site the 16 letters that name the site's folder
 * @property {number} epoch
 * @property {CryptoKey} data opens packs and files
 * @property {CryptoKey} manifest opens the manifest
 * @property {CryptoKey} name tells which name a sealed file must have
 * @property {Bytes} school public half of the key that the school signs its contents lists with
 * @import { Bytes } from "./bytes.js"
 */

import { utf8 } from "./bytes.js";
import { expand, importKey } from "./cobblestone.js";

/**
 * @param {Bytes} contentKey 32 bytes
 * @param {{site: string, epoch: number, school: Bytes}} of
 * @returns {Promise<SiteKeys>}
 */
export async function siteKeys(contentKey, { site, epoch, school }) {
  const root = await importKey(contentKey);
  const [data, manifest, name] = await Promise.all(
    ["data", "manifest", "name"].map((purpose) => expand(root, utf8(`kinfolio/1 ${purpose}`), 32)),
  );
  return {
    site,
    epoch,
    school,
    data: await importKey(/** @type {Bytes} */ (data)),
    manifest: await importKey(/** @type {Bytes} */ (manifest)),
    name: await crypto.subtle.importKey(
      "raw",
      /** @type {Bytes} */ (name),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    ),
  };
}
