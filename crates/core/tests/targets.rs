//! Ready-made sets of targets, and progress from a baseline to a target.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::{answers, own_model, plain_draft, plain_model, sample};
use fuxiao_core::assessment::{Assessment, Firm, Service, Size};
use fuxiao_core::dimension::{clamp_progress, progress};
use fuxiao_core::draft::TargetSetDraft;
use fuxiao_core::preset::{Preset, by_service, changes, in_force, offered, suggested, targets};
use fuxiao_core::{Model, score};
use fuxiao_format::services::{self, ADVISORY, AUDIT, BOOKKEEPING, OTHER, PAYROLL, TAX};
use proptest::prelude::*;

/// Every head count, or none, with every choice of services.
fn firms() -> Vec<Firm> {
    let sizes = [None].into_iter().chain(Size::ALL.iter().copied().map(Some));
    let some = |bits: usize| {
        let named = services::ALL.into_iter().enumerate().filter(|(i, _)| bits & (1 << i) != 0);
        named.map(|(_, service)| service).collect::<Vec<_>>()
    };
    let every = 1 << services::ALL.len();
    sizes
        .flat_map(|size| (0..every).map(move |bits| Firm { size, services: some(bits), ..Firm::default() }))
        .collect()
}

fn named(name: &str) -> Preset {
    Preset::Named(name.to_string())
}

/// The sets made for a size, from the smallest up.
const SIZES: [&str; 4] = ["small", "growing", "established", "large"];

fn of(firm: &Firm, model: &Model) -> Assessment {
    Assessment { firm: firm.clone(), ..sample(model) }
}

/// The target of a dimension in a set.
fn at(preset: &Preset, firm: &Firm, id: &str) -> u8 {
    let model = own_model();
    let assessment = of(firm, &model);
    let all = targets(preset, &model, &assessment, &score(&model, &assessment));
    all[model.find_dimension(id).unwrap().0]
}

#[test]
fn every_set_is_within_the_levels_and_keeps_its_promise_for_the_gates() {
    let model = own_model();
    let card = score(&model, &sample(&model));
    assert_eq!(model.dimensions.iter().filter(|d| d.gate).count(), 3);
    for firm in firms() {
        for preset in &offered(&model) {
            let all = targets(preset, &model, &of(&firm, &model), &card);
            assert_eq!(all.len(), model.dimensions.len());
            assert!(all.iter().all(|level| (1..=model.levels).contains(level)), "{preset:?} {firm:?}");
            for (dimension, level) in model.dimensions.iter().zip(&all).filter(|(d, _)| d.gate) {
                let least = match preset.word() {
                    "small" => 3,
                    "growing" | "established" | "large" | "measured" => 4,
                    _ => 1,
                };
                assert!(*level >= least, "{preset:?} {firm:?} puts {} at {level}", dimension.id);
            }
        }
    }
}

#[test]
fn the_suggestion_follows_the_size_and_asks_no_less_of_a_larger_firm() {
    let model = own_model();
    let card = score(&model, &sample(&model));
    for firm in firms() {
        let expected = match firm.size {
            None => Preset::Standard,
            Some(Size::UpTo5) => named("small"),
            Some(Size::UpTo20) => named("growing"),
            Some(Size::UpTo60) => named("established"),
            Some(Size::Over60) => named("large"),
        };
        assert_eq!(suggested(&model, &firm), expected, "{firm:?}");
        let levels = |name| targets(&named(name), &model, &of(&firm, &model), &card);
        let steps = SIZES.map(levels);
        for pair in steps.windows(2) {
            assert!(pair[0].iter().zip(&pair[1]).all(|(less, more)| less <= more), "{firm:?} {pair:?}");
        }
        assert!(steps.iter().flatten().all(|level| (2..=4).contains(level)));
        // A legal duty stands behind the service process.
        let process = model.find_dimension("D4").unwrap().0;
        assert!(steps.iter().all(|levels| levels[process] >= 3));
    }
}

#[test]
fn what_is_sold_decides_what_the_work_is_like() {
    let model = own_model();
    let engaged =
        |services: &[Service]| by_service(&model, &Firm { services: services.to_vec(), ..Firm::default() });
    for monthly in [&[][..], &[BOOKKEEPING], &[BOOKKEEPING, TAX, AUDIT], &[PAYROLL, ADVISORY], &[OTHER]] {
        assert!(!engaged(monthly), "{monthly:?}");
    }
    for engagements in [&[TAX][..], &[AUDIT], &[ADVISORY, OTHER], &[TAX, AUDIT, ADVISORY]] {
        assert!(engaged(engagements), "{engagements:?}");
    }
    let sells = |services: &[Service]| Firm { services: services.to_vec(), ..Firm::default() };
    let (books, audits) = (sells(&[BOOKKEEPING]), sells(&[AUDIT]));
    for preset in &SIZES[1..].iter().map(|name| named(name)).collect::<Vec<_>>() {
        assert_eq!(at(preset, &audits, "D3"), 4);
        assert_eq!(at(preset, &books, "D3"), 3);
        assert!(at(preset, &books, "D14") >= at(preset, &audits, "D14"));
    }
    assert_eq!((at(&named("established"), &books, "D1"), at(&named("established"), &audits, "D1")), (4, 3));
    assert_eq!((at(&named("small"), &books, "D10"), at(&named("small"), &books, "D15")), (2, 2));
}

