//! Text width without a browser: a table of letter classes, and line breaking on top of it.
//!
//! Widths are in em and a little generous, because the reader's font is unknown. Knows nothing of pixels,
//! drawing or language: a text is judged by its characters.

/// How far a line reaches above its baseline, in em.
pub const ASCENT: f64 = 0.88;
/// How far a line reaches below its baseline, in em.
pub const DESCENT: f64 = 0.22;

const ELLIPSIS: char = '…';
const CLOSING: &str = "，。、；：！？）》〉】」』〕｝％…—·～”’,.;:!?)]}%";
const OPENING: &str = "（《〈【「『〔｛“‘([{";

/// Whether a character takes a full square.
fn is_wide(c: char) -> bool {
    matches!(u32::from(c),
        0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE4F
        | 0xFF01..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1F300..=0x1FAFF | 0x20000..=0x3FFFD)
}

/// Whether a text is set in a CJK font, where quotes, dashes and dots are full-width.
fn is_cjk(text: &str) -> bool {
    text.chars().any(is_wide)
}

fn char_width(c: char, cjk: bool) -> f64 {
    match c {
        _ if is_wide(c) => 1.0,
        '…' | '—' => 1.0,
        '“' | '”' | '‘' | '’' | '·' if cjk => 1.0,
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}' => 0.0,
        ' ' | '\u{A0}' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | 'i' | 'j' | 'l' | 'I' | '’' | '‘' => {
            0.28
        }
        'f' | 't' | 'r' | '-' | '(' | ')' | '[' | ']' | '/' | '“' | '”' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '&' => 0.9,
        '0'..='9' => 0.58,
        'A'..='Z' => 0.68,
        _ if c.is_uppercase() => 0.7,
        _ => 0.58,
    }
}

/// The width of one line of text in em.
pub fn width(text: &str) -> f64 {
    let cjk = is_cjk(text);
    text.chars().map(|c| char_width(c, cjk)).sum()
}

/// The width of the widest piece that a line break never splits, in em.
pub fn widest_piece(text: &str) -> f64 {
    pieces(text).iter().map(|piece| width(&piece.text)).fold(0.0, f64::max)
}

/// A stretch of text that stays together, and whether a space stood before it.
struct Piece {
    text: String,
    spaced: bool,
}

/// Cuts at spaces, and around every CJK character that is not glued to its neighbour by punctuation.
fn pieces(text: &str) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let (mut before, mut spaced) = (None::<char>, false);
    for c in text.chars() {
        if c.is_whitespace() {
            (before, spaced) = (None, true);
            continue;
        }
        let glued = before.is_some_and(|last| {
            CLOSING.contains(c) || OPENING.contains(last) || !(is_wide(c) || is_wide(last))
        });
        match found.last_mut() {
            Some(piece) if glued => piece.text.push(c),
            _ => found.push(Piece { text: c.to_string(), spaced: spaced && !found.is_empty() }),
        }
        (before, spaced) = (Some(c), false);
    }
    found
}

/// Breaks `text` into at most `max_lines` lines of `em_width` em.
///
/// CJK breaks anywhere but before closing and after opening punctuation, Latin at spaces only; no hyphen is
/// ever added. A single word wider than a line is cut. Only a text that needs more lines ends in an ellipsis.
pub fn wrap(text: &str, em_width: f64, max_lines: usize) -> Vec<String> {
    let room = if em_width.is_finite() { em_width.max(1.0) } else { f64::MAX };
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let joint = if piece.spaced && !line.is_empty() { " " } else { "" };
        let longer = format!("{line}{joint}{}", piece.text);
        if line.is_empty() || width(&longer) <= room {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, piece.text));
        }
        while width(&line) > room && line.chars().nth(1).is_some() {
            let (head, tail) = cut(&line, room);
            lines.push(head);
            line = tail;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > max_lines {
        lines.truncate(max_lines);
        if let Some(last) = lines.last_mut() {
            *last = shorten(last, room);
        }
    }
    lines
}

/// Like [`wrap`], with lines of about equal length instead of a full first and a nearly empty last one.
pub fn wrap_even(text: &str, em_width: f64, max_lines: usize) -> Vec<String> {
    let lines = wrap(text, em_width, max_lines);
    if lines.len() < 2 || is_shortened(text, &lines) {
        return lines;
    }
    let (mut low, mut high) = (widest_piece(text).min(em_width), em_width);
    for _ in 0..8 {
        let middle = f64::midpoint(low, high);
        if wrap(text, middle, usize::MAX).len() <= lines.len() { high = middle } else { low = middle }
    }
    wrap(text, high, max_lines)
}

