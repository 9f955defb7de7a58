//! CSV files read back with somebody else's reader.

/// The rows of a file, the column names first, as they were before cells were guarded.
pub fn table(file: &str) -> Vec<Vec<String>> {
    let bytes = file.strip_prefix('\u{FEFF}').unwrap().as_bytes();
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|record| record.unwrap().iter().map(unguarded).collect()).collect()
}

/// What stood in a cell before it was guarded.
fn unguarded(cell: &str) -> String {
    let formula = |text: &str| {
        text.trim_start_matches('\'')
            .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
    };
    cell.strip_prefix('\'').filter(|rest| formula(rest)).unwrap_or(cell).to_string()
}
