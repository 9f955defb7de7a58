//! The plan page without a browser: cards, lanes and themes, filters and orders, what is told, what the answers and an
//! earlier plan say about a step. In both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::rc::Rc;

use common::app::html;
use common::{own_model, text};
use fuxiao::state::{
    Action, AppState, BoardFilter, BoardSort, BoardView, Edit, Page, PlanEvent, PlanField, Route, Settings,
    Workspace, sample,
};
use fuxiao_core::assessment::{
    Answer, Entry, Evidence, Kind, KpiEntry, Lane, PlanAction as Step, Policy, Status,
};
use fuxiao_core::plan_hint::{StepProgress, step_progress};
use fuxiao_core::{Assessment, score};
use fuxiao_language::{Catalog, Locale, Text, words_board as b, words_plan as p};
use serde_json::Value;

const TODAY: &str = "2026-11-25";

fn reduce(state: AppState, action: Action) -> AppState {
    Rc::unwrap_or_clone(yew::Reducible::reduce(Rc::new(state), action))
}

fn edit(state: AppState, edit: Edit) -> AppState {
    reduce(state, Action::Edit(edit, "2026-11-25T09:00:00Z".into()))
}

/// The plan page with an assessment and all texts of one language.
fn at_plan(assessment: Assessment, locale: Locale) -> AppState {
    let model = own_model();
    let settings = Settings { locale, ..Settings::default() };
    let route = Route::Assessment(assessment.id.clone(), Page::Plan);
    let mut state = AppState::new(model.clone(), settings, route, 1280);
    state.today = TODAY.to_string();
    let ids = model.dimensions.iter().map(|d| d.id.clone());
    for id in ids.chain(["common".to_string()]) {
        let file = text(&format!("content/text/{}/{id}.json", locale.tag()));
        state = reduce(state, Action::TextLoaded(locale, id, Ok(file)));
    }
    reduce(state, Action::Opened(Box::new(assessment), Value::Null))
}

fn step(criterion: &str, kind: Kind, to: u8, lane: Lane) -> Step {
    let id = format!("{criterion}-{}-{to}", kind.word());
    Step::new(id, criterion.into(), kind, to, lane)
}

/// The sample firm with a plan of its own.
fn planned(actions: Vec<Step>) -> Assessment {
    Assessment { actions, ..sample::assessment(&own_model()).unwrap() }
}

/// A plan in which something of everything occurs.
fn varied() -> Vec<Step> {
    let of = step;
    vec![
        Step {
            owner: "Wang Wei".into(),
            due: Some("2026-11-20".into()),
            ..of("D4.5", Kind::Practice, 2, Lane::First)
        },
        Step {
            owner: "Li Na".into(),
            due: Some("2027-01-10".into()),
            status: Status::Doing,
            ..of("D1.6", Kind::Practice, 3, Lane::Second)
        },
        Step {
            status: Status::Done,
            done: Some("2026-11-21".into()),
            ..of("D12.6", Kind::Practice, 2, Lane::First)
        },
        Step { status: Status::Dropped, owner: "Li Na".into(), ..of("D9.3", Kind::Prove, 4, Lane::Later) },
        Step { note: "ask the landlord".into(), ..of("X9.9", Kind::Result, 3, Lane::Third) },
    ]
}

fn said(text: Text, locale: Locale, values: &[(&str, &str)]) -> String {
    text.fill(&Catalog::new(locale), values)
}

/// The cards of a page by their keys, in their order, each with its markup.
fn cards(page: &str) -> Vec<(String, String)> {
    let parts = page.split("data-key=\"").skip(1);
    parts
        .map(|part| {
            let (key, rest) = part.split_once('"').unwrap();
            (key.to_string(), rest.split("</section>").next().unwrap().to_string())
        })
        .collect()
}

fn keys(page: &str) -> Vec<String> {
    cards(page).into_iter().map(|(key, _)| key).collect()
}

