/** The preview renews itself: waits on the server's line for changes and loads the page again when there is one. */

const CHANGES = "/~changes";
const PAUSE = 1000;

/** @returns {Promise<boolean>} whether a file changed while we waited */
async function changed() {
  const answer = await fetch(CHANGES, { cache: "no-store" });
  return (await answer.text()) === "changed";
}

for (;;) {
  try {
    if (await changed()) location.reload();
  } catch {
    // The preview was stopped; it may come back on the same port.
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

export {};
