/**
 * Where a link or a picture of a page leads, seen from that page.
 *
 * @typedef {{to: "page", path: string, anchor: string}
 *   | {to: "file", path: string}
 *   | {to: "theme", path: string}
 *   | {to: "outside", address: string}
 *   | {to: "inline", address: string}
 *   | {to: "nowhere"}} Target a page may be one that does not exist; `inline` is a picture inside the reference itself
 */

import { decoded } from "./routes.js";

const OUTSIDE = new Set(["http:", "https:", "mailto:", "tel:"]);
const INLINE = /^data:image\/(png|jpeg|gif|webp|avif|svg\+xml)[;,]/i;
/** Never asked for anything: it only stands in while addresses are computed. */
const STAND_IN = "https://site.invalid/";
/** A way up and down within the site, without a sign that addresses treat in a way of their own; and its anchor. */
const PLAIN = /^((?:\.\.\/)*)((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)(?:#([\w.-]*))?$/;

/** @param {string} reference as it stands in the page @param {{from: string, entry: string}} page @returns {Target} */
export function target(reference, { from, entry }) {
  const trimmed = reference.trim();
  const plain = PLAIN.exec(trimmed);
  // Nearly every reference; making an address object of each is what an old phone would be busiest with.
  if (plain && PLAIN.test(from)) {
    const [, up = "", down = "", anchor = ""] = plain;
    const folders = from.split("/").slice(0, -1);
    return inSite([...folders.slice(0, Math.max(0, folders.length - up.length / 3)), down].join("/"), anchor);
  }
  if (INLINE.test(trimmed)) return { to: "inline", address: trimmed };
  const address = absolute(trimmed, from);
  if (!address) return { to: "nowhere" };
  if (!address.href.startsWith(STAND_IN)) {
    return OUTSIDE.has(address.protocol) ? { to: "outside", address: address.href } : { to: "nowhere" };
  }
  const path = decoded(address.pathname.slice(1));
  const anchor = decoded(address.hash.slice(1));
  if (path === "") return { to: "page", path: entry, anchor };
  if (path.endsWith("/") && !path.startsWith("theme/")) return { to: "page", path: `${path}index.html`, anchor };
  const inPlain = inSite(path, anchor);
  return inPlain.to === "theme" ? { to: "theme", path: address.pathname.slice("/theme/".length) + address.hash } : inPlain;
}

/** @param {string} path @param {string} anchor @returns {Target} */
function inSite(path, anchor) {
  if (path.startsWith("theme/")) return { to: "theme", path: path.slice("theme/".length) + (anchor && `#${anchor}`) };
  return path.endsWith(".html") ? { to: "page", path, anchor } : { to: "file", path };
}

/**
 * The candidates of a `srcset`, with their width or density.
 *
 * @param {string} srcset
 * @returns {{reference: string, descriptor: string}[]}
 */
export function candidates(srcset) {
  return [...srcset.matchAll(/([^\s,]\S*[^\s,]|[^\s,])(?:\s+([\d.]+[wx]))?\s*(?:,|$)/g)].map(([, reference = "", descriptor = "1x"]) => ({
    reference,
    descriptor,
  }));
}

/**
 * The candidate to load: the smallest that is sharp enough, else the largest.
 *
 * @template {{descriptor: string}} Candidate
 * @param {readonly Candidate[]} choices
 * @param {{width: number, density: number}} shown in CSS pixels
 * @returns {Candidate | undefined}
 */
export function bestCandidate(choices, { width, density }) {
  /** @param {Candidate} choice */
  const weight = ({ descriptor }) => Number.parseFloat(descriptor) * (descriptor.endsWith("w") ? 1 : width);
  const sorted = [...choices].sort((one, other) => weight(one) - weight(other));
  return sorted.find((choice) => weight(choice) >= width * density) ?? sorted.at(-1);
}

/** @param {string} reference @param {string} from @returns {URL | undefined} */
function absolute(reference, from) {
  try {
    return new URL(reference, STAND_IN + from.split("/").map(encodeURIComponent).join("/"));
  } catch {
    return undefined;
  }
}