/// The part of a page from the element with a mark to the end of its section.
fn section<'a>(page: &'a str, mark: &str) -> &'a str {
    let from = page.find(&format!("data-test=\"{mark}\"")).unwrap_or_else(|| panic!("no {mark}"));
    page[from..].split("</section>").next().unwrap()
}

fn told(page: &str) -> String {
    let from = page.find("data-test=\"plan-event\"").unwrap();
    page[from..].split_once('>').unwrap().1.split('<').next().unwrap().to_string()
}

fn look(state: AppState, change: impl FnOnce(&mut BoardView)) -> AppState {
    let mut board = state.board.clone();
    change(&mut board);
    reduce(state, Action::Board(board))
}

#[tokio::test]
async fn a_card_says_what_whose_until_when_and_what_deserves_a_look() {
    for locale in Locale::ALL {
        let page = html(at_plan(planned(varied()), locale)).await;
        assert_eq!(page.matches("data-test=\"action\"").count(), 5);
        let cards = cards(&page);
        let card = |id: &str| cards.iter().find(|(key, _)| key.starts_with(id)).unwrap().1.as_str();
        let late = card("D4.5");
        assert!(
            late.contains("Wang Wei") && late.contains(&said(b::DUE_ON, locale, &[("date", "2026-11-20")]))
        );
        assert!(late.contains("data-test=\"overdue\"") && page.matches("data-test=\"overdue\"").count() == 1);
        assert!(
            late.contains("href=\"#/a/") && late.contains("D4.5\""),
            "the name does not lead to the question"
        );
        let doing = card("D1.6");
        let chosen = doing.split("<option").find(|option| option.contains(" selected")).unwrap();
        assert!(chosen.contains("value=\"doing\""), "{chosen}");
        let done = card("D12.6");
        assert!(done.contains(&said(p::DONE_ON, locale, &[("date", "2026-11-21")])));
        assert!(
            done.contains(b::NO_PROOF.get(&Catalog::new(locale))) && done.contains("data-test=\"say-proof\"")
        );
        let unknown = card("X9.9");
        assert!(
            unknown.contains("X9.9")
                && unknown.contains(b::UNKNOWN.get(&Catalog::new(locale)))
                && !unknown.contains("href")
        );
        let sum = said(b::COUNT, locale, &[("all", "5"), ("done", "1"), ("late", "1")]);
        assert!(page.contains(&sum));
        let lane =
            said(b::HEADING, locale, &[("name", p::LANE_FIRST.get(&Catalog::new(locale))), ("count", "2")]);
        assert!(section(&page, "lane-0-30").contains(&lane));
        assert!(section(&page, "lane-0-30").contains(&said(
            b::SPAN,
            locale,
            &[("from", TODAY), ("to", "2026-12-25")]
        )));
        assert!(section(&page, "lane-later").contains(&said(
            b::SPAN_OPEN,
            locale,
            &[("from", "2027-02-24")]
        )));
        // Everything else waits behind "details".
        assert!(!page.contains("<textarea") && !page.contains("type=\"date\""));
        assert_eq!(page.matches("data-test=\"more\"").count(), 5);
    }
}

#[tokio::test]
async fn an_unfolded_card_has_the_step_the_fields_and_one_tap_to_the_end_of_its_lane() {
    for locale in Locale::ALL {
        let state = at_plan(planned(varied()), locale);
        let shown = keys(&html(state.clone()).await);
        let state = look(state, |board| board.toggle("D12.6-practice-2", &shown));
        let page = html(state.clone()).await;
        let open = cards(&page).into_iter().find(|(key, _)| key.starts_with("D12.6")).unwrap().1;
        assert!(
            open.contains(p::STEP_FIRST.get(&Catalog::new(locale)))
                && open.contains(b::PROOF.get(&Catalog::new(locale)))
        );
        assert_eq!(page.matches("<textarea").count(), 2);
        // Start, due, and the day it was finished, which can be put right.
        assert_eq!(open.matches("type=\"date\"").count(), 3);
        assert!(open.contains("value=\"2026-11-21\""));
        assert!(open.contains(&said(b::DUE_LANE, locale, &[("date", "2026-12-25")])));
        let state = edit(state, Edit::Plan("D12.6-practice-2".into(), PlanField::Due("2026-12-25".into())));
        let state = edit(state, Edit::Plan("D12.6-practice-2".into(), PlanField::Done("2026-11-19".into())));
        let page = html(state.clone()).await;
        assert!(!page.contains("data-test=\"due-lane\""));
        assert!(page.contains(&said(p::DONE_ON, locale, &[("date", "2026-11-19")])));
        // The last lane has no end to be due at.
        let state = look(state, |board| board.toggle("D9.3-prove-4", &shown));
        assert!(!html(state.clone()).await.contains("data-test=\"due-lane\""));
    }
}

