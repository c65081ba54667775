/** Colours: mixing, WCAG contrast, and the light and dark palettes of the pictures. */

/** @param {string} hex @returns {[number, number, number]} */
export function channels(hex) {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex);
  const full = short
    ? short.slice(1).map((digit) => digit + digit)
    : (/^#(..)(..)(..)/.exec(hex) ?? ["", "88", "88", "88"]).slice(1);
  return /** @type {[number, number, number]} */ (full.map((pair) => Number.parseInt(pair, 16) || 0));
}

function hex(/** @type {number[]} */ rgb) {
  return `#${rgb
    .map((part) =>
      Math.round(Math.min(255, Math.max(0, part)))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** `t` of the way from one colour to another. @param {string} from @param {string} to @param {number} t */
export function mix(from, to, t) {
  const a = channels(from);
  const b = channels(to);
  return hex(a.map((part, at) => part + (b[at] - part) * t));
}

/** Relative luminance as WCAG 2 defines it. @param {string} colour */
export function luminance(colour) {
  const [r, g, b] = channels(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio, 1 to 21. @param {string} a @param {string} b */
export function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** @type {Map<string, string>} */
const found = new Map();

/** The nearest tone of a colour that can be read on a ground. @param {string} colour @param {string} ground @param {number} [ratio] */
export function legible(colour, ground, ratio = 4.5) {
  const key = `${colour}${ground}${ratio}`;
  const known = found.get(key);
  if (known) return known;
  const far = luminance(ground) > 0.4 ? "#000000" : "#ffffff";
  let answer = colour;
  for (let t = 0; t <= 1 && contrast(answer, ground) < ratio; t += 0.04) answer = mix(colour, far, t);
  found.set(key, answer);
  return answer;
}

/** White or near black, whichever reads better on a ground. @param {string} ground */
export function inkOn(ground) {
  return contrast("#ffffff", ground) >= contrast("#10151c", ground) ? "#ffffff" : "#10151c";
}

/**
 * @typedef {{dark: boolean, paper: string, raised: string, ink: string, muted: string, line: string, accent: string,
 *   fresh: string, ended: string, changed: string}} Palette
 */

/** @type {{light: Palette, dark: Palette}} tints are blue, vermilion and amber, which colour-blind people tell apart; each also has a sign */
export const PALETTES = {
  light: {
    dark: false,
    paper: "#ffffff",
    raised: "#f4f6f9",
    ink: "#17202b",
    muted: "#56606d",
    line: "#c9d0d9",
    accent: "#0b5bd3",
    fresh: "#0a66c2",
    ended: "#b3410e",
    changed: "#7a5c00",
  },
  dark: {
    dark: true,
    paper: "#11161d",
    raised: "#1b222c",
    ink: "#e9edf2",
    muted: "#a3adb9",
    line: "#3a4552",
    accent: "#7db4ff",
    fresh: "#6fb1ff",
    ended: "#ff9a6b",
    changed: "#e2c044",
  },
};

/**
 * The palette that holds on an element: its theme, with the page's own paper and ink where the page names them.
 * @param {HTMLElement} element @param {string} [theme] @returns {Palette}
 */
export function paletteOf(element, theme = "auto") {
  const dark = theme === "dark" || (theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  const style = getComputedStyle(element);
  const named = (/** @type {string} */ name) => {
    const value = style.getPropertyValue(`--${name}`).trim();
    return /^#[0-9a-f]{3,8}$/i.test(value) ? hex(channels(value)) : null;
  };
  const base = dark ? PALETTES.dark : PALETTES.light;
  return { ...base, paper: named("paper") ?? base.paper, ink: named("ink") ?? base.ink };
}

/** What the difference of two dates looks like: 0 same, 1 new, 2 ended, 3 changed. @param {Palette} palette @param {number} tint */
export function tintOf(palette, tint) {
  return (
    [
      null,
      { colour: palette.fresh, sign: "+" },
      { colour: palette.ended, sign: "−" },
      { colour: palette.changed, sign: "~" },
    ][tint] ?? null
  );
}
