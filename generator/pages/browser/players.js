/** Films and sounds take turns: when one starts, the others pause. */

/** @param {Document} root @param {{signal: AbortSignal}} page */
export function playOneAtATime(root, { signal }) {
  // `play` does not bubble, so it is caught on its way down.
  root.addEventListener(
    "play",
    (event) => {
      for (const player of root.querySelectorAll("audio, video")) {
        if (player !== event.target && player instanceof HTMLMediaElement) player.pause();
      }
    },
    { capture: true, signal },
  );
}
