import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { fetcher } from "../../../generator/vault/browser/format/fetching.js";
import { VaultProblem } from "../../../generator/vault/browser/format/problem.js";
import { provideVerifier } from "../../../generator/vault/browser/format/signature.js";
import { Site } from "../../../generator/vault/browser/format/site.js";
import { unpackedWords } from "../../../generator/vault/browser/format/word_list.js";
import { canonicalWords, slipIn } from "../../../generator/vault/browser/format/words.js";
import { linkKeyIn, placeOf } from "../../../generator/vault/browser/place.js";
import { unlockWithLink, unlockWithWords } from "../../../generator/vault/browser/unlock/unlock.js";

const VECTORS = new URL("../../vectors/vault/", import.meta.url);
const ARGON2_FOLDER = new URL("../../../generator/vault/browser/unlock/", import.meta.url);
const LIST = unpackedWords(readFileSync(new URL("../../../generator/vault/browser/built/words.txt", import.meta.url), "utf-8"));

/** @typedef {Record<string, Buffer>} Files */
/** @typedef {{words?: string, link?: string}} Secret */
/** @typedef {{file: string, remove?: true, cut?: number, append?: string, at?: number, xor?: string, put?: string, write?: string, copy?: string}} Change */

/** @param {string} name */
const vector = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, VECTORS), "utf-8"));
const sound = vector("ok");

/** @returns {Files} */
function soundFiles() {
  return Object.fromEntries(Object.entries(sound.files).map(([name, data]) => [name, Buffer.from(data, "base64")]));
}

/** @param {readonly Change[]} changes @returns {Files} */
function changed(changes) {
  const before = soundFiles();
  const after = soundFiles();
  for (const { file, remove, cut, append, at, xor, put, write, copy } of changes) {
    let data = after[file] ?? Buffer.alloc(0);
    if (cut !== undefined) data = data.subarray(0, cut);
    else if (append) data = Buffer.concat([data, Buffer.from(append, "hex")]);
    else if (write !== undefined) data = Buffer.from(write, "base64");
    else if (copy) data = Buffer.from(/** @type {Buffer} */ (before[copy]));
    else if (put && at !== undefined) Buffer.from(put, "base64").copy(data, at);
    else if (xor && at !== undefined) Buffer.from(xor, "hex").forEach((bits, index) => (data[at + index] = (data[at + index] ?? 0) ^ bits));
    else assert.ok(remove, "a change that nobody knows");
    if (remove) delete after[file];
    else after[file] = data;
  }
  return after;
}

/**
 * Opens files as a page at their address would.
 *
 * @param {Files} files
 * @param {{folder: string, secret: Secret, remembered?: {epoch: number, generation: number}}} as
 */
async function open(files, { folder, secret, remembered }) {
  const place = placeOf(`https://school.example/portfolios/${folder}/#/`);
  globalThis.fetch = async (address) => {
    const data = files[String(address).slice(place.folder.length)];
    return data ? new Response(Uint8Array.from(data)) : new Response(null, { status: 404 });
  };
  const opened = secret.link === undefined ? await openWithWords(secret.words ?? "", place) : await openWithLink(secret.link, place);
  return { opened, site: await Site.open(opened.keys, fetcher(place.folder), { seen: remembered }) };
}

/** @param {string} typed @param {import("../../../generator/vault/browser/place.js").Place} place */
async function openWithWords(typed, place) {
  const words = canonicalWords(typed);
  const slip = slipIn(words, LIST);
  if (slip) throw new VaultProblem("words", slip.reason);
  return unlockWithWords(words, { place, shell: ARGON2_FOLDER });
}

/** @param {string} text @param {import("../../../generator/vault/browser/place.js").Place} place */
async function openWithLink(text, place) {
  const link = linkKeyIn(`#k=${text}`);
  assert.ok(link);
  return unlockWithLink(link, place);
}

/** @param {Site} site @param {string} path */
async function assertSound(site, path) {
  assert.deepEqual(Buffer.from(await site.bytes(path)), Buffer.from(sound.expect.contents[path].data, "base64"));
}

for (const secret of sound.secrets) {
  test(`the sound site opens with its ${Object.keys(secret)[0]}`, async () => {
    const { opened, site } = await open(soundFiles(), { folder: sound.folder, secret });
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
      await assertSound(site, path);
    }
  });
}

const refusals = readdirSync(VECTORS).filter((name) => name.endsWith(".json") && name !== "ok.json");
for (const name of refusals.map((file) => file.replace(/\.json$/, ""))) {
  const { about, folder, secret, remembered, changes, read, still, expect } = vector(name);
  test(`${name}: ${about}`, async () => {
    const refused = (/** @type {unknown} */ cause) => {
      assert.ok(cause instanceof VaultProblem, String(cause));
      assert.deepEqual({ layer: cause.layer, reason: cause.reason }, expect);
      return true;
    };
    if (read === undefined) {
      await assert.rejects(open(changed(changes), { folder, secret, remembered }), refused);
      return;
    }
    const { site } = await open(changed(changes), { folder, secret, remembered });
    await assert.rejects(site.bytes(read), refused);
    for (const path of still) await assertSound(site, path);
  });
}

test("a browser without Ed25519 verifies with the library", async (context) => {
  const { importKey } = crypto.subtle;
  context.mock.method(crypto.subtle, "importKey", /** @param {unknown[]} given */ (...given) => {
    if (given[2] === "Ed25519") throw new DOMException("unknown", "NotSupportedError");
    return Reflect.apply(importKey, crypto.subtle, given);
  });
  provideVerifier(async () => (await import("../../../generator/vault/browser/format/ed25519.js")).verify);
  await open(soundFiles(), { folder: sound.folder, secret: sound.secrets[1] });
  const { changes, folder, secret } = vector("manifest-signature-of-other-school");
  await assert.rejects(open(changed(changes), { folder, secret }), /bad-signature/);
});
