/**
 * The reader: shows the page that the address names, out of the site it belongs to, and goes where links lead.
 *
 * @typedef {(root: Document, page: {signal: AbortSignal, open: (link: HTMLAnchorElement) => Promise<string>}) => void} Enliven
 *   gives a page its behaviours; `open` answers where in memory the file behind a link is
 *
 * @import { Site } from "../format/site.js"
 * @import { Place } from "../place.js"
 * @import { InterfaceWords } from "../words/en.js"
 * @import { Language } from "../words/languages.js"
 * @import { Accelerator } from "../worker/accelerator.js"
 * @import { IdleGuard } from "../locking/idle.js"
 * @import { Lock } from "../locking/lock.js"
 * @import { Route } from "./routes.js"
 * @import { Search } from "./search.js"
 * @import { Sites } from "./sites.js"
 */

import { VaultProblem } from "../format/problem.js";
import { load } from "../loading.js";
import { placeOf } from "../place.js";
import { parsed } from "../trusted.js";
import { chooseLanguage } from "../words/choice.js";
import { day } from "../words/day.js";
import { loadWords } from "../words/interface.js";
import { fillLanguageMenu } from "../words/menu.js";
import { breath, expectStyles, putIn, showRest } from "./document.js";
import { connectDownloads } from "./downloads.js";
import { whatToSay } from "./failures.js";
import { PageFiles } from "./files.js";
import { settleOn } from "./focus.js";
import { Places } from "./history.js";
import { PageLanguages } from "./languages.js";
import { messagePage } from "./message.js";
import { showPictures } from "./pictures.js";
import { tellPublished } from "./published.js";
import { relocate } from "./relocate.js";
import { decoded, routeIn, routeText } from "./routes.js";
import { sanitise } from "./sanitise.js";
import { showSiblings } from "./siblings.js";

export class Reader {
  /** @type {Map<string, Search>} */
  #searches = new Map();
  #places = new Places();
  #page = new AbortController();
  /** @type {(kind: string, said: string) => string} what search calls a kind of page; `said` is its name in the school's language */
  #kinds = (_, said) => said;
  /** @type {(date: string) => string} how the pages write a day */
  #days = (date) => date;
  #shown = "";
  #live = document.createElement("div");
  #coming = 0;
  /** @type {PageLanguages} */
  #languages;

  /**
   * @param {object} parts
   * @param {Sites} parts.sites that may be read
   * @param {URL} parts.shell the folder of films.js, search.js and reader.css
   * @param {InterfaceWords} parts.words
   * @param {Accelerator} parts.accelerator
   * @param {Lock} parts.lock
   * @param {IdleGuard} parts.idle
   * @param {Enliven} parts.enliven
   * @param {readonly string[]} parts.styles of the theme, which every page wants
   */
  constructor({ sites, shell, words, accelerator, lock, idle, enliven, styles }) {
    this.sites = sites;
    this.shell = shell;
    this.words = words;
    this.accelerator = accelerator;
    this.lock = lock;
    this.idle = idle;
    this.enliven = enliven;
    this.styles = styles;
    this.ownStyle = new URL("reader.css", shell).href;
    this.#languages = new PageLanguages(shell);
    this.#live.setAttribute("role", "status");
    this.#live.className = "reader-status";
  }