#[tokio::test]
async fn the_answers_say_whether_a_step_is_reached() {
    let model = own_model();
    let mut assessment = Assessment { id: sample::ID.into(), ..Assessment::default() };
    let answer = |assessment: &mut Assessment, id: &str, level: u8, evidence: Evidence| {
        let entry = Entry { answer: Answer::Level(level), evidence, ..Entry::default() };
        assessment.answers.insert(id.into(), entry);
    };
    let figure = |assessment: &mut Assessment, id: &str, value: f64| {
        let n = Some(100);
        assessment.kpis.insert(id.into(), KpiEntry { value: Some(value), n, ..KpiEntry::default() });
    };
    assessment.actions = vec![
        step("D1.6", Kind::Practice, 3, Lane::First),
        step("D2.4", Kind::Prove, 4, Lane::First),
        step("D1.2", Kind::Result, 4, Lane::First),
        // Low enough for the figure's band, so that the gate alone is in the way.
        step("D11.2", Kind::Result, 2, Lane::First),
        step("D5.4", Kind::Practice, 3, Lane::First),
    ];
    let stands = |assessment: &Assessment| -> Vec<StepProgress> {
        let card = score(&model, assessment);
        assessment.actions.iter().map(|one| step_progress(&model, assessment, &card, one)).collect()
    };
    assert_eq!(stands(&assessment), [StepProgress::Unanswered; 5]);
    answer(&mut assessment, "D1.6", 2, Evidence::None);
    answer(&mut assessment, "D2.4", 4, Evidence::Document);
    answer(&mut assessment, "D1.2", 4, Evidence::Records);
    figure(&mut assessment, "K41", 80.0);
    answer(&mut assessment, "D11.2", 3, Evidence::Records);
    figure(&mut assessment, "K37", 5.5);
    let out = Entry { answer: Answer::NotApplicable("no".into()), ..Entry::default() };
    assessment.answers.insert("D5.4".into(), out);
    let below = |level| StepProgress::Below(level);
    let before = stands(&assessment);
    assert_eq!(before[..3], [below(2), below(3), below(3)]);
    assert!(
        matches!(before[3], StepProgress::Below(_)),
        "a figure beyond the limit of the floor is not reached: {before:?}"
    );
    assert_eq!(before[4], StepProgress::NotApplicable);
    for locale in Locale::ALL {
        let page = html(at_plan(assessment.clone(), locale)).await;
        assert!(!page.contains("data-test=\"reached\"") && !page.contains("data-test=\"mark-done\""));
        assert!(page.contains(b::OUT.get(&Catalog::new(locale))));
    }
    // Answered anew, each is there in its own way, and none is dropped.
    answer(&mut assessment, "D1.6", 3, Evidence::None);
    answer(&mut assessment, "D2.4", 4, Evidence::Records);
    figure(&mut assessment, "K41", 92.0);
    figure(&mut assessment, "K37", 0.05);
    assert_eq!(stands(&assessment)[..4], [StepProgress::Reached; 4]);
    for locale in Locale::ALL {
        let state = at_plan(assessment.clone(), locale);
        let page = html(state.clone()).await;
        assert_eq!(page.matches("data-test=\"reached\"").count(), 4);
        for text in [b::REACHED, b::REACHED_PROVE, b::REACHED_RESULT] {
            assert!(page.contains(text.get(&Catalog::new(locale))), "{text:?}");
        }
        assert_eq!(page.matches("data-test=\"mark-done\"").count(), 4);
        let first = state.workspace.as_ref().unwrap().assessment.actions[0].id.clone();
        let done = Edit::Plan(first, PlanField::Status(Status::Done, TODAY.into()));
        let state = edit(state, done);
        assert_eq!(state.workspace.as_ref().unwrap().assessment.actions[0].done.as_deref(), Some(TODAY));
        assert_eq!(html(state.clone()).await.matches("data-test=\"mark-done\"").count(), 3);
    }
    // Where nothing has to be proven, no proof is missing.
    answer(&mut assessment, "D2.4", 4, Evidence::None);
    assert_eq!(stands(&assessment)[1], below(3));
    assessment.policy = Policy::Declared;
    assert_eq!(stands(&assessment)[1], StepProgress::Reached);
    // A lower answer makes a practice unreached again.
    answer(&mut assessment, "D1.6", 1, Evidence::None);
    assert_eq!(stands(&assessment)[0], below(1));
}

