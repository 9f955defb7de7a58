//! Ready-made sets of targets, and progress from a baseline to a target.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use common::{answers, own_model, plain_model, sample};
use fuxiao_core::assessment::{Assessment, Firm, Service, Size};
use fuxiao_core::dimension::{held, progress};
use fuxiao_core::preset::{Preset, Work, changes, suggested, targets, work};
use fuxiao_core::{Model, score};
use proptest::prelude::*;

/// Every head count, or none, with every choice of services.
fn firms() -> Vec<Firm> {
    let sizes = [None].into_iter().chain(Size::ALL.iter().copied().map(Some));
    let some = |bits: usize| {
        let named = Service::ALL.iter().enumerate().filter(|(i, _)| bits & (1 << i) != 0);
        named.map(|(_, service)| *service).collect::<Vec<_>>()
    };
    let every = 1 << Service::ALL.len();
    sizes
        .flat_map(|size| (0..every).map(move |bits| Firm { size, services: some(bits), ..Firm::default() }))
        .collect()
}

fn of(firm: &Firm, model: &Model) -> Assessment {
    Assessment { firm: firm.clone(), ..sample(model) }
}

/// The target of a dimension in a set.
fn at(preset: Preset, firm: &Firm, id: &str) -> u8 {
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
        for preset in Preset::ALL {
            let all = targets(preset, &model, &of(&firm, &model), &card);
            assert_eq!(all.len(), model.dimensions.len());
            assert!(all.iter().all(|level| (1..=model.levels).contains(level)), "{preset:?} {firm:?}");
            for (dimension, level) in model.dimensions.iter().zip(&all).filter(|(d, _)| d.gate) {
                let least = preset.gates().unwrap_or(1);
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
            Some(Size::UpTo5) => Preset::Small,
            Some(Size::UpTo20) => Preset::Growing,
            Some(Size::UpTo60) => Preset::Established,
            Some(Size::Over60) => Preset::Large,
        };
        assert_eq!(suggested(&firm), expected, "{firm:?}");
        let levels = |preset| targets(preset, &model, &of(&firm, &model), &card);
        let steps = [Preset::Small, Preset::Growing, Preset::Established, Preset::Large].map(levels);
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
    let of = |services: &[Service]| work(&Firm { services: services.to_vec(), ..Firm::default() });
    use Service::{Advisory, Audit, Bookkeeping, Other, Payroll, Tax};
    for monthly in [&[][..], &[Bookkeeping], &[Bookkeeping, Tax, Audit], &[Payroll, Advisory], &[Other]] {
        assert_eq!(of(monthly), Work::Monthly, "{monthly:?}");
    }
    for engagements in [&[Tax][..], &[Audit], &[Advisory, Other], &[Tax, Audit, Advisory]] {
        assert_eq!(of(engagements), Work::Engagements, "{engagements:?}");
    }
    let sells = |services: &[Service]| Firm { services: services.to_vec(), ..Firm::default() };
    let (books, audits) = (sells(&[Bookkeeping]), sells(&[Audit]));
    for preset in [Preset::Growing, Preset::Established, Preset::Large] {
        assert_eq!(at(preset, &audits, "D3"), 4);
        assert_eq!(at(preset, &books, "D3"), 3);
        assert!(at(preset, &books, "D14") >= at(preset, &audits, "D14"));
    }
    assert_eq!((at(Preset::Established, &books, "D1"), at(Preset::Established, &audits, "D1")), (4, 3));
    assert_eq!((at(Preset::Small, &books, "D10"), at(Preset::Small, &books, "D15")), (2, 2));
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
    assert_eq!(targets(Preset::OneUp, &model, &assessment, &card), [3, 5, 5]);
    let changed = changes(Preset::OneUp, &model, &assessment, &card);
    assert_eq!(changed.iter().map(|c| (c.dimension, c.from, c.to)).collect::<Vec<_>>(), [(2, 3, 5)]);
    assert_eq!(targets(Preset::Measured, &model, &assessment, &card), [4, 4, 4]);
    let low = Model { levels: 3, ..model };
    assert_eq!(
        targets(Preset::Measured, &low, &assessment, &card),
        [3, 3, 3],
        "the model has no fourth level"
    );
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
        prop_assert!((0.0..=1.0).contains(&held(came)));
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
