//! Writes a described workbook as an Excel file. A program of its own, fetched when a workbook is asked for.
//!
//! Knows the description of `fuxiao_format::workbook` as JSON, and no assessment. The app does not use this, so that
//! what writes the file is not in its bytes, and this does not use the app.

mod worker;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use serde_json::Value;

use worker::serve;

/// Colours of the levels on paper and of what stands on them, as the tokens of the light look have them.
pub const LEVELS: [(&str, &str); 5] = [
    ("#d9e8e4", "#23211d"),
    ("#a9cfc7", "#23211d"),
    ("#6faea3", "#0d1a17"),
    ("#2f8377", "#ffffff"),
    ("#0b5a50", "#ffffff"),
];
/// Colours of the heads: that of softer paper, and of lines.
const HEAD: (&str, &str) = ("#f3f0e8", "#8d8676");
/// The most characters of a cell.
const LONGEST: usize = 32_767;
/// A4 in the numbers of the format.
const A4: u8 = 9;

/// Tenths of a digit that a Chinese character, a capital or digit and, on average, any other character takes.
const WIDE: u32 = 21;
const CAPITAL: u32 = 10;
const SMALL: u32 = 8;
/// Points of a line with Chinese in it, whatever font the spreadsheet has for that, and of one without.
const WIDE_LINE: u32 = 16;
const LINE: u32 = 15;
/// The most points of a row.
const HIGHEST: u32 = 409;

/// Answers whoever asks this worker for a workbook, from now on.
pub fn start() {
    serve(workbook);
}

/// The bytes of the workbook that is described.
///
/// # Errors
/// When the description is none, or says what the format does not allow.
pub fn workbook(json: &str) -> Result<Vec<u8>, String> {
    let spec: Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
    write(&spec).map_err(|error| error.to_string())
}

fn text<'a>(of: &'a Value, name: &str) -> &'a str {
    of.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn list<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

fn write(spec: &Value) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let mut properties = DocProperties::new().set_title(text(spec, "title")).set_company(text(spec, "firm"));
    if let Some(time) = time(text(spec, "modified")) {
        properties = properties.set_creation_datetime(&time);
    }
    book.set_properties(&properties);
    let looks = Looks::new();
    for sheet in list(spec, "sheets") {
        write_sheet(book.add_worksheet(), sheet, &looks)?;
    }
    book.save_to_buffer()
}

/// What cells look like.
struct Looks {
    head: Format,
    text: Format,
    number: Format,
    whole: Format,
    fine: Format,
    percent: Format,
    date: Format,
    levels: Vec<Format>,
}

impl Looks {
    fn new() -> Self {
        let plain = || Format::new().set_align(FormatAlign::Top);
        let numbers = |format: &str| plain().set_num_format(format);
        let level = |(back, front): &(&str, &str)| {
            plain()
                .set_align(FormatAlign::Center)
                .set_background_color(*back)
                .set_font_color(*front)
                .set_num_format("0")
        };
        Self {
            head: plain()
                .set_bold()
                .set_text_wrap()
                .set_background_color(HEAD.0)
                .set_border_bottom(FormatBorder::Thin)
                .set_border_bottom_color(HEAD.1),
            text: plain().set_text_wrap(),
            number: plain(),
            whole: numbers("0"),
            fine: numbers("0.00"),
            percent: numbers("0%"),
            date: numbers("yyyy-mm-dd"),
            levels: LEVELS.iter().map(level).collect(),
        }
    }
}

