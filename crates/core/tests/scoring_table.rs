//! The worked vectors of the scoring rules, and the cases at the edges.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::{answers, level, own_model, plain_draft, plain_model};
use fuxiao_core::assessment::{Answer, Assessment, Entry, Evidence, KpiEntry, Policy};
use fuxiao_core::overall::Withheld;
use fuxiao_core::{Cap, Model, score};
use fuxiao_format::services::TAX;

/// With two decimals; none of the vectors lies half-way.
fn two(number: f64) -> String {
    format!("{number:.2}")
}

#[test]
fn dimension_vectors_of_the_rules() {
    let table: [(&[u8], &str, Option<u8>); 8] = [
        (&[3, 3, 3, 3, 3, 1], "2.67", Some(2)),
        (&[3, 3, 3, 3, 2, 2], "2.67", Some(3)),
        (&[4, 4, 4, 3, 3, 3], "3.50", Some(3)),
        (&[4, 4, 4, 4, 3, 3], "3.67", Some(4)),
        (&[5, 5, 5, 5, 5, 2], "4.50", Some(3)),
        (&[5, 5, 5, 1, 1, 1], "3.00", Some(1)),
        (&[3, 3, 9, 2, 2, 3], "2.60", Some(3)),
        (&[3, 3, 2, 0, 0, 4], "3.00", Some(3)),
    ];
    let model = plain_model(&[6]);
    for (levels, mean, staged) in table {
        let card = score(&model, &answers(levels));
        let dimension = &card.dimensions[0];
        assert_eq!(two(dimension.score.unwrap()), mean, "{levels:?}");
        assert_eq!(dimension.level, staged, "{levels:?}");
    }
    let open = &score(&model, &answers(&[3, 3, 2, 0, 0, 4])).dimensions[0];
    assert_eq!((two(open.low.unwrap()), two(open.high.unwrap())), ("2.33".into(), "3.67".into()));
    assert_eq!((open.level_low, open.level_high), (Some(2), Some(3)));
}

#[test]
fn a_level_needs_two_thirds_of_the_answers() {
    let model = plain_model(&[6]);
    let of = |levels: &[u8]| score(&model, &answers(levels)).dimensions[0].clone();
    assert_eq!(of(&[3, 3, 3, 0, 0, 0]).level, None);
    assert_eq!(of(&[3, 3, 3, 3, 0, 0]).level, Some(3));
    assert_eq!(of(&[3, 3, 9, 9, 0, 0]).level, None); // half of the four that apply
    assert!(of(&[9, 9, 9, 3, 3, 3]).limited);
    assert!(!of(&[9, 9, 3, 3, 3, 3]).limited);
    let out = of(&[9; 6]);
    assert!(!out.in_scope() && out.limited);
    assert_eq!((out.score, out.low, out.level_low, out.target_reached), (None, None, None, None));
}

#[test]
fn evidence_caps_by_policy() {
    let model = plain_model(&[1]);
    let effective = |policy, evidence, declared| {
        let mut assessment = Assessment { policy, ..Assessment::default() };
        let answer = Answer::Level(declared);
        assessment.answers.insert("D1.1".into(), Entry { answer, evidence, ..Entry::default() });
        score(&model, &assessment).statuses[0][0].rating().unwrap().effective
    };
    for (policy, caps) in
        [(Policy::Declared, [5, 5, 5, 5]), (Policy::Standard, [3, 3, 5, 5]), (Policy::Strict, [2, 3, 4, 5])]
    {
        for (evidence, cap) in Evidence::ALL.iter().zip(caps) {
            for declared in 1..=5 {
                assert_eq!(
                    effective(policy, *evidence, declared),
                    declared.min(cap),
                    "{policy:?} {evidence:?}"
                );
            }
        }
    }
}

