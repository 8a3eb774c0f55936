/** Talk about it: one question at a time, another on request. */

/** @param {Document} root @param {{signal: AbortSignal}} page */
export function offerQuestions(root, { signal }) {
  for (const talks of root.querySelectorAll("[data-talks]")) {
    const turns = [...talks.querySelectorAll(".talk-turn")];
    const button = talks.querySelector("[data-another]");
    if (!button || turns.length < 2) continue;
    let shown = 0;
    button.removeAttribute("hidden");
    button.addEventListener(
      "click",
      () => {
        shown = (shown + 1) % turns.length;
        for (const [place, turn] of turns.entries()) {
          turn.toggleAttribute("data-shown", place === shown);
          turn.toggleAttribute("data-passed", place !== shown);
        }
      },
      { signal },
    );
  }
}
