/** Which card is where in the landscape: amid the window, or where an arrow key leads, along the row or across boxes. */

/** A card amid the window, which keeps its place when cards grow. @param {HTMLElement} root @returns {HTMLElement | null} */
export function cardAmid(root) {
  const { left, top } = root.getBoundingClientRect();
  const { clientWidth: w, clientHeight: h } = root;
  for (const share of [0.5, 0.4, 0.6, 0.25, 0.75]) {
    const card = document.elementFromPoint(left + w * share, top + h * share)?.closest(".ls-card");
    if (card) return /** @type {HTMLElement} */ (card);
  }
  return null;
}

/** @param {HTMLElement} scroll @param {HTMLElement} card @param {string} key @returns {HTMLElement | null} */
export function stepFrom(scroll, card, key) {
  const shown = () => /** @type {HTMLElement[]} */ ([...scroll.querySelectorAll(".ls-part:not([hidden]) .ls-card")]);
  if (key === "Home") return shown()[0] ?? null;
  if (key === "End") return shown().at(-1) ?? null;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const cards = shown();
    return cards[cards.indexOf(card) + (key === "ArrowRight" ? 1 : -1)] ?? null;
  }
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  const way = key === "ArrowDown" ? 1 : -1;
  const band = card.closest(".ls-cards");
  for (const place of [band, way > 0 ? band?.nextElementSibling : band?.previousElementSibling]) {
    const next = nearest(cardsIn(place), card, way);
    if (next) return next;
  }
  return nearest(cardsIn(nextPart(scroll, card, way)), card, way);
}

function cardsIn(/** @type {Element | null | undefined} */ place) {
  return /** @type {HTMLElement[]} */ ([...(place?.querySelectorAll(".ls-card") ?? [])]);
}

/** The box below or above that is nearest. @param {HTMLElement} scroll @param {HTMLElement} card @param {number} way */
function nextPart(scroll, card, way) {
  const parts = /** @type {HTMLElement[]} */ ([...scroll.querySelectorAll(".ls-part:not([hidden])")]);
  const own = card.getBoundingClientRect();
  return best(parts, own, way);
}

/** @param {HTMLElement[]} cards @param {HTMLElement} card @param {number} way */
function nearest(cards, card, way) {
  return best(
    cards.filter((other) => other !== card),
    card.getBoundingClientRect(),
    way,
  );
}

/** The element that lies in the direction and is least far, sideways counting more. @param {HTMLElement[]} elements @param {DOMRect} from @param {number} way */
function best(elements, from, way) {
  let found = null;
  let least = Infinity;
  for (const element of elements) {
    const box = element.getBoundingClientRect();
    const gap = way > 0 ? box.top - from.bottom : from.top - box.bottom;
    if (gap < -2) continue;
    const aside = Math.max(0, box.left - from.right, from.left - box.right) * 2 + Math.abs(box.left - from.left) * 0.05;
    if (gap + aside < least) {
      least = gap + aside;
      found = element;
    }
  }
  return found;
}
