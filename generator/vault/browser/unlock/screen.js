/**
 * The unlock page: says things in the reader's language, takes the words, tells what is wrong.
 *
 * @import { Opened } from "../format/slots.js"
 * @import { InterfaceWords } from "../words/en.js"
 * @import { Language } from "../words/languages.js"
 * @typedef {(words: readonly string[]) => Promise<Opened>} Attempt takes six canonical words
 */

import { canonicalWords, slipIn } from "../format/words.js";
import { chooseLanguage } from "../words/choice.js";
import { explained, loadWords } from "../words/interface.js";
import { fillLanguageMenu } from "../words/menu.js";
import { showTyping, withWord } from "./typing.js";

/** After this long an opening is said to take its time. */
const PATIENCE = 1500;
/** On a very slow connection the words are tried without having been checked. */
const LIST_PATIENCE = 4000;

export class UnlockScreen {
  /** @type {readonly string[]} */
  #list = [];
  /** @type {Promise<void> | undefined} */
  #arriving;
  #busy = false;

  /** @param {{words: InterfaceWords, shell: URL, loadList: () => Promise<readonly string[]>, site: string}} parts */
  constructor({ words, shell, loadList, site }) {
    this.words = words;
    this.shell = shell;
    this.field = /** @type {HTMLInputElement} */ (byId("words"));
    // Browsers note what was typed into a field for text. So this one is closed to that, and another stands beside it
    // for who keeps words in a password manager.
    this.kept = /** @type {HTMLInputElement} */ (byId("kept"));
    this.kept.addEventListener("input", () => this.#fill(this.kept.value));
    /** @type {HTMLInputElement} */ (byId("holder")).value = site;
    this.#fillLanguages();
    this.#say();
    this.loadList = loadList;
    this.field.addEventListener("focus", () => void this.#wordList(), { once: true });
    this.field.addEventListener("input", () => this.#typed());
    byId("conceal").addEventListener("click", () => this.#conceal());
  }

  /** Shows the page. */
  show() {
    byId("waiting").hidden = true;
    byId("unlock").hidden = false;
  }

  /**
   * Waits until an attempt succeeds.
   *
   * @param {Attempt} attempt
   * @returns {Promise<Opened>}
   */
  ask(attempt) {
    this.show();
    return new Promise((resolve) => {
      byId("open").addEventListener("submit", async (event) => {
        event.preventDefault();
        if (this.#busy) return;
        this.#busy = true;
        await Promise.race([this.#wordList(), new Promise((resolve) => setTimeout(resolve, LIST_PATIENCE))]);
        this.#busy = false;
        const words = canonicalWords(this.field.value);
        if (!this.#plausible(words)) return;
        const opened = await this.#opening(() => attempt(words));
        if (opened) resolve(opened);
      });
    });
  }

  /**
   * Says that something is under way, and what went wrong with it.
   *
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T | undefined>}
   */
  async #opening(work) {
    const go = byId("go");
    this.#busy = true;
    this.#trouble();
    // Password managers look for a password field at the moment of sending.
    this.kept.value = this.field.value;
    go.setAttribute("aria-disabled", "true");
    byId("progress").textContent = this.words.opening;
    const late = setTimeout(() => (byId("progress").textContent = this.words.openingLong), PATIENCE);
    try {
      return await work();
    } catch (cause) {
      this.tell(cause);
      return undefined;
    } finally {
      clearTimeout(late);
      this.#busy = false;
      this.kept.value = "";
      go.removeAttribute("aria-disabled");
      byId("progress").textContent = "";
    }
  }

  /** Puts a failure into words and moves there. @param {unknown} cause */
  tell(cause) {
    this.#trouble(explained(cause, this.words));
  }

  /** Says that a link is being opened; there is nothing to type meanwhile. */
  sayOpening() {
    byId("waiting").textContent = this.words.opening;
  }

  /** @param {readonly string[]} words @returns {boolean} */
  #plausible(words) {
    const slip = slipIn(words, this.#list);
    if (!slip) return true;
    if (slip.reason === "wrong-count") {
      this.#trouble(words.length ? this.words.wrongCount(words.length) : this.words.noWords);
      return false;
    }
    const { index, word, near } = slip;
    const said = this.words.wrongWord(index + 1, word) + (near.length ? ` ${this.words.didYouMean}` : "");
    this.#trouble(said, near, (better) => this.#replace(withWord(this.field.value, { index, word: better })));
    return false;
  }

  /**
   * @param {string} [said] nothing takes the last trouble away
   * @param {readonly string[]} [choices]
   * @param {(choice: string) => void} [choose]
   */
  #trouble(said, choices = [], choose = () => undefined) {
    const place = byId("trouble");
    place.replaceChildren();
    this.field.removeAttribute("aria-invalid");
    if (!said) return;
    const text = document.createElement("p");
    text.textContent = said;
    text.id = "trouble-text";
    const buttons = document.createElement("div");
    buttons.className = "choices";
    for (const choice of choices) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = this.words.useInstead(choice);
      button.addEventListener("click", () => choose(choice));
      buttons.append(button);
    }
    place.append(text, ...(choices.length ? [buttons] : []));
    this.field.setAttribute("aria-invalid", "true");
    this.field.setAttribute("aria-describedby", "words-hint trouble-text");
    place.focus();
  }

  /** @param {string} typed */
  #replace(typed) {
    this.#fill(typed);
    this.field.focus();
  }

  /** @param {string} typed */
  #fill(typed) {
    this.field.value = typed;
    this.#trouble();
    this.#typed();
  }

  /** Fetches the list once; without it words are tried unchecked. @returns {Promise<void>} */
  #wordList() {
    this.#arriving ??= this.loadList().then(
      (list) => {
        this.#list = list;
        this.#typed();
      },
      () => {
        this.#arriving = undefined;
      },
    );
    return this.#arriving;
  }

  #typed() {
    showTyping({
      typed: this.field.value,
      list: this.#list,
      words: this.words,
      hidden: this.#concealed,
      choose: (word) => this.#replace(`${withWord(this.field.value, { index: -1, word })} `),
    });
  }

  get #concealed() {
    return byId("conceal").getAttribute("aria-pressed") === "true";
  }

  #conceal() {
    byId("conceal").setAttribute("aria-pressed", String(!this.#concealed));
    this.field.type = this.#concealed ? "password" : "text";
    this.#typed();
  }

  #fillLanguages() {
    const menu = /** @type {HTMLSelectElement} */ (byId("language"));
    const choose = async (/** @type {Language} */ language) => {
      chooseLanguage(language);
      this.words = await loadWords(language, this.shell);
      this.#trouble();
      this.#say();
      this.#typed();
    };
    fillLanguageMenu(menu, { words: this.words, choose });
  }

  #say() {
    document.documentElement.lang = this.words.code;
    document.documentElement.dir = this.words.direction;
    document.title = this.words.title;
    for (const element of document.querySelectorAll("[data-says]")) {
      const key = /** @type {keyof InterfaceWords} */ (element.getAttribute("data-says"));
      const said = this.words[key];
      if (typeof said === "string") element.textContent = said;
    }
    byId("so-far").setAttribute("aria-label", this.words.wordsSoFar);
    byId("suggestions").setAttribute("aria-label", this.words.suggestions);
  }
}

/** @param {string} id @returns {HTMLElement} */
function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the shell page has no #${id}`);
  return element;
}
