//! Snapshots and the baseline: what is written and read back, what the state keeps, what the pages show.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::rc::Rc;

use common::app::html;
use common::{own_model, text};
use fuxiao::state::{
    Action, AppState, Edit, Page, ProfileField, Route, ScoredWith, Settings, Snapshot, SnapshotOutcome,
    Workspace, sample, snapshot_workspace,
};
use fuxiao_core::{Assessment, Model, Policy, Scorecard, score};
use fuxiao_format::{
    ParsedDocument, new_document, own_model_text, read_assessment, read_model, result, result_line,
    snapshot_text, write_assessment,
};
use fuxiao_language::Locale;
use fuxiao_saving::local::{OWN, SAMPLE, SNAPSHOTS};
use serde_json::{Value, json};
use yew::prelude::*;

const SHOT: &str = "0b0c0000-0000-4000-8000-00000000000a";
const OTHER: &str = "0b0c0000-0000-4000-8000-00000000000b";
const NOW: &str = "2026-11-24T09:00:00.000Z";

fn reduce(state: AppState, action: Action) -> AppState {
    Rc::unwrap_or_clone(Reducible::reduce(Rc::new(state), action))
}

fn edit(state: AppState, edit: Edit) -> AppState {
    reduce(state, Action::Edit(edit, NOW.to_string()))
}

/// The app at a place in the sample firm, with the texts of one language.
fn at(place: Page, locale: Locale) -> AppState {
    let model = own_model();
    let settings = Settings { locale, ..Settings::default() };
    let route = Route::Assessment(sample::ID.into(), place);
    let mut state = AppState::new(model.clone(), settings, route, 1024);
    let common = text(&format!("content/text/{}/common.json", locale.tag()));
    state = reduce(state, Action::TextLoaded(locale, "common".to_string(), Ok(common)));
    reduce(state, Action::Opened(Box::new(sample::assessment(&model).unwrap()), Value::Null))
}

fn begun() -> AppState {
    at(Page::History, Locale::En)
}

fn shot_text(workspace: &Workspace, id: &str, now: &str) -> String {
    snapshot_text(&own_model(), &workspace.assessment, &workspace.document, &workspace.card, (id, now))
}

fn stored(text: &str) -> ParsedDocument {
    read_assessment(text, &own_model()).unwrap()
}

/// The state with a snapshot of what is open as its baseline.
fn with_baseline(state: AppState) -> AppState {
    let raw = shot_text(state.workspace.as_ref().unwrap(), SHOT, NOW);
    let (was, scored) = snapshot_workspace(&state.model, stored(&raw), false);
    let list = vec![Snapshot::of(SHOT.to_string(), &raw, &state.model, str::to_string)];
    let state = reduce(state, Action::SnapshotsListed(list));
    let state = edit(state, Edit::Baseline(Some(SHOT.into())));
    reduce(state, Action::BaselineLoaded(Some((Rc::new(was), scored))))
}

/// A model like the carried one in everything but its release and the weight of `D1.1`.
fn later_release() -> Model {
    let mut file: Value = serde_json::from_str(own_model_text()).unwrap();
    file["release"] = json!("1.1.0");
    file["dimensions"][0]["criteria"][0]["weight"] = json!(50);
    read_model(&file.to_string()).unwrap()
}

#[test]
fn both_references_are_read_and_written_and_may_be_absent() {
    let model = own_model();
    let mut assessment = new_document(&model, OTHER, "2026-11-23T09:00:00Z");
    assert_eq!((&assessment.snapshot_of, &assessment.baseline), (&None, &None));
    let plain: Value = serde_json::from_str(&write_assessment(&assessment, &Value::Null)).unwrap();
    assert!(plain.get("snapshot_of").is_none() && plain.get("baseline").is_none());
    assessment.snapshot_of = Some(sample::ID.into());
    assessment.baseline = Some(SHOT.into());
    let written = write_assessment(&assessment, &Value::Null);
    let document: Value = serde_json::from_str(&written).unwrap();
    assert_eq!((&document["snapshot_of"], &document["baseline"]), (&json!(sample::ID), &json!(SHOT)));
    assert_eq!(stored(&written).assessment, assessment);
    assessment.baseline = None;
    let cleared: Value = serde_json::from_str(&write_assessment(&assessment, &document)).unwrap();
    assert!(cleared.get("baseline").is_none() && cleared["snapshot_of"] == json!(sample::ID));
    for nothing in [json!(null), json!("")] {
        let mut document = document.clone();
        document["baseline"] = nothing;
        assert_eq!(stored(&document.to_string()).assessment.baseline, None);
    }
}

