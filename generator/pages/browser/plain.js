/** The plain preview: ordinary pages from an ordinary server, with the same behaviours as the sealed site. */

import { enliven } from "./behaviours.js";
import { offerSearch } from "./plain_search.js";

const page = { signal: new AbortController().signal, open: async (/** @type {HTMLAnchorElement} */ link) => link.href };
enliven(document, page);
offerSearch(document);
