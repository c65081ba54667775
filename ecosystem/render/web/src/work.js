/**
 * Work that may wait: done between frames, a few milliseconds at a time, so that the page answers meanwhile.
 *
 * A job is an iterator, one short step at each call. Each job has a place (an object that owns it): beginning another one there
 * drops what was under way, because the state has moved on.
 *
 * @typedef {Iterator<unknown, unknown, undefined>} Steps
 * @typedef {{now: () => number, afterFrame: (go: () => void) => void}} Clock
 */

/** Milliseconds of work after each frame: half of what a frame has at 60 a second. */
export const BUDGET = 8;

/** Does jobs in the order in which they were begun; what is `idle` comes after everything else. */
export class Work {
  /** @param {Clock} clock */
  constructor(clock) {
    this.clock = clock;
    /** @type {Map<object, {steps: Steps, idle: boolean}>} */
    this.jobs = new Map();
    this.asked = false;
  }

  /** @param {object} place @param {Steps} steps @param {{idle?: boolean}} [options] */
  begin(place, steps, { idle = false } = {}) {
    this.jobs.delete(place);
    this.jobs.set(place, { steps, idle });
    this._ask();
  }

  /** @param {object} place */
  cancel(place) {
    this.jobs.delete(place);
  }

  /** Do the rest of a job now: somebody needs the whole. @param {object} place */
  finish(place) {
    const job = this.jobs.get(place);
    while (job && this.jobs.get(place) === job) this._step(place, job.steps);
  }

  /** Do the rest of all jobs now: the page is printed. */
  finishAll() {
    for (const place of [...this.jobs.keys()]) this.finish(place);
  }

  _ask() {
    if (this.asked || !this.jobs.size) return;
    this.asked = true;
    this.clock.afterFrame(() => {
      this.asked = false;
      this._slice();
      this._ask();
    });
  }

  _slice() {
    const end = this.clock.now() + BUDGET;
    do {
      const next = this._next();
      if (!next) return;
      this._step(next[0], next[1].steps);
    } while (this.clock.now() < end);
  }

  _next() {
    const jobs = [...this.jobs];
    return jobs.find(([, { idle }]) => !idle) ?? jobs[0];
  }

  /** A step may begin another job in its own place: that one stays. @param {object} place @param {Steps} steps */
  _step(place, steps) {
    if (steps.next().done && this.jobs.get(place)?.steps === steps) this.jobs.delete(place);
  }
}

/** @type {MessageChannel | undefined} */
let channel;

/** The browser's clock: a message sent in a frame arrives when that frame has been drawn. @type {Clock} */
const BROWSER = {
  now: () => performance.now(),
  afterFrame: (go) => {
    requestAnimationFrame(() => {
      channel ??= new MessageChannel();
      channel.port1.onmessage = go;
      channel.port2.postMessage(null);
    });
  },
};

/** The page's own. */
export const work = new Work(BROWSER);