fn write_sheet(sheet: &mut Worksheet, spec: &Value, looks: &Looks) -> Result<(), XlsxError> {
    let (columns, rows) = (list(spec, "columns"), list(spec, "rows"));
    sheet.set_name(text(spec, "name"))?;
    for (at, column) in (0_u16..).zip(columns) {
        let name = column.get(0).and_then(Value::as_str).unwrap_or_default();
        sheet.write_string_with_format(0, at, name, &looks.head)?;
        if let Some(width) = column.get(1).and_then(Value::as_f64) {
            sheet.set_column_width(at, width)?;
        }
    }
    let filter = spec.get("filter").and_then(Value::as_bool).unwrap_or(false);
    let heads = columns.iter().map(|column| column.get(0).unwrap_or(&Value::Null));
    sheet.set_row_height(0, height(columns, heads, if filter { BUTTON } else { 0 }))?;
    for (down, row) in (1_u32..).zip(rows) {
        for (across, cell) in (0_u16..).zip(row.as_array().into_iter().flatten()) {
            write_cell(sheet, (down, across), cell, looks)?;
        }
        sheet.set_row_height(down, height(columns, row.as_array().into_iter().flatten(), 0))?;
    }
    let last_row = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    // A filter over no rows is a file that Excel repairs.
    if filter && last_row > 0 {
        sheet.autofilter(0, 0, last_row, last_column)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_footer("&L&A&R&P / &N");
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    Ok(())
}

/// Width that the button of a filter takes of a head, in digits.
const BUTTON: u32 = 2;

/// The height of a row in points, with `less` digits of each column taken by something else. Not every spreadsheet
/// measures rows when it opens a file: where none is given, some cut wrapped texts after their first line.
fn height<'a>(columns: &[Value], cells: impl Iterator<Item = &'a Value>, less: u32) -> u32 {
    let one = |(column, cell): (&Value, &Value)| {
        let width = column.get(1).and_then(Value::as_u64).and_then(|width| u32::try_from(width).ok());
        cell.as_str().map_or(LINE, |text| points(text, width.unwrap_or_default().saturating_sub(less)))
    };
    columns.iter().zip(cells).map(one).max().unwrap_or(LINE).min(HIGHEST)
}

/// How high a text is in a column. English breaks between words, so its lines are not filled to the end.
fn points(text: &str, column: u32) -> u32 {
    let all = column.saturating_sub(1).max(2) * 10;
    let (room, line) = if text.contains(wide) { (all, WIDE_LINE) } else { (all * 19 / 20, LINE) };
    let lines = text.lines().map(|line| tenths(line).div_ceil(room).max(1)).sum::<u32>();
    lines.max(1).saturating_mul(line)
}

fn tenths(text: &str) -> u32 {
    let one = |c: char| match c {
        _ if wide(c) => WIDE,
        '0'..='9' | 'A'..='Z' => CAPITAL,
        _ => SMALL,
    };
    text.chars().map(one).sum()
}

/// From Hangul on all scripts are wide, but for the punctuation that all share.
fn wide(c: char) -> bool {
    c >= '\u{1100}' && !matches!(c, '\u{2000}'..='\u{206F}')
}

/// Always as what it is said to be: a text that begins like a formula is a text.
fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Value,
    looks: &Looks,
) -> Result<(), XlsxError> {
    if let Some(text) = cell.as_str() {
        let text: String = text.chars().take(LONGEST).collect();
        sheet.write_string_with_format(row, column, text, &looks.text)?;
    }
    let kind = cell.get(0).and_then(Value::as_str).unwrap_or_default();
    let value = cell.get(1);
    if let Some(day) = value.and_then(Value::as_str) {
        match self::day(day) {
            Some(date) => sheet.write_datetime_with_format(row, column, date, &looks.date)?,
            None => sheet.write_string_with_format(row, column, day, &looks.text)?,
        };
    }
    if let Some(number) = value.and_then(Value::as_f64) {
        let level = value.and_then(Value::as_u64).and_then(|level| usize::try_from(level).ok());
        let look = match kind {
            "whole" => &looks.whole,
            "fine" => &looks.fine,
            "percent" => &looks.percent,
            "level" => {
                level.and_then(|level| looks.levels.get(level.checked_sub(1)?)).unwrap_or(&looks.whole)
            }
            _ => &looks.number,
        };
        sheet.write_number_with_format(row, column, number, look)?;
    }
    Ok(())
}

/// A day, `2026-11-25`; nothing where it is none that Excel knows.
fn day(text: &str) -> Option<ExcelDateTime> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    // It takes the last day of 1899 for the day before the first.
    let year = year.parse().ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A time, `2026-11-25T09:30:00Z`, to the second.
fn time(text: &str) -> Option<ExcelDateTime> {
    let (date, clock) = text.split_once('T')?;
    let mut parts = clock.trim_end_matches('Z').split(':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next()?);
    let second: u16 = second.split('.').next()?.parse().ok()?;
    day(date)?.and_hms(hour.parse().ok()?, minute.parse().ok()?, f64::from(second)).ok()
}