#[test]
fn a_snapshot_is_the_same_document_with_its_result() {
    let mut state = edit(begun(), Edit::Private("D1.1".into(), "only for us".into()));
    state = edit(state, Edit::Profile(ProfileField::Title("2026 Q4".into())));
    let mut workspace = state.workspace.clone().unwrap();
    workspace.document = Rc::new(json!({"x-unknown": [1], "brand": {"x-more": "b"}}));
    Rc::make_mut(&mut workspace.assessment).model_release = "0.9.0".into();
    let raw = shot_text(&workspace, SHOT, "2026-11-25T10:00:00.000Z");
    let document: Value = serde_json::from_str(&raw).unwrap();
    let schema = jsonschema::draft202012::new(&common::json("schema/assessment.schema.json")).unwrap();
    assert!(schema.is_valid(&document));
    let read = stored(&raw).assessment;
    let expected = Assessment {
        id: SHOT.into(),
        snapshot_of: Some(sample::ID.into()),
        modified: "2026-11-25T10:00:00.000Z".into(),
        // Its numbers are computed with this one.
        model_release: own_model().release,
        ..(*workspace.assessment).clone()
    };
    assert_eq!(read, expected);
    assert_eq!(read.answers["D1.1"].private, "only for us");
    assert_eq!((&document["x-unknown"], &document["brand"]["x-more"]), (&json!([1]), &json!("b")));
    assert!(raw.contains(&format!("\"result\":{}", result(&own_model(), &workspace.card))));
    let mut line: Value = serde_json::from_str(&result_line("f", &own_model(), &workspace.card)).unwrap();
    line.as_object_mut().unwrap().remove("file");
    assert_eq!(document["result"], line);
}

/// Every number of a result with its place, in order.
fn numbers(place: &str, value: &Value, found: &mut Vec<(String, f64)>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| numbers(&format!("{place}.{key}"), value, found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, value)| numbers(&format!("{place}[{i}]"), value, found));
        }
        value => found.extend(value.as_f64().map(|number| (place.to_string(), number))),
    }
}

#[test]
fn with_the_same_release_computing_again_gives_what_is_stored() {
    let workspace = begun().workspace.unwrap();
    let document: Value = serde_json::from_str(&shot_text(&workspace, SHOT, NOW)).unwrap();
    let again = score(&own_model(), &stored(&document.to_string()).assessment);
    let (mut then, mut now) = (Vec::new(), Vec::new());
    numbers("", &document["result"], &mut then);
    numbers("", &result(&own_model(), &again), &mut now);
    assert!(then.len() > 200 && then.len() == now.len());
    for ((place, then), (other, now)) in then.iter().zip(&now) {
        assert_eq!(place, other);
        assert!((then - now).abs() < 1e-12, "{place}: {then} {now}");
    }
    let (shown, scored) = snapshot_workspace(&own_model(), stored(&document.to_string()), false);
    assert_eq!(scored, ScoredWith::SameRelease);
    assert_eq!(*shown.card, *workspace.card);
}

/// Scores, bounds and levels of the whole, the aspects and the dimensions.
fn shown(card: &Scorecard) -> Vec<Option<f64>> {
    let level = |level: Option<u8>| level.map(f64::from);
    let whole = &card.overall;
    let mut all = vec![whole.score, whole.low, whole.high, level(whole.level.ok()), level(whole.level_low)];
    all.extend(card.aspects.iter().flat_map(|a| [a.score, a.low, a.high]));
    let of = |d: &fuxiao_core::dimension::DimensionScore| {
        [d.score, d.low, d.high, level(d.level), level(d.level_high), level(Some(d.target)), d.target_reached]
    };
    all.extend(card.dimensions.iter().flat_map(of));
    all
}

