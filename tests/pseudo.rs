//! Every page in a third language that is made here: whatever is said on it comes from the catalog. A text that was put
//! into the program by hand stands out, because it has no accent.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::rc::Rc;

use common::app::{html, places, reduce, told};
use common::own_model;
use common::pseudo::{accented, is_accented, language, packed};
use fuxiao::state::{
    Action, AppState, Conflict, Edit, ExportOutcome, LoadState, Missing, Page, ReportChoice, Role, Route,
    Saved, Snapshot, StoreKind, sample,
};
use fuxiao::ui::{case, title};
use fuxiao_core::Problem;
use fuxiao_core::assessment::{Assessment, Flag, Kind, Lane, PlanAction as Step, Status};
use fuxiao_format::merge::Side;
use fuxiao_language::{FETCHED, FRAME, Locale, Missed};
use fuxiao_narrative::EXPORTS;
use serde_json::{Value, json};

const NOW: &str = "2026-11-25T09:00:00Z";

/// The parts of a page that people see or hear, from its markup: texts, and what stands in attributes for them. Left out
/// is what is no language: keys of the keyboard and names of stored things, and the names of the other languages.
fn seen(html: &str) -> Vec<String> {
    const HEARD: [&str; 6] =
        ["aria-label", "title", "alt", "placeholder", "aria-valuetext", "aria-roledescription"];
    let mut found = Vec::new();
    let mut skipping: Option<(String, usize)> = None;
    for part in html.split('<').skip(1) {
        let Some((tag, text)) = part.split_once('>') else { continue };
        let name =
            tag.trim_start_matches('/').split(|c: char| !c.is_alphanumeric()).next().unwrap().to_string();
        if let Some((of, depth)) = &mut skipping {
            if name == *of {
                *depth = if tag.starts_with('/') { *depth - 1 } else { *depth + 1 };
            }
            if *depth > 0 {
                continue;
            }
            skipping = None;
        } else if !tag.starts_with('/') {
            let foreign = tag.contains("language") && tag.contains("lang=");
            if foreign || ["kbd", "code"].contains(&name.as_str()) {
                skipping = Some((name, 1));
                continue;
            }
            for attribute in HEARD {
                let value =
                    tag.split_once(&format!(" {attribute}=\"")).and_then(|(_, rest)| rest.split('"').next());
                found.extend(value.map(str::to_string));
            }
        }
        found.push(text.to_string());
    }
    found.retain(|text| !text.trim().is_empty());
    found
}

/// What of a text is not of the third language: words with a letter that it has not. Ids are not words.
fn foreign(text: &str) -> Option<String> {
    let text = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '.');
    // Names of formats are the same in every language.
    let format = |word: &str| ["SVG", "PNG", "MD", "XLSX", "CSV", "ICS", "JSON"].contains(&word);
    let id = |word: &str| {
        let rest = word.trim_end_matches('.').strip_prefix(|c: char| c.is_ascii_uppercase());
        rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit() || c == '.'))
    };
    let strange =
        |word: &str| !id(word) && !format(word) && word.chars().any(|c| c.is_alphabetic() && !is_accented(c));
    words.into_iter().any(strange).then_some(text.clone())
}

/// A firm in which something of everything occurs; what people wrote is in digits.
fn firm() -> Assessment {
    let mut firm = sample::assessment(&own_model()).unwrap();
    let step = |id: &str, criterion: &str, kind, to, status, lane| Step {
        owner: "1".into(),
        due: Some("2026-11-20".into()),
        status,
        note: "2".into(),
        done: (status == Status::Done).then(|| "2026-11-21".into()),
        ..Step::new(id.into(), criterion.into(), kind, to, lane)
    };
    firm.actions = vec![
        step("a1", "D4.5", Kind::Practice, 2, Status::Planned, Lane::First),
        step("a2", "D1.6", Kind::Prove, 3, Status::Doing, Lane::Second),
        step("a3", "D12.6", Kind::Practice, 2, Status::Done, Lane::First),
        step("a4", "D9.3", Kind::Result, 4, Status::Dropped, Lane::Later),
        step("a5", "D99.9", Kind::Practice, 3, Status::Planned, Lane::Third),
    ];
    for (flag, id) in [(Flag::Later, "D1.1"), (Flag::Ask, "D1.2")] {
        let entry = firm.answers.get_mut(id).unwrap();
        (entry.flag, entry.note, entry.private) = (Some(flag), "3".into(), "4".into());
    }
    firm.title = "5".into();
    firm
}

