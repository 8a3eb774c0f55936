/** Puts a page into the document: its language and title, its styles, its body; what belongs to the shell stays. */

/** @typedef {readonly {href: string, media: string}[]} Stylesheets */

const STYLE_PATIENCE = 5000;
/** How many elements an old phone lays out without keeping a finger waiting. */
const PIECE = 40;
/** The first piece comes together with the styles being put in order. */
const TOP = 45;
/** Nothing loads for a medium that never is; the sheets are switched together with the page. */
const WAITING_MEDIUM = "not all";

/**
 * @param {Document} page inert, sanitised, relocated
 * @param {{stylesheets: Stylesheets, untitled: string, keep: readonly Element[], inPieces: boolean, signal: AbortSignal}} with_ `keep`
 *   are the shell's own elements; `inPieces` holds back what is below the top of the page
 * @returns {Promise<Element[][]>} what is held back, for `showRest`
 */
export async function putIn(page, { stylesheets, untitled, keep, inPieces, signal }) {
  const show = await prepareStyles(stylesheets);
  const title = page.title.trim() || untitled;
  takeOver(document.documentElement, page.documentElement);
  takeOver(document.body, page.body);
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.dir = page.documentElement.dir || "ltr";
  for (const name of ["theme-color", "color-scheme"]) {
    const metas = [...page.head.querySelectorAll(`meta[name="${name}"]`)];
    if (metas.length === 0) continue;
    for (const old of document.head.querySelectorAll(`meta[name="${name}"]`)) old.remove();
    document.head.append(...metas.map((meta) => document.importNode(meta)));
  }
  const coming = inPieces ? heldBack(page.body) : [];
  show();
  if (inPieces) {
    // The styles are put in order on empty paper, or the words would have to wait for both in one go.
    document.body.replaceChildren(...keep);
    document.body.getBoundingClientRect();
    await breath();
    if (signal.aborted) return [];
  }
  document.body.replaceChildren(...[...page.body.childNodes].map((node) => document.adoptNode(node)), ...keep);
  document.title = title;
  return coming;
}

/** Lets the browser do what it has to, above all answer a finger: an old phone is busy with a first page for a while. @returns {Promise<void>} */
export function breath() {
  return new Promise((done) => setTimeout(done));
}

/** Shows what was held back, piece by piece. @param {Element[][]} coming */
export async function showRest(coming) {
  for (const piece of [[], ...coming]) {
    await breath();
    for (const element of piece) element.removeAttribute("data-coming");
    // Asked now, so that it is not laid out together with the next.
    document.body.getBoundingClientRect();
  }
}

/**
 * Marks what is to come later, in the order of the page, and gives it in pieces of a bearable size.
 *
 * @param {Element} body
 * @returns {Element[][]}
 */
function heldBack(body) {
  /** @type {Element[][]} */
  const pieces = [];
  let room = TOP;
  /** @param {Element} parent @param {number} shownWith how many pieces there are when the parent is shown */
  const share = (parent, shownWith) => {
    for (const child of parent.children) {
      const size = child.hasAttribute("hidden") ? 0 : child.getElementsByTagName("*").length + 1;
      const isTooLarge = size > PIECE;
      if (size > room && !isTooLarge) {
        pieces.push([]);
        room = PIECE;
      }
      if (pieces.length > shownWith) {
        child.setAttribute("data-coming", "");
        pieces.at(-1)?.push(child);
      }
      if (isTooLarge) share(child, pieces.length);
      else room -= size;
    }
  };
  share(body, 0);
  return pieces;
}

/** Classes and data of the page's own root or body, without what the last page had. @param {Element} to @param {Element} from */
function takeOver(to, from) {
  for (const { name } of [...to.attributes]) {
    if (isOfPage(name)) to.removeAttribute(name);
  }
  for (const { name, value } of from.attributes) {
    if (isOfPage(name)) to.setAttribute(name, value);
  }
}

/** @param {string} name of an attribute @returns {boolean} */
function isOfPage(name) {
  return name === "class" || name === "id" || name.startsWith("data-") || name.startsWith("aria-");
}

/**
 * Loads what is not there yet, without showing it.
 *
 * @param {Stylesheets} wanted
 * @returns {Promise<() => void>} makes the new styles count and the old ones go
 */
async function prepareStyles(wanted) {
  const arriving = wanted.map(({ href, media }) => ({ link: sheetAt(href), media }));
  await Promise.all(arriving.map(({ link }) => loaded(link)));
  return () => {
    for (const { link, media } of arriving) link.media = media || "all";
    const staying = new Set(arriving.map(({ link }) => link));
    for (const old of document.head.querySelectorAll('link[rel="stylesheet"]')) {
      if (!staying.has(/** @type {HTMLLinkElement} */ (old))) old.remove();
    }
  };
}

/** Begins to fetch styles of which is known already that a page will want them. @param {readonly string[]} addresses */
export function expectStyles(addresses) {
  for (const address of addresses) sheetAt(address);
}

/** @param {string} href @returns {HTMLLinkElement} the one that is there, or a new one that does not count yet */
function sheetAt(href) {
  /** @type {NodeListOf<HTMLLinkElement>} */
  const present = document.head.querySelectorAll('link[rel="stylesheet"]');
  const known = [...present].find((one) => one.href === href);
  if (known) return known;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.media = WAITING_MEDIUM;
  link.href = href;
  // What failed is asked for again by the next page, and nobody waits for it meanwhile.
  link.addEventListener("error", () => link.remove(), { once: true });
  document.head.append(link);
  return link;
}

/** A sheet that fails or dawdles must not keep the words from being read. @param {HTMLLinkElement} link @returns {Promise<void>} */
function loaded(link) {
  if (link.sheet) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => resolve(undefined);
    link.addEventListener("load", done, { once: true });
    link.addEventListener("error", done, { once: true });
    setTimeout(done, STYLE_PATIENCE);
  });
}