#[test]
fn another_release_shows_the_numbers_of_then_until_it_is_asked_to_score_again() {
    let workspace = edit(begun(), Edit::Level("D1.1".into(), 5)).workspace.unwrap();
    let raw = shot_text(&workspace, SHOT, NOW);
    let later = later_release();
    let read = || read_assessment(&raw, &later).unwrap();
    let (then, scored) = snapshot_workspace(&later, read(), false);
    assert_eq!(scored, ScoredWith::StoredResult);
    let close = |a: &[Option<f64>], b: &[Option<f64>]| {
        let near = |(a, b): (&Option<f64>, &Option<f64>)| match (a, b) {
            (Some(a), Some(b)) => (a - b).abs() < 1e-12,
            (a, b) => a == b,
        };
        a.len() == b.len() && a.iter().zip(b).all(near)
    };
    assert!(close(&shown(&then.card), &shown(&workspace.card)));
    assert_eq!(then.card.overall.answered, workspace.card.overall.answered);
    let effective = |card: &Scorecard| {
        let ratings = card.statuses.iter().flatten().map(|s| s.rating().map(|r| r.effective));
        ratings.collect::<Vec<_>>()
    };
    assert_eq!(effective(&then.card), effective(&workspace.card));
    let (again, scored) = snapshot_workspace(&later, read(), true);
    assert_eq!(scored, ScoredWith::Rescored);
    assert!(!close(&shown(&again.card), &shown(&workspace.card)), "the other weight makes no difference");
    assert_eq!(*again.card, score(&later, &read().assessment));
    // Without numbers of then there is nothing else to show.
    let mut bare: Value = serde_json::from_str(&raw).unwrap();
    for lost in [json!(null), json!({}), json!({"overall": 3})] {
        bare["result"] = lost;
        let (bare, scored) =
            snapshot_workspace(&later, read_assessment(&bare.to_string(), &later).unwrap(), false);
        assert_eq!((scored, &*bare.card), (ScoredWith::NoStoredResult, &*again.card));
    }
    // Numbers that no result can have are none.
    bare["result"] =
        json!({"overall": {"score": 9.5, "level": 7}, "dimensions": [{"id": "D1", "score": "3"}]});
    let (odd, _) = snapshot_workspace(&later, read_assessment(&bare.to_string(), &later).unwrap(), false);
    assert_eq!((odd.card.overall.score, odd.card.overall.level.ok()), (None, None));
    assert!(odd.card.dimensions.iter().all(|d| d.score.is_none() && d.level.is_none()));
}

#[test]
fn the_list_tells_what_is_in_a_snapshot_or_why_that_cannot_be_told() {
    let mut workspace = begun().workspace.unwrap();
    Rc::make_mut(&mut workspace.assessment).title = "2026 Q4".into();
    let one = |raw: &str| Snapshot::of("k".into(), raw, &own_model(), |time| format!("local {time}"));
    let known = one(&shot_text(&workspace, SHOT, NOW)).content.unwrap();
    let whole = &workspace.card.overall;
    assert_eq!((known.id.as_str(), known.title.as_str(), known.revision), (SHOT, "2026 Q4", 1));
    assert_eq!((known.score, known.level, known.answered), (whole.score, whole.level.ok(), whole.answered));
    assert_eq!((known.taken.as_str(), known.taken_local), (NOW, format!("local {NOW}")));
    assert!(!one("{").content.unwrap_err().newer);
    let newer = json!({"format": "fuxiao-assessment", "version": 2, "title": "t"});
    let newer = one(&newer.to_string()).content.unwrap_err();
    assert!(newer.newer && newer.title == "t");
}

#[test]
fn what_is_in_local_storage_is_handed_out_by_the_recovery_page() {
    for key in [OWN, SAMPLE, SNAPSHOTS] {
        assert!(text("assets/boot.js").contains(&format!("'{key}'")), "{key}");
    }
}

#[test]
fn choosing_a_baseline_can_be_undone_and_only_an_id_is_one() {
    let state = with_baseline(begun());
    let named = |state: &AppState| state.workspace.as_ref().unwrap().assessment.baseline.clone();
    assert_eq!(named(&state).as_deref(), Some(SHOT));
    assert!(state.baseline.is_some());
    let same = edit(state.clone(), Edit::Baseline(Some("../else".into())));
    assert_eq!(named(&same).as_deref(), Some(SHOT));
    let back = reduce(state.clone(), Action::Undo(NOW.into()));
    assert_eq!((named(&back), &back.baseline), (None, &None));
    let again = reduce(back, Action::Redo(NOW.into()));
    assert_eq!(named(&again).as_deref(), Some(SHOT));
    let cleared = edit(state, Edit::Baseline(None));
    assert_eq!((named(&cleared), &cleared.baseline), (None, &None));
    assert_eq!(cleared.history.past.len(), 2);
}

