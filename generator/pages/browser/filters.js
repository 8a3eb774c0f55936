/** The timeline's chips and its fold: what is shown is told in words, kept in the address and never far from everything. */

import { chosenInAddress, keepInAddress } from "./address.js";
import { written } from "./numbers.js";
import { turnRound } from "./order.js";

const OLDEST_FIRST = "oldest-first";

/** @param {Document} root @param {{signal: AbortSignal}} page */
export function offerFilters(root, { signal }) {
  const timeline = root.querySelector("[data-timeline]");
  if (timeline instanceof HTMLElement) new Timeline(timeline).start(signal);
}

class Timeline {
  /** @param {HTMLElement} timeline */
  constructor(timeline) {
    this.entries = [...timeline.querySelectorAll("[data-tokens]")];
    this.chips = [...timeline.querySelectorAll("[data-token]")];
    this.status = timeline.querySelector("[role=status]");
    this.everything = timeline.querySelector("[data-show-all]");
    this.older = timeline.querySelector("[data-show-older]");
    this.oldestFirst = timeline.querySelector("[data-oldest-first]");
    this.timeline = timeline;
    this.filters = timeline.querySelector("[data-filters]");
    this.parts = [...timeline.querySelectorAll(".month, .term")];
    this.months = [...timeline.querySelectorAll(".months a")];
    this.step = Number(timeline.dataset["pageSize"] ?? this.entries.length);
    this.limit = this.step;
  }

  /** @param {AbortSignal} signal */
  start(signal) {
    const chosen = new Set(chosenInAddress());
    for (const chip of this.chips) {
      chip.setAttribute("aria-pressed", String(chosen.has(tokenOf(chip))));
      chip.addEventListener(
        "click",
        () => {
          chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
          this.#chosenAnew();
        },
        { signal },
      );
    }
    this.everything?.addEventListener("click", () => this.#forget(), { signal });
    this.oldestFirst?.addEventListener(
      "click",
      () => {
        this.#turn();
        this.#keep();
      },
      { signal },
    );
    this.oldestFirst?.removeAttribute("hidden");
    this.older?.addEventListener("click", () => this.#showMore(), { signal });
    for (const link of this.months) link.addEventListener("click", () => this.#unfold(), { signal });
    this.filters?.removeAttribute("hidden");
    if (chosen.delete(OLDEST_FIRST)) this.#turn();
    if (chosen.size) this.filters?.setAttribute("open", "");
    this.#show();
  }

  #chosenAnew() {
    this.#keep();
    this.#show();
  }

  #keep() {
    const chosen = this.#pressed().map(tokenOf);
    keepInAddress(this.#isTurned() ? [...chosen, OLDEST_FIRST] : chosen);
  }

  #isTurned() {
    return this.oldestFirst?.getAttribute("aria-pressed") === "true";
  }

  #forget() {
    for (const chip of this.chips) chip.setAttribute("aria-pressed", "false");
    this.#chosenAnew();
    this.filters?.querySelector("summary")?.focus();
  }

  #showMore() {
    const first = this.entries.filter((entry) => this.#fits(entry))[this.limit];
    this.limit += this.step;
    this.#show();
    first?.querySelector("a")?.focus();
  }

  /** A turned run begins with the oldest, and what is folded away is newer. */
  #turn() {
    this.oldestFirst?.setAttribute("aria-pressed", String(!this.#isTurned()));
    turnRound(this.timeline);
    this.entries = [...this.timeline.querySelectorAll("[data-tokens]")];
    this.limit = this.step;
    const word = this.older?.getAttribute(this.#isTurned() ? "data-newer" : "data-older");
    if (this.older && word) this.older.textContent = word;
    this.#show();
  }

  #unfold() {
    this.limit = this.entries.length;
    this.#show();
  }

  #pressed() {
    return this.chips.filter((chip) => chip.getAttribute("aria-pressed") === "true");
  }

  /** Chips of one group widen each other, groups narrow each other. @param {Element} entry */
  #fits(entry) {
    const tokens = new Set((entry.getAttribute("data-tokens") ?? "").split(" "));
    /** @type {Map<Element | null, boolean>} */
    const groups = new Map();
    for (const chip of this.#pressed()) {
      const group = chip.closest("[data-filter]");
      groups.set(group, groups.get(group) || tokens.has(tokenOf(chip)));
    }
    return [...groups.values()].every(Boolean);
  }

  #show() {
    const fitting = this.entries.filter((entry) => this.#fits(entry));
    const shown = new Set(fitting.slice(0, this.limit));
    for (const entry of this.entries) entry.toggleAttribute("hidden", !shown.has(entry));
    for (const part of this.parts) part.toggleAttribute("hidden", !part.querySelector(".entry:not([hidden])"));
    const narrowed = this.#pressed().length > 0;
    this.everything?.toggleAttribute("hidden", !narrowed);
    this.older?.toggleAttribute("hidden", fitting.length <= this.limit);
    if (this.status) {
      const sentence = narrowed ? this.status.getAttribute("data-status-some") : "";
      this.status.textContent = (sentence ?? "")
        .replace("{count}", written(fitting.length))
        .replace("{total}", written(this.entries.length));
    }
  }
}

/** @param {Element} chip @returns {string} */
function tokenOf(chip) {
  return chip.getAttribute("data-token") ?? "";
}
