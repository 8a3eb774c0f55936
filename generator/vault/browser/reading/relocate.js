/**
 * Gives every reference of a page its place in the sealed site: links become routes, pictures and films wait for their key.
 *
 * Nothing here asks the host for anything: a picture's true name never becomes part of a request.
 *
 * @typedef {object} SealedSource what an element shows once it is opened
 * @property {string} [path] of the file
 * @property {readonly {path: string, descriptor: string}[]} [candidates] of a picture in several sizes
 * @property {string} [poster]
 *
 * @typedef {object} Relocated
 * @property {Map<Element, SealedSource>} sources
 * @property {Map<HTMLAnchorElement, string>} files links to files, with the file's path
 * @property {readonly {href: string, media: string}[]} stylesheets
 */

import { candidates, target } from "./references.js";
import { REFERENCES } from "./sanitise.js";
import { routeText } from "./routes.js";

/** Whatever holds a reference, in a namespace or not. */
const REFERRING = [...REFERENCES].map((name) => `[${name.replace(":", "\\:")}]`).join() + ",[*|href]";

/**
 * @param {Document} page inert and sanitised
 * @param {{path: string, entry: string, theme: string}} about `theme` is the address of the shared folder
 * @returns {Relocated}
 */
export function relocate(page, { path, entry, theme }) {
  const from = { from: path, entry };
  /** @type {Relocated & {stylesheets: {href: string, media: string}[]}} */
  const relocated = { sources: new Map(), files: new Map(), stylesheets: [] };
  for (const link of page.querySelectorAll("link")) {
    const sheet = target(link.getAttribute("href") ?? "", from);
    if (link.relList.contains("stylesheet") && sheet.to === "theme") {
      relocated.stylesheets.push({ href: theme + sheet.path, media: link.media });
    }
    link.remove();
  }
  for (const root of roots(page)) {
    for (const element of root.querySelectorAll(REFERRING)) {
      const references = takeReferences(element);
      if (element.localName === "a" || element.localName === "area") {
        placeLink(element, references.get("href") ?? references.get("xlink:href") ?? "", { from, entry, theme, relocated });
      } else {
        placeSource(element, references, { from, theme, relocated });
      }
    }
  }
  return relocated;
}

/** @param {Document} page @returns {(Document | DocumentFragment)[]} the page and what its templates hold */
function roots(page) {
  /** @type {(Document | DocumentFragment)[]} */
  const found = [page];
  for (const root of found) {
    for (const template of root.querySelectorAll("template")) found.push(template.content);
  }
  return found;
}

/** @param {Element} element @returns {Map<string, string>} */
function takeReferences(element) {
  const references = new Map();
  for (const attribute of element.getAttributeNames()) {
    if (!REFERENCES.has(attribute.toLowerCase())) continue;
    references.set(attribute.toLowerCase(), element.getAttribute(attribute));
    element.removeAttribute(attribute);
  }
  return references;
}

/**
 * @param {Element} link
 * @param {string} reference
 * @param {{from: {from: string, entry: string}, entry: string, theme: string, relocated: Relocated}} page
 */
function placeLink(link, reference, { from, entry, theme, relocated }) {
  if (reference.startsWith("#")) {
    // A place on the same page; the reader follows it when nothing of the page does.
    link.setAttribute("href", reference);
    return;
  }
  const leads = target(reference, from);
  switch (leads.to) {
    case "page":
      link.setAttribute("href", routeText(leads, entry));
      break;
    case "theme":
      link.setAttribute("href", theme + leads.path);
      break;
    case "outside":
      link.setAttribute("href", leads.address);
      link.setAttribute("rel", "noopener noreferrer");
      link.setAttribute("target", "_blank");
      break;
    case "file":
      // A link without an address could not be reached by keyboard.
      link.setAttribute("href", "#");
      if (link instanceof HTMLAnchorElement) relocated.files.set(link, leads.path);
      break;
  }
}

/**
 * @param {Element} element
 * @param {Map<string, string>} references
 * @param {{from: {from: string, entry: string}, theme: string, relocated: Relocated}} page
 */
function placeSource(element, references, { from, theme, relocated }) {
  /** @type {SealedSource} */
  const source = {};
  const name = element.localName;
  const main = references.get("src") ?? references.get("href") ?? references.get("xlink:href");
  const mainAttribute = references.has("src") ? "src" : "href";
  if (main?.startsWith("#") && name !== "img") {
    element.setAttribute("href", main);
  } else if (main !== undefined) {
    const shows = target(main, from);
    if (shows.to === "theme") element.setAttribute(mainAttribute, theme + shows.path);
    if (shows.to === "inline") element.setAttribute(mainAttribute, shows.address);
    if (shows.to === "file") source.path = shows.path;
  }
  const sizes = references.get("srcset");
  if (sizes !== undefined) {
    source.candidates = candidates(sizes).flatMap(({ reference, descriptor }) => {
      const shows = target(reference, from);
      return shows.to === "file" ? [{ path: shows.path, descriptor }] : [];
    });
  }
  const poster = references.has("poster") && target(references.get("poster") ?? "", from);
  if (poster && poster.to === "file") source.poster = poster.path;
  if (source.path || source.candidates?.length || source.poster) relocated.sources.set(element, source);
}
