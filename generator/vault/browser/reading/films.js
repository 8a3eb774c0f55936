/**
 * Films and sound: through the worker where there is one, so that seeking is quick; else whole, and large ones on tap.
 *
 * @import { Accelerator } from "../worker/accelerator.js"
 * @import { InterfaceWords } from "../words/en.js"
 * @import { PageFiles } from "./files.js"
 * @import { SealedSource } from "./relocate.js"
 */

/** Up to here a film or sound is simply fetched when it comes near. */
const SMALL = 3_000_000;
/** A film that wants to play and does not move for this long is taken out of the worker's hands. */
const STALL = 2500;

/**
 * @param {ReadonlyMap<Element, SealedSource>} sources of the page in the document
 * @param {{files: PageFiles, accelerator: Accelerator, words: InterfaceWords}} with_
 */
export function showFilms(sources, with_) {
  /** @type {NodeListOf<HTMLMediaElement>} */
  const elements = document.querySelectorAll("video, audio");
  for (const element of elements) {
    const poster = sources.get(element)?.poster;
    if (poster && element instanceof HTMLVideoElement) showPoster(element, poster, with_.files);
    showTracks(element, sources, with_.files);
    const path = playable(element, sources);
    if (path !== undefined) void show(element, path, with_);
  }
}

/**
 * The first file that this browser says it can play.
 *
 * @param {HTMLMediaElement} element
 * @param {ReadonlyMap<Element, SealedSource>} sources
 * @returns {string | undefined}
 */
function playable(element, sources) {
  const own = sources.get(element)?.path;
  if (own !== undefined) return own;
  const choices = [...element.querySelectorAll("source")].filter((source) => sources.get(source)?.path);
  const best = choices.find((source) => !source.type || element.canPlayType(source.type)) ?? choices[0];
  return best && sources.get(best)?.path;
}

/** @param {HTMLMediaElement} element @param {string} path @param {{files: PageFiles, accelerator: Accelerator, words: InterfaceWords}} with_ */
async function show(element, path, { files, accelerator, words }) {
  for (const source of element.querySelectorAll("source")) source.remove();
  if (!files.site.has(path)) return;
  const { size, firstPart } = files.site.describe(path);
  if (await accelerator.works) {
    if (files.signal.aborted) return;
    element.src = accelerator.address(files.site.keys.site, firstPart);
    watch(element, { path, files, accelerator, words });
  } else if (size <= SMALL) {
    whenNear(element, files.signal, () => void load(element, path, files).catch(() => offer(element, path, { files, words, size })));
  } else {
    offer(element, path, { files, words, size });
  }
}

/** @param {HTMLMediaElement} element @param {string} path @param {PageFiles} files @param {(done: number) => void} [progress] */
async function load(element, path, files, progress) {
  const address = await files.address(path, progress);
  if (!files.signal.aborted) element.src = address;
}

/**
 * A button in front of the film that fetches it whole; so does a film that is asked to play.
 *
 * @param {HTMLMediaElement} element
 * @param {string} path
 * @param {{files: PageFiles, words: InterfaceWords, size: number, said?: string}} with_ `said` stands on the button where something went wrong
 */
function offer(element, path, { files, words, size, said }) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "reader-button fetch-media";
  const text = element.dataset["size"] ?? "";
  button.textContent = said ?? (element instanceof HTMLVideoElement ? words.playFilm(text) : words.playSound(text));
  const fetchIt = async () => {
    if (button.hasAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    try {
      await load(element, path, files, (done) => (button.textContent = words.getting(Math.floor((done / size) * 100))));
      element.removeEventListener("play", fetchIt);
      button.remove();
      element.focus();
      await element.play().catch(() => undefined);
    } catch {
      button.textContent = words.mediaFailed;
      element.pause();
    } finally {
      button.removeAttribute("aria-disabled");
    }
  };
  button.addEventListener("click", fetchIt);
  // Another's turn, or a key of the keyboard, starts a film that is not there yet.
  element.addEventListener("play", fetchIt, { signal: files.signal });
  element.before(button);
}

/**
 * Notices a film that stands still although nothing is on its way, and plays it from memory instead.
 *
 * @param {HTMLMediaElement} element
 * @param {{path: string, files: PageFiles, accelerator: Accelerator, words: InterfaceWords}} with_
 */
function watch(element, { path, files, accelerator, words }) {
  let seen = -1;
  let since = 0;
  const timer = setInterval(async () => {
    const wantsToPlay = !element.paused && !element.ended;
    if (!wantsToPlay || element.currentTime !== seen) {
      seen = element.currentTime;
      since = performance.now();
    } else if (performance.now() - since > STALL) {
      since = performance.now();
      // On a slow connection it is right to wait: the bytes are coming.
      if (!(await accelerator.isFetching(files.site.keys.site, path))) void rescue();
    }
  }, 500);
  const stop = () => clearInterval(timer);
  files.signal.addEventListener("abort", stop);
  element.addEventListener("error", () => void rescue(), { once: true, signal: files.signal });

  async function rescue() {
    stop();
    const { currentTime, paused } = element;
    try {
      await load(element, path, files);
    } catch {
      if (files.signal.aborted) return;
      element.removeAttribute("src");
      offer(element, path, { files, words, size: files.site.describe(path).size, said: words.mediaFailed });
      return;
    }
    if (files.signal.aborted) return;
    element.addEventListener("loadedmetadata", () => (element.currentTime = currentTime), { once: true });
    if (!paused) await element.play().catch(() => undefined);
  }
}

/** @param {HTMLVideoElement} film @param {string} poster @param {PageFiles} files */
function showPoster(film, poster, files) {
  whenNear(film, files.signal, async () => {
    const address = await files.address(poster).catch(() => undefined);
    if (address && !files.signal.aborted) film.poster = address;
  });
}

/** @param {HTMLMediaElement} element @param {ReadonlyMap<Element, SealedSource>} sources @param {PageFiles} files */
function showTracks(element, sources, files) {
  for (const track of element.querySelectorAll("track")) {
    const path = sources.get(track)?.path;
    if (path === undefined || track.src) continue;
    void files.address(path).then((address) => (track.src = address), () => track.remove());
  }
}

/** @param {Element} element @param {AbortSignal} signal @param {() => void} act */
function whenNear(element, signal, act) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      act();
    },
    { rootMargin: "600px" },
  );
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
}
