//! Calendar days as ISO 8601 texts, `2026-11-25`: counted, and counted on. Gregorian.
//!
//! Pure arithmetic; which day it is today is for the outside to say.

/// Days from 1970-01-01 to a day; `None` for what is no calendar day.
pub fn number(day: &str) -> Option<i64> {
    let part = |from: usize, to: usize| day.get(from..to)?.parse::<i64>().ok();
    let (year, month, date) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
    // The year begins in March, so that the leap day is its last.
    let from_march = year - i64::from(month <= 2);
    let (era, of_era) = (from_march.div_euclid(400), from_march.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + date - 1;
    let count = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - 719_468;
    // Only a calendar day comes back as it was written.
    (iso(count)? == day).then_some(count)
}

/// The day so many days after 1970-01-01; `None` outside of the years 0 to 9999.
pub fn iso(count: i64) -> Option<String> {
    let days = count.checked_add(719_468)?;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let date = of_year - (153 * from_march + 2) / 5 + 1;
    let month = (from_march + 2) % 12 + 1;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (0..=9999).contains(&year).then(|| format!("{year:04}-{month:02}-{date:02}"))
}

/// The day so many days after another.
///
/// ```
/// use fuxiao_core::day::after;
/// assert_eq!(after("2026-11-25", 30).as_deref(), Some("2026-12-25"));
/// ```
pub fn after(day: &str, days: i64) -> Option<String> {
    iso(number(day)?.checked_add(days)?)
}
