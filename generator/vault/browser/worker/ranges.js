/**
 * A part of a file as browsers ask for it: which bytes, and a stream that opens one sealed part at a time.
 *
 * @import { Bytes } from "../format/bytes.js"
 * @typedef {{first: number, last: number}} Range both ends included
 */

import { PART_SIZE } from "../format/manifest.js";

/**
 * The range of a `Range` header. Several ranges, or something else, count as none: the whole file is a right answer too.
 *
 * @param {string | null} header
 * @param {number} size of the file
 * @returns {Range | "unsatisfiable" | undefined}
 */
export function rangeIn(header, size) {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  if (!found || (found[1] === "" && found[2] === "")) return undefined;
  const [from, to] = [found[1] ?? "", found[2] ?? ""];
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return first >= size || first > last ? "unsatisfiable" : { first, last };
}

/**
 * Exactly the bytes of a range. One part is opened for each pull, and the next one is already asked for.
 *
 * @param {Range} range
 * @param {(index: number) => Promise<Bytes>} openPart
 * @returns {ReadableStream<Bytes>}
 */
export function streamOf({ first, last }, openPart) {
  const lastPart = Math.floor(last / PART_SIZE);
  let index = Math.floor(first / PART_SIZE);
  /** @type {Promise<Bytes> | undefined} */
  let next;
  return new ReadableStream(
    {
      async pull(controller) {
        const part = await (next ?? openPart(index));
        next = index < lastPart ? openPart(index + 1) : undefined;
        // A failure ahead is reported when its turn comes.
        next?.catch(() => undefined);
        const start = index * PART_SIZE;
        controller.enqueue(part.subarray(Math.max(first - start, 0), Math.min(last - start, PART_SIZE - 1) + 1));
        index += 1;
        if (!next) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