struct Third {
    locale: Locale,
    texts: Vec<(String, String)>,
}

impl Third {
    fn at(&self, route: Route, firm: Assessment) -> AppState {
        let mut state = told(route, self.locale, self.texts.clone(), firm, Value::Null);
        state.today = "2026-11-25".into();
        state
    }

    fn inside(&self, place: Page) -> AppState {
        self.at(Route::Assessment(sample::ID.into(), place), firm())
    }
}

fn third(name: &str) -> Third {
    let pack = packed(name);
    let keys = |groups: &[&[(&'static str, _)]]| -> Vec<&str> {
        groups.iter().copied().flatten().map(|(key, _)| *key).collect()
    };
    let numbered: Vec<&String> =
        pack.frame.iter().chain(&pack.fetched).flat_map(|group| &group.keys).map(|(key, _)| key).collect();
    assert_eq!(numbered, [keys(FRAME), keys(FETCHED)].concat(), "one more language changes no number");
    let (locale, texts) = language(pack);
    Third { locale, texts }
}

/// Every page, and what can be added to one: with an assessment of everything, with an empty one, and what goes wrong.
fn states(third: &Third) -> Vec<(String, AppState)> {
    let mut all = Vec::new();
    let mut add = |name: String, state: AppState| all.push((name, state));
    for route in places() {
        add(format!("{route:?}"), third.at(route.clone(), firm()));
        let empty = Assessment { id: sample::ID.into(), ..Assessment::default() };
        add(format!("{route:?}, empty"), third.at(route, empty));
    }
    let inside = |place| third.inside(place);
    let overview = || inside(Page::Overview);
    let unreadable = |flaw| Missing::Unreadable {
        key: "1".into(),
        raw: "2".into(),
        problems: vec![Problem::new("", flaw), Problem::new("3", fuxiao_core::Flaw::Missing)],
    };
    for missing in [
        Missing::Unknown,
        Missing::Deleted,
        unreadable(fuxiao_core::Flaw::NotJson),
        unreadable(fuxiao_core::Flaw::NewerVersion),
    ] {
        add(format!("{missing:?}"), reduce(overview(), Action::NotFound(missing)));
    }
    for saved in [
        Saved::Saving,
        Saved::Blocked,
        Saved::Full,
        Saved::FullNoted,
        Saved::Failing,
        Saved::FailingNoted,
        Saved::Refused,
        Saved::Conflict,
        Saved::ConflictInMemory,
        Saved::Deleted,
    ] {
        add(format!("{saved:?}"), reduce(overview(), Action::Stored(saved)));
    }
    let follower = reduce(overview(), Action::Role(Role::Follower));
    add("refused".into(), reduce(follower.clone(), Action::Refused));
    add("another tab".into(), follower);
    add("simple storage".into(), reduce(overview(), Action::StoreFound(StoreKind::Local)));
    for state in [LoadState::Failed, LoadState::Gone] {
        add(format!("part {state:?}"), reduce(overview(), Action::Saving(state)));
    }
    for missed in [Missed::Failed, Missed::Gone] {
        let came = Action::TextLoaded(third.locale, "D1".into(), Err(missed));
        add(format!("text {missed:?}"), reduce(overview(), came));
    }
    let open = overview().workspace.unwrap();
    let stored = fuxiao_format::assessment_value(&open.assessment, &Value::Null);
    let mut theirs = stored.clone();
    theirs["answers"]["D1.1"] = json!({ "level": 5, "note": "9" });
    theirs["firm"] = json!({ "services": ["audit"], "size": "1-5" });
    theirs["actions"][0]["status"] = "doing".into();
    theirs["policy"] = json!({ "evidence": "strict" });
    let revision = fuxiao_saving::revision::Revision::new(9, "1");
    for base in [None, Some(&Value::Null)] {
        let theirs = Some((revision.clone(), Rc::new(theirs.clone())));
        let mut mine = stored.clone();
        mine["answers"]["D1.1"] = json!({ "level": 4, "note": "8" });
        let conflict = Conflict::new(sample::ID, base, mine, theirs);
        let two = reduce(overview(), Action::ConflictFound(Some(Rc::new(conflict))));
        add(format!("two ways, {}", base.is_some()), two.clone());
        let given_up = (0..30).fold(two.clone(), |state, at| reduce(state, Action::Choose(at, Side::Mine)));
        add(format!("two ways, one side, {}", base.is_some()), given_up);
        add("two ways, one in memory".into(), reduce(two, Action::Stored(Saved::ConflictInMemory)));
    }
    let mut tried = inside(Page::WhatIf);
    for (id, level) in [("D1.1", 5), ("D1.2", 5), ("D2.1", 1), ("D7.6", 5)] {
        tried = reduce(tried, Action::TryLevel(id.into(), Some(level)));
    }
    add("tried".into(), tried);
    let question = inside(Page::Question("D1.1".into()));
    let edit = |state: AppState, edit: Edit| reduce(state, Action::Edit(edit, NOW.into()));
    let changed = edit(edit(question, Edit::Level("D1.1".into(), 2)), Edit::Note("D1.1".into(), "7".into()));
    let changed = reduce(reduce(changed, Action::Undo(NOW.into())), Action::Keys(true));
    add("undone, with the keys".into(), changed);
    let na =
        edit(inside(Page::Dimension("D1".into(), None)), Edit::NotApplicable("D1.4".into(), String::new()));
    add("not applicable".into(), na);
    add(
        "whole report".into(),
        reduce(inside(Page::Report), Action::Report(ReportChoice { answers: true, private: true })),
    );
    let handed = |taken| ExportOutcome { of: EXPORTS[0].id, accepted: taken, name: "8".into() };
    for taken in [true, false] {
        add(
            format!("handed {taken}"),
            reduce(inside(Page::Report), Action::ExportEnded(Some(handed(taken)))),
        );
    }
    let text = fuxiao_format::write_assessment(&open.assessment, &Value::Null);
    let shots = ["1", "2"].map(|id| {
        let text = if id == "1" { text.clone() } else { "{".to_string() };
        Snapshot::of(id.into(), &text, &own_model(), |_| "6".into())
    });
    add("snapshots".into(), reduce(inside(Page::History), Action::SnapshotsListed(shots.into())));
    all
}

#[tokio::test]
async fn nothing_is_said_that_is_not_in_the_catalog() {
    let third = third("pseudo");
    let mut wrong = Vec::new();
    let mut parts = 0;
    for (name, state) in states(&third) {
        let mut said = vec![title(&state)];
        said.extend(seen(&html(state).await));
        assert!(said.len() > 10, "{name} says hardly anything: {said:?}");
        parts += said.len();
        wrong.extend(said.iter().filter_map(|text| foreign(text)).map(|text| format!("{name}: {text}")));
    }
    assert!(parts > 20_000, "{parts}");
    wrong.dedup();
    assert!(wrong.is_empty(), "{} texts are not from the catalog:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn nor_in_the_files_for_people() {
    let third = third("pseudo-files");
    let state = third.inside(Page::Report);
    let case = case(&state, state.workspace.as_ref().unwrap());
    let report = EXPORTS.iter().find(|export| export.extension == "md").unwrap();
    let text = (report.make)(&case);
    let wrong: Vec<String> = text.lines().filter_map(foreign).collect();
    assert!(text.lines().count() > 100 && wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_not_of_the_language_is_seen() {
    let page = format!(
        "<p title=\"Oh\">{}<b>2.5</b> D1.1 K03. <code>fuxiao/a/</code><button class=\"language\" lang=\"en\">English</button></p>\
         <p>{} by hand</p><p>中</p>",
        accented("Start {n}"),
        accented("Put in")
    );
    let strange: Vec<String> = seen(&page).iter().filter_map(|text| foreign(text)).collect();
    assert_eq!(strange.len(), 4, "{strange:?}");
    assert_eq!(strange[0], "Oh");
    assert!(
        strange[1].contains("{n}") && strange[2].ends_with("by hand") && strange[3] == "中",
        "{strange:?}"
    );
    assert_eq!(foreign(&accented("Saved – 3 of 4")), None);
}
