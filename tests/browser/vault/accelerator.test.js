import assert from "node:assert/strict";
import { test } from "node:test";

import { Accelerator } from "../../../generator/vault/browser/worker/accelerator.js";

const ROOT = "https://school.example/portfolios/";
const SCRIPT = `${ROOT}sw.js`;
const HELD = /** @type {import("../../../generator/vault/browser/worker/messages.js").Held} */ ({ site: "abc", keys: [], files: new Map() });

/** A page with a worker that notes what it is told. */
function page() {
  /** @type {string[]} */
  const told = [];
  /** @type {Record<string, (event: object) => void>} */
  const listeners = {};
  /** @type {(worker: object) => void} */
  let registered = () => undefined;
  const worker = {
    state: "activated",
    addEventListener: () => undefined,
    postMessage: (/** @type {{kind: string}} */ { kind }, /** @type {MessagePort[]} */ ports = []) => {
      told.push(kind);
      for (const port of ports) port.close();
    },
  };
  const container = {
    controller: undefined,
    register: () => new Promise((resolve) => (registered = () => resolve({ active: worker }))),
    addEventListener: (/** @type {string} */ name, /** @type {(event: object) => void} */ listen) => (listeners[name] = listen),
  };
  Object.defineProperty(globalThis, "navigator", { value: { serviceWorker: container }, configurable: true });
  Object.assign(globalThis, { addEventListener: (/** @type {string} */ name, /** @type {() => void} */ listen) => (listeners[name] = listen) });
  const accelerator = new Accelerator({ root: ROOT, script: SCRIPT });
  return { accelerator, told, listeners, register: () => registered(worker) };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 20));

test("what was opened is handed to the worker", async () => {
  const { accelerator, told, register } = page();
  const handed = accelerator.hold(HELD);
  register();
  await handed;
  assert.ok(told.includes("hold"));
});

test("what is still being opened when somebody locks is not handed over any more", async () => {
  const { accelerator, told, listeners, register } = page();
  const before = accelerator.hold(HELD);
  accelerator.forget();
  const after = accelerator.hold(HELD);
  register();
  await Promise.all([before, after]);
  listeners.pagehide?.({});
  await turn();
  assert.ok(!told.includes("hold") && !told.includes("leaving"), told.join());
  assert.ok(told.includes("forget"));
});

test("only our own worker is told what is held", async () => {
  const { accelerator, listeners, register } = page();
  register();
  await accelerator.hold(HELD);
  for (const [scriptURL, expected] of [[SCRIPT, "abc"], ["https://school.example/elsewhere/sw.js", undefined], ["", undefined]]) {
    /** @type {unknown} */
    let answered;
    const port = { postMessage: (/** @type {{site: string}} */ held) => (answered = held.site) };
    listeners.message?.({ data: { kind: "who-holds", site: "abc" }, ports: [port], source: { scriptURL } });
    assert.equal(answered, expected);
  }
});

test("an address that could reach the host holds no path", () => {
  const { accelerator } = page();
  assert.equal(accelerator.address("abc", "xyz"), `${ROOT}~/abc/xyz`);
});
