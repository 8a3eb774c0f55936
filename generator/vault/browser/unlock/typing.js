/**
 * What is shown while somebody types: the words so far, each ticked off, and completions of the last one.
 *
 * @import { InterfaceWords } from "../words/en.js"
 */

import { WORD_COUNT, canonicalWords, completions } from "../format/words.js";

/**
 * @param {object} state
 * @param {string} state.typed
 * @param {readonly string[]} state.list empty until it has arrived
 * @param {InterfaceWords} state.words
 * @param {boolean} state.hidden whether the words are concealed
 * @param {(word: string) => void} state.choose
 */
export function showTyping({ typed, list, words, hidden, choose }) {
  const soFar = canonicalWords(typed);
  const last = /\p{L}$/u.test(typed) ? soFar.at(-1) : undefined;
  const finished = last === undefined || list.includes(last) ? soFar : soFar.slice(0, -1);
  const chips = hidden ? [] : finished.map((word) => chip(word, { known: list.length === 0 || list.includes(word), words }));
  fill("so-far", chips);
  fill("suggestions", hidden || !last ? [] : offered(last, list).map((word) => suggestion(word, choose)));
  const counted = document.getElementById("counted");
  const said = typed.trim() ? words.counted(finished.length) : "";
  // Said once per word, not once per key.
  if (counted && counted.textContent !== said) counted.textContent = said;
}

/**
 * The typed text with one word replaced; the last one for an index of -1.
 *
 * @param {string} typed
 * @param {{index: number, word: string}} change
 * @returns {string}
 */
export function withWord(typed, { index, word }) {
  const words = canonicalWords(typed);
  words.splice(index, 1, word);
  return words.join(" ");
}

/** @param {string} last @param {readonly string[]} list @returns {string[]} */
function offered(last, list) {
  return completions(last, list).filter((word) => word !== last);
}

/** @param {string} word @param {{known: boolean, words: InterfaceWords}} of @returns {HTMLLIElement} */
function chip(word, { known, words }) {
  const item = document.createElement("li");
  item.textContent = word;
  item.className = known ? "known" : "unknown";
  if (!known) item.title = words.notOnList;
  return item;
}

/** @param {string} word @param {(word: string) => void} choose @returns {HTMLLIElement} */
function suggestion(word, choose) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = word;
  button.lang = "en";
  button.addEventListener("click", () => choose(word));
  item.append(button);
  return item;
}

/** @param {string} id @param {readonly HTMLLIElement[]} items */
function fill(id, items) {
  const list = document.getElementById(id);
  if (!list) return;
  list.replaceChildren(...items.slice(0, WORD_COUNT + 2));
  list.hidden = items.length === 0;
}
