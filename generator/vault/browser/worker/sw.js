/**
 * The worker: gives pages the bytes of films, sound and documents, and carries the keys across a reload. In memory only.
 *
 * It knows no page and changes none; without it every page works the same, only seeking in long films is slower.
 *
 * @import { Bytes } from "../format/bytes.js"
 * @import { PartedFile } from "../format/manifest.js"
 * @import { Held, ToWorker } from "./messages.js"
 */

import { fetcher } from "../format/fetching.js";
import { openPart } from "../format/site.js";
import { ANSWERED } from "./messages.js";
import { rangeIn, streamOf } from "./ranges.js";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;

/** How long keys outlive their last page: long enough for a reload, too short for the next person at the computer. */
const RELOAD_TIME = 8000;
const ANSWER_TIME = 1500;
const PARTS_KEPT = 4;

/** @type {Map<string, Held>} */
const held = new Map();
/** @type {Map<string, Promise<Bytes>>} */
const parts = new Map();
/** @type {Map<string, number>} how many parts of a file are on their way */
const underWay = new Map();

worker.addEventListener("install", () => void worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (event) => {
  const { url, mode } = event.request;
  // Only pages of ours show files: nobody opens one in a window of its own, or in a frame, by its address.
  if (url.startsWith(scope + ANSWERED) && mode !== "navigate") event.respondWith(answer(event.request));
});

worker.addEventListener("message", (event) => {
  const client = /** @type {WindowClient | null} */ (event.source);
  // Other projects may live on the same origin; they get nothing.
  if (!client?.url.startsWith(scope)) return;
  event.waitUntil(hear(/** @type {ToWorker} */ (event.data), { client, port: event.ports[0] }));
});

/** @param {ToWorker} message @param {{client: WindowClient, port: MessagePort | undefined}} from */
async function hear(message, { client, port }) {
  switch (message.kind) {
    case "hold":
      held.set(message.held.site, message.held);
      break;
    case "recall":
      port?.postMessage((await heldFor(message.site, client.id))?.keys);
      break;
    case "fetching":
      port?.postMessage((underWay.get(`${message.site}/${message.path}`) ?? 0) > 0);
      break;
    case "claim":
      await worker.clients.claim();
      port?.postMessage(true);
      break;
    case "leaving":
      held.set(message.held.site, message.held);
      await forgetUnlessOpen(message.held.site);
      break;
    case "forget":
      held.clear();
      parts.clear();
  }
}

/** @param {string} site */
async function forgetUnlessOpen(site) {
  await new Promise((resolve) => setTimeout(resolve, RELOAD_TIME));
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const holders = await Promise.all(open.filter(({ url }) => url.startsWith(scope)).map((client) => asked(client, site)));
  if (!holders.some(Boolean)) {
    held.delete(site);
    parts.clear();
  }
}

/**
 * What is held for a site; after a rest the worker has forgotten it, and asks the pages that are open.
 *
 * @param {string} site
 * @param {string} [except] a client that is itself asking
 * @returns {Promise<Held | undefined>}
 */
async function heldFor(site, except) {
  const known = held.get(site);
  if (known) return known;
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const others = open.filter(({ id, url }) => id !== except && url.startsWith(scope));
  const answers = await Promise.all(others.map((client) => asked(client, site)));
  const found = answers.find(Boolean);
  if (found) held.set(site, found);
  return found;
}

/** @param {Client} client @param {string} site @returns {Promise<Held | undefined>} */
function asked(client, site) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data ?? undefined);
    setTimeout(() => resolve(undefined), ANSWER_TIME);
    client.postMessage({ kind: "who-holds", site }, [port2]);
  });
}

/** @param {Request} request @returns {Promise<Response>} */
async function answer(request) {
  const [site = "", name] = new URL(request.url).pathname.slice(new URL(scope + ANSWERED).pathname.length).split("/");
  if (site === "") return new Response(null, { status: 204 });
  const open = await heldFor(site);
  const keys = open?.keys.find((one) => one.site === site);
  const [path, file] = [...(open?.files ?? [])].find(([, { parts }]) => parts[0] === name) ?? [];
  if (!keys || !path || !file) return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });

  const range = rangeIn(request.headers.get("Range"), file.size);
  if (range === "unsatisfiable") {
    return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${file.size}`, "Cache-Control": "no-store" } });
  }
  const { first, last } = range ?? { first: 0, last: file.size - 1 };
  const body = file.size === 0 ? null : streamOf({ first, last }, (index) => part({ site, path, file, index, keys }));
  return new Response(body, {
    status: range ? 206 : 200,
    headers: {
      ...headersFor(file.type),
      "Content-Length": String(last - first + 1),
      ...(range ? { "Content-Range": `bytes ${first}-${last}/${file.size}` } : {}),
    },
  });
}

/** @param {string} type @returns {Record<string, string>} */
function headersFor(type) {
  // A viewer for films or PDF is the browser's own page and breaks under a policy; everything else can do nothing here.
  const viewed = /^(image\/(?!svg)|audio\/|video\/|application\/pdf$)/.test(type);
  return {
    "Content-Type": type.startsWith("text/") ? `${type}; charset=utf-8` : type,
    "Accept-Ranges": "bytes",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    ...(viewed ? {} : { "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox" }),
  };
}

/**
 * One part of a file. The last few are kept, since a player asks for the same place several times; for the same reason a
 * part that nobody waits for any more is still fetched to its end.
 *
 * @param {{site: string, path: string, file: PartedFile, index: number, keys: import("../format/keys.js").SiteKeys}} of
 * @returns {Promise<Bytes>}
 */
function part({ site, path, file, index, keys }) {
  const name = `${site}/${path}`;
  const key = `${name}/${index}`;
  const known = parts.get(key);
  if (known) return known;
  const opening = openPart({ keys, path, file, index, fetch: fetcher(`${scope}${site}/`) });
  parts.set(key, opening);
  for (const oldest of [...parts.keys()].slice(0, -PARTS_KEPT)) parts.delete(oldest);
  underWay.set(name, (underWay.get(name) ?? 0) + 1);
  const done = () => underWay.set(name, (underWay.get(name) ?? 1) - 1);
  opening.then(done, () => {
    done();
    parts.delete(key);
  });
  return opening;
}
