//! The workbook: read back by somebody else's reader, it has what the pages show, as numbers, days and texts, and no
//! private note.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};
use common::app::app;
use common::{own_model, text};
use fuxiao::state::{Page, Route, sample};
use fuxiao::ui::case;
use fuxiao_core::assessment::{Assessment, Kind, Lane, PlanAction as Step, Status};
use fuxiao_core::dimension::index;
use fuxiao_format::workbook::{Cell, Column, Sheet, WorkbookSpec};
use fuxiao_format::write_assessment;
use fuxiao_language::{Catalog, Locale, words_workbook as b};
use fuxiao_narrative::Case;
use fuxiao_narrative::workbook::workbook_spec;
use fuxiao_workbook::{LEVELS, workbook};
use serde_json::Value;

const SECRET: &str = "nobody-else";
const FORMULA: &str = "=HYPERLINK(\"https://example.com\",\"here\")";

/// The sample firm with notes that must not become anything else, and a plan.
fn firm() -> Assessment {
    let mut firm = sample::assessment(&own_model()).unwrap();
    firm.modified = "2026-11-23T09:30:00.5Z".into();
    let entry = firm.answers.get_mut("D1.1").unwrap();
    entry.note = FORMULA.into();
    entry.private = SECRET.into();
    let step = |lane, due: Option<&str>| Step {
        id: "a1".into(),
        criterion: "D2.1".into(),
        kind: Kind::Practice,
        to: 4,
        status: Status::Done,
        lane,
        owner: "+owner".into(),
        start: Some("2028-02-29".into()),
        due: due.map(str::to_string),
        done: Some("2026-12-02".into()),
        proof: "-proof".into(),
        note: "@note".into(),
    };
    firm.actions = vec![step(Lane::Later, None), step(Lane::First, Some("2026-12-31"))];
    firm
}

fn with<T>(locale: Locale, firm: Assessment, make: impl Fn(&Case) -> T) -> T {
    let document = serde_json::from_str(&write_assessment(&firm, &Value::Null)).unwrap();
    let mut state = app(Route::Assessment(firm.id.clone(), Page::Report), locale, firm, document);
    state.today = "2026-11-25".into();
    make(&case(&state, state.workspace.as_ref().unwrap()))
}

fn bytes(locale: Locale, firm: Assessment) -> Vec<u8> {
    workbook(&with(locale, firm, |case| workbook_spec(case).json())).unwrap()
}

fn read(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).unwrap()
}

fn sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, at: usize) -> Range<Data> {
    let name = book.sheet_names()[at].clone();
    book.worksheet_range(&name).unwrap()
}

/// A number to fifteen digits, which is what Excel keeps.
fn digits(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap()
}

fn number(cell: &Data) -> Option<f64> {
    match cell {
        Data::Float(number) => Some(digits(*number)),
        Data::Int(number) => Some(*number as f64),
        Data::Empty => None,
        other => panic!("{other:?} is no number"),
    }
}

fn said(cell: &Data) -> &str {
    match cell {
        Data::String(text) => text,
        Data::Empty => "",
        other => panic!("{other:?} is no text"),
    }
}

fn day(cell: &Data) -> Option<f64> {
    match cell {
        Data::DateTime(day) => Some(day.as_f64()),
        Data::Empty => None,
        other => panic!("{other:?} is no day"),
    }
}

#[test]
fn the_sheets_are_in_the_language_in_use() {
    let names = [
        (Locale::Zh, ["摘要", "各维度", "答案表", "指标", "建议", "改进计划", "计分方法"]),
        (
            Locale::En,
            ["Summary", "Dimensions", "Answers", "Figures", "Recommendations", "Plan", "How it is scored"],
        ),
    ];
    for (locale, names) in names {
        let mut book = read(&bytes(locale, firm()));
        assert_eq!(book.sheet_names(), names);
        let summary = sheet(&mut book, 0);
        assert_eq!(summary.get((0, 0)).map(said), Some(b::ITEM.get(&Catalog::new(locale))));
        // 2026-11-25 as Excel counts days.
        assert_eq!(summary.get((3, 1)).and_then(day), Some(46_351.0));
        for at in 0..7 {
            let sheet = sheet(&mut book, at);
            let (height, width) = sheet.get_size();
            assert!(height > 1, "{locale:?}: sheet {at} is empty");
            assert!((0..width).all(|column| !said(&sheet[(0, column)]).is_empty()), "{locale:?} {at}");
        }
    }
}

