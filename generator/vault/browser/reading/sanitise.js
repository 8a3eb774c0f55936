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

/** Elements that may have a name: controls, `details` that close one another, and what a head says of itself. */
const NAMED = new Set(["button", "details", "fieldset", "input", "meta", "output", "select", "textarea"]);

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

/** @param {string} element its name, lower case @returns {boolean} */
export function mayHaveName(element) {
  return NAMED.has(element);
}

/**
 * A document answers to the names of pictures and forms in it, and a form to those of its controls, before it answers to
 * its own: `<img name="body">` would be `document.body`, and a control `attributes` would hide what a form does.
 *
 * @param {Document | DocumentFragment} inert
 */
function unname(inert) {
  const all = inert instanceof Document ? Document.prototype.querySelectorAll : DocumentFragment.prototype.querySelectorAll;
  for (const element of all.call(inert, "[name], form [id], [form][id]")) {
    const isNamed = !(element instanceof HTMLFormElement) && mayHaveName(element.localName);
    if (!isNamed || (element.getAttribute("name") ?? "") in HTMLFormElement.prototype) {
      Element.prototype.removeAttribute.call(element, "name");
    }
    if ((Element.prototype.getAttribute.call(element, "id") ?? "") in HTMLFormElement.prototype) {
      Element.prototype.removeAttribute.call(element, "id");
    }
  }
}

/** @param {Document | DocumentFragment} inert parsed, not shown yet */
export function sanitise(inert) {
  unname(inert);
  for (const element of [...inert.querySelectorAll("*")]) {
    const name = element.localName.toLowerCase();
    if (isActiveElement(name) || (name === "meta" && element.hasAttribute("http-equiv"))) {
      element.remove();
      continue;
    }
    // Names alone: an object for each attribute is dear on an old phone.
    for (const attribute of element.getAttributeNames()) {
      if (isActiveAttribute(attribute.toLowerCase())) element.removeAttribute(attribute);
    }
    if (element instanceof HTMLTemplateElement) sanitise(element.content);
  }
}
