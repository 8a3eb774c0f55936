import assert from "node:assert/strict";
import { test } from "node:test";

import { openBlob } from "../../../generator/vault/browser/format/blobs.js";
import { openManifest } from "../../../generator/vault/browser/format/manifest.js";
import { linkKeyIn, neighbour, placeOf } from "../../../generator/vault/browser/place.js";
import { bestCandidate, candidates, target } from "../../../generator/vault/browser/reading/references.js";
import { routeIn, routeText } from "../../../generator/vault/browser/reading/routes.js";
import { isActiveAttribute, isActiveElement, mayHaveName } from "../../../generator/vault/browser/reading/sanitise.js";

const ENTRY = "index.html";
const page = { from: "e/x3.html", entry: ENTRY };

for (const [route, path, anchor] of /** @type {const} */ ([
  ["#/", "index.html", ""],
  ["#/timeline", "timeline.html", ""],
  ["#/e/7f3kq2ab", "e/7f3kq2ab.html", ""],
  ["#/timeline#march", "timeline.html", "march"],
  ["#/#new", "index.html", "new"],
  ["#/%C3%A9t%C3%A9", "été.html", ""],
])) {
  test(`${route} is ${path}`, () => {
    assert.deepEqual(routeIn(route, ENTRY), { path, anchor });
    assert.equal(routeText({ path, anchor }, ENTRY), route);
  });
}

test("an empty or broken address leads somewhere all the same", () => {
  assert.deepEqual(routeIn("", ENTRY), { path: ENTRY, anchor: "" });
  assert.deepEqual(routeIn("#/%E0%A4%A", ENTRY), { path: "%E0%A4%A.html", anchor: "" });
});

for (const [reference, expected] of /** @type {const} */ ([
  ["../timeline.html#march", { to: "page", path: "timeline.html", anchor: "march" }],
  ["x4.html", { to: "page", path: "e/x4.html", anchor: "" }],
  ["../", { to: "page", path: ENTRY, anchor: "" }],
  ["../media/a%20b.webp", { to: "file", path: "media/a b.webp" }],
  ["../theme/kinfolio.css", { to: "theme", path: "kinfolio.css" }],
  ["../theme/icons.svg#heart", { to: "theme", path: "icons.svg#heart" }],
  ["../../../media/x.webp", { to: "file", path: "media/x.webp" }],
  ["https://example.org/a", { to: "outside", address: "https://example.org/a" }],
  ["mailto:office@school.example", { to: "outside", address: "mailto:office@school.example" }],
  ["//example.org/a", { to: "outside", address: "https://example.org/a" }],
  ["javascript:alert(1)", { to: "nowhere" }],
  [" java\nscript:alert(1)", { to: "nowhere" }],
  ["data:text/html,<script>", { to: "nowhere" }],
  ["blob:https://example.org/1", { to: "nowhere" }],
  ["https://", { to: "nowhere" }],
])) {
  test(`${JSON.stringify(reference)} leads where it should`, () => assert.deepEqual(target(reference, page), expected));
}

test("plain ways up and down lead where a browser's own addresses do", () => {
  for (const from of ["index.html", "e/x3.html", "a/b/c.html", "a.b/c-d/e_f.html"]) {
    for (const up of ["", "../", "../../", "../../../"]) {
      for (const down of ["x.html", "x.webp", "m/x.html", "theme/kinfolio.css", "m.d/-/x..html", "_/x"]) {
        for (const anchor of ["", "#", "#a.b-c_1"]) {
          const address = new URL(up + down + anchor, `https://site.invalid/${from}`);
          const path = address.pathname.slice(1);
          const led = target(up + down + anchor, { from, entry: ENTRY });
          if (path.startsWith("theme/")) assert.deepEqual(led, { to: "theme", path: path.slice(6) + address.hash });
          else if (path.endsWith(".html")) assert.deepEqual(led, { to: "page", path, anchor: address.hash.slice(1) });
          else assert.deepEqual(led, { to: "file", path });
        }
      }
    }
  }
});

test("a picture inside its reference stays there", () => {
  assert.equal(target("data:image/png;base64,AAAA", page).to, "inline");
});

test("candidates of a srcset keep their sizes", () => {
  assert.deepEqual(candidates("a.webp 480w, b.webp 1200w"), [
    { reference: "a.webp", descriptor: "480w" },
    { reference: "b.webp", descriptor: "1200w" },
  ]);
  assert.deepEqual(candidates("a.webp, b.webp 2x"), [
    { reference: "a.webp", descriptor: "1x" },
    { reference: "b.webp", descriptor: "2x" },
  ]);
});

test("the smallest picture that is sharp enough is taken", () => {
  const sizes = [{ descriptor: "1200w" }, { descriptor: "480w" }];
  assert.equal(bestCandidate(sizes, { width: 320, density: 1 })?.descriptor, "480w");
  assert.equal(bestCandidate(sizes, { width: 320, density: 2 })?.descriptor, "1200w");
  assert.equal(bestCandidate(sizes, { width: 2000, density: 1 })?.descriptor, "1200w");
  assert.equal(bestCandidate([], { width: 2000, density: 1 }), undefined);
});

test("what acts by itself is taken out", () => {
  for (const name of ["script", "iframe", "object", "embed", "base", "style", "set"]) assert.ok(isActiveElement(name), name);
  for (const name of ["onclick", "onerror", "style", "srcdoc", "formaction", "ping"]) assert.ok(isActiveAttribute(name), name);
  for (const name of ["class", "id", "alt", "width", "data-tour", "aria-label", "lang", "dir"]) assert.ok(!isActiveAttribute(name), name);
});

test("a name is for controls, not for what a document would answer to", () => {
  for (const name of ["input", "select", "details", "meta"]) assert.ok(mayHaveName(name), name);
  for (const name of ["img", "form", "a", "iframe", "object", "embed", "map", "slot"]) assert.ok(!mayHaveName(name), name);
});

test("a page knows its folder and its deployment", () => {
  const place = placeOf("https://school.example/p/abcdefghijklmnop/index.html?x=1#/timeline");
  assert.deepEqual(place, {
    folder: "https://school.example/p/abcdefghijklmnop/",
    root: "https://school.example/p/",
    site: "abcdefghijklmnop",
  });
  assert.equal(neighbour(place, "ponmlkjihgfedcba").folder, "https://school.example/p/ponmlkjihgfedcba/");
});

test("only a whole link key is one", () => {
  assert.equal(linkKeyIn("#k=YGFiY2RlZmdoaWprbG1ubw")?.length, 16);
  assert.equal(linkKeyIn("#/timeline"), undefined);
  for (const bad of ["#k=", "#k=YGFi", "#k=YGFiY2RlZmdoaWprbG1ub!", "#k=YGFiY2RlZmdoaWprbG1ubwAA"]) {
    assert.throws(() => linkKeyIn(bad), /bad-link/);
  }
});

test("no file is longer than the format allows", async () => {
  const keys = /** @type {import("../../../generator/vault/browser/format/keys.js").SiteKeys} */ ({});
  const place = /** @type {const} */ ({ kind: "file", path: "a.webp", type: "image/webp", part: 0, parts: 1 });
  const long = new Uint8Array(17 * 1048576 + 1);
  await assert.rejects(openBlob(long.subarray(0, 1082473), { keys, place, name: "" }), /blob: too-long/);
  await assert.rejects(openBlob(long, { keys, place: { ...place, kind: "pack" }, name: "" }), /blob: too-long/);
  await assert.rejects(openManifest(long, keys), /manifest: too-long/);
});
