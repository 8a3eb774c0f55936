/** Two pictures of the same frame laid over each other, with a slider of the browser's own and buttons for the same. */

import { written } from "./numbers.js";

/** @param {Document} root @param {{signal: AbortSignal}} page */
export function offerSlider(root, { signal }) {
  for (const sides of root.querySelectorAll("[data-slider]")) {
    if (sides instanceof HTMLElement) void layOver(sides, signal);
  }
}

/** @param {HTMLElement} sides @param {AbortSignal} signal */
async function layOver(sides, signal) {
  const [earlier, later] = [...sides.querySelectorAll(".side")].map((side) => side.querySelector("img"));
  if (!earlier || !later) return;
  try {
    await Promise.all([loaded(earlier, signal), loaded(later, signal)]);
  } catch {
    // Without both pictures there is nothing to lay over; side by side they say what is missing.
    return;
  }
  // The edge follows the thumb: before it the earlier picture, behind it the later one.
  const [under, over] = [copyOf(later), copyOf(earlier)];
  const rightToLeft = getComputedStyle(sides).direction === "rtl";

  const range = document.createElement("input");
  range.type = "range";
  range.min = "0";
  range.max = "100";
  range.setAttribute("aria-label", sides.dataset["sliderLabel"] ?? "");
  /** @param {number} share of the earlier picture, in per cent */
  const show = (share) => {
    range.value = String(share);
    range.setAttribute("aria-valuetext", shown(sides.dataset, share));
    over.style.clipPath = rightToLeft ? `inset(0 0 0 ${100 - share}%)` : `inset(0 ${100 - share}% 0 0)`;
  };
  range.addEventListener("input", () => show(range.valueAsNumber), { signal });

  const pictures = document.createElement("div");
  pictures.className = "slider-pictures";
  pictures.append(under, over);
  const buttons = document.createElement("div");
  buttons.className = "slider-buttons";
  for (const [word, share] of /** @type {const} */ ([["earlier", 100], ["half", 50], ["later", 0]])) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = sides.dataset[word] ?? "";
    button.addEventListener("click", () => show(share), { signal });
    buttons.append(button);
  }
  const slider = document.createElement("div");
  slider.className = "slider";
  slider.append(pictures, range, buttons);
  show(50);
  sides.before(slider);
}

/** What is to be seen, in words: one of the pictures, or how much of the earlier one. @param {DOMStringMap} words @param {number} share @returns {string} */
function shown({ earlier = "", later = "", when = "", said = "" }, share) {
  if (share === 100) return earlier;
  if (share === 0) return later;
  return said.replace("{when}", when).replace("{share}", written(share / 100, { style: "percent" }));
}

/** @param {HTMLImageElement} picture @param {AbortSignal} signal @returns {Promise<void>} */
function loaded(picture, signal) {
  // A sealed picture that has not been opened yet only keeps its room.
  const isHere = () => picture.complete && picture.naturalWidth > 0 && !picture.hasAttribute("data-waiting");
  if (isHere()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    picture.addEventListener("load", () => isHere() && resolve(), { signal });
    picture.addEventListener("error", () => reject(new Error("a picture is missing")), { once: true, signal });
  });
}

/** @param {HTMLImageElement} picture @returns {HTMLImageElement} */
function copyOf(picture) {
  const copy = new Image(picture.naturalWidth, picture.naturalHeight);
  copy.src = picture.currentSrc || picture.src;
  copy.alt = "";
  return copy;
}
