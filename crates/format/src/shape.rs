//! Shapes of texts in stored documents: UUID, time, date, colour, logo, characters.
//!
//! Knows one text at a time and no document; which days there are is for the core to say.

use fuxiao_core::day;

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

/// The id of an action.
pub fn action_id(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (1..=40).contains(&text.len()) && text.bytes().all(allowed)
}

fn number(text: &str, from: usize, to: usize) -> u32 {
    text.get(from..to).and_then(|digits| digits.parse().ok()).unwrap_or(u32::MAX)
}

/// An ISO 8601 calendar date, `YYYY-MM-DD`.
pub fn date(text: &str) -> bool {
    day::number(text).is_some()
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

/// Elements in which a script may stand, or a page of its own.
const ACTIVE: [&str; 6] = ["script", "foreignobject", "handler", "iframe", "embed", "object"];

/// An SVG without elements or attributes that act, as far as a text search can tell.
fn scriptless(svg: &str) -> bool {
    let svg = dereferenced(svg).to_ascii_lowercase();
    // Browsers read over blanks and control characters inside of an address.
    let squeezed: String = svg.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let active = |after: &str| {
        let name =
            after.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next().unwrap_or_default();
        ACTIVE.contains(&name.rsplit(':').next().unwrap_or_default())
    };
    svg.contains("<svg")
        && !["javascript:", "<!entity"].iter().any(|bad| squeezed.contains(bad))
        && !svg.split('<').skip(1).any(active)
        && !handles(&svg)
}

/// Whether an attribute such as `onload` is set, with blanks around its `=` or without.
fn handles(svg: &str) -> bool {
    let before = |c: char| c.is_whitespace() || matches!(c, '/' | '"' | '\'');
    svg.match_indices(before).any(|(at, mark)| {
        let name = svg.get(at + mark.len()..).and_then(|rest| rest.strip_prefix("on")).unwrap_or_default();
        let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        rest.len() < name.len() && rest.trim_start().starts_with('=')
    })
}

/// A text with its numeric character references replaced by what they stand for; what stands for nothing stays.
fn dereferenced(text: &str) -> String {
    let mut parts = text.split("&#");
    let mut out = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let digits = part.strip_prefix(['x', 'X']);
        let radix = if digits.is_some() { 16 } else { 10 };
        let digits = digits.unwrap_or(part);
        let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let (code, rest) = digits.split_at(end);
        match u32::from_str_radix(code, radix).ok().and_then(char::from_u32) {
            Some(c) => {
                out.push(c);
                out.push_str(rest.strip_prefix(';').unwrap_or(rest));
            }
            None => {
                out.push_str("&#");
                out.push_str(part);
            }
        }
    }
    out
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
    fn dates_are_days_of_the_core() {
        assert!(date("2024-02-29") && date("9999-12-31"));
        for bad in ["2026-02-29", "2026-4-01", "20260401", "2026-11-24T"] {
            assert!(!date(bad), "{bad}");
        }
    }

    #[test]
    fn nothing_acts_in_a_picture_however_it_is_written() {
        for good in [
            "<svg><text x='1'>on = off, description; 1 &#60; 2</text></svg>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"one\"/></svg>",
        ] {
            assert!(scriptless(good), "{good}");
        }
        for bad in [
            "<svg onload =\"a()\"></svg>",
            "<svg\nonload\n=\n'a()'></svg>",
            "<svg id='a'onload='b()'></svg>",
            "<svg/onload=a()>",
            "<svg><a href=\"java&#115;cript:a()\"/></svg>",
            "<svg><a href=\"java&#x73;cript:a()\"/></svg>",
            "<svg><a href=\"java&#10;script:a()\"/></svg>",
            "<svg><a href=\"java\tscript:a()\"/></svg>",
            "<svg><x:script xmlns:x=\"http://www.w3.org/2000/svg\">a()</x:script></svg>",
            "<svg><script\n>a()</script></svg>",
        ] {
            assert!(!scriptless(bad), "{bad}");
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
