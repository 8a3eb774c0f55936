/**
 * Sealed files for a page that was opened from a disk: no browser lets it fetch, and all of them let it load scripts.
 *
 * So each file `x` lies there as `x.js`, which hands over its bytes in base64: `kinfolio("…")`.
 *
 * @import { Bytes } from "./bytes.js"
 * @import { Fetcher } from "./site.js"
 */

import { ownScript } from "../trusted.js";
import { provideFetcher } from "./fetching.js";

/** @type {WeakMap<Element, Bytes>} what each script handed over */
const arrived = new WeakMap();

/** From here on files come as scripts; makes the function that these call. */
export function receiveScriptFiles() {
  provideFetcher(scriptFetcher);
  Object.assign(globalThis, {
    kinfolio: (/** @type {string} */ text) => {
      const script = document.currentScript;
      if (script) arrived.set(script, Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
    },
  });
}

/** @param {string} folder its address, with a slash at its end @returns {Fetcher} */
function scriptFetcher(folder) {
  return (name) =>
    new Promise((resolve) => {
      const script = document.createElement("script");
      const done = () => {
        script.remove();
        resolve(arrived.get(script));
      };
      script.addEventListener("load", done);
      script.addEventListener("error", done);
      script.src = ownScript(new URL(`${name}.js`, folder));
      document.head.append(script);
    });
}
