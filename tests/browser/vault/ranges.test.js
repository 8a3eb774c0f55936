import assert from "node:assert/strict";
import { test } from "node:test";

import { PART_SIZE } from "../../../generator/vault/browser/format/manifest.js";
import { rangeIn, streamOf } from "../../../generator/vault/browser/worker/ranges.js";

for (const [header, expected] of /** @type {const} */ ([
  ["bytes=0-1", { first: 0, last: 1 }],
  ["bytes=100-", { first: 100, last: 999 }],
  ["bytes=-200", { first: 800, last: 999 }],
  ["bytes=-5000", { first: 0, last: 999 }],
  ["bytes=900-5000", { first: 900, last: 999 }],
  ["bytes=1000-", "unsatisfiable"],
  ["bytes=5-4", "unsatisfiable"],
  ["bytes=0-1,5-6", undefined],
  ["bytes=-", undefined],
  ["lines=1-2", undefined],
  [null, undefined],
])) {
  test(`${header} of 1000 bytes`, () => assert.deepEqual(rangeIn(header, 1000), expected));
}

const SIZE = 3 * PART_SIZE + 500;
const FILE = Uint8Array.from({ length: SIZE }, (_, at) => (at * 7 + (at >> 13)) & 255);

/** @param {number} index */
const partOf = (index) => FILE.slice(index * PART_SIZE, (index + 1) * PART_SIZE);

for (const [first, last] of /** @type {const} */ ([
  [0, 1],
  [0, SIZE - 1],
  [PART_SIZE - 1, PART_SIZE],
  [PART_SIZE, 2 * PART_SIZE - 1],
  [SIZE - 10, SIZE - 1],
])) {
  test(`bytes ${first} to ${last} come exactly, over the edges of parts`, async () => {
    const got = await new Response(streamOf({ first, last }, async (index) => partOf(index))).arrayBuffer();
    assert.deepEqual(Buffer.from(got), Buffer.from(FILE.subarray(first, last + 1)));
  });
}

test("one part is asked for ahead, and no more", async () => {
  /** @type {number[]} */
  const asked = [];
  const reader = streamOf({ first: 0, last: SIZE - 1 }, async (index) => {
    asked.push(index);
    return partOf(index);
  }).getReader();
  await reader.read();
  assert.deepEqual(asked, [0, 1]);
  await reader.cancel();
  assert.deepEqual(asked, [0, 1]);
});

test("a part that cannot be opened ends the stream with its failure", async () => {
  const stream = streamOf({ first: 0, last: SIZE - 1 }, async (index) => {
    if (index === 1) throw new Error("damaged");
    return partOf(index);
  });
  await assert.rejects(new Response(stream).arrayBuffer());
});
