/**
 * Search in the plain preview: looks for the words as typed. The sealed site has a better one, in the vault's reader.
 *
 * @typedef {{path: string, title: string, text: string, lang: string}} Entry
 */

/** @param {Document} root */
export function offerSearch(root) {
  const form = root.querySelector("form[data-search]");
  const field = form?.querySelector("input");
  const results = form?.querySelector("[data-results]");
  const index = form?.getAttribute("data-index");
  if (!form || !field || !results || !index) return;
  /** @type {Promise<Entry[]> | undefined} */
  let entries;
  const run = async () => {
    entries ??= fetch(index).then((answer) => answer.json());
    const typed = field.value.normalize("NFKC").toLowerCase().trim();
    const found = typed ? (await entries).filter(({ title, text }) => `${title} ${text}`.normalize("NFKC").toLowerCase().includes(typed)) : [];
    const list = document.createElement("ul");
    list.append(...found.slice(0, 30).map((entry) => result(entry, index)));
    results.replaceChildren(list);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void run();
  });
  field.addEventListener("input", () => void run());
}

/** @param {Entry} entry @param {string} index @returns {HTMLLIElement} */
function result({ path, title, lang }, index) {
  const link = document.createElement("a");
  link.href = new URL(path, new URL(index, location.href)).href;
  link.textContent = title;
  link.lang = lang;
  link.dir = "auto";
  const item = document.createElement("li");
  item.append(link);
  return item;
}
