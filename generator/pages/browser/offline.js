/** The sealed edition for a disk: the same visit, with everything in one plain script, since modules need a server. */

import * as ed25519 from "../../vault/browser/format/ed25519.js";
import { receiveScriptFiles } from "../../vault/browser/format/script_files.js";
import { include } from "../../vault/browser/loading.js";
import { visit } from "../../vault/browser/portfolio.js";
import * as films from "../../vault/browser/reading/films.js";
import * as search from "../../vault/browser/reading/search.js";
import * as translation from "../../vault/browser/reading/translation.js";
import * as argon2 from "../../vault/browser/unlock/argon2.js";
import * as languages from "../../vault/browser/words/all.js";
import { STYLES, enliven } from "./behaviours.js";

include({ "films.js": films, "search.js": search, "translation.js": translation, "argon2.js": argon2, "ed25519.js": ed25519, ...languages.modules });
receiveScriptFiles();
void visit({ enliven, shell: new URL("../shell/", location.href), isOffline: true, styles: STYLES });
