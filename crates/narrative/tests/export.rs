//! What can be taken away: every file is read back by somebody else's reader, says what the page says, and keeps
//! private notes to itself.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::collections::BTreeMap;

use common::tables::table;
use common::{json, own_model, sample, with};
use fuxiao_core::assessment::{Answer, Assessment, Kind, Lane, PlanAction as Step, Status};
use fuxiao_format::csv::{self, guarded};
use fuxiao_format::{SAMPLE_ID, read_assessment};
use fuxiao_language::{Catalog, Locale, fixed, percent, words_why};
use fuxiao_narrative::plan::{calendar, plan_file, undated};
use fuxiao_narrative::{Case, EXPORTS, tables};
use icalendar::Component;
use serde_json::{Value, json};

const SECRET: &str = "nobody-else";
const NASTY: &str = "a*b*_c_|d|<e>#`[f](g)&amp;$h$~~i~~ 三";

fn step(criterion: &str, kind: Kind, to: u8, lane: Lane) -> Step {
    let (owner, proof, note) = (String::new(), String::new(), String::new());
    let (start, due, done) = (None, None, None);
    let status = Status::Planned;
    let id = format!("{criterion}-{}-{to}-{}", kind.word(), lane.word()).replace('.', "_");
    Step { id, criterion: criterion.into(), kind, to, status, lane, owner, start, due, done, proof, note }
}

/// The sample firm with everything that could go wrong in a file.
fn firm() -> Assessment {
    let mut firm = sample(&own_model());
    firm.revision = 42;
    firm.modified = "2026-11-23T09:30:00.5Z".into();
    firm.title = NASTY.into();
    firm.firm.name = "云帆/财务".into();
    for (id, note) in
        [("D1.1", "=1+1"), ("D1.2", "-5"), ("D1.3", "'@x"), ("D1.4", "two\nlines, \"quoted\"; done")]
    {
        let entry = firm.answers.get_mut(id).unwrap();
        entry.note = note.into();
        entry.private = format!("{SECRET} {id}");
    }
    firm.answers.insert("X9.9".into(), common::level(2));
    let r = fuxiao_core::score(&own_model(), &firm).recommendations.remove(0);
    let id = own_model().criterion(r.at).unwrap().id.clone();
    let mut due = step(&id, r.kind, r.to, Lane::First);
    due.due = Some("2026-12-31".into());
    due.owner = "李, 经理; \\ 组".into();
    let mut span = step("D2.1", Kind::Practice, 4, Lane::Second);
    (span.start, span.due) = (Some("2028-02-20".into()), Some("2028-02-28".into()));
    span.status = Status::Dropped;
    span.note = format!("- 第一行\n1. 第二行 {NASTY}");
    let mut prove = step("D3.1", Kind::Prove, 4, Lane::Later);
    prove.start = Some("2026-12-01".into());
    (prove.status, prove.done) = (Status::Done, Some("2026-12-02".into()));
    let undated = step("D4.1", Kind::Practice, 4, Lane::Third);
    let again = Step { id: "again".into(), ..span.clone() };
    firm.actions = vec![due, span, prove, undated, again];
    firm
}

fn schema(name: &str) -> jsonschema::Validator {
    jsonschema::draft202012::new(&json(&format!("schema/{name}.schema.json"))).unwrap()
}

/// A CSV file as the reader of others has it, one map per row.
fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader =
        ::csv::ReaderBuilder::new().from_reader(file.strip_prefix('\u{FEFF}').unwrap().as_bytes());
    let head = reader.headers().unwrap().clone();
    let row =
        |row: ::csv::StringRecord| head.iter().map(String::from).zip(row.iter().map(String::from)).collect();
    reader.records().map(|record| row(record.unwrap())).collect()
}

type Table = fn(&Case) -> String;
const TABLES: [(Table, &[&str]); 3] =
    [(tables::answers, &csv::ANSWERS), (tables::plan, &csv::PLAN), (tables::dimensions, &csv::DIMENSIONS)];

#[test]
fn nothing_private_leaves_but_in_the_full_copy() {
    for locale in Locale::ALL {
        with(locale, firm(), |case| {
            for export in &EXPORTS {
                let file = (export.make)(case);
                assert!(file.len() > 500, "{} is nearly empty", export.id);
                assert_eq!(file.contains(SECRET), export.id == "export-keep", "{}", export.id);
                assert_eq!(file.contains("\"private\""), export.id == "export-keep", "{}", export.id);
            }
        });
    }
}

