//! Names of files that are exported: what is in them, in names that every system takes.

use fuxiao_language::words as w;

use super::Case;
use super::names::assessment_name;

/// The most bytes of a name. Systems take 255; some programs put folders or a "(1)" to it.
const LONGEST: usize = 120;

/// The name of a file: firm, title, what it is, the day, and the extension. Only firm and title are cut where it gets
/// too long.
pub fn file_name(case: &Case, kind: &str, extension: &str) -> String {
    let assessment = case.assessment;
    let given = [plain(&assessment.firm.name), plain(&assessment.title)];
    let mut who = given.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    if who.is_empty() {
        who = plain(&assessment_name(case));
    }
    if who.is_empty() {
        who = plain(case.t(w::UNTITLED));
    }
    if reserved(&who) {
        who.insert(0, '_');
    }
    let tail: Vec<String> = [kind, case.today].into_iter().map(plain).collect();
    let tail: String = tail.iter().filter(|part| !part.is_empty()).map(|part| format!("-{part}")).collect();
    let room = LONGEST.saturating_sub(tail.len() + extension.len() + 1);
    let who = trimmed(cut(&who, room));
    format!("{who}{tail}.{extension}")
}

/// Part of a name: no signs that a system forbids, no signs that cannot be seen, nothing at the ends that gets lost.
fn plain(text: &str) -> String {
    let kept = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    let kept: String = kept.filter(|c| !forbidden(*c)).collect();
    let words: Vec<&str> = kept.split(' ').filter(|word| !word.is_empty()).collect();
    trimmed(&words.join(" ")).to_string()
}

/// Windows forbids these, macOS and Linux some of them; what turns or hides text could disguise the extension.
fn forbidden(c: char) -> bool {
    matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*')
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
        || c.is_control()
}

/// Without dots, blanks and hyphens at the ends: in front dots hide a file and hyphens look like an option to programs,
/// behind Windows drops dots and blanks.
fn trimmed(text: &str) -> &str {
    text.trim_matches(['.', ' ', '-'])
}

/// The longest beginning of at most so many bytes.
fn cut(text: &str, bytes: usize) -> &str {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = ends.take_while(|end| *end <= bytes).last().unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

/// Names of devices, which Windows takes for the device whatever follows the first dot.
fn reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let port = ["COM", "LPT"].iter().find_map(|kind| stem.strip_prefix(kind));
    let numbered = |rest: &str| {
        let mut signs = rest.chars();
        matches!((signs.next(), signs.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
        || port.is_some_and(numbered)
}
