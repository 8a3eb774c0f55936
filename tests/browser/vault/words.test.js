import assert from "node:assert/strict";
import { test } from "node:test";

import { canonicalWords, completions, nearest, slipIn } from "../../../generator/vault/browser/format/words.js";
import { explained, loadWords } from "../../../generator/vault/browser/words/interface.js";
import { LANGUAGES, knownLanguage, languageFor } from "../../../generator/vault/browser/words/languages.js";
import { en } from "../../../generator/vault/browser/words/en.js";
import { packedWords, unpackedWords } from "../../../generator/vault/browser/format/word_list.js";
import { VaultProblem } from "../../../generator/vault/browser/format/problem.js";

const BUILT = new URL("../../../generator/vault/browser/built/", import.meta.url);
const LIST = ["acorn", "act", "acting", "actress", "banjo", "cactus", "daisy", "eagle", "fable"];

for (const typed of ["acorn banjo cactus", " Acorn,BANJO-cactus. ", "1. acorn\n2. banjo\n3. cactus", "ａｃｏｒｎ banjo　cactus"]) {
  test(`${JSON.stringify(typed)} is the same three words`, () => assert.deepEqual(canonicalWords(typed), ["acorn", "banjo", "cactus"]));
}

test("the list survives its packing", () => {
  assert.equal(packedWords(["acorn", "act", "as"]), "AacornCtBs");
  assert.deepEqual(unpackedWords(packedWords(LIST)), LIST);
});

test("completions begin as typed, after three letters", () => {
  assert.deepEqual(completions("act", LIST), ["act", "acting", "actress"]);
  assert.deepEqual(completions("ac", LIST), []);
});

test("a swapped, missing or wrong letter has a near word", () => {
  for (const slip of ["cactsu", "catus", "cactuss", "kactus"]) assert.equal(nearest(slip, LIST)[0], "cactus");
  assert.deepEqual(nearest("zzzzzz", LIST), []);
});

test("the wrong word is named before the count", () => {
  assert.deepEqual(slipIn(["acorn", "bnajo"], LIST), { reason: "not-on-list", index: 1, word: "bnajo", near: ["banjo"] });
  assert.deepEqual(slipIn(["acorn"], LIST), { reason: "wrong-count" });
  assert.equal(slipIn(["acorn", "banjo", "cactus", "daisy", "eagle", "fable"], LIST), undefined);
});

test("without a list only the count is looked at", () => {
  assert.equal(slipIn(["a", "b", "c", "d", "e", "f"], []), undefined);
});

test("the interface speaks the first language it knows", () => {
  assert.equal(languageFor(["de-CA", "fr-CA", "en"]), "fr");
  assert.equal(languageFor(["de"]), "en");
});

test("a browser's tag finds the catalogue its reader can read", () => {
  const tags = ["zh-TW", "zh-HK", "zh-CN", "zh-Hans-SG", "fil-PH", "pa-Guru-IN", "pa-Arab", "xx"];
  assert.deepEqual(tags.map(knownLanguage), ["zh-Hant", "zh-Hant", "zh-Hans", "zh-Hans", "tl", "pa", undefined, undefined]);
});

for (const { code } of LANGUAGES) {
  test(`${code} has a file of its own that says everything`, async () => {
    const words = await loadWords(code, BUILT);
    assert.equal(words.code, code);
    assert.deepEqual(Object.keys(words).sort(), Object.keys(en).sort());
  });
}

test("a language that does not arrive is English", async () => {
  assert.equal(await loadWords("fr", new URL("file:///nowhere/")), en);
});

test("every failure of the format has words of its own kind", () => {
  assert.equal(explained(new VaultProblem("words", "opens-nothing"), en), en.wordsOpenNothing);
  assert.equal(explained(new VaultProblem("slots", "cost-out-of-limits"), en), en.tampered);
  assert.equal(explained(new VaultProblem("blob", "truncated"), en), en.damaged);
  assert.equal(explained(new TypeError("anything"), en), en.damaged);
});
