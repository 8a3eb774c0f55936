/** The preview renews itself: waits on the server's line for changes and loads the page again when there is one. */

const CHANGES = "/~changes";
const PAUSE = 1000;

/** @returns {string} the version of the files this page was made of; empty where the browser does not tell */
function seen() {
  const visit = /** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType("navigation")[0]);
  return visit?.serverTiming?.find((entry) => entry.name === "seen")?.description ?? "";
}

/** @returns {Promise<boolean>} whether a file changed since this page was made */
async function changed() {
  const answer = await fetch(`${CHANGES}?since=${seen()}`, { cache: "no-store" });
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
