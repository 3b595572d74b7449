// The sentences that scripts say. They stand in the page, in its language, one or two forms each.

const locale = document.documentElement.lang;
const plural = new Intl.PluralRules(locale);
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

// say("removed", { word: "合作" }): the text of that key with its {word} filled in; `count`
// chooses the form.
export function say(key, values = {}) {
  const forms = document.querySelector("[data-texts]").content.querySelector(`[data-key="${key}"]`);
  const form = plural.select(values.count ?? 0) === "one" ? "one" : "other";
  const text = (forms.querySelector(`[data-form="${form}"]`) ?? forms).textContent;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// How long an interval is: "10 min", "3 days", "2.5 yr".
export function length(milliseconds) {
  const [value, unit] = measured(milliseconds);
  const digits = unit === "year" || unit === "month" ? 1 : 0;
  const style = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, style).format(value);
}

function measured(milliseconds) {
  const minutes = milliseconds / MINUTE;
  const days = milliseconds / DAY;
  if (minutes < 60) return [Math.max(1, Math.round(minutes)), "minute"];
  if (days < 1) return [Math.round(minutes / 60), "hour"];
  if (days < 45) return [Math.round(days), "day"];
  return days < 365 ? [days / 30.4375, "month"] : [days / 365.25, "year"];
}

// On which day a moment lies, seen from now: "tomorrow", "in 3 days", "in 2 months".
export function when(moment, now) {
  const days = Math.round((midnight(moment) - midnight(now)) / DAY);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (Math.abs(days) < 45) return relative.format(days, "day");
  return relative.format(Math.round(days / 30.4375), "month");
}

const midnight = (moment) => new Date(moment).setHours(0, 0, 0, 0);
