/**
 * What can be in the way of opening or reading: a layer of the format and a reason, as in docs/vault-format.md, section 10.
 *
 * @typedef {"words" | "link" | "slots" | "manifest" | "blob" | "place"} Layer `place` is the browser and the connection
 */

export class VaultProblem extends Error {
  /** @param {Layer} layer @param {string} reason never a secret, a title or a path of a page */
  constructor(layer, reason) {
    super(`${layer}: ${reason}`);
    this.name = "VaultProblem";
    this.layer = layer;
    this.reason = reason;
  }

  /** @param {unknown} cause @param {string} id layer and reason, as in "blob: missing" @returns {boolean} */
  static is(cause, id) {
    return cause instanceof VaultProblem && cause.message === id;
  }
}