#[test]
fn the_baseline_stays_through_other_changes_and_goes_with_its_assessment() {
    let state = with_baseline(begun());
    let changed = edit(state.clone(), Edit::Level("D1.1".into(), 5));
    assert_eq!(changed.baseline, state.baseline);
    let mut own = (*state.workspace.clone().unwrap().assessment).clone();
    // Another tab changed the same assessment: the baseline is still the one it names.
    own.revision += 3;
    let same = reduce(state.clone(), Action::Opened(Box::new(own.clone()), Value::Null));
    assert_eq!((&same.baseline, same.snapshots.list.len()), (&state.baseline, 1));
    own.baseline = Some(OTHER.into());
    let another = reduce(state.clone(), Action::Opened(Box::new(own.clone()), Value::Null));
    assert_eq!((&another.baseline, another.snapshots.list.len()), (&None, 1));
    let came = state.baseline.clone().map(|was| (was, ScoredWith::SameRelease));
    assert_eq!(
        reduce(another, Action::BaselineLoaded(came.clone())).baseline,
        None,
        "it is not the one it names"
    );
    let fresh = new_document(&own_model(), OTHER, NOW);
    let fresh = reduce(state.clone(), Action::Opened(Box::new(fresh), Value::Null));
    assert_eq!((&fresh.baseline, fresh.snapshots.list.len()), (&None, 0));
    assert_eq!(reduce(fresh, Action::BaselineLoaded(came)).baseline, None);
    let gone = reduce(state.clone(), Action::NotFound(fuxiao::state::Missing::Unknown));
    assert_eq!((&gone.baseline, gone.snapshots.list.len()), (&None, 0));
    assert_eq!(reduce(state, Action::BaselineLoaded(None)).baseline, None);
}

#[test]
fn what_taking_a_snapshot_came_to_is_said_until_the_user_goes_on() {
    let state = reduce(begun(), Action::SnapshotEnded(SnapshotOutcome::Full));
    assert_eq!(state.snapshots.outcome, Some(SnapshotOutcome::Full));
    let workspace = state.workspace.clone();
    let state = reduce(state, Action::Navigated(Route::Assessment(sample::ID.into(), Page::Results)));
    assert_eq!((state.snapshots.outcome, state.workspace), (None, workspace));
}

/// How often a mark stands on a page.
fn count(html: &str, mark: &str) -> usize {
    html.matches(mark).count()
}

#[tokio::test]
async fn without_a_baseline_the_page_offers_to_take_and_to_choose() {
    for locale in Locale::ALL {
        let empty = html(at(Page::History, locale)).await;
        assert_eq!(
            (count(&empty, "data-test=\"take-snapshot\""), count(&empty, "data-test=\"snapshot\"")),
            (1, 0)
        );
        assert_eq!((count(&empty, "<table"), count(&empty, "data-test=\"missing\"")), (0, 0));
        let state = edit(with_baseline(at(Page::History, locale)), Edit::Baseline(None));
        let listed = html(state).await;
        assert_eq!(count(&listed, "data-test=\"snapshot\""), 1);
        assert_eq!((count(&listed, "<table"), count(&listed, "data-test=\"delete\"")), (0, 1));
        assert!(
            !listed
                .split("data-test=\"delete\"")
                .nth(1)
                .unwrap()
                .split('>')
                .next()
                .unwrap()
                .contains("disabled")
        );
        let targets = html(at(Page::Targets, locale)).await;
        assert_eq!(
            (count(&targets, "data-test=\"reached\""), count(&targets, "data-test=\"progress\"")),
            (15, 0)
        );
        assert_eq!(count(&targets, "<select"), 15);
        assert_eq!(count(&targets, "data-test=\"preset-"), 7);
    }
}

