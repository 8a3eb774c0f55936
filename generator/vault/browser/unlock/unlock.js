/**
 * From a secret to the keys: fetch the slots, try them, hand out what the fitting one holds.
 *
 * @import { Bytes } from "../format/bytes.js"
 * @import { Opened, SlotsHeader } from "../format/slots.js"
 * @import { Place } from "../place.js"
 */

import { fetcher } from "../format/fetching.js";
import { VaultProblem } from "../format/problem.js";
import { SLOTS_SIZE, linkKey, openSlots, readHeader, wordsKey } from "../format/slots.js";
import { stretch } from "./stretching.js";

/** @param {Bytes} link @param {Place} place @returns {Promise<Opened>} */
export async function unlockWithLink(link, place) {
  const { slots, header } = await fetchSlots(place);
  const opened = await openSlots(slots, { key: await linkKey(link, header), header });
  if (!opened) throw new VaultProblem("link", "opens-nothing");
  return opened;
}

/** @param {readonly string[]} words canonical @param {{place: Place, shell: URL}} at @returns {Promise<Opened>} */
export async function unlockWithWords(words, { place, shell }) {
  const { slots, header } = await fetchSlots(place);
  const stretched = await stretch(words.join(" "), { salt: header.salt, cost: header.argon2, shell });
  const opened = await openSlots(slots, { key: await wordsKey(stretched), header });
  if (!opened) throw new VaultProblem("words", "opens-nothing");
  return opened;
}

/** @param {Place} place @returns {Promise<{slots: Bytes, header: SlotsHeader}>} */
export async function fetchSlots(place) {
  const slots = await fetcher(place.folder)("slots", { cache: "no-cache", most: SLOTS_SIZE });
  if (!slots) throw new VaultProblem("slots", "missing");
  return { slots, header: readHeader(slots, place.site) };
}
