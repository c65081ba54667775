import assert from "node:assert/strict";
import { test } from "node:test";
import {
  earliest,
  ended,
  formatDate,
  formatInterval,
  isoDay,
  isoOfMonth,
  latest,
  monthOf,
  NEVER,
} from "../src/dates.js";

test("a partial date spans all the days it can mean", () => {
  assert.equal(isoDay(earliest("2014")), "2014-01-01");
  assert.equal(isoDay(latest("2014")), "2014-12-31");
  assert.equal(isoDay(latest("2016-02")), "2016-02-29");
  assert.equal(earliest("1970-01-02"), 1);
});

test("on the very day that it ends a thing no longer holds; a partial end counts through its last day", () => {
  assert.equal(isoDay(ended("2015-02-25")), "2015-02-25");
  assert.equal(isoDay(ended("2015-02")), "2015-03-01");
  assert.equal(ended(null), NEVER);
});

test("a date is written at its own precision in both languages", () => {
  assert.equal(formatDate("2015-02-25", "en"), "25 February 2015");
  assert.equal(formatDate("2015-02", "en"), "February 2015");
  assert.equal(formatDate("2015-02-05", "zh"), "2015年2月5日");
  assert.equal(formatDate("2015", "zh"), "2015年");
  assert.equal(formatInterval("2013", null, "en"), "since 2013");
  assert.equal(formatInterval("2013", "2015-02", "zh"), "2013年 – 2015年2月");
});

test("months count on", () => {
  assert.equal(isoOfMonth(monthOf(earliest("2014-12")) + 1), "2015-01");
});