#[tokio::test]
async fn dates_that_do_not_fit_are_hinted_at() {
    let mut steps = vec![
        Step { due: Some("2027-01-10".into()), ..step("D1.6", Kind::Practice, 3, Lane::First) },
        Step { due: Some("2027-01-05".into()), ..step("D1.6", Kind::Practice, 4, Lane::Second) },
        step("D4.5", Kind::Practice, 4, Lane::Later),
    ];
    steps[2].start = Some("2027-04-02".into());
    steps[2].due = Some("2027-04-01".into());
    for locale in Locale::ALL {
        let page = html(at_plan(planned(steps.clone()), locale)).await;
        let cards = cards(&page);
        let card = |key: &str| cards.iter().find(|(known, _)| known == key).unwrap().1.as_str();
        let lane = said(b::OTHER_LANE, locale, &[("lane", p::LANE_SECOND.get(&Catalog::new(locale)))]);
        assert!(card("D1.6-practice-3").contains(&lane));
        let high = card("D1.6-practice-4");
        assert!(high.contains(&said(b::BEFORE_LOWER, locale, &[("level", "3")])) && !high.contains(&lane));
        let backwards = card("D4.5-practice-4");
        assert!(backwards.contains(b::BACKWARDS.get(&Catalog::new(locale))));
        assert!(backwards.contains(&said(b::NO_BASE, locale, &[("level", "2")])));
    }
}

#[tokio::test]
async fn what_changed_since_the_baseline_is_on_the_cards() {
    let mut before = varied();
    before.remove(3);
    before[0].lane = Lane::Third;
    before[1].status = Status::Planned;
    before[2].due = Some("2026-12-01".into());
    before.push(step("D7.1", Kind::Practice, 3, Lane::First));
    for locale in Locale::ALL {
        let mut state = at_plan(planned(varied()), locale);
        assert!(!html(state.clone()).await.contains("data-test=\"changed\""), "there is no baseline");
        assert!(!html(state.clone()).await.contains(b::ONLY_CHANGED.get(&Catalog::new(locale))));
        state.baseline = Some(Rc::new(Workspace::new(&state.model, planned(before.clone()), Value::Null)));
        let page = html(state.clone()).await;
        let cards = cards(&page);
        let card = |id: &str| cards.iter().find(|(key, _)| key.starts_with(id)).unwrap().1.as_str();
        assert!(card("D4.5").contains(&said(
            b::WAS_LANE,
            locale,
            &[("lane", p::LANE_THIRD.get(&Catalog::new(locale)))]
        )));
        assert!(card("D1.6").contains(&said(
            b::WAS_STATUS,
            locale,
            &[("status", p::STATUS_PLANNED.get(&Catalog::new(locale)))]
        )));
        assert!(card("D12.6").contains(&said(b::WAS_DUE, locale, &[("date", "2026-12-01")])));
        assert!(
            card("D9.3").contains(
                &locale.colon(b::SINCE.get(&Catalog::new(locale)), b::NEW.get(&Catalog::new(locale)))
            )
        );
        assert!(!card("X9.9").contains("data-test=\"changed\""));
        let gone = page.split(b::GONE.get(&Catalog::new(locale))).nth(1).unwrap();
        assert!(gone.starts_with(&format!("{}7.1 ", locale.colon("", ""))), "{}", &gone[..60]);
        let state = look(state, |board| board.filter.changed = true);
        assert_eq!(html(state.clone()).await.matches("data-test=\"action\"").count(), 4);
    }
}

