/**
 * Takes everything out of a page that could act by itself; what is left is text, pictures, links and controls.
 *
 * The build cleans what teachers and students write, and the seal shows that nobody changed it. This is the second wall.
 */

/** Elements that go with all they hold. */
const ACTIVE = new Set([
  "script", "iframe", "frame", "frameset", "object", "embed", "applet", "portal", "fencedframe", "base", "style", "animate",
  "animatemotion", "animatetransform", "set", "handler", "listener", "foreignobject",
]);

/** Attributes that fetch, submit or carry markup, and that no page of ours needs. */
const REFUSED = new Set([
  "action", "archive", "attributionsrc", "background", "classid", "codebase", "data", "dynsrc", "formaction", "longdesc", "lowsrc",
  "manifest", "nonce", "ping", "profile", "srcdoc", "style", "usemap", "xml:base",
]);

/** Attributes that hold a reference; `reading/relocate.js` gives each a place or takes it away. */
export const REFERENCES = new Set(["href", "xlink:href", "src", "srcset", "poster", "imagesrcset"]);

/** @param {string} name of an element, lower case @returns {boolean} */
export function isActiveElement(name) {
  return ACTIVE.has(name);
}

/** @param {string} name of an attribute, lower case @returns {boolean} */
export function isActiveAttribute(name) {
  return name.startsWith("on") || REFUSED.has(name);
}

/** @param {Document | DocumentFragment} inert parsed, not shown yet */
export function sanitise(inert) {
  for (const element of [...inert.querySelectorAll("*")]) {
    const name = element.localName.toLowerCase();
    if (isActiveElement(name) || (name === "meta" && element.hasAttribute("http-equiv"))) {
      element.remove();
      continue;
    }
    for (const attribute of [...element.attributes]) {
      if (isActiveAttribute(attribute.name.toLowerCase())) element.removeAttributeNode(attribute);
    }
    if (element instanceof HTMLTemplateElement) sanitise(element.content);
  }
}
