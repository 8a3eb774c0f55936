/** What the shell says, in English. Other languages hold the same keys; the type of this table keeps them complete. */

import { day } from "./day.js";

export const en = {
  code: "en",
  direction: "ltr",

  title: "Portfolio",
  heading: "Open a portfolio",
  intro: "Somebody gave you a letter for this page. On it are a code to scan and six words.",
  wordsLabel: "Type the six words from your letter",
  wordsHint: "Capital letters, commas and spaces do not matter.",
  hide: "Hide the words",
  show: "Show the words",
  open: "Open",
  opening: "Opening …",
  openingLong: "Opening. On an older phone this can take ten seconds.",
  suggestions: "Tap to finish the word",
  counted: (/** @type {number} */ number) => (number === 1 ? "1 word of 6" : `${number} words of 6`),
  wordsSoFar: "Your words so far",
  notOnList: "not on the list",
  scanHeading: "Or scan the code",
  scan: "Open the camera on your phone or tablet and point it at the square code on the letter. There is nothing to type then.",
  lostHeading: "I have lost my letter",
  lost: "Please ask the school. They print you a new one, and nothing in the portfolio is lost.",
  privacy: "The words stay on this device. They are not sent to anybody.",
  languageLabel: "Language",
  useInstead: (/** @type {string} */ word) => `Use “${word}”`,

  noWords: "There are no words yet. Please type the six words from your letter.",
  wrongCount: (/** @type {number} */ number) =>
    number === 1
      ? "This is one word. Your letter has six."
      : `These are ${number} words. Your letter has six.`,
  wrongWord: (/** @type {number} */ number, /** @type {string} */ word) => `Word ${number}, “${word}”, is not on our list.`,
  didYouMean: "Did you mean one of these?",
  wordsOpenNothing:
    "All six words are real words, but together they do not open this portfolio. Please look at the letter again: are they in the same order, and is it the letter for this address? If it stays like this, ask the school for a new letter.",
  linkIncomplete: "This link is not complete. Please scan the code again, or type the words.",
  linkOpensNothing: "This link does not open the portfolio any more. The school may have sent you a newer letter. You can also type the six words.",
  insecure:
    "This page was opened over a connection that is not safe, and then a browser does not unlock anything. Please use the address from the letter; it begins with https. If that does not help, ask the school: how to reach it is on the letter too.",
  oldBrowser: "This browser is too old to open a portfolio. Please update it, or use another phone or computer. The school can also give you the portfolio on paper; how to reach it is on your letter.",
  noWebAssembly: "This browser cannot check typed words, because a safety setting is on (on iPhones it is called Lockdown Mode). Scanning the code on the letter works all the same.",
  noMemory: "This device could not finish checking the words, perhaps for want of memory. Please close other pages and try again, or scan the code on the letter.",
  fromFile: "A portfolio on the web cannot be opened from a file on this device. Please use the address from the letter.",
  unreachable: "There is no answer just now. Please check the internet connection and try again.",
  missing: "Here should be a portfolio, but parts of it are not in their place. The school may be publishing it right now: please try again in a few minutes, and ask the school if it stays like this.",
  damaged: "Something here was changed or damaged on its way, so it is not shown. Please try again later, and tell the school if it stays like this.",
  newer: "This portfolio was made by a newer Kinfolio. Please reload this page.",
  foreign: "The portfolio at this address is not the one that belongs here. Please tell the school.",
  tampered: "A setting of this page was changed by somebody. Please do not type the words again, and tell the school.",
  renewed: "The school has renewed this portfolio. Please open it again with your words or your code. If they do not fit, there is a new letter for you.",
  forged: "This was not made by the school that gave you the letter, so it is not shown. Please tell the school.",
  olderHeading: "This is an older portfolio",
  older: (/** @type {string} */ date) =>
    `You have seen a newer one on this device. What is here now was published on ${day(date, "en")}. Please tell the school; you can read it all the same.`,
  showOlder: "Show the older one",
  tryAgain: "Try again",

  noSuchPage: "This page is not here",
  noSuchPageText: "It may have been renamed, or taken back. Everything else is where it was.",
  toTheStart: "To the first page",
  pageProblem: "This page cannot be shown just now",
  loadingPage: "The page is being opened",
  pictureMissing: "A picture could not be shown",
  playFilm: (/** @type {string} */ size) => `Get the film (${size})`,
  playSound: (/** @type {string} */ size) => `Get the sound (${size})`,
  getting: (/** @type {number} */ percent) => `Getting it: ${percent} %`,
  mediaFailed: "This could not be played. Try again",
  fileFailed: "The file could not be opened. Please try again.",

  found: (/** @type {number} */ number) => (number === 0 ? "Nothing found" : number === 1 ? "1 page found" : `${number} pages found`),
  nothingFoundHint: "Try a shorter word, or only its beginning.",
  showAllFound: (/** @type {number} */ number) => `Show all ${number}`,
  searchFailed: "The search is not ready just now. Please try again.",
  published: (/** @type {string} */ onDay) => `Published on ${onDay}`,
  siblings: "Other portfolios you can open",
  changeOver: "Switch",

  idleHeading: "Are you still reading?",
  idle: "Nothing has moved here for a while. The portfolio closes in a minute, so that nobody else finds it open.",
  stay: "Keep it open",
  lockNow: "Close it now",
};

/** @typedef {typeof en} InterfaceWords */