/// Whether `lines` are a shortened form of `text`.
pub fn is_shortened(text: &str, lines: &[String]) -> bool {
    let letters = |s: &str| s.chars().filter(|c| !c.is_whitespace()).count();
    letters(text) != lines.iter().map(|line| letters(line)).sum::<usize>()
        || lines.last().is_some_and(|line| line.ends_with(ELLIPSIS) && !text.trim_end().ends_with(ELLIPSIS))
}

/// Splits off as many characters as fit, at least one.
fn cut(line: &str, room: f64) -> (String, String) {
    let (cjk, mut used) = (is_cjk(line), 0.0);
    let mut at = line.len();
    for (place, c) in line.char_indices() {
        used += char_width(c, cjk);
        if used > room && place > 0 {
            at = place;
            break;
        }
    }
    let (head, tail) = line.split_at_checked(at).unwrap_or((line, ""));
    (head.to_owned(), tail.to_owned())
}

/// Takes characters off the end until the line and an ellipsis fit.
fn shorten(line: &str, room: f64) -> String {
    let mut kept = line.trim_end().to_owned();
    while !kept.is_empty() && width(&kept) + 1.0 > room {
        kept.pop();
    }
    format!("{}{ELLIPSIS}", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_have_the_width_of_their_class() {
        assert!((width("服务满意度调查") - 7.0).abs() < 1e-9);
        assert!((width("，。") - 2.0).abs() < 1e-9);
        assert!(width("ill") < width("abc") && width("abc") < width("ABC") && width("ABC") < width("MWM"));
        assert!((width("0123") - 4.0 * width("7")).abs() < 1e-9);
        assert!(width("“好”") > width("“a”"));
        assert!(width("") == 0.0);
    }

    #[test]
    fn chinese_breaks_anywhere_but_not_before_closing_punctuation() {
        assert_eq!(wrap("服务满意度调查", 4.0, 3), ["服务满意", "度调查"]);
        assert_eq!(wrap("客户来电，接听", 4.0, 3), ["客户来", "电，接听"]);
        assert_eq!(wrap("见（流程）表", 2.0, 9), ["见", "（流", "程）", "表"]);
        assert_eq!(wrap("用CRM系统", 3.4, 3), ["用CRM", "系统"]);
    }

    #[test]
    fn english_breaks_at_spaces_only_and_never_gets_a_hyphen() {
        assert_eq!(wrap("Client relationship management", 8.0, 3), ["Client", "relationship", "management"]);
        assert_eq!(wrap("a self-assessment", 9.0, 3), ["a", "self-assessment"]);
        assert!(wrap("Unbreakable", 3.0, 9).iter().all(|line| !line.contains('-') && width(line) <= 3.0));
    }

    #[test]
    fn an_ellipsis_appears_only_when_lines_run_out() {
        assert_eq!(wrap("服务满意度调查", 4.0, 1), ["服务满…"]);
        let lines = wrap("Client relationship management", 8.0, 2);
        assert_eq!(lines, ["Client", "relationship…"]);
        assert!(is_shortened("Client relationship management", &lines));
        assert!(!is_shortened("一二三四", &wrap("一二三四", 2.0, 2)));
        assert!(wrap("abc", 4.0, 0).is_empty() && wrap("", 4.0, 3).is_empty());
    }

    #[test]
    fn even_lines_leave_no_orphan() {
        assert_eq!(wrap_even("服务满意度调查", 6.0, 3), ["服务满意", "度调查"]);
    }

    proptest! {
        #[test]
        fn lines_fit_and_lose_nothing(text in "[a-zA-Z0-9 一-龥，。（）]{0,40}", room in 2.0f64..20.0) {
            let lines = wrap(&text, room, usize::MAX);
            prop_assert!(lines.iter().all(|line| width(line) <= room + 1e-9));
            prop_assert!(!is_shortened(&text, &lines));
            let few = wrap(&text, room, 2);
            prop_assert!(few.len() <= 2 && few.iter().all(|line| width(line) <= room + 1e-9));
        }
    }
}
