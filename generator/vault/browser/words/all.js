/** Every language's words in one piece, for the edition that is opened from a disk and can fetch no module. */

import * as ar from "./ar.js";
import * as es from "./es.js";
import * as fa from "./fa.js";
import * as fr from "./fr.js";
import * as ko from "./ko.js";
import * as pa from "./pa.js";
import * as tl from "./tl.js";
import * as zhHans from "./zh-Hans.js";
import * as zhHant from "./zh-Hant.js";

export const modules = {
  "words-ar.js": ar,
  "words-es.js": es,
  "words-fa.js": fa,
  "words-fr.js": fr,
  "words-ko.js": ko,
  "words-pa.js": pa,
  "words-tl.js": tl,
  "words-zh-Hans.js": zhHans,
  "words-zh-Hant.js": zhHant,
};