#[test]
fn the_assessment_comes_back_whole_or_without_private_notes() {
    let model = own_model();
    let mut before = firm();
    let file = |id: &str, of: &Assessment| {
        let make = EXPORTS.iter().find(|export| export.id == id).unwrap().make;
        let text = with(Locale::Zh, of.clone(), make);
        assert!(schema("assessment").is_valid(&serde_json::from_str(&text).unwrap()));
        read_assessment(&text, &model).unwrap().assessment
    };
    assert_eq!(file("export-keep", &before), before);
    let shared = file("export-share", &before);
    before.answers.values_mut().for_each(|entry| entry.private.clear());
    assert_eq!(shared, before);
}

#[test]
fn private_notes_are_left_out_wherever_a_document_has_them() {
    let document = json!({"future": [{"private": SECRET, "kept": 1}]});
    let text = fuxiao_format::write_shared(&firm(), &document);
    assert!(!text.contains(SECRET) && text.contains("\"kept\":1"));
}

#[test]
fn tables_have_their_columns_and_come_back_byte_for_byte() {
    for locale in Locale::ALL {
        for (make, columns) in TABLES {
            let file = with(locale, firm(), make);
            let lines = file.matches('\n').count();
            // A line break within a cell stays LF; every row ends with CRLF.
            assert_eq!(
                file.replace("\r\n", "").matches(['\r', '\n']).count(),
                lines - file.matches("\r\n").count()
            );
            assert!(file.starts_with(&format!("\u{FEFF}{}\r\n", columns.join(","))));
            let read = table(&file);
            let head: Vec<&str> = read[0].iter().map(String::as_str).collect();
            assert_eq!(csv::write(&head, &read[1..]), file);
            assert_eq!(rows(&file).len(), read.len() - 1);
        }
    }
}

#[test]
fn answers_stand_in_their_table_as_they_were_given() {
    let model = own_model();
    for locale in Locale::ALL {
        let found = rows(&with(locale, firm(), tables::answers));
        assert_eq!(found.len(), model.criteria().count() + 1);
        let firm = firm();
        let card = fuxiao_core::score(&model, &firm);
        for (row, (at, criterion)) in found.iter().zip(model.criteria()) {
            assert_eq!(row["criterion"], criterion.id);
            let rating = card.status(at).unwrap().rating();
            assert_eq!(row["effective_level"], rating.map_or(String::new(), |r| r.effective.to_string()));
            match firm.answer(&criterion.id) {
                Answer::Level(level) => {
                    assert_eq!((&*row["state"], &row["level"]), ("level", &level.to_string()))
                }
                Answer::NotApplicable(reason) => {
                    assert_eq!((&*row["state"], &row["reason"]), ("not_applicable", reason))
                }
                Answer::Unanswered => assert_eq!((&*row["state"], &*row["level"]), ("unanswered", "")),
            }
            assert_eq!(row["level_text"].is_empty(), row["level"].is_empty());
            assert_eq!(row["note"], guarded(firm.answers.get(&criterion.id).map_or("", |entry| &entry.note)));
        }
        let of = |id: &str| found.iter().find(|row| row["criterion"] == id).unwrap();
        assert_eq!(of("D1.1")["kpis"], "K01=71");
        assert_eq!(
            (&*of("D1.1")["note"], &*of("D1.2")["note"], &*of("D1.3")["note"]),
            ("'=1+1", "-5", "''@x")
        );
        assert_eq!((&*of("X9.9")["level"], &*of("X9.9")["dimension"]), ("2", ""));
    }
}

#[test]
fn dimensions_have_the_numbers_of_the_scorecard() {
    let model = own_model();
    let card = fuxiao_core::score(&model, &firm());
    for locale in Locale::ALL {
        let found = rows(&with(locale, firm(), tables::dimensions));
        assert_eq!(found.len(), 15);
        for ((row, dimension), score) in found.iter().zip(&model.dimensions).zip(&card.dimensions) {
            assert_eq!(row["dimension"], dimension.id);
            assert_eq!(row["score"], fixed(score.score.unwrap(), 2));
            assert_eq!(row["level"], score.level.unwrap().to_string());
            assert_eq!(row["target"], score.target.to_string());
            assert_eq!(format!("{}%", row["target_reached_percent"]), percent(score.target_reached.unwrap()));
            assert_eq!(row["weakest"].split(' ').count(), score.weakest.len());
        }
        let language = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        assert_eq!(found[0]["dimension_name"].contains(language), locale == Locale::Zh);
    }
    let mut empty = firm();
    empty.answers.clear();
    let found = rows(&with(Locale::En, empty, tables::dimensions));
    assert!(found.iter().all(|row| row["level_state"] == "withheld" && row["score"].is_empty()));
}

