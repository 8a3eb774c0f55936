/**
 * The page's side of the worker: whether it works here, what it holds, and how to be rid of it.
 *
 * @import { SiteKeys } from "../format/keys.js"
 * @import { Held, ToPage, ToWorker } from "./messages.js"
 */

import { ANSWERED } from "./messages.js";

/** Longer than this nobody waits for an accelerator. */
const PATIENCE = 3000;

export class Accelerator {
  /** @type {Promise<ServiceWorker | undefined>} */
  #worker;
  /** @type {Held | undefined} */
  #held;
  #isOver = false;

  /** @param {{root: string, script: string}} at `script` is trusted already */
  constructor({ root, script }) {
    this.root = root;
    this.#worker = start(script, root);
    /** @type {Promise<boolean>} whether the worker answers for this very page; found out by trying */
    this.works = this.#worker.then((worker) => (worker ? answers(worker, root) : false));
    navigator.serviceWorker?.addEventListener("message", ({ data, ports, source }) => {
      // Another project on the same origin may have a worker too; it gets nothing.
      if (/** @type {ServiceWorker | null} */ (source)?.scriptURL !== String(script)) return;
      const { kind, site } = /** @type {ToPage} */ (data);
      if (kind === "who-holds") ports[0]?.postMessage(this.#held?.site === site ? this.#held : undefined);
    });
    addEventListener("pagehide", () => {
      if (this.#held) navigator.serviceWorker?.controller?.postMessage({ kind: "leaving", held: this.#held });
    });
  }

  /**
   * The address of a file that the worker answers. Should it ever be gone, the host is asked: so a file is called by its
   * first sealed part, which the host knows, and not by its path.
   *
   * @param {string} site
   * @param {string} firstPart
   * @returns {string}
   */
  address(site, firstPart) {
    return `${this.root}${ANSWERED}${site}/${firstPart}`;
  }

  /** Gives the worker what it needs for this page's files. @param {Held} held */
  async hold(held) {
    if (this.#isOver) return;
    this.#held = held;
    const worker = await this.#current();
    if (this.#held === held) worker?.postMessage({ kind: "hold", held });
  }

  /** The keys of a site that another page, or this one before its reload, has opened. @param {string} site */
  async recall(site) {
    // Only a worker from an earlier visit can hold anything; a first visit does not wait for one.
    const worker = (await inTime(navigator.serviceWorker?.getRegistration(this.root)?.catch(() => undefined)))?.active;
    return worker && /** @type {readonly SiteKeys[] | undefined} */ (await asked(worker, { kind: "recall", site }));
  }

  /** Whether parts of a file are on their way. @param {string} site @param {string} path @returns {Promise<boolean>} */
  async isFetching(site, path) {
    const worker = await this.#current();
    return worker !== undefined && (await asked(worker, { kind: "fetching", site, path })) === true;
  }

  /** Makes page and worker forget every key; what is still being opened is not handed over any more. */
  forget() {
    this.#isOver = true;
    this.#held = undefined;
    navigator.serviceWorker?.controller?.postMessage({ kind: "forget" });
    void this.#worker.then((worker) => worker?.postMessage({ kind: "forget" }));
  }

  /** @returns {Promise<ServiceWorker | undefined>} the one that answers now; a newer one may have taken over */
  async #current() {
    return navigator.serviceWorker?.controller ?? (await this.#worker);
  }
}

/** @param {string} script @param {string} scope @returns {Promise<ServiceWorker | undefined>} */
async function start(script, scope) {
  if (!navigator.serviceWorker) return undefined;
  try {
    const registration = await inTime(navigator.serviceWorker.register(script, { scope, updateViaCache: "none" }));
    if (!registration) return undefined;
    const worker = registration.active ?? registration.waiting ?? registration.installing;
    if (!worker) return undefined;
    return await inTime(activated(worker));
  } catch {
    return undefined;
  }
}

/** @param {ServiceWorker} worker @returns {Promise<ServiceWorker>} */
function activated(worker) {
  return new Promise((resolve) => {
    const look = () => worker.state === "activated" && resolve(worker);
    worker.addEventListener("statechange", look);
    look();
  });
}

/**
 * Tries whether a request comes back from the worker. A page that was reloaded hard is not answered until it is claimed.
 *
 * @param {ServiceWorker} worker
 * @param {string} root
 * @returns {Promise<boolean>}
 */
async function answers(worker, root) {
  if (!navigator.serviceWorker.controller) {
    const taken = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener("controllerchange", () => resolve(true), { once: true });
    });
    if (!(await asked(worker, { kind: "claim" }))) return false;
    if (!navigator.serviceWorker.controller && !(await inTime(taken))) return false;
  }
  const response = await inTime(fetch(root + ANSWERED, { cache: "no-store" }).catch(() => undefined));
  return response?.status === 204;
}

/** @param {ServiceWorker} worker @param {ToWorker} message @returns {Promise<unknown>} nothing where no answer comes */
function asked(worker, message) {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data ?? undefined);
  });
  worker.postMessage(message, [port2]);
  return inTime(answer);
}

/** @template T @param {Promise<T> | undefined} promise @returns {Promise<T | undefined>} */
function inTime(promise) {
  return Promise.race([promise, new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE))]);
}
