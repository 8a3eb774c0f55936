import assert from "node:assert/strict";
import { test } from "node:test";

import { indexOf } from "../../../generator/vault/browser/reading/search.js";
import { folded, wordsOf } from "../../../generator/vault/browser/reading/tokens.js";

const ENTRIES = [
  { path: "e/robot.html", title: "My robot", text: "It drew a triangle and stopped.", kind: "Product", date: "2026-10-02", lang: "en" },
  { path: "e/eleve.html", title: "L’élève", text: "Une journée à l’école", kind: "", date: "", lang: "fr" },
  { path: "e/punjabi.html", title: "ਮੇਰੀ ਕਹਾਣੀ", text: "ਮੈਂ ਪੰਜਾਬੀ ਵਿੱਚ ਲਿਖਿਆ", kind: "", date: "", lang: "pa" },
  { path: "e/chinese.html", title: "星期三", text: "我们去图书馆看书。", kind: "", date: "", lang: "zh" },
  { path: "e/arabic.html", title: "الأربعاء", text: "ذَهَبْنا إلى المكتبة", kind: "", date: "", lang: "ar" },
];
const index = indexOf(ENTRIES);

/** @param {string} query */
const found = (query) => index.search(query).map(({ path }) => path);

for (const [query, path] of /** @type {const} */ ([
  ["triang", "e/robot.html"],
  ["ROBOT", "e/robot.html"],
  ["tirangle", "e/robot.html"],
  ["robot triangle", "e/robot.html"],
  ["eleve", "e/eleve.html"],
  ["ÉCOLE", "e/eleve.html"],
  ["ਪੰਜਾ", "e/punjabi.html"],
  ["图书馆", "e/chinese.html"],
  ["书馆", "e/chinese.html"],
  ["书", "e/chinese.html"],
  ["المكت", "e/arabic.html"],
  ["مكتبة", "e/arabic.html"],
  ["ذهبنا", "e/arabic.html"],
])) {
  test(`"${query}" finds its page`, () => assert.deepEqual(found(query), [path]));
}

test("all words must be there", () => assert.deepEqual(found("robot école"), []));
test("vowel signs of Punjabi are kept", () => assert.equal(folded("ਪੰਜਾਬੀ"), "ਪੰਜਾਬੀ"));
test("punctuation is no word", () => assert.deepEqual(wordsOf(" … — ! "), []));
