/** What came since the last visit: a word on the card. Nothing depends on it, and a browser that forgets shows none. */

const LONG_ENOUGH = 2000;

/** Read once, so that marks stay for the whole visit. @type {Map<string, string>} */
const lastVisit = new Map();

/** @param {Document} root @param {{signal: AbortSignal}} page */
export function markWhatIsNew(root, { signal }) {
  const key = `kinfolio:${location.pathname.replace(/[^/]*$/, "").replace(/\/(e|g)\/$/, "/")}:seen`;
  const since = lastVisit.get(key) ?? read(key);
  lastVisit.set(key, since);
  const list = root.querySelector("[data-new-cards]");
  if (!(list instanceof HTMLElement)) return;
  const cards = [...list.querySelectorAll("[data-date]")];
  const fresh = since ? cards.filter((card) => dateOf(card) > since) : [];
  for (const card of fresh) mark(card, list.dataset["newCards"] ?? "");
  const heading = root.querySelector("[data-new-heading]");
  if (fresh.length && heading) heading.textContent = heading.getAttribute("data-new-heading");
  rememberWhenSeen(list, { signal, remember: () => write(key, cards.map(dateOf).sort().at(-1) ?? "") });
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

/** @param {Element} card @returns {string} */
function dateOf(card) {
  return card.getAttribute("data-date") ?? "";
}

/** @param {string} key @returns {string} */
function read(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} key @param {string} value */
function write(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A private window or a full disk: the next visit shows no marks, and that is all.
  }
}
