import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { provideVerifier } from "../../../generator/vault/browser/format/signature.js";
import { unpackedWords } from "../../../generator/vault/browser/format/word_list.js";
import { filesOf, isSound, open, verdict } from "./vectors.js";

const VECTORS = new URL("../../vectors/vault/", import.meta.url);
const ARGON2_FOLDER = new URL("../../../generator/vault/browser/unlock/", import.meta.url);
const LIST = unpackedWords(readFileSync(new URL("../../../generator/vault/browser/built/words.txt", import.meta.url), "utf-8"));

/** @param {string} name */
const vector = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, VECTORS), "utf-8"));
const sound = vector("ok");
const at = { list: LIST, shell: ARGON2_FOLDER };

for (const secret of sound.secrets) {
  test(`the sound site opens with its ${Object.keys(secret)[0]}`, async () => {
    const { opened, site } = await open(filesOf(sound), { folder: sound.folder, secret, ...at });
    assert.equal(opened.role, sound.expect.role);
    assert.deepEqual(
      opened.siblings.map(({ site, epoch }) => ({ site, epoch })),
      sound.expect.siblings.map((/** @type {{site: string, epoch: number}} */ { site, epoch }) => ({ site, epoch })),
    );
    const { generation, published, edition, label, entry, theme, lockAfterMinutes } = site.manifest;
    const { expect } = sound;
    assert.deepEqual(
      { generation, published, edition, label, entry, theme, lock_after_minutes: lockAfterMinutes },
      {
        generation: expect.generation,
        published: expect.published,
        edition: expect.edition,
        label: expect.label,
        entry: expect.entry,
        theme: expect.theme,
        lock_after_minutes: expect.lock_after_minutes,
      },
    );
    assert.deepEqual([...site.manifest.files.keys()].sort(), Object.keys(expect.contents).sort());
    for (const [path, { type }] of Object.entries(expect.contents)) {
      assert.equal(site.describe(path).type, type);
      assert.ok(await isSound(site, path, sound), path);
    }
  });
}

const refusals = readdirSync(VECTORS).filter((name) => name.endsWith(".json") && name !== "ok.json");
for (const name of refusals.map((file) => file.replace(/\.json$/, ""))) {
  const refused = vector(name);
  test(`${name}: ${refused.about}`, async () => assert.equal(await verdict(refused, { sound, ...at }), ""));
}

test("a browser without Ed25519 verifies with the library", async (context) => {
  const { importKey } = crypto.subtle;
  context.mock.method(crypto.subtle, "importKey", /** @param {unknown[]} given */ (...given) => {
    if (given[2] === "Ed25519") throw new DOMException("unknown", "NotSupportedError");
    return Reflect.apply(importKey, crypto.subtle, given);
  });
  provideVerifier(async () => (await import("../../../generator/vault/browser/format/ed25519.js")).verify);
  await open(filesOf(sound), { folder: sound.folder, secret: sound.secrets[1], ...at });
  assert.equal(await verdict(vector("manifest-signature-of-other-school"), { sound, ...at }), "");
});
