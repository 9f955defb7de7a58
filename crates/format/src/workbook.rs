//! A workbook as plain data: sheets, columns, cells. The app describes it, a program of its own writes it.
//!
//! Knows no assessment and no file format; what stands between the two programs is the JSON made here.

use serde_json::{Value, json};

/// A workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkbookSpec {
    /// What it is called, in its properties.
    pub title: String,
    /// The firm it is of; may be empty.
    pub firm: String,
    /// When what is in it was last changed, RFC 3339 UTC. The file bears this time, so that it can be made again.
    pub modified: String,
    /// Its sheets, in order.
    pub sheets: Vec<Sheet>,
}

/// A sheet: a row of heads, and rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Its name: 31 characters at most, none of `[]:*?/\`.
    pub name: String,
    /// Whether its rows can be filtered by the heads.
    pub filter: bool,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, a cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands at its head.
    pub name: String,
    /// Its width, in digits of the usual font.
    pub width: u32,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, whatever it begins with.
    Text(String),
    /// A number, shown as it is.
    Number(f64),
    /// A number, shown without decimals.
    Whole(f64),
    /// A number, shown with two decimals.
    Fine(f64),
    /// A share of 1.
    Percent(f64),
    /// A maturity level.
    Level(u8),
    /// A day, ISO 8601.
    Date(String),
}

impl Cell {
    /// A text; nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// What there may be none of.
    pub fn maybe<T>(value: Option<T>, cell: impl Fn(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }

    /// `null`, a text, or a list of kind and value.
    fn json(&self) -> Value {
        match self {
            Self::Empty => Value::Null,
            Self::Text(text) => Value::from(text.as_str()),
            Self::Number(number) => json!(["number", number]),
            Self::Whole(number) => json!(["whole", number]),
            Self::Fine(number) => json!(["fine", number]),
            Self::Percent(share) => json!(["percent", share]),
            Self::Level(level) => json!(["level", level]),
            Self::Date(day) => json!(["date", day]),
        }
    }

    /// About how many digits its text is wide: a Chinese character takes two. Of several lines, the longest.
    fn width(&self) -> usize {
        match self {
            Self::Text(text) => text.lines().map(wide).max().unwrap_or_default(),
            Self::Date(day) => day.len(),
            _ => 6,
        }
    }
}

fn wide(text: &str) -> usize {
    text.chars().map(|c| if c < '\u{1100}' { 1 } else { 2 }).sum()
}

/// How wide a head must be: it wraps, in Chinese anywhere but not after every character, in English between words.
fn head(name: &str) -> usize {
    let word = |word: &str| if word.is_ascii() { word.len() } else { wide(word).min(HEAD) };
    name.split_whitespace().map(word).max().unwrap_or_default()
}

const HEAD: usize = 6;

/// Room for the button of the filter beside a head, and for the edges.
const BUTTON: usize = 4;

impl Sheet {
    /// A sheet whose columns are as wide as what is in them, within the most that is given for each. Where these add
    /// up to some two hundred, a sheet fits the width of a printed page and can still be read on it.
    pub fn new(name: &str, filter: bool, heads: &[(&str, usize)], rows: Vec<Vec<Cell>>) -> Self {
        let column = |(at, (name, most)): (usize, &(&str, usize))| {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width() + 2);
            let width = cells.max().unwrap_or_default().min(*most).max(head(name) + BUTTON);
            Column { name: (*name).to_string(), width: u32::try_from(width).unwrap_or(u32::MAX) }
        };
        let columns = heads.iter().enumerate().map(column).collect();
        Self { name: name.to_string(), filter, columns, rows }
    }
}

impl WorkbookSpec {
    /// The description that the other program is given.
    pub fn json(&self) -> String {
        let column = |column: &Column| json!([column.name, column.width]);
        let row = |row: &Vec<Cell>| Value::from(row.iter().map(Cell::json).collect::<Vec<_>>());
        let sheet = |sheet: &Sheet| {
            json!({
                "name": sheet.name,
                "filter": sheet.filter,
                "columns": sheet.columns.iter().map(column).collect::<Vec<_>>(),
                "rows": sheet.rows.iter().map(row).collect::<Vec<_>>(),
            })
        };
        json!({
            "title": self.title,
            "firm": self.firm,
            "modified": self.modified,
            "sheets": self.sheets.iter().map(sheet).collect::<Vec<_>>(),
        })
        .to_string()
    }
}