  /** Shows the first page and follows the address from here on. */
  async start() {
    expectStyles([this.ownStyle]);
    addEventListener("popstate", () => void this.#follow());
    addEventListener("hashchange", () => void this.#follow());
    document.addEventListener("click", (event) => this.#clicked(event));
    await this.#follow();
  }

  async #follow() {
    const here = placeOf(location.href);
    const address = location.pathname + location.hash;
    // A click on a link tells of itself twice, as popstate and as hashchange.
    if (address === this.#shown && history.state?.place !== undefined && this.#page.signal.aborted === false) return;
    if (!this.sites.has(here.site)) {
      location.reload();
      return;
    }
    const before = this.#shown;
    this.#shown = address;
    const scroll = this.#places.arrive();
    const turn = ++this.#coming;
    const late = setTimeout(() => this.#say(this.words.loadingPage), 700);
    try {
      const site = await this.sites.at(here);
      const route = routeIn(location.hash, site.manifest.entry);
      const isFirst = !before;
      if (isFirst) expectStyles(this.styles.map((name) => here.root + site.manifest.theme + name));
      const isCurrent = () => turn === this.#coming;
      const coming = isSamePage(before, address) ? [] : await this.#show(site, { route, place: here, isFirst, isCurrent });
      // Who comes to the top need not wait for what is below it; any other place is only there when everything is.
      const isTop = !route.anchor && !scroll;
      if (isFirst) await (isTop ? breath() : showRest(coming));
      if (turn !== this.#coming) return;
      if (!settleOn({ anchor: route.anchor, scroll })) this.#say(document.title);
      else this.#say("");
      if (isFirst && isTop) await showRest(coming);
    } catch (cause) {
      if (turn === this.#coming) await this.#failed(cause, here);
    } finally {
      clearTimeout(late);
      if (turn === this.#coming) this.#places.settle();
    }
  }

  /**
   * @param {Site} site
   * @param {{route: Route, place: Place, isFirst: boolean, isCurrent: () => boolean}} arrival
   * @returns {Promise<Element[][]>} what is held back of a first page
   */
  async #show(site, { route, place, isFirst, isCurrent }) {
    const renew = () => this.#searches.delete(site.keys.site);
    const written = await this.sites.read(site, { path: route.path, place, renew });
    const { page: translated, translation } = await this.#languages.inLanguage(written, this.words.code);
    if (isFirst) await breath();
    const page = parsed(translated);
    if (isFirst) await breath();
    sanitise(page);
    if (translation) {
      page.documentElement.lang = this.words.code;
      page.documentElement.dir = this.words.direction;
    }
    this.#kinds = (kind, said) => translation?.message(kind) ?? said;
    this.#days = (date) => translation?.writing.date("@day", date) ?? day(date, this.words.code);
    const { entry, theme, lockAfterMinutes } = site.manifest;
    const { sources, files: links, stylesheets } = relocate(page, { path: route.path, entry, theme: place.root + theme });
    if (isFirst) await breath();
    if (!isCurrent()) return [];
    this.#page.abort();
    this.#page = new AbortController();
    const { signal } = this.#page;
    const own = { href: this.ownStyle, media: "" };
    const keep = [this.#live, this.idle.dialog];
    const coming = await putIn(page, { stylesheets: [own, ...stylesheets], untitled: this.words.title, keep, inPieces: isFirst, signal });
    if (signal.aborted) return [];

    const files = new PageFiles(site, signal);
    const { accelerator, words } = this;
    showPictures(sources, { files, missing: words.pictureMissing });
    if (document.querySelector("video, audio")) {
      void load("films.js", this.shell).then(
        ({ showFilms }) => signal.aborted || showFilms(sources, { files, accelerator, words }),
        () => this.#say(words.fileFailed),
      );
    }
    connectDownloads(links, { files, failed: () => this.#say(words.fileFailed) });
    for (const button of document.querySelectorAll("[data-lock]")) {
      button.removeAttribute("hidden");
      button.addEventListener("click", () => this.lock.lock(), { signal });
    }
    tellPublished(words, { published: () => this.#days(site.manifest.published), signal });
    if (document.querySelector("form[data-search]")) {
      void this.#search(site).then(
        (search) => search.connect(signal),
        () => this.#say(words.searchFailed),
      );
    }
    this.#offerLanguages(signal);
    this.enliven(document, { signal, open: (link) => files.address(links.get(link) ?? "") });
    this.idle.closeAfter(lockAfterMinutes);
    this.#offerSiblings(place, { signal, isEntry: route.path === entry });
    return coming;
  }

  /** @param {AbortSignal} signal of the page */
  #offerLanguages(signal) {
    for (const menu of document.querySelectorAll("select[data-language]")) {
      const choose = (/** @type {Language} */ language) => void this.#speak(language);
      fillLanguageMenu(/** @type {HTMLSelectElement} */ (menu), { words: this.words, choose, signal });
      menu.closest("[hidden]")?.removeAttribute("hidden");
    }
  }

  /** Shows the page anew in another language, with the menu still in hand. @param {Language} language */
  async #speak(language) {
    chooseLanguage(language);
    this.words = await loadWords(language, this.shell);
    this.idle.say(this.words);
    this.#searches.clear();
    // Nothing is held back this time, as on a first page: the menu has to be there to be taken in hand.
    this.#shown = `${location.pathname}#/~`;
    const unfolded = folds().map((fold) => fold.open);
    await this.#follow();
    for (const [at, fold] of folds().entries()) fold.open = unfolded[at] ?? fold.open;
    const menu = document.querySelector("select[data-language]");
    if (menu instanceof HTMLElement) menu.focus();
  }

  /** Those known from an earlier page at once, so that nothing jumps. @param {Place} place @param {{signal: AbortSignal, isEntry: boolean}} page */
  #offerSiblings(place, { signal, isEntry }) {
    const how = { heading: this.words.siblings, change: this.words.changeOver, isEntry };
    const known = this.sites.knownSiblings(place);
    if (known) {
      showSiblings(known, how);
      return;
    }
    void this.sites.findSiblings(place).then((found) => {
      if (!signal.aborted) showSiblings(found, how);
    });
  }

  /** The search of a site; its code comes when a page has a search form. @param {Site} site @returns {Promise<Search>} */
  async #search(site) {
    const known = this.#searches.get(site.keys.site);
    if (known) return known;
    const { Search } = await load("search.js", this.shell);
    const search = new Search(site, { words: this.words, kindIn: (kind, said) => this.#kinds(kind, said), dayIn: (date) => this.#days(date) });
    this.#searches.set(site.keys.site, search);
    return search;
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || !plain || link.target === "_blank") return;
    const reference = link.getAttribute("href") ?? "";
    if (reference.startsWith("#") && !reference.startsWith("#/")) {
      event.preventDefault();
      const { path } = routeIn(location.hash, "");
      const to = routeText({ path, anchor: decoded(reference.slice(1)) }, "");
      if (to === location.hash) settleOn({ anchor: routeIn(to, "").anchor, scroll: undefined });
      else location.hash = to;
      return;
    }
    if (link.href === location.href) {
      // The browser does nothing on a link to where one is; a person expects to be taken there.
      event.preventDefault();
      settleOn({ anchor: routeIn(location.hash, "").anchor, scroll: undefined });
      return;
    }
    const leads = placeOf(link.href);
    if (leads.site !== placeOf(location.href).site && this.sites.has(leads.site) && link.hash.startsWith("#/")) {
      // The same shell, another folder: no need to load, to lose the keys and to type again.
      event.preventDefault();
      history.pushState(null, "", link.href);
      void this.#follow();
    }
  }

  /** @param {unknown} cause @param {Place} place */
  async #failed(cause, place) {
    const gone = VaultProblem.is(cause, "blob: missing") || VaultProblem.is(cause, "manifest: missing");
    if (gone && (await this.sites.isRenewed(place))) {
      this.lock.lock("renewed");
      return;
    }
    this.#shown = "";
    const { words } = this;
    const said = whatToSay(cause, { words, acceptOld: () => this.sites.acceptOld(place), again: () => void this.#follow() });
    messagePage({ ...said, language: words.code, title: words.title, keep: [this.#live, this.idle.dialog] });
    settleOn({ anchor: "", scroll: undefined });
    console.warn(cause instanceof Error ? cause.message : "the page could not be shown");
  }

  /** @param {string} said */
  #say(said) {
    if (this.#live.isConnected) this.#live.textContent = said;
  }
}

/** @returns {HTMLDetailsElement[]} what can be folded, in the order of the page */
function folds() {
  return [...document.querySelectorAll("details")];
}

/** Whether only the place on the page differs. @param {string} one @param {string} other @returns {boolean} */
function isSamePage(one, other) {
  /** @param {string} address */
  const page = (address) => address.split("#").slice(0, 2).join("#").replace(/#\/?$/, "");
  return one !== "" && page(one) === page(other);
}