#[test]
fn one_level_up_steps_from_todays_level_and_leaves_what_has_none() {
    let model = plain_model(&[6, 6, 6]);
    let mut assessment = answers(&[2, 2, 2, 2, 2, 2]);
    assessment.targets.insert("D2".into(), 5);
    for c in 1..=6 {
        assessment.answers.insert(format!("D3.{c}"), common::level(5));
    }
    let card = score(&model, &assessment);
    assert_eq!(targets(&Preset::OneUp, &model, &assessment, &card), [3, 5, 5]);
    let changed = changes(&Preset::OneUp, &model, &assessment, &card);
    assert_eq!(changed.iter().map(|c| (c.dimension, c.from, c.to)).collect::<Vec<_>>(), [(2, 3, 5)]);
    let low = Model { levels: 3, ..model };
    assert_eq!(targets(&Preset::OneUp, &low, &assessment, &card), [3, 3, 3], "the model has no fourth level");
}

#[test]
fn every_target_of_a_set_is_the_one_that_was_published() {
    let model = own_model();
    let monthly = Firm { services: vec![BOOKKEEPING], ..Firm::default() };
    let engagements = Firm { services: vec![AUDIT], ..Firm::default() };
    let found = |name, firm| -> String {
        let assessment = of(firm, &model);
        let levels = targets(&named(name), &model, &assessment, &score(&model, &assessment));
        levels.iter().map(u8::to_string).collect()
    };
    assert_eq!(
        SIZES.map(|name| [found(name, &monthly), found(name, &engagements)]),
        [
            ["333332323232222", "333332323232222"],
            ["333333424343233", "334333424343223"],
            ["433433434343333", "334333434343333"],
            ["433434434444343", "334434434444333"],
        ]
    );
    assert_eq!(found("measured", &monthly), "4".repeat(15));
}

/// A model with its own sets, sizes and services: nothing of them is known to the program.
#[test]
fn a_set_of_another_model_is_taken_as_it_is_written() {
    let mut draft = plain_draft(&[3, 3]);
    let set = |name: &str, services: &[Service], level| TargetSetDraft {
        name: name.into(),
        sizes: vec![Size::UpTo5],
        services: services.to_vec(),
        targets: vec![("D2".into(), level)],
        ..TargetSetDraft::default()
    };
    draft.presets = vec![set("first", &[Service::new("gardening")], 5), set("first", &[], 2)];
    let model = Model::build(draft).unwrap();
    assert_eq!(offered(&model), [Preset::Standard, named("first"), Preset::OneUp]);
    let levels = |services: &[Service]| {
        let firm = Firm { services: services.to_vec(), size: Some(Size::UpTo5), ..Firm::default() };
        assert_eq!(suggested(&model, &firm), named("first"));
        let assessment = Assessment { firm, ..Assessment::default() };
        targets(&named("first"), &model, &assessment, &score(&model, &assessment))
    };
    assert_eq!((levels(&[]), levels(&[Service::new("gardening")])), (vec![3, 2], vec![3, 5]));
}

#[test]
fn progress_follows_the_rules_word_for_word() {
    let cases = [
        (None, Some(3.0), 3, None),
        (Some(2.0), None, 3, None),
        (Some(2.0), Some(2.5), 3, Some(0.5)),
        (Some(2.0), Some(2.0), 4, Some(0.0)),
        (Some(2.0), Some(1.0), 4, Some(-0.5)),
        (Some(2.0), Some(5.0), 4, Some(1.5)),
        // At the target, or above it, at the beginning: kept or lost.
        (Some(3.0), Some(3.0), 3, Some(1.0)),
        (Some(3.5), Some(3.0), 3, Some(1.0)),
        (Some(3.5), Some(2.9), 3, Some(0.0)),
        (Some(1.0), Some(1.0), 1, Some(1.0)),
    ];
    for (was, now, target, expected) in cases {
        assert_eq!(progress(was, now, target), expected, "{was:?} {now:?} {target}");
    }
}

proptest! {
    #[test]
    fn progress_has_the_sign_of_the_change_and_its_bar_stays_in_its_frame(
        was in 1.0f64..=5.0, now in 1.0f64..=5.0, more in 0.0f64..=4.0, target in 1u8..=5,
    ) {
        let came = progress(Some(was), Some(now), target).unwrap();
        let goal = f64::from(target);
        prop_assert!((0.0..=1.0).contains(&clamp_progress(came)));
        prop_assert!(progress(Some(was), Some((now + more).min(5.0)), target).unwrap() >= came, "more is no less");
        if was >= goal {
            prop_assert_eq!(came, if now >= goal { 1.0 } else { 0.0 });
        } else {
            prop_assert_eq!(came > 0.0, now > was);
            prop_assert_eq!(came < 0.0, now < was);
            prop_assert!(now < goal || came >= 1.0);
            prop_assert!(now > goal - 1e-9 || came < 1.0);
            prop_assert!((was + came * (goal - was) - now).abs() < 1e-9);
            prop_assert_eq!(progress(Some(was), Some(was), target), Some(0.0));
            prop_assert_eq!(progress(Some(was), Some(goal), target), Some(1.0));
        }
    }
}

#[test]
fn nobody_has_stepped_up_before_there_is_a_level() {
    let model = own_model();
    let mut assessment = Assessment::default();
    assessment.targets.insert("D1".into(), 5);
    let card = score(&model, &assessment);
    assert!(changes(&Preset::OneUp, &model, &assessment, &card).is_empty());
    assert!(offered(&model).iter().all(|preset| !in_force(preset, &model, &assessment, &card)));
    assessment.targets.clear();
    assert!(in_force(&Preset::Standard, &model, &assessment, &card));
}
