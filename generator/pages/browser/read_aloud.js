/**
 * Read to me: a button at each block of somebody's words, for young readers and for whoever asks for it.
 *
 * Only voices that live on the device speak: with any other the words would leave it. Where a recording speaks already,
 * it is the better voice, and there is no button.
 */

const BLOCKS = "main :is(.words, .talk-question, .level-meaning, .goal-wording, .goal-list ul, .learning, .empty)";

/** @param {Document} root @param {{signal: AbortSignal}} page */
export function offerReading(root, { signal }) {
  const { band, wordRead = "", wordStop = "" } = root.body.dataset;
  const isWanted = band === "K-3" || root.documentElement.dataset["aloud"] === "on";
  if (!isWanted || !("speechSynthesis" in window)) return;
  const voices = speechSynthesis;
  const offer = () => {
    for (const block of root.querySelectorAll(BLOCKS)) {
      if (!block.matches("[data-read]") && !isSpoken(block)) addButton(block, { signal, wordRead, wordStop });
    }
  };
  offer();
  // Some browsers learn of their voices only after a moment.
  voices.addEventListener?.("voiceschanged", offer, { signal });
  signal.addEventListener("abort", () => voices.cancel());
}

/** @param {Element} block @returns {boolean} whether a recording belongs to these words */
function isSpoken(block) {
  // A teacher's notes are nobody's recording.
  const around = block.closest(".notes-paper, .goal-list, article, figure, .bubble, section");
  return around?.querySelector("audio") !== null && around !== null;
}

/** @param {Element} block @param {{signal: AbortSignal, wordRead: string, wordStop: string}} with_ */
function addButton(block, { signal, wordRead, wordStop }) {
  const language = block.closest("[lang]")?.getAttribute("lang") ?? "";
  const voice = voiceFor(language);
  if (!voice) return;
  block.setAttribute("data-read", "");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet read-aloud";
  button.textContent = wordRead;
  // It may stand among words of another language.
  button.lang = document.documentElement.lang;
  let reading = false;
  /** @param {boolean} now */
  const say = (now) => {
    reading = now;
    button.textContent = now ? wordStop : wordRead;
    block.toggleAttribute("data-reading", now);
  };
  button.addEventListener(
    "click",
    () => {
      const stops = reading;
      speechSynthesis.cancel();
      if (stops) {
        say(false);
        return;
      }
      const speech = new SpeechSynthesisUtterance(block.textContent ?? "");
      speech.voice = voice;
      speech.lang = voice.lang;
      speech.rate = 0.9;
      speech.addEventListener("end", () => say(false));
      speech.addEventListener("error", () => say(false));
      say(true);
      speechSynthesis.speak(speech);
    },
    { signal },
  );
  block.before(button);
}

/** @param {string} language @returns {SpeechSynthesisVoice | undefined} one of the device's own, of the same region where there is one */
function voiceFor(language) {
  const [tongue = ""] = language.toLowerCase().split("-");
  const own = speechSynthesis.getVoices().filter(({ localService, lang }) => localService && lang.toLowerCase().split(/[-_]/)[0] === tongue);
  return own.find(({ lang }) => lang.replace("_", "-").toLowerCase() === language.toLowerCase()) ?? own[0];
}
