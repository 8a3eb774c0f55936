/**
 * The story of a visit: look at the address, get the keys, read, lock.
 *
 * @import { Opened } from "./format/slots.js"
 * @import { SiteKeys } from "./format/keys.js"
 * @import { Place } from "./place.js"
 * @import { Enliven } from "./reading/reader.js"
 */

import { fetcher } from "./format/fetching.js";
import { VaultProblem } from "./format/problem.js";
import { provideVerifier } from "./format/signature.js";
import { unpackedWords } from "./format/word_list.js";
import { IdleGuard } from "./locking/idle.js";
import { load } from "./loading.js";
import { Lock } from "./locking/lock.js";
import { checkBrowser, linkKeyIn, placeOf } from "./place.js";
import { Reader } from "./reading/reader.js";
import { Sites } from "./reading/sites.js";
import { ownScript } from "./trusted.js";
import { UnlockScreen } from "./unlock/screen.js";
import { unlockWithLink, unlockWithWords } from "./unlock/unlock.js";
import { chosenLanguage } from "./words/choice.js";
import { loadWords } from "./words/interface.js";
import { languageFor } from "./words/languages.js";
import { Accelerator } from "./worker/accelerator.js";

/**
 * Runs the page from the first moment to the last.
 *
 * @param {object} edition
 * @param {Enliven} edition.enliven gives pages their behaviours
 * @param {URL} edition.shell the folder of the shell's files
 * @param {boolean} edition.isOffline whether it lies on a disk, made for that
 * @param {readonly string[]} edition.styles what every page wants of the theme's folder; fetched while pages are opened
 */
export async function visit({ enliven, shell, isOffline, styles }) {
  const secret = location.hash.startsWith("#k=") ? location.hash : "";
  // Before anything else: what is in the address is in the history, and in every picture of the screen.
  if (secret) history.replaceState(null, "", location.pathname);

  const place = placeOf(location.href);
  provideVerifier(async () => (await load("ed25519.js", shell)).verify);
  const words = await loadWords(languageFor([...chosenLanguage(), ...navigator.languages]), shell);
  const screen = new UnlockScreen({ words, shell, loadList: () => loadList(shell), site: place.site });
  try {
    checkBrowser(globalThis, { isOffline });
  } catch (cause) {
    screen.show();
    screen.tell(cause);
    return;
  }
  const accelerator = new Accelerator({ root: place.root, script: ownScript(new URL("sw.js", place.root)) });
  const lock = new Lock({ root: place.root, accelerator });
  const recalled = secret ? undefined : await accelerator.recall(place.site);
  const keys = recalled ?? keysOf(await unlocked({ secret, place, shell, screen }));
  scannedAgain();
  await new Reader({
    sites: new Sites({ keys, accelerator }),
    shell,
    words: screen.words,
    accelerator,
    lock,
    idle: new IdleGuard({ lock, words: screen.words }),
    enliven,
    styles,
  }).start();
}

/** @param {{secret: string, place: Place, shell: URL, screen: UnlockScreen}} of @returns {Promise<Opened>} */
async function unlocked({ secret, place, shell, screen }) {
  const told = /** @type {{told?: string} | null} */ (history.state)?.told;
  if (told) {
    history.replaceState(null, "");
    screen.tell(new VaultProblem("place", told));
  }
  if (secret) {
    screen.sayOpening();
    try {
      const link = linkKeyIn(secret);
      if (link) return inItsFolder(await unlockWithLink(link, place), place);
    } catch (cause) {
      screen.show();
      screen.tell(cause);
    }
  }
  // A code scanned while this page is open changes only the address.
  addEventListener("hashchange", startAgainWhenScanned);
  const opened = await screen.ask(async (words) => inItsFolder(await unlockWithWords(words, { place, shell }), place));
  removeEventListener("hashchange", startAgainWhenScanned);
  return opened;
}

function startAgainWhenScanned() {
  if (location.hash.startsWith("#k=")) location.reload();
}

/** The folder's name is part of every address; where somebody changed it, nothing would be found. @param {Opened} opened @param {Place} place */
function inItsFolder(opened, place) {
  if (opened.keys.site !== place.site) throw new VaultProblem("slots", "foreign-site");
  return opened;
}

/** A code scanned while its portfolio is open must not stay in the address, nor be taken for a page. */
function scannedAgain() {
  for (const change of ["popstate", "hashchange"]) {
    addEventListener(change, (event) => {
      if (!location.hash.startsWith("#k=")) return;
      event.stopImmediatePropagation();
      history.replaceState(history.state, "", `${location.pathname}#/`);
    });
  }
}

/** @param {Opened} opened @returns {readonly SiteKeys[]} */
function keysOf({ keys, siblings }) {
  return [keys, ...siblings];
}

/** @param {URL} shell @returns {Promise<readonly string[]>} */
async function loadList(shell) {
  const packed = await fetcher(shell.href)("words.txt");
  if (!packed) throw new VaultProblem("place", "unreachable");
  return unpackedWords(new TextDecoder().decode(packed));
}