#[test]
fn numbers_are_those_of_the_card_to_the_last_digit() {
    for locale in Locale::ALL {
        let mut book = read(&bytes(locale, firm()));
        let (summary, dimensions) = (sheet(&mut book, 0), sheet(&mut book, 1));
        with(locale, firm(), |case| {
            let model = case.model;
            assert_eq!(summary.get((7, 1)).and_then(number), case.card.overall.score.map(digits));
            assert_eq!(dimensions.height(), 1 + model.dimensions.len());
            for (row, (dimension, score)) in
                dimensions.rows().skip(1).zip(model.dimensions.iter().zip(&case.card.dimensions))
            {
                assert_eq!(said(&row[0]), dimension.id);
                assert_eq!(number(&row[3]), score.score.map(digits), "{}", dimension.id);
                assert_eq!(number(&row[4]), score.score.map(|score| digits(index(score, model.levels))));
                assert_eq!(
                    (number(&row[5]), number(&row[6])),
                    (score.low.map(digits), score.high.map(digits))
                );
                assert_eq!(number(&row[7]), score.level.map(f64::from));
                assert_eq!(number(&row[9]), Some(f64::from(score.target)));
                assert_eq!(number(&row[10]), score.target_reached.map(digits));
            }
        });
    }
}

#[test]
fn every_question_has_a_row_with_its_levels() {
    for locale in Locale::ALL {
        let answers = sheet(&mut read(&bytes(locale, firm())), 2);
        with(locale, firm(), |case| {
            let model = case.model;
            assert_eq!((answers.height(), model.criteria().count()), (91, 90));
            for (row, (at, criterion)) in answers.rows().skip(1).zip(model.criteria()) {
                assert_eq!(said(&row[0]), criterion.id);
                let entry = &case.assessment.answers[&criterion.id];
                let rating = case.card.status(at).and_then(|status| status.rating());
                if let Some(level) = entry.level() {
                    assert_eq!(number(&row[4]), Some(f64::from(level)), "{}", criterion.id);
                    assert!(!said(&row[9]).is_empty() && !said(&row[7]).is_empty(), "{}", criterion.id);
                }
                assert_eq!(number(&row[5]), rating.map(|rating| f64::from(rating.effective)));
                assert_eq!(said(&row[8]), entry.note);
            }
        });
    }
}

#[test]
fn figures_and_recommendations_are_those_of_the_card() {
    let mut book = read(&bytes(Locale::En, firm()));
    let (figures, recommended) = (sheet(&mut book, 3), sheet(&mut book, 4));
    with(Locale::En, firm(), |case| {
        let model = case.model;
        assert_eq!(figures.height(), 1 + model.kpis.len());
        for (row, kpi) in figures.rows().skip(1).zip(&model.kpis) {
            assert_eq!(
                (said(&row[0]), number(&row[2])),
                (kpi.id.as_str(), case.assessment.kpi_value(&kpi.id))
            );
        }
        assert!(figures.rows().skip(1).any(|row| number(&row[4]).is_some()), "no band");
        assert_eq!(recommended.height(), 1 + case.card.recommendations.len());
        for (row, one) in recommended.rows().skip(1).zip(&case.card.recommendations) {
            assert_eq!(said(&row[0]), model.criterion(one.at).unwrap().id);
            assert_eq!((number(&row[3]), number(&row[4])), (Some(one.from.into()), Some(one.to.into())));
            assert_eq!(number(&row[8]), Some(digits(one.priority)));
            assert!(!said(&row[10]).is_empty());
        }
    });
}

#[test]
fn days_of_the_plan_are_days_and_lanes_are_in_order() {
    let plan = sheet(&mut read(&bytes(Locale::En, firm())), 5);
    let rows: Vec<_> = plan.rows().skip(1).collect();
    assert_eq!(rows.iter().map(|row| said(&row[0])).collect::<Vec<_>>(), ["Within 30 days", "Later"]);
    // 29 February 2028, 31 December and 2 December 2026, as Excel counts days.
    let days = |row: &[Data]| [day(&row[7]), day(&row[8]), day(&row[9])];
    assert_eq!(days(rows[0]), [Some(46_812.0), Some(46_387.0), Some(46_358.0)]);
    assert_eq!(days(rows[1]), [Some(46_812.0), None, Some(46_358.0)]);
    assert_eq!([6, 10, 11].map(|at| said(&rows[0][at])), ["+owner", "-proof", "@note"]);
}

#[test]
fn nothing_becomes_a_formula_and_private_notes_stay_private() {
    for locale in Locale::ALL {
        let made = with(locale, firm(), |case| workbook_spec(case).json());
        assert!(!made.contains(SECRET), "{locale:?}");
        let mut book = read(&workbook(&made).unwrap());
        assert_eq!(said(&sheet(&mut book, 2)[(1, 8)]), FORMULA);
        for name in book.sheet_names() {
            assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name} has formulas");
        }
    }
}

