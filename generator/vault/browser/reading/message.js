/** A page of our own, for when there is none to show: what happened, and one thing to do. */

/**
 * Stands where the content stood, so that a page's header and menu stay usable; alone where there was no page yet.
 *
 * @param {object} message
 * @param {string} message.heading
 * @param {string} message.text
 * @param {string} message.action
 * @param {() => void} message.act
 * @param {string} message.language
 * @param {string} message.title
 * @param {readonly Element[]} message.keep
 */
export function messagePage({ heading, text, action, act, language, title, keep }) {
  const head = document.createElement("h1");
  head.textContent = heading;
  const body = document.createElement("p");
  body.textContent = text;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "primary reader-button strong";
  button.textContent = action;
  button.addEventListener("click", act);
  const main = document.createElement("main");
  main.lang = language;
  main.className = "message";
  main.append(head, body, button);
  document.title = title;
  const present = document.querySelector("body:not(.unlock) main");
  if (present) {
    main.id = present.id;
    present.replaceWith(main);
  } else {
    document.body.replaceChildren(main, ...keep);
  }
}