#[tokio::test]
async fn with_a_baseline_every_dimension_is_compared_and_differences_are_signed() {
    for locale in Locale::ALL {
        let mut state = with_baseline(at(Page::History, locale));
        let raised: Vec<String> = (1..=6).map(|c| format!("D8.{c}")).collect();
        for id in &raised {
            state = edit(state, Edit::Level(id.clone(), 3));
        }
        state = edit(state, Edit::Level("D2.1".into(), 1));
        let workspace = state.workspace.clone().unwrap();
        let was = state.baseline.clone().unwrap();
        let page = html(state.clone()).await;
        assert_eq!((count(&page, "<tr>"), count(&page, "data-test=\"difference\"")), (17, 16));
        assert!(page.contains(" disabled"), "the baseline can be deleted");
        let by = workspace.card.dimensions[7].score.unwrap() - was.card.dimensions[7].score.unwrap();
        assert!(by > 0.5 && page.contains(&format!("data-value=\"{}\"", Value::from(by))));
        assert!(page.contains(">+") && page.contains(">−"), "no signed figure");
        let expected = fuxiao_core::dimension::progress(
            was.card.dimensions[7].score,
            workspace.card.dimensions[7].score,
            workspace.card.dimensions[7].target,
        );
        let exact = format!("data-test=\"progress\" data-value=\"{}\"", Value::from(expected.unwrap()));
        assert!(page.contains(&exact), "{exact}");
        // Bars end where they end.
        for bar in page.split("<progress").skip(1) {
            let value = bar.split("value=\"").nth(1).unwrap().split('"').next().unwrap();
            assert!((0..=100).contains(&value.parse::<i32>().unwrap()), "{value}");
        }
        let targets =
            html(reduce(state, Action::Navigated(Route::Assessment(sample::ID.into(), Page::Targets)))).await;
        assert_eq!(count(&targets, "data-test=\"progress\""), 15);
        assert!(targets.contains(&exact));
    }
}

#[tokio::test]
async fn what_makes_then_and_now_less_alike_is_said() {
    for locale in Locale::ALL {
        let state = with_baseline(at(Page::History, locale));
        assert_eq!(count(&html(state.clone()).await, "data-test=\"notes\""), 0);
        let policy = edit(state.clone(), Edit::Profile(ProfileField::Policy(Policy::Declared)));
        assert_eq!(count(&html(policy).await, "data-test=\"notes\""), 1);
        let fewer = html(edit(state.clone(), Edit::Clear("D1.1".into()))).await;
        assert!(fewer.contains("89") && count(&fewer, "data-test=\"notes\"") == 1);
        let mut other = (*state.baseline.clone().unwrap()).clone();
        Rc::make_mut(&mut other.assessment).model_release = "0.9.0".into();
        for (scored, buttons) in
            [(ScoredWith::StoredResult, 1), (ScoredWith::Rescored, 1), (ScoredWith::NoStoredResult, 0)]
        {
            let came = Some((Rc::new(other.clone()), scored));
            let page = html(reduce(state.clone(), Action::BaselineLoaded(came))).await;
            assert!(page.contains("0.9.0") && page.contains("2.0.0"), "{scored:?}");
            assert_eq!(count(&page, "data-test=\"again\""), buttons, "{scored:?}");
        }
    }
}

#[tokio::test]
async fn a_baseline_that_is_not_here_is_said_and_nothing_breaks() {
    for locale in Locale::ALL {
        for place in [Page::History, Page::Targets, Page::Results, Page::Plan] {
            let state = edit(at(place.clone(), locale), Edit::Baseline(Some(OTHER.into())));
            let state = reduce(state, Action::BaselineLoaded(None));
            let page = html(state).await;
            assert_eq!(count(&page, "<h1"), 1);
            assert_eq!(count(&page, "data-test=\"missing\""), usize::from(place == Page::History));
        }
        let failed = reduce(at(Page::History, locale), Action::SnapshotEnded(SnapshotOutcome::Full));
        assert!(html(failed).await.contains("history__bad"));
    }
}

#[tokio::test]
async fn the_pages_lead_to_targets_and_history_and_the_keys_are_named() {
    let state = || at(Page::Plan, Locale::En);
    let go = |place| reduce(state(), Action::Navigated(Route::Assessment(sample::ID.into(), place)));
    let to = |place: &str| format!("href=\"#/a/{}/{place}\"", sample::ID);
    assert!(html(state()).await.contains(&to("targets")));
    assert!(html(go(Page::Result("D1".into()))).await.contains(&to("targets")));
    assert!(html(go(Page::Results)).await.contains(&to("history")));
    let privacy = html(reduce(state(), Action::Navigated(Route::Privacy))).await;
    assert!(privacy.contains("fuxiao/s/"));
}
