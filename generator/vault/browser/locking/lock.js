/**
 * Locking: every tab forgets its keys, shows nothing any more, and starts again as the unlock page.
 *
 * @import { Accelerator } from "../worker/accelerator.js"
 */

export class Lock {
  #channel;
  #accelerator;

  /** @param {{root: string, accelerator: Accelerator}} of */
  constructor({ root, accelerator }) {
    this.#accelerator = accelerator;
    this.#channel = channelTo(`kinfolio ${new URL(root).pathname}`);
    /** @type {() => void} called when somebody reads in another tab */
    this.activityElsewhere = () => undefined;
    this.#channel?.addEventListener("message", ({ data }) => {
      if (data === "lock") this.#close();
      if (data === "active") this.activityElsewhere();
    });
    // A page out of the back/forward cache may have been locked meanwhile, without hearing of it.
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) this.#startAgain();
    });
  }

  /** Locks this tab and all others. @param {string} [told] why, for the unlock page to say */
  lock(told) {
    this.#channel?.postMessage("lock");
    this.#close(told);
  }

  /** Lets other tabs know that somebody is reading. */
  sayActive() {
    this.#channel?.postMessage("active");
  }

  /** @param {string} [told] */
  #close(told) {
    this.#accelerator.forget();
    history.replaceState(told ? { told } : null, "", location.pathname);
    this.#startAgain();
  }

  #startAgain() {
    document.body.replaceChildren();
    document.title = "";
    // What a document held is gone for good only with the document.
    location.reload();
  }
}

/** The way to other tabs; none where the browser keeps sites from keeping anything. @param {string} name @returns {BroadcastChannel | undefined} */
function channelTo(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
