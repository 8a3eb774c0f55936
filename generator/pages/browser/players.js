/** Films and sounds take turns: when one starts, the others pause, and two that stand side by side can be heard one after the other. */

/** @param {Document} root @param {{signal: AbortSignal}} page */
export function playOneAtATime(root, { signal }) {
  // `play` does not bubble, so it is caught on its way down.
  root.addEventListener(
    "play",
    (event) => {
      for (const player of players(root)) if (player !== event.target) player.pause();
    },
    { capture: true, signal },
  );
  offerTurns(root, signal);
}

/** @param {Document} root @param {AbortSignal} signal */
function offerTurns(root, signal) {
  const button = root.querySelector("[data-in-turns]");
  const sides = root.querySelector(".sides");
  const all = sides ? players(sides) : [];
  if (!(button instanceof HTMLButtonElement) || all.length < 2) return;
  let turning = false;
  button.hidden = false;
  button.addEventListener(
    "click",
    () => {
      turning = true;
      for (const player of all) {
        player.currentTime = 0;
        // Phones let only play by itself what a finger has touched; to be loaded at a touch is enough.
        if (player !== all[0] && player.currentSrc) player.load();
      }
      start(all[0]);
    },
    { signal },
  );
  all.forEach((player, place) => {
    player.addEventListener("ended", () => turning && start(all[place + 1]), { signal });
    // Somebody who pauses in between wants to look for themselves.
    player.addEventListener("pause", () => (turning &&= player.ended), { signal });
  });
}

/** @param {HTMLMediaElement | undefined} player none when all had their turn */
function start(player) {
  // A browser that refuses leaves the player standing there with its own button.
  player?.play().catch(() => {});
  player?.scrollIntoView({ block: "nearest" });
}

/** @param {ParentNode} root @returns {HTMLMediaElement[]} */
function players(root) {
  return [...root.querySelectorAll("audio, video")].filter((player) => player instanceof HTMLMediaElement);
}
