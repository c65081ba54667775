import assert from "node:assert/strict";
import test from "node:test";
import { BUDGET, Work } from "../src/work.js";

/** A clock that moves by `cost` at each look, and frames and tasks that pass when asked to. */
function stage(cost = 1) {
  const waiting = [];
  const tasks = [];
  let time = 0;
  const clock = {
    now: () => {
      time += cost;
      return time;
    },
    afterFrame: (go) => waiting.push(go),
    nextTask: (go) => tasks.push(go),
  };
  return { work: new Work(clock), frame: () => waiting.shift()?.(), task: () => tasks.shift()?.(), waiting, tasks };
}

function* counting(list, name, count) {
  for (let at = 0; at < count; at++) {
    list.push(`${name}${at}`);
    yield;
  }
}

test("nothing is done before the next frame, and no more than fits after it", () => {
  const { work, frame, waiting } = stage();
  const done = [];
  work.begin({}, counting(done, "a", 100));
  assert.deepEqual(done, []);
  frame();
  assert.equal(done.length, BUDGET);
  assert.equal(waiting.length, 1);
  for (let frames = 0; frames < 30; frames++) frame();
  assert.equal(done.length, 100);
  assert.equal(waiting.length, 0);
});

test("a new job in the same place drops the old one", () => {
  const { work, frame } = stage();
  const [place, done] = [{}, []];
  work.begin(place, counting(done, "old", 5));
  work.begin(place, counting(done, "new", 2));
  frame();
  assert.deepEqual(done, ["new0", "new1"]);
});

test("what is idle comes last, and what is finished is whole at once", () => {
  const { work, frame } = stage();
  const [idle, done] = [{}, []];
  work.begin(idle, counting(done, "idle", 1), { idle: true });
  work.begin({}, counting(done, "view", 2));
  frame();
  assert.deepEqual(done, ["view0", "view1", "idle0"]);
  work.begin(idle, counting(done, "more", 50), { idle: true });
  work.finish(idle);
  assert.equal(done.length, 53);
  work.begin({}, counting(done, "x", 50));
  work.begin({}, counting(done, "y", 50));
  work.finishAll();
  assert.equal(done.length, 153);
});

test("a cancelled job is not done, and a step may begin the next job in its place", () => {
  const { work, frame } = stage();
  const [place, done] = [{}, []];
  work.begin(place, counting(done, "a", 3));
  work.cancel(place);
  frame();
  assert.deepEqual(done, []);
  work.begin(
    place,
    (function* () {
      yield work.begin(place, counting(done, "next", 2));
    })(),
  );
  frame();
  assert.deepEqual(done, ["next0", "next1"]);
});

test("what is urgent waits for no frame, and leaves its task when its time is up", () => {
  const { work, frame, task, waiting, tasks } = stage();
  const done = [];
  work.begin({}, counting(done, "view", 2));
  work.begin({}, counting(done, "now", BUDGET + 1), { urgent: true });
  assert.deepEqual([waiting.length, tasks.length], [1, 1]);
  task();
  assert.equal(done.length, BUDGET);
  task();
  assert.deepEqual(done.slice(BUDGET), [`now${BUDGET}`]);
  assert.equal(tasks.length, 0);
  frame();
  assert.deepEqual(done.slice(BUDGET + 1), ["view0", "view1"]);
});
