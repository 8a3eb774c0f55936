/** Printing the page one is on, once everything that belongs on it is there. */

/** Longer than this nobody waits before a sheet of paper; what is missing then is left white. */
const PATIENCE = 15_000;
const GLANCE = 100;

/** @param {Document} root @param {{signal: AbortSignal}} page */
export function offerPrint(root, { signal }) {
  for (const button of root.querySelectorAll("[data-print]")) {
    button.removeAttribute("hidden");
    button.addEventListener("click", () => void printAll(root, button), { signal });
  }
}

/** @param {Document} root @param {Element} button */
async function printAll(root, button) {
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  try {
    // A sealed page opens its pictures when somebody scrolls to them, or when it hears that paper is wanted.
    dispatchEvent(new Event("beforeprint"));
    const pictures = [...root.querySelectorAll("img")];
    for (const picture of pictures) picture.loading = "eager";
    const until = Date.now() + PATIENCE;
    while (pictures.some(isMissing) && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, GLANCE));
    }
    print();
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

/** @param {HTMLImageElement} picture */
function isMissing(picture) {
  return picture.isConnected && (picture.hasAttribute("data-waiting") || !picture.complete);
}
