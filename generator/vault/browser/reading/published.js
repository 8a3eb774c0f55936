/**
 * Says when the school last published.
 *
 * @import { InterfaceWords } from "../words/en.js"
 */

/** At the foot of the page. @param {InterfaceWords} words @param {{published: () => string, signal: AbortSignal}} with_ `published` is the day in words */
export function tellPublished(words, { published, signal }) {
  for (const line of document.querySelectorAll("[data-published]")) {
    const tell = () => {
      watch.disconnect();
      line.textContent = words.published(published());
      line.setAttribute("lang", words.code);
      line.removeAttribute("hidden");
    };
    // The first date of a visit is dear on an old phone: it is put into words for who comes near it.
    const watch = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && tell(), { rootMargin: "600px" });
    watch.observe(line.parentElement ?? line);
    addEventListener("beforeprint", tell, { signal });
    signal.addEventListener("abort", () => watch.disconnect());
  }
}
