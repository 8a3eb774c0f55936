/** Ed25519 in a file of its own, for browsers that have none built in (Chromium before 137, of May 2025). */

export { verifyAsync as verify } from "@noble/ed25519";