#[tokio::test]
async fn filters_show_less_and_change_nothing() {
    let theme = own_model().find_criterion("D1.6").and_then(|(_, c)| c.theme).unwrap();
    let theme = own_model().themes[theme].clone();
    let all = BoardFilter::default;
    let some: Vec<(BoardFilter, &[&str])> = vec![
        (BoardFilter { status: Some(Status::Done), ..all() }, &["D12.6"]),
        (BoardFilter { owner: Some("Li Na".into()), ..all() }, &["D1.6", "D9.3"]),
        (BoardFilter { owner: Some(String::new()), ..all() }, &["D12.6", "X9.9"]),
        (BoardFilter { theme: Some(theme), ..all() }, &["D1.6"]),
        (BoardFilter { kind: Some(Kind::Prove), ..all() }, &["D9.3"]),
        (BoardFilter { dimension: Some("D4".into()), ..all() }, &["D4.5"]),
        (BoardFilter { overdue: true, ..all() }, &["D4.5"]),
        (BoardFilter { words: "LANDLORD".into(), ..all() }, &["X9.9"]),
        (BoardFilter { words: "d9.3".into(), ..all() }, &["D9.3"]),
        (BoardFilter { words: "no such words".into(), ..all() }, &[]),
        (BoardFilter { owner: Some("Li Na".into()), status: Some(Status::Doing), ..all() }, &["D1.6"]),
        (BoardFilter { changed: true, ..all() }, &[]),
    ];
    for locale in Locale::ALL {
        let start = at_plan(planned(varied()), locale);
        for (filter, expected) in &some {
            let state = look(start.clone(), |board| board.filter = filter.clone());
            assert_eq!(state.workspace, start.workspace);
            let page = html(state.clone()).await;
            let mut shown: Vec<String> =
                keys(&page).iter().map(|key| key.split('-').next().unwrap().into()).collect();
            shown.sort();
            let mut expected: Vec<String> = expected.iter().map(|id| id.to_string()).collect();
            expected.sort();
            assert_eq!(shown, expected, "{filter:?}");
            let count = said(b::SHOWN, locale, &[("shown", &shown.len().to_string()), ("all", "5")]);
            assert!(page.contains(&count) && page.contains("data-test=\"clear\""), "{filter:?}");
        }
        assert!(!html(start.clone()).await.contains("data-test=\"clear\""));
    }
    // The name of a question is looked for in the language of the page.
    let state = at_plan(planned(varied()), Locale::Zh);
    let name = state.texts.criterion(Locale::Zh, "D1", "D1.6").unwrap().short.clone();
    let state = look(state, |board| board.filter.words = name);
    assert_eq!(keys(&html(state.clone()).await), ["D1.6-practice-3"]);
}

