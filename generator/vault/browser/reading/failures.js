/**
 * What a page says that cannot be shown, and the one thing it offers to do about it.
 *
 * @import { InterfaceWords } from "../words/en.js"
 */

import { OlderPublication } from "../format/manifest.js";
import { VaultProblem } from "../format/problem.js";
import { explained } from "../words/interface.js";
import { routeText } from "./routes.js";

/**
 * @param {unknown} cause
 * @param {object} with_
 * @param {InterfaceWords} with_.words
 * @param {() => void} with_.acceptOld reads the older publication from now on
 * @param {() => void} with_.again tries once more
 * @returns {{heading: string, text: string, action: string, act: () => void}}
 */
export function whatToSay(cause, { words, acceptOld, again }) {
  if (VaultProblem.is(cause, "blob: no-such-path")) {
    const act = () => void (location.hash = routeText({ path: "", anchor: "" }, ""));
    return { heading: words.noSuchPage, text: words.noSuchPageText, action: words.toTheStart, act };
  }
  if (cause instanceof OlderPublication) {
    const act = () => {
      acceptOld();
      again();
    };
    return { heading: words.olderHeading, text: words.older(cause.published), action: words.showOlder, act };
  }
  return { heading: words.pageProblem, text: explained(cause, words), action: words.tryAgain, act: again };
}
