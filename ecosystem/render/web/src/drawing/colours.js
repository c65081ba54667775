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

/** What was mixed before: a picture has thousands of marks and some dozens of tones. @type {Map<string, string>} */
const mixed = new Map();

/** `t` of the way from one colour to another. @param {string} from @param {string} to @param {number} t */
export function mix(from, to, t) {
  const key = `${from}${to}${t}`;
  const known = mixed.get(key);
  if (known) return known;
  const a = channels(from);
  const b = channels(to);
  const answer = hex(a.map((part, at) => part + (b[at] - part) * t));
  mixed.set(key, answer);
  return answer;
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

/** @type {{light: Palette, dark: Palette}} the tokens of base.css as plain colours; each tint also has a sign, for those who do not tell the colours apart */
export const PALETTES = {
  light: {
    dark: false,
    paper: "#ffffff",
    raised: "#eef0f4",
    ink: "#17202c",
    muted: "#4b5867",
    line: "#e1e5eb",
    accent: "#2458c5",
    fresh: "#0b7a4b",
    ended: "#b3363b",
    changed: "#8a5a00",
  },
  dark: {
    dark: true,
    paper: "#161b22",
    raised: "#232b36",
    ink: "#e8ecf1",
    muted: "#aab5c2",
    line: "#2a323d",
    accent: "#8ab0ff",
    fresh: "#5fd39b",
    ended: "#ff9a97",
    changed: "#f1bd58",
  },
};

/** The palette of a theme; `auto` asks the system. @param {string} [theme] @returns {Palette} */
export function paletteOf(theme = "auto") {
  const dark = theme === "dark" || (theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  return dark ? PALETTES.dark : PALETTES.light;
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
