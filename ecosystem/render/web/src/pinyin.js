/** Pinyin as it is typed: whole syllables, initials, or both (`rongqi`, `rq`, `rongq`). */

const DOUBLE = /^[zcs]h/;

/** What is typed, without the blanks and apostrophes that some put between syllables; nothing where it cannot be pinyin. @param {string} query */
export function typed(query) {
  const letters = query.replace(/[\s'’]/g, "");
  return /^[a-z0-9]{2,}$/.test(letters) ? letters : "";
}

/**
 * Whether letters spell the syllables from one on; the last one that is reached may be unfinished.
 * @param {string} letters
 * @param {string[]} syllables
 * @param {number} [from]
 * @returns {boolean}
 */
export function spells(letters, syllables, from = 0) {
  if (from === syllables.length) return letters === "";
  const syllable = syllables[from];
  if (syllable.startsWith(letters)) return true;
  const begins = [syllable, DOUBLE.test(syllable) ? syllable.slice(0, 2) : "", syllable[0]];
  return begins.some(
    (begin) => begin && letters.startsWith(begin) && spells(letters.slice(begin.length), syllables, from + 1),
  );
}
