/**
 * What came since the last visit, worked out here: the browser remembers opaque keys and compares.
 *
 * Nothing depends on it, nobody is told, and a browser that forgets shows what came this month.
 */

const LONG_ENOUGH = 2000;

/** What was known when this visit began, so that marks stay for the whole visit. @type {Map<string, Set<string> | undefined>} */
const lastVisit = new Map();

/** @param {Document} root @param {{signal: AbortSignal}} page */
export function markWhatIsNew(root, { signal }) {
  const list = root.querySelector("[data-news]");
  if (!(list instanceof HTMLElement)) return;
  const name = `kinfolio:${location.pathname.replace(/[^/]*$/, "")}:seen`;
  if (!lastVisit.has(name)) lastVisit.set(name, read(name));
  const seen = lastVisit.get(name);
  const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-key]")]);
  if (seen) {
    const fresh = items.filter((item) => !seen.has(item.dataset["key"] ?? ""));
    for (const item of items) item.hidden = !fresh.includes(item);
    const heading = list.querySelector("[data-news-new]");
    if (heading) heading.textContent = heading.getAttribute(fresh.length ? "data-news-new" : "data-news-none");
    const paths = new Set(fresh.map((item) => item.dataset["for"]));
    const cards = root.querySelector("[data-new-cards]");
    for (const card of cards?.querySelectorAll("[data-path]") ?? []) {
      if (paths.has(card.getAttribute("data-path") ?? "")) mark(card, cards?.getAttribute("data-new-cards") ?? "");
    }
  }
  rememberWhenSeen(list, { signal, remember: () => write(name, items.map((item) => item.dataset["key"] ?? "")) });
}

/** Only what was really on the screen for a while counts as seen. @param {Element} list @param {{signal: AbortSignal, remember: () => void}} with_ */
function rememberWhenSeen(list, { signal, remember }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const watch = new IntersectionObserver((seen) => {
    clearTimeout(timer);
    if (seen.some(({ isIntersecting }) => isIntersecting)) timer = setTimeout(remember, LONG_ENOUGH);
  });
  watch.observe(list);
  signal.addEventListener("abort", () => {
    watch.disconnect();
    clearTimeout(timer);
  });
}

/** @param {Element} card @param {string} word */
function mark(card, word) {
  const sign = document.createElement("span");
  sign.className = "new-mark";
  sign.textContent = word;
  // In the heading, so that who hears the page hears it with the title.
  const link = card.querySelector(".card-title a");
  link?.prepend(Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: `${word}: ` }));
  sign.setAttribute("aria-hidden", "true");
  card.append(sign);
}

/** @param {string} name @returns {Set<string> | undefined} none on a first visit */
function read(name) {
  try {
    const kept = localStorage.getItem(name);
    return kept === null ? undefined : new Set(kept.split(" "));
  } catch {
    return undefined;
  }
}

/** @param {string} name @param {string[]} keys */
function write(name, keys) {
  try {
    localStorage.setItem(name, keys.join(" "));
  } catch {
    // A private window or a full disk: the next visit shows what came this month, and that is all.
  }
}
