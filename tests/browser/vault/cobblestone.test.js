import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inflateSync } from "node:zlib";

import { importKey, open } from "../../../generator/vault/browser/format/cobblestone.js";

const VECTORS = process.env.KINFOLIO_WYCHEPROOF ?? "../shared/vectors";
const FILE = `${VECTORS}/c2sp_chunked_encryption_aes_256_gcm_test.json`;

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
const hex = (text) => Uint8Array.from(Buffer.from(text, "hex"));

test("opens and refuses what Wycheproof says", { skip: existsSync(FILE) ? false : `no Wycheproof vectors in ${VECTORS}` }, async () => {
  const { testGroups } = JSON.parse(readFileSync(FILE, "utf-8"));
  let opened = 0;
  let refused = 0;
  for (const vector of testGroups.flatMap((/** @type {{tests: object[]}} */ group) => group.tests)) {
    const message = Uint8Array.from(inflateSync(hex(vector.ct)));
    const key = await importKey(hex(vector.key)).catch(() => undefined);
    const plaintext = key && (await open(key, message, hex(vector.ctx)));
    if (vector.result === "valid") {
      assert.ok(plaintext, `vector ${vector.tcId} opens`);
      assert.equal(plaintext.length, vector.msgLength);
      assert.equal(createHash("sha512").update(plaintext).digest("hex"), vector.msgSha512);
      opened++;
    } else {
      assert.equal(plaintext, undefined, `vector ${vector.tcId} is refused`);
      refused++;
    }
  }
  assert.ok(opened >= 10 && refused >= 25);
});
