/**
 * Routes: how a page of the site is written behind the `#` of the one address that there is.
 *
 * `#/` is the entry page, `#/e/7f3kq2ab` is `e/7f3kq2ab.html`, `#/timeline#march` is a place on a page.
 *
 * @typedef {{path: string, anchor: string}} Route an empty anchor means the top of the page
 */

const PAGE = ".html";

/** @param {Route} route @param {string} entry @returns {string} */
export function routeText({ path, anchor }, entry) {
  const name = path === entry ? "" : path.replace(/\.html$/, "").split("/").map(encodeURIComponent).join("/");
  return `#/${name}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`;
}

/** @param {string} hash @param {string} entry @returns {Route} */
export function routeIn(hash, entry) {
  const [name = "", anchor = ""] = hash.replace(/^#\/?/, "").split("#");
  return { path: name ? decoded(name) + PAGE : entry, anchor: decoded(anchor) };
}

/** Text out of an address; left as it is where somebody broke its escapes. @param {string} text @returns {string} */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
