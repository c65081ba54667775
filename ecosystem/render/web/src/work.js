/**
 * Work that may wait: done between frames, a few milliseconds at a time, so that the page answers meanwhile.
 *
 * A job is an iterator, one short step at each call. Each job has a place (an object that owns it): beginning another one there
 * drops what was under way, because the state has moved on.
 *
 * What somebody waits for is `urgent`: it goes on in task after task, without a frame in between, and is done before the rest.
 *
 * @typedef {Iterator<unknown, unknown, undefined>} Steps
 * @typedef {{now: () => number, afterFrame: (go: () => void) => void, nextTask: (go: () => void) => void}} Clock
 */

/** Milliseconds of work after each frame, and in each task: half of what a frame has at 60 a second. */
export const BUDGET = 8;
const URGENT = 0;
const USUAL = 1;
const IDLE = 2;

/** Does jobs in the order in which they were begun; what is urgent comes before everything else, and what is `idle` after it. */
export class Work {
  /** @param {Clock} clock */
  constructor(clock) {
    this.clock = clock;
    /** @type {Map<object, {steps: Steps, rank: number}>} */
    this.jobs = new Map();
    this.asked = { task: false, frame: false };
  }

  /** @param {object} place @param {Steps} steps @param {{idle?: boolean, urgent?: boolean}} [options] */
  begin(place, steps, { idle = false, urgent = false } = {}) {
    this.jobs.delete(place);
    this.jobs.set(place, { steps, rank: urgent ? URGENT : idle ? IDLE : USUAL });
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

  /** Ask for the next task where a job is urgent, and for the next frame where any other is to be done. */
  _ask() {
    const ranks = [...this.jobs.values()].map(({ rank }) => rank);
    if (ranks.includes(URGENT)) this._slot("task", "nextTask", URGENT);
    if (ranks.some((rank) => rank > URGENT)) this._slot("frame", "afterFrame", IDLE);
  }

  /** @param {"task" | "frame"} name @param {"nextTask" | "afterFrame"} when @param {number} last  the rank up to which jobs are done then */
  _slot(name, when, last) {
    if (this.asked[name]) return;
    this.asked[name] = true;
    this.clock[when](() => {
      this.asked[name] = false;
      this._slice(last);
      this._ask();
    });
  }

  /** @param {number} last */
  _slice(last) {
    const end = this.clock.now() + BUDGET;
    do {
      const next = this._next(last);
      if (!next) return;
      this._step(next[0], next[1].steps);
    } while (this.clock.now() < end);
  }

  /** The first of the most urgent jobs. @param {number} last */
  _next(last) {
    let best = null;
    for (const job of this.jobs) if (job[1].rank <= last && job[1].rank < (best?.[1].rank ?? IDLE + 1)) best = job;
    return best;
  }

  /** A step may begin another job in its own place: that one stays. @param {object} place @param {Steps} steps */
  _step(place, steps) {
    if (steps.next().done && this.jobs.get(place)?.steps === steps) this.jobs.delete(place);
  }
}

/** All steps at once, and what they come to. @template T @param {Iterator<unknown, T>} steps @returns {T} */
export function finished(steps) {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** @type {MessageChannel | undefined} */
let channel;
/** What waits for the next tasks, in order. @type {(() => void)[]} */
const waiting = [];

/** Do something in a task of its own, after those that wait already: the browser may answer the reader before. @param {() => void} go */
export function inNextTask(go) {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  waiting.push(go);
  channel.port2.postMessage(null);
}

/** A promise for the next task. @returns {Promise<void>} */
export const nextTask = () => new Promise((resolve) => inNextTask(resolve));

/** Do something in a task of its own, before anything but what the reader does. @param {() => void} go */
function soon(go) {
  const { scheduler } = /** @type {any} */ (globalThis);
  if (scheduler?.postTask) scheduler.postTask(go, { priority: "user-blocking" });
  else inNextTask(go);
}

/** The browser's clock: a message sent in a frame arrives when that frame has been drawn. @type {Clock} */
const BROWSER = {
  now: () => performance.now(),
  afterFrame: (go) => {
    requestAnimationFrame(() => inNextTask(go));
  },
  nextTask: soon,
};

/** The page's own. */
export const work = new Work(BROWSER);
