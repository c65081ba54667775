/** The interface's words in the reader's language. */

import en from "./i18n/en.json" with { type: "json" };
import zh from "./i18n/zh.json" with { type: "json" };

/** @type {Record<string, Record<string, string>>} */
const WORDS = { en, zh };

/** @typedef {(key: string, ...args: any[]) => string} Words */

/** @type {Map<string, Words>} */
const MADE = new Map();

/** The texts of one language; made once. @param {import("./types.js").Language} lang @returns {Words} */
export function texts(lang) {
  const made = MADE.get(lang) ?? makeTexts(lang);
  MADE.set(lang, made);
  return made;
}

/**
 * An interface text: `{0}` stands for the first argument; `one|many` is chosen by the first number among them.
 * @param {import("./types.js").Language} lang
 * @returns {Words}
 */
function makeTexts(lang) {
  const words = WORDS[lang] ?? en;
  return (key, ...args) => {
    const forms = (words[key] ?? key).split("|");
    const many = args.find((value) => typeof value === "number") !== 1;
    const form = forms.length > 1 && many ? forms[1] : forms[0];
    return form.replace(/\{(\d)\}/g, (_, place) => {
      const value = args[Number(place)];
      return typeof value === "number" ? grouped(value) : String(value ?? "");
    });
  };
}

/** A number with its thousands apart, the same in both languages. (`Intl.NumberFormat` takes a whole frame to make.) @param {number} value */
export function grouped(value) {
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  const [whole, rest] = String(Math.round(value * 1000) / 1000).split(".");
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return rest ? `${apart}.${rest}` : apart;
}

/** @param {import("./types.js").Bilingual | undefined | null} text @param {import("./types.js").Language} lang @returns {string} */
export function inLanguage(text, lang) {
  return text?.[lang] || text?.en || text?.zh || "";
}
