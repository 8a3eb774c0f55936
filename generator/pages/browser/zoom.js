/**
 * A closer look at a picture or a page: as large as the screen, and once more as large as it is.
 *
 * @typedef {(link: HTMLAnchorElement) => Promise<string>} Open
 */

/** @param {Document} root @param {{signal: AbortSignal, open: Open}} page */
export function offerZoom(root, { signal, open }) {
  for (const link of root.querySelectorAll("a[data-zoom]")) {
    if (!(link instanceof HTMLAnchorElement)) continue;
    link.addEventListener(
      "click",
      (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        void show(link, { signal, open });
      },
      { signal },
    );
  }
}

/** @param {HTMLAnchorElement} link @param {{signal: AbortSignal, open: Open}} page */
async function show(link, { signal, open }) {
  const small = link.querySelector("img");
  const picture = new Image();
  picture.alt = small?.alt ?? "";
  // What is on the page already is shown until the large one has come.
  if (small) picture.src = small.currentSrc || small.src;

  const stage = document.createElement("div");
  stage.className = "zoom-stage";
  stage.append(picture);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button zoom-close";
  close.textContent = document.body.dataset["wordClose"] ?? "";
  const dialog = document.createElement("dialog");
  dialog.className = "zoom";
  dialog.append(stage, close);

  close.addEventListener("click", () => dialog.close());
  stage.addEventListener("click", (event) => {
    if (event.target === picture) stage.toggleAttribute("data-large");
    else dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    link.focus({ preventScroll: true });
  });
  signal.addEventListener("abort", () => dialog.close(), { once: true });
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
  try {
    picture.src = await open(link);
  } catch {
    // The picture that stands there already is better than none.
  }
}
