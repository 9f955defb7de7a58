//! The structure behind the texts: ids, counts, sources, KPIs, legal duties, figures against bounds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that fails should say so.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::texts::{LOCALES, digits, dimension};
use common::{json, own_model, root, text};
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
            assert!(kpi.source.contains("2026-11"), "{locale} {id}: no month checked");
        }
        for id in &model.themes {
            assert!(common.themes.get(id).is_some(), "{locale} {id}");
        }
        assert_eq!(common.kpis.iter().count(), 36);
    }
}

#[test]
fn a_kpi_on_our_own_judgement_says_so_and_every_kpi_is_used() {
    let model = own_model();
    let common =
        LOCALES.map(|locale| parse_common(&text(&format!("content/text/{locale}/common.json"))).unwrap());
    for kpi in &model.kpis {
        assert!(kpi.checked.is_some());
        if kpi.basis == fuxiao_core::model::Basis::Internal {
            let said = |at: usize, words: &[&str]| {
                let source = &common[at].kpis.get(&kpi.id).unwrap().source;
                assert!(words.iter().any(|word| source.contains(word)), "{}: {source}", kpi.id);
            };
            said(0, &["我们", "判断", "内部"]);
            said(1, &[" our", " us", " we ", "judge", "judgement", "internal"]);
        }
    }
    let mut used: BTreeSet<usize> =
        model.criteria().flat_map(|(_, c)| c.kpis.iter().chain(&c.see).copied()).collect();
    used.extend(model.legal_gate.iter().flat_map(|gate| gate.kpis.iter().map(|(kpi, _)| *kpi)));
    assert_eq!(used.len(), model.kpis.len(), "a KPI is in the model and nowhere used");
}

#[test]
fn percentages_of_a_level_are_bounds_of_its_kpis() {
    let model = own_model();
    for locale in LOCALES {
        for d in &model.dimensions {
            let text = dimension(locale, &d.id);
            for criterion in d.criteria.iter().filter(|c| !c.kpis.is_empty()) {
                let kpis = criterion.kpis.iter().map(|k| &model.kpis[*k]);
                let percent: Vec<_> = kpis.filter(|kpi| kpi.unit == "%" && kpi.bounds.is_some()).collect();
                if percent.is_empty() {
                    continue;
                }
                for (n, level) in (1..).zip(&text.criteria.get(&criterion.id).unwrap().levels) {
                    for figure in level.split('%').filter(|part| part.ends_with(|c: char| c.is_ascii_digit()))
                    {
                        let start = figure
                            .rfind(|c: char| !c.is_ascii_digit() && c != '.')
                            .map_or(0, |at| at + figure[at..].chars().next().map_or(0, char::len_utf8));
                        let value: f64 = figure[start..].parse().unwrap();
                        let own = percent.iter().any(|kpi| {
                            let bounds = kpi.bounds.as_ref().unwrap();
                            (n >= 2) && bounds[n - 2] == value
                        });
                        assert!(
                            own,
                            "{locale} {} level {n}: {value}% is no bound of that level: {level}",
                            criterion.id
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn legal_duties_cite_their_instrument_as_a_reference() {
    for d in &own_model().dimensions {
        for criterion in d.criteria.iter().filter(|c| c.legal) {
            let zh = dimension("zh-CN", &d.id).criteria.get(&criterion.id).unwrap().hint.clone();
            let en = dimension("en", &d.id).criteria.get(&criterion.id).unwrap().hint.clone();
            let named = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
            let zh_laws = ["财会〔2023〕27号", "个人信息保护法", "税收征收管理法"];
            let en_laws = [
                "Caikuai [2023] No. 27",
                "Personal Information Protection Law",
                "Tax Collection Administration Law",
            ];
            assert!(
                zh.contains("2026-11") && named(&zh, &zh_laws) && named(&zh, &["法律意见", "法律建议"]),
                "{}: {zh}",
                criterion.id
            );
            let no_advice = ["legal advice", "legal opinion", "legal counsel"];
            assert!(
                en.contains("2026-11") && named(&en, &en_laws) && named(&en, &no_advice),
                "{}: {en}",
                criterion.id
            );
        }
    }
}

#[test]
fn the_articles_own_figures_stand_where_they_belong() {
    for (id, figure) in [("D1.1", "30"), ("D1.2", "24"), ("D1.3", "1"), ("D5.1", "24")] {
        let Some((dimension_id, _)) = id.split_once('.') else { continue };
        if own_model().find_dimension(dimension_id).is_none() {
            continue;
        }
        for locale in LOCALES {
            let c = dimension(locale, dimension_id).criteria.get(id).unwrap().clone();
            let said = [c.question, c.levels.join(" "), c.source].join(" ");
            assert!(digits(&said).iter().any(|number| number == figure), "{locale} {id}");
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
    assert_eq!(file["id"], "finance-service-efficiency");
    let legal: Vec<String> =
        own_model().criteria().filter(|(_, c)| c.legal).map(|(_, c)| c.id.clone()).collect();
    let published = ["D4.1", "D7.4", "D7.6", "D9.1", "D9.4", "D11.1", "D11.2"];
    assert!(legal.iter().all(|id| published.contains(&id.as_str())));
    for (_, criterion) in own_model().criteria() {
        assert!(!(criterion.legal && criterion.na_allowed), "{}", criterion.id);
    }
}
