/** The sealed edition: the vault opens and reads, the pages' behaviours make them pleasant. */

import { visit } from "../../vault/browser/portfolio.js";
import { STYLES, enliven } from "./behaviours.js";

await visit({ enliven, shell: new URL("./", import.meta.url), isOffline: false, styles: STYLES });
