//! What the pages of the second edition show: the rule of choosing, the time looked back on, whom a question is for,
//! weights with their reasons, hours, what matters to clients.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::app::{app, hours, html, reduce};
use common::{level, own_model};
use fuxiao::state::{Action, AppState, Edit, Page, PrintOptions, Route, sample};
use fuxiao_core::assessment::{Assessment, Entry, KpiEntry};
use fuxiao_core::{Answer, score};
use fuxiao_format::services::{AUDIT, BOOKKEEPING};
use fuxiao_language::{Catalog, Locale, dimension_name, words_answering as a, words_pages as p};
use serde_json::Value;

fn firm() -> Assessment {
    sample::assessment(&own_model()).unwrap()
}

fn at(place: Page, locale: Locale, assessment: Assessment) -> AppState {
    app(Route::Assessment(assessment.id.clone(), place), locale, assessment, Value::Null)
}

/// The text of a page without its markup.
fn visible(page: &str) -> String {
    let parts = page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn the_rule_of_choosing_stands_on_every_form_and_in_the_method() {
    for locale in Locale::ALL {
        for place in [Page::Dimension("D3".into(), None), Page::Question("D3.2".into()), Page::Express] {
            let page = html(at(place.clone(), locale, firm())).await;
            assert_eq!(page.matches(a::RULE_SHORT.get(&Catalog::new(locale))).count(), 1, "{place:?}");
            assert_eq!(page.matches(a::RULE.get(&Catalog::new(locale))).count(), 1, "{place:?}");
        }
        let paper = html(at(Page::PrintQuestionnaire(PrintOptions::default()), locale, firm())).await;
        assert!(paper.contains(a::RULE.get(&Catalog::new(locale))));
        let method = html(app(Route::Method, locale, firm(), Value::Null)).await;
        assert!(method.contains(a::RULE.get(&Catalog::new(locale))));
    }
}

#[tokio::test]
async fn each_question_says_its_time_and_each_figure_its_own() {
    let model = own_model();
    for (locale, apart) in [(Locale::Zh, "两者不同"), (Locale::En, "not the time of the question")] {
        for dimension in &model.dimensions {
            for place in [
                Page::Dimension(dimension.id.clone(), None),
                Page::PrintQuestionnaire(PrintOptions {
                    dimension: Some(dimension.id.clone()),
                    ..PrintOptions::default()
                }),
            ] {
                let page = html(at(place, locale, firm())).await;
                assert_eq!(page.matches(a::WINDOW.get(&Catalog::new(locale))).count(), 6, "{}", dimension.id);
                let own = dimension.criteria.iter().flat_map(|c| c.kpis.iter().map(move |kpi| (c, *kpi)));
                let differ = own.filter(|(c, kpi)| model.kpis[*kpi].window != c.window).count();
                assert_eq!(page.matches(apart).count(), differ, "{}", dimension.id);
            }
        }
        let page = visible(&html(at(Page::Dimension("D1".into(), None), locale, firm())).await);
        for bounds in ["60%", "80%", "90%", "95%"] {
            assert!(page.contains(bounds), "bounds stand with the figure");
        }
    }
}

#[tokio::test]
async fn a_question_is_not_asked_of_those_who_do_not_sell_the_service() {
    let model = own_model();
    for (locale, whom) in [(Locale::Zh, "只问卖"), (Locale::En, "Asked only of firms that sell")] {
        let mut audit = firm();
        audit.firm.services = vec![AUDIT];
        let page = html(at(Page::Dimension("D14".into(), None), locale, audit.clone())).await;
        assert_eq!(page.matches("data-test=\"not-asked\"").count(), 1);
        assert!(page.contains(whom) && !page.contains("name=\"q-D14.3\""));
        assert!(!html(at(Page::Dimension("D14".into(), None), locale, firm())).await.contains("not-asked"));
        // The answer is kept, and counts again for a firm that sells it.
        let state = at(Page::Profile, locale, audit);
        let unasked =
            model.criteria().filter(|(_, c)| !c.asked_of(&state.workspace.clone().unwrap().assessment.firm));
        let unasked = unasked.count();
        assert_eq!(state.workspace.clone().unwrap().card.overall.applicable, 90 - unasked);
        let sold = fuxiao::state::ProfileField::Service(BOOKKEEPING, true);
        let state = reduce(state, Action::Edit(Edit::Profile(sold), "2026-11-27T08:00:00Z".into()));
        assert_eq!(state.workspace.unwrap().card.overall.answered, 90);
        // Open questions leave it out.
        let mut empty = Assessment { id: sample::ID.into(), ..Assessment::default() };
        empty.firm.services = vec![AUDIT];
        let state = at(Page::Overview, locale, empty);
        assert_eq!(state.next_open(Some("D14.2")), Some(("D14", "D14.4")));
    }
}

#[tokio::test]
async fn reasons_of_the_app_are_stored_as_words_and_shown_in_the_language_in_use() {
    let mut assessment = firm();
    let out = Entry { answer: Answer::NotApplicable("@channel".into()), ..Entry::default() };
    assessment.answers.insert("D5.4".into(), out);
    for locale in Locale::ALL {
        let page = html(at(Page::Check(Some("D5".into())), locale, assessment.clone())).await;
        assert!(page.contains(a::NA_CHANNEL.get(&Catalog::new(locale))) && !page.contains("@channel"));
        let page = html(at(Page::Dimension("D5".into(), None), locale, assessment.clone())).await;
        assert!(page.contains("aria-pressed=\"true\"") && !page.contains("@channel"));
    }
}

#[tokio::test]
async fn a_figure_from_too_few_says_so() {
    let mut assessment = firm();
    let few = KpiEntry { value: Some(50.0), n: Some(12), ..KpiEntry::default() };
    assessment.kpis.insert("K01".into(), few);
    assessment.answers.insert("D1.1".into(), level(5));
    for (locale, words) in [(Locale::Zh, "样本不够（至少要30）"), (Locale::En, "at least 30 are needed")]
    {
        let page = html(at(Page::Dimension("D1".into(), None), locale, assessment.clone())).await;
        assert!(page.contains(words));
    }
    let model = own_model();
    let (at, _) = model.find_criterion("D1.1").unwrap();
    assert_eq!(score(&model, &assessment).status(at).unwrap().rating().unwrap().effective, 5);
}

#[tokio::test]
async fn weights_stand_with_reason_and_share_and_the_shares_make_the_whole() {
    let model = own_model();
    for locale in Locale::ALL {
        let page = html(app(Route::Method, locale, firm(), Value::Null)).await;
        let weights = page.split("data-test=\"weights\"").nth(1).unwrap().split("</section>").next().unwrap();
        let mut tables = weights.split("<table").skip(1);
        let rows = |table: &str| table.matches("<tr>").count() - 1;
        let (dimensions, criteria) = (tables.next().unwrap(), tables.next().unwrap());
        assert_eq!(rows(dimensions), 15);
        assert_eq!(rows(criteria), model.criteria().filter(|(_, c)| c.weight > 1).count());
        let share = |cell: &str| cell.split('%').next().and_then(|number| number.parse::<f64>().ok());
        let shares: f64 = dimensions.split("<td>").filter_map(share).sum();
        assert!((shares - 100.0).abs() < 0.6, "{shares}");
        assert!(weights.contains(p::COL_SHARE.get(&Catalog::new(locale))));
        let empty = weights.matches("<td></td>").count();
        assert_eq!(empty, 0, "a weight has no reason");
    }
}

#[test]
fn efforts_are_read_in_hours() {
    let model = own_model();
    for locale in Locale::ALL {
        let state = at(Page::Plan, locale, firm());
        let narrator = fuxiao_narrative::Narrator { model: &model, catalog: state.catalog() };
        for efforts in [&[1u8][..], &[2], &[3], &[4], &[5], &[1, 1], &[1, 2, 4], &[3, 5]] {
            let said = fuxiao_narrative::names::hours(&narrator, efforts.iter().copied());
            assert_eq!(said, hours(locale, efforts), "{efforts:?}");
        }
    }
}

#[tokio::test]
async fn what_matters_is_rated_in_one_row_each_and_may_be_left_out() {
    let model = own_model();
    for locale in Locale::ALL {
        let state = at(Page::Targets, locale, firm());
        let page = html(state.clone()).await;
        assert_eq!(page.matches("data-test=\"rate-D").count(), 15);
        assert_eq!(page.matches("name=\"rate-D3\"").count(), 6);
        assert!(page.contains(dimension_name("D3", locale)));
        let edit = |state: AppState, value| {
            let edit = Edit::Importance("D13".into(), value);
            reduce(state, Action::Edit(edit, "2026-11-27T08:00:00Z".into()))
        };
        let said =
            |state: &AppState| state.workspace.clone().unwrap().assessment.importance.get("D13").copied();
        let rated = edit(state.clone(), Some(5));
        assert_eq!((said(&state), said(&rated)), (None, Some(5)));
        let (was, now) = (state.workspace.clone().unwrap(), rated.workspace.clone().unwrap());
        assert_eq!(was.card.overall, now.card.overall, "it moves no score");
        let rank = |card: &fuxiao_core::Scorecard| {
            let of = |at: fuxiao_core::CriterionRef| model.dimensions[at.dimension].id == "D13";
            card.recommendations.iter().position(|one| of(one.at)).unwrap()
        };
        assert!(rank(&now.card) < rank(&was.card));
        assert_eq!(said(&edit(rated.clone(), None)), None);
        assert_eq!(said(&edit(state, Some(6))), None);
        assert_eq!(said(&reduce(rated, Action::Undo("2026-11-27T08:01:00Z".into()))), None);
    }
}
