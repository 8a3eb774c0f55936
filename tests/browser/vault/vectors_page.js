/** All vectors in the browser that shows this page; what it finds is in `window.verdicts`, by the vector's name. */

import { provideVerifier } from "../../../generator/vault/browser/format/signature.js";
import { unpackedWords } from "../../../generator/vault/browser/format/word_list.js";
import { publicVerdicts } from "./public_vectors.js";
import { filesOf, isSound, open, verdict } from "./vectors.js";

const VECTORS = new URL("../../vectors/vault/", import.meta.url);
const SHELL = new URL("../../../generator/vault/browser/built/", import.meta.url);

/** @type {(address: URL) => Promise<Response>} before the vectors put their own in its place */
const fetched = globalThis.fetch.bind(globalThis);

provideVerifier(async () => (await import(new URL("ed25519.js", SHELL).href)).verify);

/** @param {string} name */
const vector = async (name) => (await fetched(new URL(`${name}.json`, VECTORS))).json();

/** @param {readonly string[]} names */
async function run(names) {
  /** @type {Record<string, string>} */
  const verdicts = {};
  const list = unpackedWords(await (await fetched(new URL("words.txt", SHELL))).text());
  const sound = await vector("ok");
  for (const secret of sound.secrets) {
    const { site } = await open(filesOf(sound), { folder: sound.folder, secret, list, shell: SHELL });
    for (const path of Object.keys(sound.expect.contents)) {
      verdicts[`${Object.keys(secret)[0]} ${path}`] = (await isSound(site, path, sound)) ? "" : "is not what it was";
    }
  }
  for (const name of names) {
    verdicts[name] = await verdict(await vector(name), { sound, list, shell: SHELL }).catch(String);
  }
  Object.assign(globalThis, { verdicts });
}

/** @param {import("./public_vectors.js").PublicVectors} vectors */
async function runPublic(vectors) {
  const said = await publicVerdicts(vectors, SHELL).catch((/** @type {unknown} */ cause) => [String(cause)]);
  Object.assign(globalThis, { publicVerdicts: said });
}

Object.assign(globalThis, { run, runPublic });
