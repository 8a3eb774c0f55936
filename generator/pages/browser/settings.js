/**
 * How somebody likes to read: size, spacing, letters, light or dark, less motion, reading aloud.
 *
 * Holds for the visit; kept on the device only where the reader asks for it.
 */

const KEY = "kinfolio:reader-settings";

/** Read once, so that it holds for the whole visit. @type {Map<string, string> | undefined} */
let chosen;

/** @param {Document} root @param {{signal: AbortSignal}} page */
export function offerSettings(root, { signal }) {
  chosen ??= kept();
  const settings = chosen;
  put(root.documentElement, settings);
  const panel = root.querySelector("[data-settings]");
  const keep = panel?.querySelector("[data-keep]");
  if (!panel || !(keep instanceof HTMLInputElement)) return;
  keep.checked = isKept();
  for (const control of controlsOf(panel)) {
    const value = settings.get(control.name) ?? "";
    control.checked = control.value === value;
  }
  panel.removeAttribute("hidden");
  panel.addEventListener(
    "change",
    () => {
      for (const { name, value, checked, type } of controlsOf(panel)) {
        if (checked && value) settings.set(name, value);
        else if (checked || type === "checkbox") settings.delete(name);
      }
      put(root.documentElement, settings);
      if (keep.checked) write(settings);
      else forget();
    },
    { signal },
  );
}

/** The sealed reader gives each page a fresh root, so all are set anew. @param {HTMLElement} to @param {ReadonlyMap<string, string>} settings */
function put(to, settings) {
  for (const name of ["text", "spacing", "letters", "scheme", "motion", "aloud"]) {
    const value = settings.get(name);
    if (value) to.dataset[name] = value;
    else delete to.dataset[name];
  }
}

/** @param {Element} panel @returns {HTMLInputElement[]} */
function controlsOf(panel) {
  return [...panel.querySelectorAll("input[name]")].filter((one) => one instanceof HTMLInputElement);
}

/** @returns {Map<string, string>} */
function kept() {
  try {
    const said = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return new Map(Object.entries(said).filter(([, value]) => typeof value === "string"));
  } catch {
    return new Map();
  }
}

/** @returns {boolean} */
function isKept() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** With the language that was chosen in this tab, which the reader knows. @param {ReadonlyMap<string, string>} settings */
function write(settings) {
  try {
    const language = sessionStorage.getItem("kinfolio:language");
    localStorage.setItem(KEY, JSON.stringify({ ...Object.fromEntries(settings), ...(language ? { language } : {}) }));
  } catch {
    // A private window or a full disk: it holds for this visit, and that is all.
  }
}

function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where nothing can be kept, nothing has to go.
  }
}
