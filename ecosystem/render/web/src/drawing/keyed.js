/** Elements that are kept from picture to picture: made once, moved when they move, made again only when they look different. */

/**
 * @template T
 * @param {Element} group
 * @param {{key: (item: T) => string, look: (item: T) => string, make: (item: T) => Element, move: (item: T, element: Element) => void}} how
 * @returns {{show: (items: Iterable<T>, most?: number) => number, get: (key: string) => Element | undefined, clear: () => void}}
 */
export function keyed(group, how) {
  /** @type {Map<string, {look: string, element: Element}>} */
  let kept = new Map();
  return {
    /** Makes at most `most` elements anew and says how many are still to be made. */
    show(items, most = Number.POSITIVE_INFINITY) {
      let left = 0;
      let made = 0;
      /** @type {typeof kept} */
      const next = new Map();
      for (const item of items) {
        const key = how.key(item);
        const look = how.look(item);
        const old = kept.get(key);
        const same = old?.look === look;
        if (!same && made >= most) {
          left++;
          continue;
        }
        kept.delete(key);
        const element = old && same ? old.element : how.make(item);
        if (!same) made++;
        if (!old) group.append(element);
        else if (old.element !== element) old.element.replaceWith(element);
        how.move(item, element);
        next.set(key, { look, element });
      }
      for (const { element } of kept.values()) element.remove();
      kept = next;
      return left;
    },
    get: (key) => kept.get(key)?.element,
    clear() {
      for (const { element } of kept.values()) element.remove();
      kept = new Map();
    },
  };
}