#[test]
fn a_figure_caps_at_its_band_plus_one_and_yields_to_evidence_when_equal() {
    let model = own_model();
    let rate = |value: f64, declared, evidence| {
        let mut assessment = Assessment::default();
        assessment
            .answers
            .insert("D1.1".into(), Entry { answer: Answer::Level(declared), evidence, ..Entry::default() });
        let n = Some(30);
        assessment.kpis.insert("K01".into(), KpiEntry { value: Some(value), n, ..KpiEntry::default() });
        let (at, _) = model.find_criterion("D1.1").unwrap();
        let rating = *score(&model, &assessment).status(at).unwrap().rating().unwrap();
        (rating.effective, rating.cap)
    };
    assert_eq!(rate(59.9, 5, Evidence::Measured), (2, Some(Cap::Kpi)));
    assert_eq!(rate(60.0, 5, Evidence::Measured), (3, Some(Cap::Kpi)));
    assert_eq!(rate(60.0, 5, Evidence::None), (3, Some(Cap::Evidence)));
    assert_eq!(rate(95.0, 5, Evidence::Measured), (5, None));
    assert_eq!(rate(95.0, 2, Evidence::None), (2, None));
}

#[test]
fn a_figure_from_too_few_is_shown_and_counts_for_nothing() {
    let model = own_model();
    let effective = |entry: KpiEntry| {
        let mut assessment = answers(&[5]);
        assessment.kpis.insert("K01".into(), KpiEntry { value: Some(50.0), ..entry });
        let (at, _) = model.find_criterion("D1.1").unwrap();
        score(&model, &assessment).status(at).unwrap().rating().unwrap().effective
    };
    let none = KpiEntry::default;
    assert_eq!(effective(none()), 5);
    assert_eq!(effective(KpiEntry { n: Some(29), ..none() }), 5);
    assert_eq!(effective(KpiEntry { n: Some(30), ..none() }), 2);
    assert_eq!(effective(KpiEntry { denominator: Some(30), ..none() }), 2);
    // The number of answers counts, not the denominator, where both are given.
    assert_eq!(effective(KpiEntry { n: Some(5), denominator: Some(300), ..none() }), 5);
}

#[test]
fn a_laggard_holds_the_whole_two_levels_above_it_and_weights_buy_no_weak_spot_free() {
    let mut draft = plain_draft(&[1; 8]);
    for dimension in draft.dimensions.iter_mut().skip(1) {
        dimension.weight = 100;
    }
    let model = Model::build(draft).unwrap();
    let of = |first: u8, rest: u8| {
        let mut assessment = answers(&[first]);
        for d in 2..=8 {
            assessment.answers.insert(format!("D{d}.1"), level(rest));
        }
        score(&model, &assessment).overall.level
    };
    // Seven of eight are more than 85 %; the eighth may lie two levels under the next, not three.
    assert_eq!([of(4, 5), of(3, 5), of(2, 5), of(1, 5)], [Ok(5), Ok(5), Ok(4), Ok(3)]);
    let mut heavy = plain_draft(&[6]);
    heavy.dimensions[0].criteria[0].weight = 100;
    let heavy = Model::build(heavy).unwrap();
    assert_eq!(score(&heavy, &answers(&[3, 3, 3, 3, 3, 1])).dimensions[0].level, Some(2));
}

/// Everything of the carried model at one level, proven.
fn everything(at: u8) -> Assessment {
    let mut assessment = Assessment::default();
    for (_, criterion) in own_model().criteria() {
        assessment.answers.insert(criterion.id.clone(), level(at));
    }
    assessment
}

#[test]
fn the_legal_gate_holds_bookkeeping_firms_at_two() {
    let model = own_model();
    let of = |assessment: &Assessment| score(&model, assessment).overall;
    let mut firm = everything(5);
    assert_eq!(of(&firm).level, Ok(5));
    firm.answers.insert("D7.6".into(), level(1));
    assert_eq!(of(&firm).level, Ok(2));
    assert!(of(&firm).legal.any());
    firm.firm.services = vec![TAX];
    assert!(!of(&firm).legal.any());
    let mut late = everything(5);
    late.kpis.insert("K37".into(), KpiEntry { value: Some(5.1), ..KpiEntry::default() });
    assert_eq!(of(&late).level, Ok(2));
    late.kpis.insert("K37".into(), KpiEntry { value: Some(5.0), ..KpiEntry::default() });
    assert!(!of(&late).legal.any());
}

#[test]
fn an_open_legal_question_withholds_the_level() {
    let model = own_model();
    let mut firm = everything(4);
    firm.answers.remove("D7.4");
    assert_eq!(score(&model, &firm).overall.level, Err(Withheld::LegalOpen));
    assert_eq!(score(&model, &Assessment::default()).overall.level, Err(Withheld::TooFewAnswers));
}
