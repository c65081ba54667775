/** Elements that are kept from picture to picture: made once, moved when they move, made again only when they look different. */

/**
 * @template T
 * @param {Element} group
 * @param {{key: (item: T) => string, look: (item: T) => string, make: (item: T) => Element, move: (item: T, element: Element) => void}} how
 */
export function keyed(group, how) {
  /** @type {Map<string, {look: string, element: Element}>} */
  let kept = new Map();

  /** @param {T} item @param {string} look @param {{look: string, element: Element} | undefined} old */
  const placed = (item, look, old) => {
    const same = old?.look === look;
    const element = old && same ? old.element : how.make(item);
    if (!old) group.append(element);
    else if (old.element !== element) old.element.replaceWith(element);
    how.move(item, element);
    return { look, element };
  };

  return {
    /**
     * Show these and no others, making at most `most` elements anew. What is still to be made comes back, for `add`; until then
     * what stood there stays.
     * @param {Iterable<T>} items @param {number} [most] @returns {T[]}
     */
    show(items, most = Number.POSITIVE_INFINITY) {
      /** @type {T[]} */
      const left = [];
      let made = 0;
      /** @type {typeof kept} */
      const next = new Map();
      for (const item of items) {
        const key = how.key(item);
        const look = how.look(item);
        const old = kept.get(key);
        kept.delete(key);
        const same = old?.look === look;
        if (!same && made++ >= most) {
          left.push(item);
          if (old) next.set(key, old);
        } else next.set(key, placed(item, look, old));
      }
      for (const { element } of kept.values()) element.remove();
      kept = next;
      return left;
    },
    /** Make what was left. @param {Iterable<T>} items */
    add(items) {
      for (const item of items) {
        const key = how.key(item);
        kept.set(key, placed(item, how.look(item), kept.get(key)));
      }
    },
    /** @param {string} key */
    get: (key) => kept.get(key)?.element,
    clear() {
      for (const { element } of kept.values()) element.remove();
      kept = new Map();
    },
  };
}
