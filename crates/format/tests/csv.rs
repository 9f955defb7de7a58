//! Tables as CSV: whatever stands in a cell comes back, and no spreadsheet takes it for a formula.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::tables::table;
use fuxiao_format::csv::{self, guarded};
use proptest::prelude::*;

/// Texts full of what means something to spreadsheets and to CSV.
fn cells() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = prop_oneof!["[=+@'\"\t\r\n,;＝a1中.-]{0,6}", "-?[0-9]{1,3}(\\.[0-9]{1,2})?", "\\PC{0,8}"];
    prop::collection::vec(prop::collection::vec(cell, 3), 0..5)
}

proptest! {
    #[test]
    fn any_table_comes_back(cells in cells()) {
        let file = csv::write(&["a", "b", "c"], &cells);
        let read = table(&file);
        prop_assert_eq!(&read[1..], &cells[..]);
        prop_assert_eq!(csv::write(&["a", "b", "c"], &read[1..]), file.clone());
        // Somebody else's reader finds the same cells, guarded; no cell but a number begins like a formula.
        let mut others = ::csv::ReaderBuilder::new().from_reader(file.trim_start_matches('\u{FEFF}').as_bytes());
        for (record, row) in others.records().zip(&cells) {
            for (cell, before) in record.unwrap().iter().zip(row) {
                prop_assert_eq!(cell, guarded(before));
                let safe = cell.parse::<f64>().is_ok() || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
                prop_assert!(safe, "{:?}", cell);
            }
        }
    }
}
