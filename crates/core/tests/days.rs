//! Days are counted as the calendar has them, and each lies in one lane of the plan.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

use fuxiao_core::assessment::Lane;
use fuxiao_core::day::{after, iso, number};
use fuxiao_core::plan::{lane_of, span};

const TODAY: &str = "2026-11-25";

#[test]
fn days_are_counted_as_the_calendar_has_them() {
    assert_eq!((number("1970-01-01"), number("2000-03-01")), (Some(0), Some(11_017)));
    assert_eq!(after("2026-12-25", 7).as_deref(), Some("2027-01-01"));
    assert_eq!(after("2028-02-28", 1).as_deref(), Some("2028-02-29"));
    assert_eq!(after("2100-02-28", 1).as_deref(), Some("2100-03-01"));
    // Every day from 1600 to 2400, one after the other.
    let (first, last) = (number("1600-01-01").unwrap(), number("2400-12-31").unwrap());
    assert_eq!(last - first + 1, 801 * 365 + 195);
    let mut before = iso(first - 1).unwrap();
    for count in first..=last {
        let day = iso(count).unwrap();
        assert!(day > before, "{day}");
        assert_eq!(number(&day), Some(count));
        before = day;
    }
    for bad in
        ["", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-00", "2026-11-31", "2026-1-01", "+026-11-25"]
    {
        assert_eq!(number(bad), None, "{bad}");
    }
    assert_eq!((after("9999-12-31", 1), after("2026-11-25", i64::MAX)), (None, None));
}

#[test]
fn every_day_from_today_lies_in_one_lane() {
    for days in 0..400 {
        let day = after(TODAY, days).unwrap();
        let within = |lane: &&Lane| {
            let (from, to) = span(**lane, TODAY).unwrap();
            from <= day && to.is_none_or(|to| day <= to)
        };
        let lanes: Vec<Lane> = Lane::ALL.iter().filter(within).copied().collect();
        assert_eq!(lanes, [lane_of(&day, TODAY).unwrap()], "{day}");
    }
    assert_eq!(lane_of("2026-11-24", TODAY), None);
    assert_eq!((span(Lane::First, ""), lane_of(TODAY, "")), (None, None));
}
