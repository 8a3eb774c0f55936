/**
 * Pictures, opened a little before they come into view and shown from memory.
 *
 * @import { SealedSource } from "./relocate.js"
 * @import { PageFiles } from "./files.js"
 */

import { bestCandidate } from "./references.js";

/** How far ahead of the screen pictures are fetched. */
const AHEAD = "900px";

/**
 * @param {ReadonlyMap<Element, SealedSource>} sources of the page in the document
 * @param {{files: PageFiles, missing: string}} with_ `missing` is said where a picture cannot be shown
 */
export function showPictures(sources, { files, missing }) {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        void show(target);
      }
    },
    { rootMargin: AHEAD },
  );
  const pictures = [...sources.keys()].filter((element) => element.localName === "img" || element.localName === "image");
  /** @type {WeakSet<Element>} */
  const shown = new WeakSet();
  for (const element of pictures) {
    keepRoom(element);
    // A conference is led where there may be no network: its pictures are all there before the first step.
    if (element.closest("[data-at-once]")) {
      element.setAttribute("loading", "eager");
      void show(element);
    } else observer.observe(element);
  }
  // Paper has no scrolling: everything that can still arrive in time is fetched.
  addEventListener("beforeprint", () => void pictures.forEach(show), { signal: files.signal });
  files.signal.addEventListener("abort", () => observer.disconnect());

  /** @param {Element} element */
  async function show(element) {
    if (shown.has(element)) return;
    shown.add(element);
    const path = chosen(element, sources);
    if (path === undefined) return;
    try {
      const address = await files.address(path);
      if (files.signal.aborted) return;
      element.removeAttribute("data-waiting");
      element.setAttribute(element.localName === "image" ? "href" : "src", address);
    } catch {
      if (!files.signal.aborted && element instanceof HTMLImageElement && !element.alt) element.alt = missing;
    }
  }
}

/** Without a source a picture takes no room, and the page would jump when it comes. @param {Element} element */
function keepRoom(element) {
  const [width, height] = [Number(element.getAttribute("width")), Number(element.getAttribute("height"))];
  if (!(element instanceof HTMLImageElement) || !(width > 0 && height > 0)) return;
  element.toggleAttribute("data-waiting", true);
  element.src = `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'/%3E`;
}

/**
 * The file to show: of a `picture` the first source that suits the screen, of several sizes the one that suits the space.
 *
 * @param {Element} element
 * @param {ReadonlyMap<Element, SealedSource>} sources
 * @returns {string | undefined}
 */
function chosen(element, sources) {
  const siblings = element.parentElement?.localName === "picture" ? element.parentElement.querySelectorAll("source") : [];
  const suiting = [...siblings].find((source) => sources.has(source) && (!source.media || matchMedia(source.media).matches));
  const source = (suiting && sources.get(suiting)) ?? sources.get(element);
  const box = element.getBoundingClientRect();
  const width = box.width || Number(element.getAttribute("width")) || document.documentElement.clientWidth;
  const best = bestCandidate(source?.candidates ?? [], { width, density: Math.min(devicePixelRatio, 2) });
  return best?.path ?? source?.path;
}
