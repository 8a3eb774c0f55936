import assert from "node:assert/strict";
import { test } from "node:test";

import { indexOf } from "../../../generator/vault/browser/reading/search.js";
import { folded, wordsOf } from "../../../generator/vault/browser/reading/tokens.js";

/** @param {string} lang @param {string} title @param {string} text */
const entry = (lang, title, text) => ({ path: `e/${lang}.html`, title, text, kind: "Evidence", date: "", lang });

const ENTRIES = [
  entry("en", "My robot", "It drew a triangle and stopped. It didn’t hurt. 3 wheels"),
  entry("fr", "L’élève", "Une journée à l’école, le cœur léger, chez ma grand-mère"),
  entry("pa", "ਮੇਰੀ ਕਹਾਣੀ", "ਮੈਂ ਪੰਜਾਬੀ ਵਿੱਚ ੧੨ ਸ਼ਬਦ ਲਿਖੇ"),
  entry("zh-Hans", "星期三", "我们去图书馆看书。"),
  entry("zh-Hant", "星期四", "我們去圖書館畫畫。"),
  entry("ar", "الأربعاء", "ذَهَبْنا إلى المكتبة ثم رجعنا بالحافلة وأكلنا للمدرسة ٤٥"),
  entry("ko", "수요일", "우리는 도서관에서 책을 읽었다"),
  entry("fa", "چهارشنبه", "ما به کتابخانه رفتیم و کتاب می‌خوانیم"),
  entry("vi", "Thứ tư", "Con đường đến trường"),
];
const index = await indexOf(ENTRIES);

/** @param {string} query */
const found = (query) => index.search(query).map(({ path }) => path.slice(2, -5));

for (const [language, queries] of Object.entries({
  en: ["triang", "ROBOT", "tirangle", "robot triangle", "didnt", "didn't", "٣ wheels"],
  fr: ["eleve", "élève", "ÉCOLE", "ecole", "l'ecole", "coeur", "cœur", "grandmere", "grand mere", "grand-mère"],
  pa: ["ਪੰਜਾ", "ਕਹਾ", "ਸ਼ਬਦ", "12 ਸ਼ਬ"],
  "zh-Hans": ["图书馆", "书馆", "书", "星期三"],
  "zh-Hant": ["圖書館", "書館", "書", "畫畫"],
  ar: ["المكت", "مكتبة", "مكت", "ذهبنا", "ذَهَبنا", "الاربعاء", "أربعاء", "حافلة", "الحافلة", "اكلنا", "مدرسة", "المدرسة", "45"],
  ko: ["도서관", "도서", "ㄷ", "도", "돗", "도서ㄱ", "도서과", "읽었"],
  fa: ["كتابخانه", "کتابخانه", "می‌خوانیم", "میخوانیم", "می خوانیم", "مي خوانيم"],
  vi: ["duong", "đường"],
})) {
  for (const query of queries) {
    test(`"${query}" finds the page in ${language}`, () => assert.deepEqual(found(query), [language]));
  }
}

test("all words must be there", () => assert.deepEqual(found("robot école"), []));
test("vowel signs of Punjabi are kept", () => assert.equal(folded("ਪੰਜਾਬੀ"), "ਪੰਜਾਬੀ"));
test("punctuation is no word", () => assert.deepEqual(wordsOf(" … — ! "), []));

test("a kind is found by its name in the reader's language, and so is what has no other name", async () => {
  const update = { ...entry("fr", "Learning update", "Bonjour"), kind: "Learning update", said: "Mise à jour" };
  const inFrench = await indexOf([update], (_, said) => said);
  assert.deepEqual(inFrench.search("mise").map(({ title, kind }) => [title, kind]), [["Mise à jour", "Mise à jour"]]);
});
