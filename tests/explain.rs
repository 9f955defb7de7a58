//! Every number can be followed: parts make the whole, sentences have the card's figures, what holds the level down is
//! named with a way to the answer.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::app::{app, html, reduce};
use common::{own_model, random::assessments};
use fuxiao::state::{Action, AppState, Edit, Page, Route, sample};
use fuxiao_core::assessment::{Assessment, KpiEntry};
use fuxiao_core::score_breakdown::{
    ScorePart, aspect_share, level_share, of_aspect, of_dimension, of_whole, score_share,
};
use fuxiao_core::{Answer, Entry, Evidence, score};
use fuxiao_language::{Locale, fixed};
use proptest::prelude::*;
use serde_json::Value;

fn mean(parts: &[ScorePart]) -> f64 {
    let weight: f64 = parts.iter().map(|part| f64::from(part.weight)).sum();
    parts.iter().map(|part| f64::from(part.weight) * part.value).sum::<f64>() / weight
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn parts_make_the_whole_and_shares_make_one(assessment in assessments()) {
        let model = own_model();
        let card = score(&model, &assessment);
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        match card.overall.score {
            Some(score) => prop_assert!(near(mean(&of_whole(&model, &card)), score)),
            None => prop_assert!(of_whole(&model, &card).is_empty()),
        }
        for (at, aspect) in card.aspects.iter().enumerate() {
            let parts = of_aspect(&model, &card, at);
            prop_assert!(aspect.score.map_or(parts.is_empty(), |score| near(mean(&parts), score)));
        }
        for (at, dimension) in card.dimensions.iter().enumerate() {
            let parts = of_dimension(&model, &card, at);
            prop_assert!(dimension.score.map_or(parts.is_empty(), |score| near(mean(&parts), score)));
            prop_assert_eq!(score_share(&model, &card, at).is_some(), dimension.score.is_some());
            prop_assert_eq!(level_share(&model, &card, at).is_some(), dimension.in_scope());
        }
        if card.overall.score.is_some() {
            let all = |share: &dyn Fn(usize) -> Option<f64>, count: usize| (0..count).filter_map(share).sum::<f64>();
            let (aspects, dimensions) = (model.aspects.len(), model.dimensions.len());
            prop_assert!(near(all(&|at| aspect_share(&model, &card, at).map(|s| s.value()), aspects), 1.0));
            prop_assert!(near(all(&|at| score_share(&model, &card, at).map(|s| s.value()), dimensions), 1.0));
            prop_assert!(near(all(&|at| level_share(&model, &card, at).map(|s| s.value()), dimensions), 1.0));
        }
    }
}

fn at(place: Page, locale: Locale) -> AppState {
    let assessment = sample::assessment(&own_model()).unwrap();
    app(Route::Assessment(sample::ID.to_string(), place), locale, assessment, Value::Null)
}

/// The part of a page from a mark to the end of its element's siblings, as far as it is needed.
fn after<'a>(page: &'a str, mark: &str) -> &'a str {
    page.split_once(mark).unwrap_or_else(|| panic!("the page has no {mark}")).1
}

#[tokio::test]
async fn results_show_the_sum_behind_the_score_and_each_part_of_it() {
    for locale in Locale::ALL {
        let state = at(Page::Results, locale);
        let card = state.workspace.clone().unwrap().card;
        let page = html(state).await;
        let model = own_model();
        let weight: u32 = model.dimensions.iter().map(|dimension| dimension.weight).sum();
        let both = model.dimensions.iter().zip(&card.dimensions);
        let terms: Vec<String> = both
            .map(|(dimension, score)| format!("{} × {}", fixed(score.score.unwrap(), 2), dimension.weight))
            .collect();
        let sum = format!("{} = ({}) ÷ {weight}", fixed(card.overall.score.unwrap(), 2), terms.join(" + "));
        assert!(after(&page, "data-test=\"score-tree\"").contains(&sum), "{sum}");
        assert!(after(&page, "data-test=\"why\"").contains(&sum));
        for dimension in &card.dimensions {
            assert!(after(&page, "data-test=\"score-tree\"").contains(&fixed(dimension.score.unwrap(), 2)));
        }
    }
}

#[tokio::test]
async fn a_dimension_shows_the_sum_of_its_answers() {
    let state = at(Page::Result("D1".into()), Locale::En);
    let card = state.workspace.clone().unwrap().card;
    let model = own_model();
    let criteria = || model.dimensions[0].criteria.iter();
    let levels: Vec<String> = criteria()
        .zip(&card.statuses[0])
        .map(|(criterion, s)| format!("{} × {}", s.rating().unwrap().effective, criterion.weight))
        .collect();
    let weight: u32 = criteria().map(|criterion| criterion.weight).sum();
    let score = fixed(card.dimensions[0].score.unwrap(), 2);
    let sum = format!("Score {score} = ({}) ÷ {weight}.", levels.join(" + "));
    assert!(after(&html(state).await, "data-test=\"sum\"").contains(&sum), "{sum}");
}

