// Do I need a flashlight in the garden tonight?

const NEW_MOON = new Date("2000-01-06T18:14:00Z");
const MOON_DAYS = 29.53;
const DAY = 24 * 60 * 60 * 1000;

function moonAge(day) {
  const days = (day - NEW_MOON) / DAY;
  return days % MOON_DAYS;
}

function flashlight(day) {
  const age = moonAge(day);
  const fromFull = Math.abs(age - MOON_DAYS / 2);
  if (fromFull < 4) {
    return "No, the moon is doing it.";
  }
  if (fromFull < 9) {
    return "Maybe. Take it but don't switch it on.";
  }
  return "Yes, and watch out for the hose.";
}

console.log(flashlight(new Date()));
