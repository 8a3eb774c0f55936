/**
 * Closes a portfolio that nobody reads any more, after asking.
 *
 * @import { InterfaceWords } from "../words/en.js"
 * @import { Lock } from "./lock.js"
 */

const WARNING = 60_000;
const TELL_OTHERS = 20_000;
const SIGNS_OF_LIFE = ["pointerdown", "keydown", "scroll", "wheel", "touchstart"];

export class IdleGuard {
  #last = Date.now();
  #told = 0;
  #limit = 0;

  /** @param {{lock: Lock, words: InterfaceWords}} parts */
  constructor({ lock, words }) {
    this.lock = lock;
    /** @type {HTMLDialogElement} stays in the document, whatever page is in it */
    this.dialog = document.createElement("dialog");
    this.dialog.className = "idle-question";
    this.dialog.addEventListener("close", () => this.#reset());
    this.say(words);
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, () => this.#alive(), { passive: true, capture: true });
    // A film that plays is being watched.
    document.addEventListener("timeupdate", () => this.#alive(), { capture: true });
    document.addEventListener("visibilitychange", () => this.#look());
    lock.activityElsewhere = () => this.#reset();
    setInterval(() => this.#look(), 5000);
  }

  /** @param {number} minutes 0 means never */
  closeAfter(minutes) {
    this.#limit = minutes * 60_000;
  }

  #alive() {
    if (this.dialog.open) return;
    this.#reset();
    if (Date.now() - this.#told > TELL_OTHERS) {
      this.#told = Date.now();
      this.lock.sayActive();
    }
  }

  #reset() {
    this.#last = Date.now();
    if (this.dialog.open) this.dialog.close();
  }

  #look() {
    if (!this.#limit) return;
    const left = this.#limit - (Date.now() - this.#last);
    if (left <= 0) this.lock.lock();
    else if (left <= Math.min(WARNING, this.#limit / 2) && !this.dialog.open) this.dialog.showModal();
  }

  /** Puts the question into a language. @param {InterfaceWords} words */
  say(words) {
    const { dialog } = this;
    dialog.lang = words.code;
    dialog.dir = words.direction;
    const heading = document.createElement("h2");
    heading.textContent = words.idleHeading;
    heading.id = "idle-heading";
    dialog.setAttribute("aria-labelledby", heading.id);
    const text = document.createElement("p");
    text.textContent = words.idle;
    const stay = document.createElement("button");
    stay.type = "button";
    stay.className = "reader-button strong";
    stay.textContent = words.stay;
    stay.addEventListener("click", () => this.#reset());
    const close = document.createElement("button");
    close.type = "button";
    close.className = "reader-button";
    close.textContent = words.lockNow;
    close.addEventListener("click", () => this.lock.lock());
    dialog.replaceChildren(heading, text, stay, " ", close);
  }
}
