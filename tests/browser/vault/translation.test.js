import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { catalogueIn } from "../../../generator/vault/browser/catalogues.js";
import { keyOf, Translation } from "../../../generator/vault/browser/reading/translation.js";

const PO = `
msgid ""
msgstr ""
"Language: fr\\n"

msgid "Goals"
msgstr "Objectifs"

#, python-format
msgid "%(name)s says hello"
msgstr ""
"%(name)s dit "
"« bonjour » & plus"

#, fuzzy
msgid "Doubtful"
msgstr "Douteux"

msgid "Not yet"
msgstr ""

msgid "%(size)s MB"
msgstr "%(size)s Mo"

msgid "%(num)s piece"
msgid_plural "%(num)s pieces"
msgstr[0] "%(num)s travail"
msgstr[1] "%(num)s travaux"
msgstr[2] "%(num)s travaux"
`;

const kept = readFileSync(new URL("../../../generator/languages/writing.json", import.meta.url), "utf-8");
const french = new Translation("fr", catalogueIn(PO), JSON.parse(kept).fr);

/** @param {string} text @param {...(number | string)} places */
const page = (text, ...places) => `${text}<!--words ${JSON.stringify(places)}-->\n`;

test("only what was translated and is not in doubt is in the catalogue", () => {
  const kept = ["Goals", "%(name)s says hello", "%(size)s MB", "%(num)s piece"];
  assert.deepEqual(Object.keys(catalogueIn(PO)).sort(), kept.map(keyOf).sort());
});

test("what only paper says is left out, and what a page says too is not", () => {
  const said = (/** @type {string} */ places) => catalogueIn(`${places}\nmsgid "Keep it"\nmsgstr "À garder"\n`);
  assert.deepEqual(said("#: generator/letters/templates/sheet.html generator/keepsake/book.py"), {});
  assert.deepEqual(said("#: generator/keepsake/book.py generator/views/home.py"), { [keyOf("Keep it")]: "À garder" });
});

test("two messages with one key are never mistaken for each other", () => {
  const twice = '\nmsgid "Goals"\nmsgstr "Buts"\n';
  assert.throws(() => catalogueIn(twice + twice), /two messages/);
});

test("words in their places are exchanged, in text and in attributes", () => {
  const text = '<html lang="en"><p title="Goals">🦦 Goals</p>';
  assert.equal(french.page(page(text, 26, 5, 5, 5)), '<html lang="en"><p title="Objectifs">🦦 Objectifs</p>');
});

test("a mark brings its values, and what somebody wrote is left alone", () => {
  const mark = "%(name)s says hello\ue001name\ue002<bdi>Goals &amp; Co</bdi>";
  assert.equal(french.page(page("<p>x</p>", 3, 1, mark)), "<p><bdi>Goals &amp; Co</bdi> dit « bonjour » &#38; plus</p>");
});

test("marks in marks, numbers, days and sizes", () => {
  const inner = "\ue000Goals\ue003";
  assert.equal(french.words(`\ue000%(name)s says hello\ue001name\ue002${inner}\ue003`), "Objectifs dit « bonjour » &#38; plus");
  /** @param {number} count */
  const pieces = (count) => french.words(`\ue000%(num)s piece\ue002%(num)s pieces\ue001\ue002${count}\ue001num\ue002${count}\ue003`);
  assert.deepEqual([0, 1, 2].map(pieces), ["0 travail", "1 travail", "2 travaux"]);
  assert.equal(french.words("\ue000@day\ue001\ue0022026-05-20\ue003"), "20 mai 2026");
  assert.equal(french.words("\ue000@day\ue001\ue0022026-05-01\ue003"), "1er mai 2026");
  assert.equal(french.words("\ue000@size\ue001\ue0021234567\ue003"), "1,2\u202fMo");
  assert.equal(french.words("A\ue000@joint\ue001\ue002pair\ue003B"), "A et B");
});

test("an unknown message stays English, and a page without places stays as it is", () => {
  assert.equal(french.words("\ue000Unheard of\ue003"), "Unheard of");
  assert.equal(french.page("<p>Goals</p>"), "<p>Goals</p>");
});
