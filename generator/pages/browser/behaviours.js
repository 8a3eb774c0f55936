/**
 * What pages do beyond links: small improvements on pages that already work without them.
 *
 * @import { Enliven } from "../../vault/browser/reading/reader.js"
 */

/** Gives the page in the document its behaviours; called once for each page, which ends with the signal. @type {Enliven} */
export function enliven() {}
