//! The structure behind the texts: ids, counts, sources, KPIs, legal duties, figures against bounds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::texts::{LOCALES, dimension};
use common::{json, own_model, root, text};
use fuxiao_core::Criterion;
use fuxiao_language::parse_common;

#[test]
fn texts_have_the_shape_of_the_model_and_nothing_more() {
    let model = own_model();
    for locale in LOCALES {
        for d in &model.dimensions {
            let text = dimension(locale, &d.id);
            let known: Vec<&String> = text.criteria.iter().map(|(id, _)| id).collect();
            let mut wanted: Vec<&String> = d.criteria.iter().map(|c| &c.id).collect();
            wanted.sort();
            assert_eq!(known, wanted, "{locale}/{}", d.id);
            for (id, c) in text.criteria.iter() {
                assert_eq!((c.levels.len(), c.steps.len()), (5, 4), "{locale}/{id}");
            }
        }
        let files = std::fs::read_dir(root().join("content/text").join(locale)).unwrap();
        // One for each dimension, the common texts, the words of the frame and of the pages.
        assert_eq!(files.count(), model.dimensions.len() + 3, "{locale} has files that nothing uses");
    }
}

#[test]
fn dimensions_have_six_criteria_and_the_ids_are_the_articles_numbers() {
    for d in &own_model().dimensions {
        let ids: Vec<&str> = d.criteria.iter().map(|c| c.id.as_str()).collect();
        let wanted: Vec<String> = (1..=6).map(|n| format!("{}.{n}", d.id)).collect();
        assert_eq!(ids, wanted);
    }
}

#[test]
fn every_dimension_carries_its_own_section_and_its_repetition() {
    let mut carried = BTreeSet::new();
    for d in &own_model().dimensions {
        let number: u32 = d.id[1..].parse().unwrap();
        let wanted = if number >= 11 { vec![number, number + 5] } else { vec![number] };
        assert_eq!(d.sources, wanted, "{}", d.id);
        carried.extend(wanted);
    }
    if own_model().dimensions.len() == 15 {
        assert_eq!(carried.into_iter().collect::<Vec<_>>(), (1..=20).collect::<Vec<_>>());
    }
}

#[test]
fn common_texts_name_what_the_model_uses() {
    let model = own_model();
    for locale in LOCALES {
        let common = parse_common(&text(&format!("content/text/{locale}/common.json"))).unwrap();
        assert_eq!(common.levels.len(), usize::from(model.levels));
        for id in model.aspects.iter().map(|a| &a.id) {
            assert!(common.aspects.get(id).is_some(), "{locale} {id}");
        }
        for id in model.kpis.iter().map(|k| &k.id) {
            let kpi = common.kpis.get(id).unwrap_or_else(|| panic!("{locale} {id}"));
            let month = ["2026年11月", "November 2026"];
            assert!(month.iter().any(|month| kpi.source.contains(month)), "{locale} {id}: no month checked");
        }
        for id in &model.themes {
            assert!(common.themes.get(id).is_some(), "{locale} {id}");
        }
        assert_eq!(common.kpis.iter().count(), model.kpis.len());
        for key in model.dimensions.iter().filter_map(|d| d.why_weight.as_ref()) {
            assert!(common.why_weight.get(key).is_some(), "{locale} {key}");
        }
        for key in model.criteria().filter_map(|(_, c)| c.why_weight.as_ref()) {
            assert!(common.why_weight.get(key).is_some(), "{locale} {key}");
        }
    }
}

#[test]
fn a_kpi_on_our_own_judgement_says_so_and_every_kpi_is_used() {
    let model = own_model();
    let common =
        LOCALES.map(|locale| parse_common(&text(&format!("content/text/{locale}/common.json"))).unwrap());
    for kpi in &model.kpis {
        assert!(kpi.checked.is_some());
        if kpi.basis == fuxiao_core::model::Basis::Internal && kpi.bounds.is_some() {
            let said = |at: usize, words: &[&str]| {
                let source = &common[at].kpis.get(&kpi.id).unwrap().source;
                assert!(words.iter().any(|word| source.contains(word)), "{}: {source}", kpi.id);
            };
            said(0, &["本模型", "判断"]);
            said(1, &[" our", " us", " we ", "judge", "judgement", "internal", "worked out from"]);
        }
    }
    // A scored KPI caps two criteria at most: what it says of one it does not say of many.
    for (at, kpi) in model.kpis.iter().enumerate().filter(|(_, kpi)| kpi.bounds.is_some()) {
        let capped = model.criteria().filter(|(_, c)| c.kpis.contains(&at)).count();
        assert!(capped <= 2, "{} caps {capped}", kpi.id);
    }
}

