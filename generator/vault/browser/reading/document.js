/** Puts a page into the document: its language and title, its styles, its body; what belongs to the shell stays. */

/** @typedef {readonly {href: string, media: string}[]} Stylesheets */

const STYLE_PATIENCE = 5000;
/** Nothing loads for a medium that never is; the sheets are switched together with the page. */
const WAITING_MEDIUM = "not all";

/**
 * @param {Document} page inert, sanitised, relocated
 * @param {{stylesheets: Stylesheets, untitled: string, keep: readonly Element[]}} with_ `keep` are the shell's own elements
 */
export async function putIn(page, { stylesheets, untitled, keep }) {
  const show = await prepareStyles(stylesheets);
  takeOver(document.documentElement, page.documentElement);
  takeOver(document.body, page.body);
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.dir = page.documentElement.dir || "ltr";
  document.title = page.title.trim() || untitled;
  for (const name of ["theme-color", "color-scheme"]) {
    const metas = [...page.head.querySelectorAll(`meta[name="${name}"]`)];
    if (metas.length === 0) continue;
    for (const old of document.head.querySelectorAll(`meta[name="${name}"]`)) old.remove();
    document.head.append(...metas.map((meta) => document.importNode(meta)));
  }
  show();
  document.body.replaceChildren(...[...page.body.childNodes].map((node) => document.adoptNode(node)), ...keep);
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
  /** @type {NodeListOf<HTMLLinkElement>} */
  const present = document.head.querySelectorAll('link[rel="stylesheet"]');
  const arriving = wanted.map(({ href, media }) => {
    const link = [...present].find((one) => one.href === href) ?? newSheet(href);
    return { link, media };
  });
  await Promise.all(arriving.map(({ link }) => loaded(link)));
  return () => {
    for (const { link, media } of arriving) link.media = media || "all";
    const staying = new Set(arriving.map(({ link }) => link));
    for (const old of document.head.querySelectorAll('link[rel="stylesheet"]')) {
      if (!staying.has(/** @type {HTMLLinkElement} */ (old))) old.remove();
    }
  };
}

/** @param {string} href @returns {HTMLLinkElement} */
function newSheet(href) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.media = WAITING_MEDIUM;
  link.href = href;
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