#[tokio::test]
async fn cards_stand_in_the_order_asked_for() {
    let order = ["D4.5", "D12.6", "D9.3", "D1.6"];
    let mut steps: Vec<Step> =
        order.iter().rev().map(|id| step(id, Kind::Practice, 2, Lane::First)).collect();
    steps.push(step("X9.9", Kind::Practice, 2, Lane::First));
    let fields = [
        ("D9.3", "Chen", "2026-12-03"),
        ("X9.9", "An", ""),
        ("D1.6", "", "2026-12-01"),
        ("D4.5", "Bo", "2026-12-02"),
    ];
    for (id, owner, due) in fields {
        let one = steps.iter_mut().find(|one| one.criterion == id).unwrap();
        one.owner = owner.into();
        one.due = Some(due.to_string()).filter(|due| !due.is_empty());
    }
    let state = at_plan(planned(steps), Locale::En);
    let card = state.workspace.as_ref().unwrap().card.clone();
    let rank = |id: &str| {
        let at = state.model.find_criterion(id).map(|(at, _)| at);
        card.recommendations.iter().position(|one| Some(one.at) == at).unwrap_or(usize::MAX)
    };
    let mut ranked = ["D1.6", "D9.3", "D12.6", "D4.5", "X9.9"];
    ranked.sort_by_key(|id| rank(id));
    let name = |id: &str| {
        let dimension = state.model.dimension_of(id).unwrap();
        state.texts.criterion(Locale::En, &dimension.id, id).unwrap().short.to_lowercase()
    };
    let mut named = ["D1.6", "D9.3", "D12.6", "D4.5"];
    named.sort_by_key(|id| name(id));
    for (sort, expected) in [
        (BoardSort::Priority, ranked.to_vec()),
        (BoardSort::Due, vec!["D1.6", "D4.5", "D9.3"]),
        (BoardSort::Owner, vec!["X9.9", "D4.5", "D9.3"]),
        (BoardSort::Name, named.to_vec()),
    ] {
        let state = look(state.clone(), |board| board.sort = sort);
        let shown = keys(&html(state.clone()).await);
        let shown: Vec<&str> = shown.iter().map(|key| key.split('-').next().unwrap()).collect();
        assert_eq!(shown[..expected.len()], expected, "{sort:?}");
        assert_eq!(shown.len(), 5);
    }
}

#[tokio::test]
async fn cards_stand_by_theme_when_asked() {
    for locale in Locale::ALL {
        let state = look(at_plan(planned(varied()), locale), |board| board.by_theme = true);
        let page = html(state.clone()).await;
        assert!(!page.contains("data-test=\"lane-0-30\""));
        assert_eq!(page.matches("data-test=\"action\"").count(), 5);
        let theme = state.model.find_criterion("D1.6").and_then(|(_, c)| c.theme).unwrap();
        let name = &state.texts.common(locale).unwrap().themes.get(&state.model.themes[theme]).unwrap().name;
        assert!(
            page.contains(&format!(
                "<h3>{}</h3>",
                said(b::HEADING, locale, &[("name", name), ("count", "1")])
            ))
        );
        assert!(page.contains(&said(
            b::HEADING,
            locale,
            &[("name", b::NO_THEME.get(&Catalog::new(locale))), ("count", "1")]
        )));
        // What the lane would say is on the card then.
        let card = cards(&page).into_iter().find(|(key, _)| key.starts_with("D1.6")).unwrap().1;
        assert!(card.contains(p::LANE_SECOND.get(&Catalog::new(locale))));
    }
}

