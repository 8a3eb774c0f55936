/**
 * Going back and forward as with ordinary pages: every entry of the history keeps its own scroll position.
 *
 * Only numbers are kept in the browser's history; titles and words are not.
 */

export class Places {
  /** @type {Map<number, number>} */
  #positions = new Map();
  #current = 0;
  #moving = false;

  constructor() {
    history.scrollRestoration = "manual";
    addEventListener(
      "scroll",
      () => {
        if (!this.#moving) this.#positions.set(this.#current, scrollY);
      },
      { passive: true },
    );
    // Across a reload only the browser remembers.
    addEventListener("pagehide", () => history.replaceState({ ...history.state, place: this.#current, scroll: scrollY }, ""));
  }

  /**
   * Call when the address changed; until `settle` is called, scrolling is not the reader's.
   *
   * @returns {number | undefined} where the reader had scrolled to, for an entry visited before
   */
  arrive() {
    this.#moving = true;
    const state = /** @type {{place?: number, scroll?: number} | null} */ (history.state);
    if (state?.place === undefined) {
      this.#current = Date.now() + Math.random();
      history.replaceState({ place: this.#current }, "");
      return undefined;
    }
    this.#current = state.place;
    return this.#positions.get(this.#current) ?? state.scroll;
  }

  settle() {
    this.#moving = false;
  }
}
