//! Tables as CSV files (RFC 4180): comma, CRLF, a byte-order mark so that spreadsheets read Chinese, and a first row
//! of column names that stay the same in both languages. Knows no assessment; what stands in a row is the interface's.
//!
//! The columns below are a published contract: columns are added at the end only, none is renamed. `_text` and
//! `_name` columns are in the language the file was made in; everything else is ids, numbers, ISO dates and the words
//! of the assessment's format, the same in any language. An empty cell is an absent value.
//!
//! Cells that a spreadsheet would take for a formula get an apostrophe in front, see [`guarded`].

/// Columns of the answers, one row per question in the model's order; questions unknown to the model come last, with
/// what is known of them.
///
/// `state` is `level`, `not_applicable` or `unanswered`; `level` the declared level, `effective_level` what it counts
/// for, `cap` what lowers it (`evidence`, `kpi`); `reason` why it does not apply; `kpis` the figures that measure it,
/// as `K01=71`, separated by spaces. Private notes are in no column.
pub const ANSWERS: [&str; 16] = [
    "criterion",
    "criterion_name",
    "dimension",
    "dimension_name",
    "aspect",
    "weight",
    "state",
    "level",
    "level_text",
    "evidence",
    "effective_level",
    "cap",
    "kpis",
    "reason",
    "flag",
    "note",
];

/// Columns of the plan, one row per action in the plan's order.
///
/// `kind`, `to`, `status`, `lane`, `owner`, `start`, `due`, `done`, `proof` and `note` are those of an action in an
/// assessment; `level_now` is the level that counts today. `priority` (0 to 100), `impact` and `effort` (1 to 5) stand
/// where the action is still recommended.
pub const PLAN: [&str; 21] = [
    "criterion",
    "criterion_name",
    "dimension",
    "dimension_name",
    "kind",
    "level_now",
    "to",
    "status",
    "lane",
    "owner",
    "start",
    "due",
    "done",
    "proof",
    "note",
    "priority",
    "impact",
    "effort",
    "action_text",
    "first_step_text",
    "success_text",
];

/// Columns of the dimensions, one row each in the model's order.
///
/// `score`, `low` and `high` have two decimals; `index` and `target_reached_percent` are whole. `level_state` is
/// `final`, `provisional` (some questions open), `withheld` (too few answered) or `out_of_scope`. `weakest` lists ids
/// of questions, separated by spaces.
pub const DIMENSIONS: [&str; 21] = [
    "dimension",
    "dimension_name",
    "aspect",
    "aspect_name",
    "weight",
    "gate",
    "applicable",
    "answered",
    "score",
    "index",
    "low",
    "high",
    "level",
    "level_state",
    "level_name",
    "level_low",
    "level_high",
    "target",
    "target_reached_percent",
    "weakest",
    "weakest_text",
];

/// The byte-order mark, by which spreadsheets know UTF-8.
const MARK: char = '\u{FEFF}';

/// A file of rows. Every cell is guarded, and quoted where it must be.
pub fn write<R: AsRef<[String]>>(columns: &[&str], rows: &[R]) -> String {
    let mut file = String::from(MARK);
    line(&mut file, columns.iter().map(|name| (*name).to_string()));
    for row in rows {
        line(&mut file, row.as_ref().iter().map(|cell| guarded(cell)));
    }
    file
}

fn line(file: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            file.push(',');
        }
        // A program that splits at semicolons or tabs must not find a formula behind one either.
        if cell.contains([',', '"', '\r', '\n', ';', '\t']) {
            file.push('"');
            file.push_str(&cell.replace('"', "\"\""));
            file.push('"');
        } else {
            file.push_str(&cell);
        }
    }
    file.push_str("\r\n");
}

/// Whether spreadsheets may take a text that begins so for a formula. In East Asian versions the full-width signs
/// are as good as the others.
fn begins_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// A plain decimal number, which is safe whatever it begins with.
fn number(cell: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = cell.strip_prefix('-').unwrap_or(cell);
    match unsigned.split_once('.') {
        Some((whole, rest)) => digits(whole) && digits(rest),
        None => digits(unsigned),
    }
}

/// Whether a cell, behind any apostrophes, begins like a formula.
fn risky(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(begins_formula)
}

/// A cell as it is written. A note that begins with `=` would otherwise be run by the spreadsheet of whoever opens the
/// file, with all that a formula can do (CWE-1236); an apostrophe in front makes it a text. Numbers stay numbers, so
/// that they can be added up. What begins with an apostrophe and such a sign gets another one, so that what was
/// written can be told from what was put in front.
///
/// ```
/// use fuxiao_format::csv::guarded;
/// assert_eq!(guarded("=1+1"), "'=1+1");
/// assert_eq!(guarded("'=1+1"), "''=1+1");
/// assert_eq!(guarded("-0.25"), "-0.25");
/// assert_eq!(guarded("'s"), "'s");
/// ```
pub fn guarded(cell: &str) -> String {
    if risky(cell) && !number(cell) { format!("'{cell}") } else { cell.to_string() }
}