#[tokio::test]
async fn what_happened_is_said_until_something_else_happens() {
    let steps = vec![
        step("D1.6", Kind::Practice, 3, Lane::First),
        step("D1.6", Kind::Practice, 4, Lane::First),
        step("D4.5", Kind::Practice, 2, Lane::First),
    ];
    for locale in Locale::ALL {
        let start = at_plan(planned(steps.clone()), locale);
        assert_eq!(told(&html(start.clone()).await), "");
        let id = |at: usize| steps[at].id.clone();
        let to = |at, lane| Edit::Plan(id(at), PlanField::Lane(lane));
        let moved = edit(start.clone(), to(2, Lane::Second));
        let name = start.texts.criterion(locale, "D4", "D4.5").unwrap().short.clone();
        let values = [
            ("name", format!("4.5 {name}")),
            ("lane", p::LANE_SECOND.get(&Catalog::new(locale)).to_string()),
        ];
        let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
        assert_eq!(told(&html(moved.clone()).await), said(b::MOVED, locale, &values));
        // A lower step takes the higher one along; the higher one does not go before it.
        let along = edit(moved, to(0, Lane::Third));
        assert_eq!(along.board.last_event, Some(PlanEvent::Moved(id(0), Lane::Third, 1)));
        assert!(told(&html(along.clone()).await).ends_with(&said(b::ALONG, locale, &[("count", "1")])));
        let held = edit(along, to(1, Lane::Second));
        assert_eq!(held.board.last_event, Some(PlanEvent::StayedPut(id(1))));
        assert_eq!(held.workspace.as_ref().unwrap().assessment.actions[1].lane, Lane::Third);
        let card =
            cards(&html(held.clone()).await).into_iter().find(|(key, _)| key == "D1.6-practice-4").unwrap().1;
        assert!(
            card.split("data-test=\"earlier\"")
                .nth(1)
                .unwrap()
                .split('>')
                .next()
                .unwrap()
                .contains("aria-disabled=\"true\"")
        );
        let out = edit(held, Edit::Discard(id(2)));
        assert_eq!(told(&html(out.clone()).await), said(b::TAKEN_OUT, locale, &values[..1]));
        let undone = reduce(out.clone(), Action::Undo("2026-11-25T09:01:00Z".into()));
        assert_eq!(
            (undone.board.last_event.clone(), undone.workspace.as_ref().unwrap().assessment.actions.len()),
            (None, 3)
        );
        let elsewhere =
            reduce(out.clone(), Action::Navigated(Route::Assessment(sample::ID.into(), Page::Results)));
        assert_eq!(elsewhere.board.last_event, None);
        assert_eq!(edit(out, Edit::Level("D1.1".into(), 4)).board.last_event, None);
    }
}

#[tokio::test]
async fn the_view_of_one_firm_is_not_that_of_another() {
    let start = at_plan(planned(varied()), Locale::En);
    let filtered = look(start, |board| board.filter.owner = Some("Li Na".into()));
    let same =
        reduce(filtered.clone(), Action::Navigated(Route::Assessment(sample::ID.into(), Page::Results)));
    assert_eq!(same.board.filter.owner.as_deref(), Some("Li Na"));
    let other = Route::Assessment("0b0c0000-0000-4000-8000-00000000000b".into(), Page::Plan);
    assert_eq!(reduce(filtered, Action::Navigated(other)).board, BoardView::default());
}

#[tokio::test]
async fn a_card_that_is_worked_on_stays_where_it_is() {
    let state = at_plan(planned(varied()), Locale::En);
    let state = look(state, |board| board.filter.owner = Some(String::new()));
    let before = keys(&html(state.clone()).await);
    assert_eq!(before.len(), 2);
    let state = look(state, |board| board.toggle(&before[0], &before));
    let state = edit(state, Edit::Plan(before[0].clone(), PlanField::Owner("Z".into())));
    assert_eq!(keys(&html(state.clone()).await), before, "the card left while its owner was typed");
    let state = look(state, |board| board.toggle(&before[0], &before));
    assert_eq!(keys(&html(state.clone()).await), before[1..]);
    assert!(state.board.unfolded.is_empty() && state.board.pinned.is_empty());
}

#[tokio::test]
async fn an_empty_plan_says_what_to_do() {
    for locale in Locale::ALL {
        let page = html(at_plan(planned(vec![]), locale)).await;
        assert!(page.contains(b::EMPTY_PLAN.get(&Catalog::new(locale))));
        assert!(section(&page, "plan-empty").contains(&format!("#/a/{}/results\"", sample::ID)));
        assert!(!page.contains("class=\"board"));
    }
}

