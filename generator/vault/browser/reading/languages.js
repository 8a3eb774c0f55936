/**
 * Pages in the reader's language: fetches what exchanges the words, and the words, once; says which pages need it.
 *
 * @import { Catalogue, Translation } from "./translation.js"
 * @import { Ways } from "./writing.js"
 */

import { fetcher } from "../format/fetching.js";
import { load } from "../loading.js";
import { knownLanguage } from "../words/languages.js";

export class PageLanguages {
  /** @type {Map<string, Promise<Translation>>} */
  #known = new Map();

  /** @param {URL} shell the folder with `pages-<language>.json` */
  constructor(shell) {
    this.shell = shell;
  }

  /**
   * A page in a language; as it was written, where it is that language's already, says nothing of its words, or the
   * catalogue cannot be had.
   *
   * @param {string} page
   * @param {string} language
   * @returns {Promise<{page: string, translation: Translation | undefined}>}
   */
  async inLanguage(page, language) {
    const isWordless = !page.includes("<!--words ");
    if (isWordless || knownLanguage(languageOf(page)) === language) return { page, translation: undefined };
    try {
      const translation = await this.#translation(language);
      return { page: translation.page(page), translation };
    } catch (cause) {
      this.#known.delete(language);
      console.warn("the interface stays in the school's language", cause instanceof Error ? cause.message : "");
      return { page, translation: undefined };
    }
  }

  /** @param {string} language @returns {Promise<Translation>} */
  #translation(language) {
    const known = this.#known.get(language) ?? this.#fetched(language);
    this.#known.set(language, known);
    return known;
  }

  /** @param {string} language @returns {Promise<Translation>} */
  async #fetched(language) {
    const { Translation } = await load("translation.js", this.shell);
    // English stands in the pages' marks.
    if (language === "en") return new Translation(language, {});
    const found = await fetcher(this.shell.href)(`pages-${language}.json`);
    if (!found) throw new Error("no catalogue");
    /** @type {{words: Catalogue, ways: Ways}} */
    const { words, ways } = JSON.parse(new TextDecoder().decode(found));
    return new Translation(language, words, ways);
  }
}

/** The language a page was written in. @param {string} page @returns {string} a tag */
function languageOf(page) {
  return /<html lang="([^"]*)"/.exec(page)?.[1] ?? "en";
}
