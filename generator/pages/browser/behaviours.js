/**
 * What pages do beyond links: small improvements on pages that already work without them.
 *
 * @import { Enliven } from "../../vault/browser/reading/reader.js"
 */

import { offerSlider } from "./compare.js";
import { offerFilters } from "./filters.js";
import { markWhatIsNew } from "./news.js";
import { playOneAtATime } from "./players.js";
import { offerPrint } from "./print.js";
import { offerQuestions } from "./questions.js";
import { offerSorting } from "./tables.js";
import { offerReading } from "./read_aloud.js";
import { offerSettings } from "./settings.js";
import { offerTour } from "./tour.js";
import { offerZoom } from "./zoom.js";

/** What `templates/frame.html` links to on every page. */
export const STYLES = ["kinfolio.css"];

/** Gives the page in the document its behaviours; called once for each page, which ends with the signal. @type {Enliven} */
export function enliven(root, page) {
  offerSettings(root, page);
  markWhatIsNew(root, page);
  offerQuestions(root, page);
  offerFilters(root, page);
  offerSlider(root, page);
  offerSorting(root, page);
  offerTour(root, page);
  offerZoom(root, page);
  playOneAtATime(root, page);
  offerPrint(root, page);
  offerReading(root, page);
}
