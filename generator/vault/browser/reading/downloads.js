/**
 * Links to files: through the worker they are ordinary links; without it the file is opened in memory and saved.
 *
 * @import { Accelerator } from "../worker/accelerator.js"
 * @import { PageFiles } from "./files.js"
 */

/**
 * @param {ReadonlyMap<HTMLAnchorElement, string>} links with the path of the file behind each
 * @param {{files: PageFiles, accelerator: Accelerator, failed: (link: HTMLAnchorElement) => void}} with_
 */
export function connectDownloads(links, { files, accelerator, failed }) {
  for (const [link, path] of links) {
    const file = files.site.manifest.files.get(path);
    if (!file) {
      link.removeAttribute("href");
      continue;
    }
    link.addEventListener("click", (event) => {
      // A behaviour of the page, such as showing a picture large, comes first.
      if (event.defaultPrevented || link.getAttribute("href") !== "#") return;
      event.preventDefault();
      void save(link, path, files).catch(() => failed(link));
    });
    if ("parts" in file) {
      void accelerator.works.then((works) => {
        if (!works || files.signal.aborted) return;
        link.href = accelerator.address(files.site.keys.site, path);
        if (!link.hasAttribute("download")) link.target = "_blank";
      });
    }
  }
}

/** @param {HTMLAnchorElement} link @param {string} path @param {PageFiles} files */
async function save(link, path, files) {
  const saving = document.createElement("a");
  saving.href = await files.address(path);
  saving.download = link.download || (path.split("/").at(-1) ?? "");
  saving.click();
}