#[tokio::test]
async fn ten_recommendations_are_shown_at_once_and_accepting_moves_nothing() {
    for locale in Locale::ALL {
        let state = at_plan(planned(vec![]), locale);
        let all = state.workspace.as_ref().unwrap().card.recommendations.len();
        assert!(all > 12);
        let page = html(state.clone()).await;
        let list = section(&page, "recommendations");
        let first = list.split("data-test=\"the-rest\"").next().unwrap();
        assert_eq!(first.matches("data-test=\"recommendation\"").count(), 10);
        assert_eq!(list.matches("data-test=\"recommendation\"").count(), all);
        assert!(list.contains(&said(b::THE_REST, locale, &[("count", &(all - 10).to_string())])));
        let one = state.workspace.as_ref().unwrap().card.recommendations[0].clone();
        let id = state.model.criterion(one.at).unwrap().id.clone();
        let state = edit(state, Edit::Adopt(id, one.kind, one.to, Lane::First));
        let page = html(state.clone()).await;
        let list = section(&page, "recommendations");
        assert_eq!(list.matches("data-test=\"recommendation\"").count(), all);
        assert_eq!(list.matches("data-test=\"adopt\"").count(), all, "a button went away");
        assert_eq!(list.matches("aria-disabled=\"true\"").count(), 1);
        assert_eq!(told(&page), said(b::ADDED, locale, &[("count", "1")]));
    }
}

#[tokio::test]
async fn a_theme_is_accepted_whole_in_the_recommended_lanes() {
    for locale in Locale::ALL {
        let state = at_plan(planned(vec![]), locale);
        let workspace = state.workspace.clone().unwrap();
        let initiative = workspace.card.initiatives[0].clone();
        let steps: Vec<(String, Kind, u8, Lane)> = initiative
            .members
            .iter()
            .map(|at| {
                let one = &workspace.card.recommendations[*at];
                (
                    state.model.criterion(one.at).unwrap().id.clone(),
                    one.kind,
                    one.to,
                    workspace.card.lanes[*at],
                )
            })
            .collect();
        let count = steps.len().to_string();
        let page = html(state.clone()).await;
        assert_eq!(page.matches("data-test=\"initiative\"").count(), workspace.card.initiatives.len());
        assert!(section(&page, "initiatives").contains(&said(b::ADOPT_ALL, locale, &[("count", &count)])));
        let (id, kind, to, lane) = steps[0].clone();
        let some = edit(state, Edit::Adopt(id, kind, to, lane));
        let left = (steps.len() - 1).to_string();
        assert!(section(&html(some.clone()).await, "initiatives").contains(&said(
            b::ADOPT_REST,
            locale,
            &[("count", &left)]
        )));
        let all = edit(some, Edit::AdoptAll(steps.clone()));
        assert_eq!(all.board.last_event, Some(PlanEvent::Added(steps.len() - 1)));
        let actions = &all.workspace.as_ref().unwrap().assessment.actions;
        assert_eq!(actions.len(), steps.len());
        for (id, kind, to, lane) in &steps {
            assert!(actions.iter().any(|a| (&a.criterion, a.kind, a.to, a.lane) == (id, *kind, *to, *lane)));
        }
        let page = html(all.clone()).await;
        let first = section(&page, "initiatives").split("data-test=\"initiative\"").nth(1).unwrap();
        assert!(
            first.contains("aria-disabled=\"true\"") && first.contains(p::IN_PLAN.get(&Catalog::new(locale)))
        );
        // All of one theme, so one group.
        let page = html(look(all, |board| board.by_theme = true).clone()).await;
        assert_eq!(page.matches("data-test=\"theme\"").count(), 1);
    }
}

#[tokio::test]
async fn steps_that_are_alike_keep_cards_of_their_own() {
    let alike = |id: &str| Step { id: id.into(), ..step("D1.6", Kind::Practice, 3, Lane::First) };
    let twice = vec![alike("a1"), alike("a2"), alike("a3")];
    let page = html(at_plan(planned(twice), Locale::En)).await;
    let mut keys = keys(&page);
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 3);
}