fn open_with(place: Page, change: impl FnOnce(&mut Assessment)) -> AppState {
    let state = at(place, Locale::En);
    let mut assessment = (*state.workspace.clone().unwrap().assessment).clone();
    change(&mut assessment);
    reduce(state, Action::Opened(Box::new(assessment), Value::Null))
}

#[tokio::test]
async fn what_holds_the_level_down_is_named_and_leads_to_the_answer() {
    let model = own_model();
    let low = |assessment: &mut Assessment| {
        for (_, criterion) in model.criteria() {
            let level = if criterion.id == "D7.6" || criterion.id == "D9.2" { 1 } else { 4 };
            let entry =
                Entry { answer: Answer::Level(level), evidence: Evidence::Measured, ..Entry::default() };
            assessment.answers.insert(criterion.id.clone(), entry);
        }
        assessment.kpis.clear();
    };
    let page = html(open_with(Page::Results, low)).await;
    let held = after(&page, "data-test=\"blockers\"").split("</div>").next().unwrap().to_string();
    assert!(held.contains("/d/D7/D7.6") && held.contains("the floor"), "{held}");
    // A figure of the gate leads to the question that it belongs to.
    let late = |assessment: &mut Assessment| {
        low(assessment);
        assessment.answers.get_mut("D7.6").unwrap().answer = Answer::Level(4);
        assessment.kpis.insert("K37".into(), KpiEntry { value: Some(9.0), ..KpiEntry::default() });
    };
    let page = html(open_with(Page::Results, late)).await;
    let held = after(&page, "data-test=\"blockers\"").split("</div>").next().unwrap().to_string();
    assert!(held.contains("9‰") && held.contains("5‰") && held.matches("<a ").count() >= 1, "{held}");
    // Everything at the top is held down by nothing.
    let top = |assessment: &mut Assessment| {
        low(assessment);
        for entry in assessment.answers.values_mut() {
            entry.answer = Answer::Level(5);
        }
    };
    assert!(!html(open_with(Page::Results, top)).await.contains("data-test=\"blockers\""));
    // A duty that is open withholds the level, and is named.
    let unsaid = |assessment: &mut Assessment| {
        low(assessment);
        assessment.answers.remove("D4.1");
    };
    let page = html(open_with(Page::Results, unsaid)).await;
    assert!(after(&page, "data-test=\"blockers\"").contains("/d/D4/D4.1"));
}

#[tokio::test]
async fn a_priority_is_the_product_it_says() {
    let state = at(Page::Plan, Locale::En);
    let card = state.workspace.clone().unwrap().card;
    let top = card.recommendations.iter().map(|one| one.raw()).fold(0.0, f64::max);
    let page = html(state).await;
    assert_eq!(page.matches("data-test=\"priority\"").count(), card.recommendations.len());
    for one in &card.recommendations {
        let model = own_model();
        let dimension = &model.dimensions[one.at.dimension];
        let weight = dimension.weight * dimension.criteria[one.at.criterion].weight;
        let importance = f64::from(one.importance) / 3.0;
        let factors = f64::from(weight)
            * importance
            * f64::from(one.gap)
            * f64::from(one.impact)
            * one.urgency.factor()
            * f64::from(one.confidence_tenths)
            / 10.0
            / f64::from(one.effort);
        assert!((one.raw() - factors).abs() < 1e-9, "{}", dimension.id);
        assert!((one.priority - 100.0 * one.raw() / top).abs() < 1e-9);
        assert!(page.contains(&format!("= {}; the strongest, {}", fixed(one.raw(), 2), fixed(top, 2))));
    }
}

#[tokio::test]
async fn worked_examples_say_what_the_rules_give() {
    let page =
        html(app(Route::Method, Locale::En, sample::assessment(&own_model()).unwrap(), Value::Null)).await;
    let table = after(&page, "data-test=\"examples\"");
    assert_eq!(table.split("</table>").next().unwrap().matches("<tr>").count(), 7);
    // By hand: a document counts for 3; 60 % opens band 2, which allows 3; a gate dimension at 1 with 2 of 22 of
    // the weight holds the whole at 2; of 7 of the weight 4 at 3 and 3 open lie between 15/7 and 27/7.
    for text in ["counts as level 3", "overall level 2, score 3.73", "overall level 2, score 3.92"] {
        assert!(table.contains(text), "{text}");
    }
    assert!(table.contains("score 3.00, range 2.14–3.86, level withheld"));
    assert!(table.contains("steps to level 3: 1 at least"));
}

#[test]
fn keeping_a_target_changes_no_explanation_of_the_score() {
    let model = own_model();
    let mut assessment = sample::assessment(&model).unwrap();
    let before = of_whole(&model, &score(&model, &assessment));
    assert!(fuxiao::state::apply(&model, &mut assessment, Edit::Target("D1".into(), Some(5))));
    assert_eq!(of_whole(&model, &score(&model, &assessment)), before);
}
