import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.catalogue import PartialDate, certainly_before, valid_on


def test_a_partial_date_knows_the_days_that_it_can_mean():
    # by the calendar: 2016 was a leap year
    assert PartialDate("2016-02").latest == dt.date(2016, 2, 29)
    assert PartialDate(2014).earliest == dt.date(2014, 1, 1)
    assert PartialDate(dt.date(2014, 6, 9)) == "2014-06-09"


@pytest.mark.parametrize("wrong", ["2014-13", "2014-02-30", "14", "June 2014", True, "", "2014-6-9", None])
def test_what_is_no_date_is_refused(wrong):
    with pytest.raises(ValueError, match=r"."):
        PartialDate(wrong)


def test_order_is_only_certain_where_the_days_cannot_overlap():
    assert certainly_before(PartialDate("2014-05"), PartialDate("2014-06"))
    assert not certainly_before(PartialDate("2014"), PartialDate("2014-06"))


@pytest.mark.parametrize(
    ("day", "since", "until", "holds"),
    [
        ("2014-06-08", "2014-06-09", None, False),
        ("2014-06-09", "2014-06-09", None, True),
        ("2014-01-01", "2014", None, True),  # may have begun on the first of January
        ("2015-02-24", None, "2015-02-25", True),
        ("2015-02-25", None, "2015-02-25", False),  # on its last day it has ended
        ("2015-12-31", None, "2015", True),  # may have lasted to the end of the year
        ("2016-01-01", None, "2015", False),
        ("1970-01-01", None, None, True),
    ],
)
def test_what_holds_on_a_day(day, since, until, holds):
    dates = [PartialDate(date) if date else None for date in (since, until)]
    assert valid_on(dt.date.fromisoformat(day), *dates) is holds


@given(st.dates())
def test_a_full_date_means_one_day(day):
    date = PartialDate(day)
    assert date.earliest == date.latest == day
