//! Shapes of texts in stored documents: UUID, time, date, colour, logo, characters.
//!
//! Knows one text at a time; no document and no calendar but the Gregorian rule for leap years.

/// Characters that turn the direction of text around and so can disguise it.
pub fn forbidden(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Fits a pattern in which `#` stands for a digit and `x` for a hexadecimal digit.
fn fits(text: &str, pattern: &str) -> bool {
    text.len() == pattern.len()
        && text.bytes().zip(pattern.bytes()).all(|(byte, sign)| match sign {
            b'#' => byte.is_ascii_digit(),
            b'x' => byte.is_ascii_hexdigit(),
            _ => byte == sign,
        })
}

/// A UUID in its usual notation.
pub fn uuid(text: &str) -> bool {
    fits(text, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx")
}

fn number(text: &str, from: usize, to: usize) -> u32 {
    text.get(from..to).and_then(|digits| digits.parse().ok()).unwrap_or(u32::MAX)
}

/// An ISO 8601 calendar date, `YYYY-MM-DD`.
pub fn date(text: &str) -> bool {
    if !fits(text, "####-##-##") {
        return false;
    }
    let (year, month, day) = (number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    (1..=days_of(year, month)).contains(&day)
}

/// The days of a month; none where there is no such month.
fn days_of(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

/// The day after a day; `None` after the last one that can be written, or of no day.
///
/// ```
/// use fuxiao_format::shape::next_day;
/// assert_eq!(next_day("2026-12-31").as_deref(), Some("2027-01-01"));
/// assert_eq!(next_day("2028-02-28").as_deref(), Some("2028-02-29"));
/// assert_eq!(next_day("9999-12-31"), None);
/// ```
pub fn next_day(day: &str) -> Option<String> {
    if !date(day) {
        return None;
    }
    let (year, month, day) = match (number(day, 0, 4), number(day, 5, 7), number(day, 8, 10)) {
        (year, month, day) if day < days_of(year, month) => (year, month, day + 1),
        (year, month @ ..12, _) => (year, month + 1, 1),
        (year, _, _) => (year + 1, 1, 1),
    };
    (year < 10_000).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// An RFC 3339 time in UTC.
pub fn time(text: &str) -> bool {
    let Some((day, clock)) = text.split_once('T') else { return false };
    let Some(clock) = clock.strip_suffix('Z').or_else(|| clock.strip_suffix("+00:00")) else { return false };
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    // A minute may have a 61st second, the leap second.
    date(day)
        && fits(clock, "##:##:##")
        && number(clock, 0, 2) < 24
        && number(clock, 3, 5) < 60
        && number(clock, 6, 8) <= 60
        && !fraction.is_empty()
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
}

/// A colour `#rrggbb`.
pub fn colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| fits(digits, "xxxxxx"))
}

/// Largest logo, in bytes.
pub const LOGO: usize = 100_000;

/// A PNG, JPEG or scriptless SVG picture as a base64 data address, of 100 kB at most.
pub fn logo(text: &str) -> bool {
    let Some((head, data)) = text.split_once(";base64,") else { return false };
    let Some(bytes) = base64(data).filter(|bytes| bytes.len() <= LOGO) else { return false };
    match head {
        "data:image/png" => bytes.starts_with(&[0x89, b'P', b'N', b'G']),
        "data:image/jpeg" => bytes.starts_with(&[0xFF, 0xD8, 0xFF]),
        "data:image/svg+xml" => String::from_utf8(bytes).is_ok_and(|svg| scriptless(&svg)),
        _ => false,
    }
}

fn scriptless(svg: &str) -> bool {
    let svg = svg.to_ascii_lowercase();
    let handler = |part: &str| {
        part.strip_prefix("on").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
            && part.contains('=')
    };
    svg.contains("<svg")
        && !["<script", "javascript:", "<foreignobject", "<!entity", "<handler"]
            .iter()
            .any(|bad| svg.contains(bad))
        && !svg.split([' ', '\t', '\n', '\r', '/', '"', '\'']).any(handler)
}

fn base64(text: &str) -> Option<Vec<u8>> {
    let body = text.trim_end_matches('=');
    if text.len() - body.len() > 2 || body.len() % 4 == 1 {
        return None;
    }
    let mut bytes = Vec::with_capacity(body.len() * 3 / 4);
    let (mut bits, mut count) = (0u32, 0);
    for byte in body.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_follow_the_calendar() {
        for good in ["2026-11-24", "2024-02-29", "2000-02-29"] {
            assert!(date(good), "{good}");
        }
        for bad in
            ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-4-01", "2026-04-31", "20260401"]
        {
            assert!(!date(bad), "{bad}");
        }
    }

    #[test]
    fn times_are_utc() {
        for good in ["2026-11-23T09:00:00Z", "2026-11-23T09:00:00.123Z", "2026-11-23T09:00:00+00:00"] {
            assert!(time(good), "{good}");
        }
        for bad in [
            "2026-11-23T09:00:00",
            "2026-11-23T09:00:00+08:00",
            "2026-11-23T24:00:00Z",
            "2026-11-23 09:00:00Z",
        ] {
            assert!(!time(bad), "{bad}");
        }
    }

    #[test]
    fn ids_and_colours_have_their_shape() {
        assert!(uuid("00000000-0000-4000-8000-00000000000a"));
        assert!(!uuid("00000000-0000-4000-8000-00000000000g"));
        assert!(!uuid("00000000000040008000000000000000"));
        assert!(colour("#0b6e6e"));
        assert!(!colour("#0b6e6"));
        assert!(!colour("0b6e6e0"));
    }

    #[test]
    fn logos_are_pictures_without_script() {
        assert!(logo("data:image/png;base64,iVBORw0KGgo="));
        assert!(!logo("data:image/jpeg;base64,iVBORw0KGgo="));
        assert!(logo("data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=")); // <svg></svg>
        assert!(!logo("data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImEiPjwvc3ZnPg==")); // <svg onload="a"></svg>
        assert!(!logo("data:text/html;base64,PHN2Zz48L3N2Zz4="));
        assert!(!logo("data:image/png;base64,i VBOR"));
    }
}