#[test]
fn legal_criteria_cite_their_instrument_as_a_reference() {
    for d in &own_model().dimensions {
        for criterion in d.criteria.iter().filter(|c| c.legal) {
            let zh = dimension("zh-CN", &d.id).criteria.get(&criterion.id).unwrap().hint.clone();
            let en = dimension("en", &d.id).criteria.get(&criterion.id).unwrap().hint.clone();
            assert!(
                (zh.contains("监管要求") || zh.contains("法》")) && zh.contains("不是法律意见"),
                "{}: {zh}",
                criterion.id
            );
            assert!(
                (en.contains("Regulatory requirement") || en.contains("Law Art"))
                    && en.contains("not legal advice"),
                "{}: {en}",
                criterion.id
            );
        }
    }
}

#[test]
fn key_criteria_are_three_per_aspect_once_all_are_here() {
    let model = own_model();
    if model.dimensions.len() == 15 {
        let mut per_aspect: BTreeMap<usize, usize> = BTreeMap::new();
        for d in &model.dimensions {
            *per_aspect.entry(d.aspect).or_default() += d.criteria.iter().filter(|c| c.key).count();
        }
        assert!(per_aspect.values().all(|count| *count == 3), "{per_aspect:?}");
        assert_eq!(model.criteria().count(), 90);
    }
}

#[test]
fn the_model_is_the_published_one() {
    let file = json("content/model.json");
    assert_eq!((&file["id"], &file["release"]), (&"finance-service-efficiency".into(), &"2.0.0".into()));
    let model = own_model();
    let ids = |pick: &dyn Fn(&Criterion) -> bool| -> Vec<String> {
        model.criteria().filter(|(_, c)| pick(c)).map(|(_, c)| c.id.clone()).collect()
    };
    for (_, criterion) in model.criteria() {
        assert!(!(criterion.legal && criterion.na_allowed), "{}", criterion.id);
    }
    assert_eq!(
        ids(&|c| c.legal),
        ["D4.1", "D4.3", "D4.4", "D7.2", "D7.4", "D7.6", "D9.1", "D9.4", "D9.5", "D11.1", "D11.2"]
    );
    // What a firm may lack: a channel, employees.
    let lacking: Vec<String> = (1..=6).flat_map(|c| [format!("D10.{c}"), format!("D15.{c}")]).collect();
    let mut optional = ids(&|c| c.na_allowed);
    optional.retain(|id| !lacking.contains(id));
    assert_eq!(optional, ["D1.2", "D1.4", "D5.2", "D5.4", "D5.5", "D8.6"]);
    // What is asked only of those who sell the service.
    let sold = ["D4.3", "D4.4", "D7.2", "D9.5", "D11.2", "D11.4", "D14.3"];
    assert_eq!(ids(&|c| !c.na_without.is_empty()), sold);
}

#[test]
fn weights_are_the_published_ones_and_each_heavy_one_has_its_reason() {
    let model = own_model();
    let heavy: Vec<&str> = model.dimensions.iter().filter(|d| d.weight == 2).map(|d| d.id.as_str()).collect();
    assert_eq!(heavy, ["D1", "D2", "D3", "D5", "D7", "D9", "D11"]);
    for d in &model.dimensions {
        assert!((1..=2).contains(&d.weight) && d.why_weight.is_some(), "{}", d.id);
    }
    for (_, c) in model.criteria() {
        assert!((1..=3).contains(&c.weight), "{}", c.id);
        assert_eq!(c.weight > 1, c.why_weight.is_some(), "{}", c.id);
    }
}

#[test]
fn looking_at_samples_takes_a_firm_twelve_hours_a_month_at_most() {
    let samples = own_model();
    let samples = samples.criteria().filter_map(|(_, c)| c.sampling);
    let minutes: f64 = samples.map(|s| f64::from(s.items * s.minutes) / f64::from(s.months)).sum();
    assert!(minutes > 60.0 && minutes <= 12.0 * 60.0, "{} hours", minutes / 60.0);
}
