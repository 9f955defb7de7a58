//! Calendars as iCalendar files (RFC 5545): all-day events, which every calendar takes; to-dos many do not.
//!
//! Knows days and texts; no plan and no wording.

use fuxiao_core::assessment::Status;
use fuxiao_core::day::after;

/// A calendar to write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// Name that people see.
    pub name: String,
    /// When what stands in it was last changed, RFC 3339 UTC.
    pub modified: String,
    /// Counts changes; of two files the one with the higher count holds.
    pub revision: u64,
    /// Its events.
    pub events: Vec<Event>,
}

/// An event of whole days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The same in every file that has this event, and in no other.
    pub uid: String,
    /// First day, ISO 8601.
    pub first: String,
    /// Last day, ISO 8601.
    pub last: String,
    /// One line.
    pub summary: String,
    /// Any number of lines.
    pub description: String,
    /// How far it has come.
    pub status: Status,
}

/// The largest integer of the format.
const LARGEST: u64 = 2_147_483_647;

/// The text of the file.
pub fn write_calendar(calendar: &Calendar) -> String {
    let mut file = String::new();
    let mut add = |name: &str, value: &str| folded(&mut file, &format!("{name}:{value}"));
    add("BEGIN", "VCALENDAR");
    add("VERSION", "2.0");
    add("PRODID", concat!("-//Fuxiao//Fuxiao ", env!("CARGO_PKG_VERSION"), "//ZH"));
    add("CALSCALE", "GREGORIAN");
    // The second is what calendars read that are older than RFC 7986.
    add("NAME", &escaped(&calendar.name));
    add("X-WR-CALNAME", &escaped(&calendar.name));
    let (stamp, edit) = (time(&calendar.modified), calendar.revision.min(LARGEST).to_string());
    for event in &calendar.events {
        add("BEGIN", "VEVENT");
        add("UID", &escaped(&event.uid));
        add("DTSTAMP", &stamp);
        add("LAST-MODIFIED", &stamp);
        add("SEQUENCE", &edit);
        add("DTSTART;VALUE=DATE", &day(&event.first));
        // The end is the day after the last one. Without it an event takes its first day.
        if let Some(end) = after(&event.last, 1) {
            add("DTEND;VALUE=DATE", &day(&end));
        }
        add("SUMMARY", &escaped(&event.summary));
        if !event.description.is_empty() {
            add("DESCRIPTION", &escaped(&event.description));
        }
        add("STATUS", status(event.status));
        // A step of a plan does not take the whole day from whoever does it.
        add("TRANSP", "TRANSPARENT");
        add("END", "VEVENT");
    }
    add("END", "VCALENDAR");
    file
}

/// The word for how far an event has come. The format has none for a finished one.
const fn status(status: Status) -> &'static str {
    match status {
        Status::Planned => "TENTATIVE",
        Status::Doing | Status::Done => "CONFIRMED",
        Status::Dropped => "CANCELLED",
    }
}

/// `2026-12-01` as `20261201`.
fn day(date: &str) -> String {
    date.replace('-', "")
}

/// `2026-11-23T09:30:00.5Z` as `20261123T093000Z`.
fn time(utc: &str) -> String {
    let seconds = utc.get(.."2026-11-23T09:30:00".len()).unwrap_or(utc);
    format!("{}Z", seconds.replace(['-', ':'], ""))
}

/// A text as the value of a property.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ',' | ';' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}

/// The most octets of a line, its end not counted.
const LINE: usize = 75;

/// Adds a line, cut into several where it is too long, never within a character; the later ones begin with a space.
fn folded(file: &mut String, line: &str) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LINE {
            file.push_str("\r\n ");
            used = 1;
        }
        file.push(c);
        used += c.len_utf8();
    }
    file.push_str("\r\n");
}