#[test]
fn what_is_the_same_makes_the_same_file() {
    for locale in Locale::ALL {
        assert_eq!(bytes(locale, firm()), bytes(locale, firm()));
    }
    let mut later = firm();
    later.modified = "2026-11-24T09:30:00Z".into();
    assert_ne!(
        bytes(Locale::En, firm()),
        bytes(Locale::En, later),
        "the file bears the time of the last change"
    );
}

#[test]
fn an_assessment_without_answers_makes_a_workbook() {
    for locale in Locale::ALL {
        let empty = Assessment { id: sample::ID.into(), ..Assessment::default() };
        let mut book = read(&bytes(locale, empty));
        assert_eq!(sheet(&mut book, 2).height(), 91);
        // No recommendation and no plan: the heads alone.
        assert_eq!((sheet(&mut book, 4).height(), sheet(&mut book, 5).height()), (1, 1));
    }
}

#[test]
fn what_excel_does_not_know_stays_a_text() {
    let cells = ["2026-02-30", "1899-12-31", "soon"].map(|day| Cell::Date(day.into()));
    let rows =
        vec![cells.to_vec(), vec![Cell::Text("长".repeat(40_000)), Cell::Level(9), Cell::Number(-0.5)]];
    let columns = ["a", "b", "c"].map(|name| Column { name: name.into(), width: 10 }).to_vec();
    let sheets = vec![Sheet { name: "one".into(), filter: true, columns, rows }];
    let book = WorkbookSpec { title: String::new(), firm: String::new(), modified: "soon".into(), sheets };
    // Its time is unknown; that of the clock stands in the properties.
    let sheet = sheet(&mut read(&workbook(&book.json()).unwrap()), 0);
    assert_eq!([0, 1, 2].map(|at| said(&sheet[(1, at)])), ["2026-02-30", "1899-12-31", "soon"]);
    assert_eq!(said(&sheet[(2, 0)]).chars().count(), 32_767);
    assert_eq!((number(&sheet[(2, 1)]), number(&sheet[(2, 2)])), (Some(9.0), Some(-0.5)));
    assert!(workbook("no description").is_err());
}

#[test]
fn columns_are_as_wide_as_their_text_within_bounds() {
    let rows = vec![vec![Cell::text("四个汉字"), Cell::text("x".repeat(99)), Cell::Empty]];
    let sheet = Sheet::new("one", true, &[("a", 40), ("b", 40), ("表头", 40)], rows);
    assert_eq!(sheet.columns.iter().map(|column| column.width).collect::<Vec<_>>(), [10, 40, 8]);
}

#[test]
fn rows_are_as_high_as_their_text_and_sheets_can_be_read_on_paper() {
    let high = |text: &str, width: u32| {
        let columns = vec![Column { name: "a".into(), width }];
        let rows = vec![vec![Cell::text(text)]];
        let sheets = vec![Sheet { name: "one".into(), filter: false, columns, rows }];
        let (title, firm, modified) = (String::new(), String::new(), "2026-11-25T09:30:00Z".into());
        let bytes = workbook(&WorkbookSpec { title, firm, modified, sheets }.json()).unwrap();
        let mut page = String::new();
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        zip.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut page).unwrap();
        let row = page.split("<row r=\"2\"").nth(1).unwrap();
        let points = row.split("ht=\"").nth(1).unwrap().split('"').next().unwrap();
        // The file has whole pixels, of three quarters of a point.
        points.parse::<f64>().unwrap().round()
    };
    // Widths of twenty digits: nine Chinese characters to a line.
    assert_eq!([high("九个汉字正好是一行", 20), high("十个汉字就不止是一行", 20)], [16.0, 32.0]);
    assert_eq!([high("one\ntwo", 20), high("one\ntwo\nthree", 20)], [30.0, 45.0]);
    assert_eq!(high(&"x".repeat(4_000), 20), 409.0);
    for locale in Locale::ALL {
        with(locale, firm(), |case| {
            for sheet in workbook_spec(case).sheets {
                let all: u32 = sheet.columns.iter().map(|column| column.width).sum();
                assert!(all <= 230, "{}: {all} digits", sheet.name);
            }
        });
    }
}

#[test]
fn levels_have_the_colours_of_the_light_look() {
    let tokens = text("styles/tokens.css");
    let light = tokens.split_once(":root, .sheet {").unwrap().1.split_once('}').unwrap().0;
    let token = |name: &str| {
        let after = light.split_once(&format!("{name}: ")).unwrap_or_else(|| panic!("{name}")).1;
        after.split_once(';').unwrap().0.to_string()
    };
    for (level, (back, front)) in (1..).zip(LEVELS) {
        assert_eq!(token(&format!("--l{level}")), back);
        let on = token(&format!("--color-on-level-{level}"));
        let on = if on == "var(--ink)" { token("--ink") } else { on };
        assert_eq!(on.replace("#fff", "#ffffff"), front);
    }
}
