/**
 * Links to files: opened in memory, then shown in a tab of their own or saved. Their addresses never reach the host.
 *
 * @import { PageFiles } from "./files.js"
 */

/** What browsers show in a tab; everything else is saved. */
const VIEWED = /^(application\/pdf|image\/(?!svg)|audio\/|video\/)/;

/**
 * @param {ReadonlyMap<HTMLAnchorElement, string>} links with the path of the file behind each
 * @param {{files: PageFiles, failed: () => void}} with_
 */
export function connectDownloads(links, { files, failed }) {
  for (const [link, path] of links) {
    if (!files.site.has(path)) {
      link.removeAttribute("href");
      continue;
    }
    link.addEventListener("click", (event) => {
      // A behaviour of the page, such as showing a picture large, comes first.
      if (event.defaultPrevented) return;
      event.preventDefault();
      void follow(link, path, files).catch(failed);
    });
  }
}

/** @param {HTMLAnchorElement} link @param {string} path @param {PageFiles} files */
async function follow(link, path, files) {
  const inTab = !link.hasAttribute("download") && VIEWED.test(files.site.describe(path).type);
  // A tab may only be opened in the moment of the click; what it shows comes after.
  const tab = inTab ? open("", "_blank") : null;
  try {
    const address = await files.address(path);
    if (tab) tab.location.replace(address);
    else save(address, link.download || (path.split("/").at(-1) ?? ""));
  } catch (cause) {
    tab?.close();
    throw cause;
  }
}

/** @param {string} address @param {string} name */
function save(address, name) {
  const saving = document.createElement("a");
  saving.href = address;
  saving.download = name;
  saving.click();
}