#[test]
fn the_plan_stands_in_its_table_and_its_file() {
    let (model, firm) = (own_model(), firm());
    let card = fuxiao_core::score(&model, &firm);
    let found = rows(&with(Locale::Zh, firm.clone(), tables::plan));
    let file: Value = serde_json::from_str(&with(Locale::Zh, firm.clone(), plan_file)).unwrap();
    let plan = schema("plan");
    let wrong: Vec<String> = plan.iter_errors(&file).map(|error| error.to_string()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert_eq!(file["generated"], json!(firm.modified));
    assert_eq!(file["model"], json!({"id": model.id, "release": model.release}));
    assert_eq!((found.len(), file["actions"].as_array().unwrap().len()), (5, 5));
    for (at, (row, action)) in found.iter().zip(&firm.actions).enumerate() {
        let written = &file["actions"][at];
        let stands = fuxiao_format::still_recommended(&model, &card, action);
        for (key, value) in [
            ("criterion", &*action.criterion),
            ("kind", action.kind.word()),
            ("status", action.status.word()),
            ("lane", action.lane.word()),
            ("owner", &action.owner),
            ("due", action.due.as_deref().unwrap_or("")),
            ("start", action.start.as_deref().unwrap_or("")),
            ("note", &action.note),
        ] {
            assert_eq!(written[key].as_str().unwrap_or_default(), value);
            assert_eq!(row[key], guarded(value));
        }
        assert_eq!(written["priority"].as_f64(), stands.map(|one| one.priority));
        assert_eq!(row["priority"], stands.map_or(String::new(), |one| fixed(one.priority, 0)));
        assert!(!row["action_text"].is_empty());
    }
    assert_eq!(file["actions"][0]["priority"].as_f64(), Some(100.0));
    for (place, value) in
        [("/actions/0/lane", json!("soon")), ("/version", json!(2)), ("/actions/0/effort", json!(6))]
    {
        let mut broken = file.clone();
        *broken.pointer_mut(place).unwrap() = value;
        assert!(!plan.is_valid(&broken), "the schema takes {place}");
    }
}

#[test]
fn the_calendar_is_read_by_others_and_folded_by_the_octet() {
    for locale in Locale::ALL {
        let file = with(locale, firm(), calendar);
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        assert!(
            file.ends_with("END:VCALENDAR\r\n")
                && file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
        );
        assert!(file.split("\r\n").all(|line| line.len() <= 75));
        assert!(file.contains("\r\n "), "nothing was folded");
        let calendar: icalendar::Calendar = file.parse().unwrap();
        let events: Vec<_> = calendar.events().collect();
        assert_eq!(events.len(), 4);
        let value = |at: usize, key: &str| events[at].property_value(key).unwrap_or_default().to_string();
        let days: Vec<_> = (0..4).map(|at| (value(at, "DTSTART"), value(at, "DTEND"))).collect();
        let expected = [
            ("20261231", "20270101"),
            ("20280220", "20280229"),
            ("20261201", "20261202"),
            ("20280220", "20280229"),
        ];
        assert_eq!(days, expected.map(|(first, end)| (first.to_string(), end.to_string())));
        let ids: std::collections::BTreeSet<_> = (0..4).map(|at| value(at, "UID")).collect();
        assert_eq!(ids.len(), 4);
        assert!(ids.contains(&format!("{}-D2.1-practice-4@fuxiao", SAMPLE_ID)));
        assert!((0..4).all(|at| value(at, "DTSTAMP") == "20261123T093000Z" && value(at, "SEQUENCE") == "42"));
        let states: Vec<_> = (0..4).map(|at| value(at, "STATUS")).collect();
        assert_eq!(states, ["TENTATIVE", "CANCELLED", "CONFIRMED", "CANCELLED"]);
        let unfolded = file.replace("\r\n ", "");
        assert!(unfolded.contains("李\\, 经理\\; \\\\ 组"), "{unfolded}");
        assert!(unfolded.contains("\r\nDTSTART;VALUE=DATE:20261231\r\n"));
        assert!(events[0].get_description().unwrap().contains("李, 经理; \\ 组"));
        assert!(events[1].get_description().unwrap().contains(&format!("- 第一行\n1. 第二行 {NASTY}")));
        let title = words_why::AT_LEVEL.get(&Catalog::new(locale));
        let end = title.split("{level}").nth(1).unwrap();
        assert!(events[0].get_summary().unwrap().ends_with(end), "{end}");
    }
    assert_eq!(with(Locale::Zh, firm(), undated), 1);
}

#[test]
fn what_would_end_before_it_starts_stands_on_the_day_it_is_due() {
    let mut firm = firm();
    firm.actions.truncate(1);
    firm.actions[0].start = Some("2027-05-01".into());
    let file = with(Locale::En, firm, calendar);
    assert!(file.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
}
