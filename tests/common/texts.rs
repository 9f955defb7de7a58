//! Texts of the questionnaire as the content tests read them.

use fuxiao_language::{DimensionText, parse_dimension};

use super::{own_model, text};

/// Both languages.
pub const LOCALES: [&str; 2] = ["zh-CN", "en"];

/// The texts of a dimension.
pub fn dimension(locale: &str, id: &str) -> DimensionText {
    parse_dimension(&text(&format!("content/text/{locale}/{id}.json")))
        .unwrap_or_else(|error| panic!("{locale}/{id}: {error}"))
}

/// Every text of a dimension with its kind and place.
pub fn strings(id: &str, text: &DimensionText) -> Vec<(&'static str, String, String)> {
    let mut all = vec![("lens", format!("{id}.lens"), text.lens.clone())];
    for (id, c) in text.criteria.iter() {
        let mut add =
            |kind, place: String, text: &str| all.push((kind, format!("{id}.{place}"), text.to_string()));
        add("question", "question".into(), &c.question);
        add("hint", "hint".into(), &c.hint);
        add("source", "source".into(), &c.source);
        add("evidence", "evidence".into(), &c.evidence);
        for (n, level) in (1..).zip(&c.levels) {
            add("level", format!("level {n}"), level);
        }
        for (n, step) in (2..).zip(&c.steps) {
            add("action", format!("step {n} action"), &step.action);
            add("first_step", format!("step {n} first"), &step.first_step);
            add("proof", format!("step {n} proof"), &step.proof);
        }
    }
    all
}

/// Every text of a language.
pub fn all(locale: &str) -> Vec<(&'static str, String, String)> {
    own_model().dimensions.iter().flat_map(|d| strings(&d.id, &dimension(locale, &d.id))).collect()
}

/// The figures of a text, sorted.
pub fn digits(text: &str) -> Vec<String> {
    // Ids of siblings, D1.2 or K01, are references, not figures.
    let mut numbers = Vec::new();
    let mut number = String::new();
    let mut before = ' ';
    for c in text.chars().chain([' ']) {
        let part = c.is_ascii_digit() || (c == '.' && !number.is_empty());
        if part && (!number.is_empty() || !matches!(before, 'D' | 'K')) {
            number.push(c);
        } else if !part && !number.is_empty() {
            numbers.push(number.trim_end_matches('.').to_string());
            number.clear();
        }
        if !c.is_ascii_digit() && c != '.' || number.is_empty() && !matches!(before, 'D' | 'K') {
            before = c;
        }
    }
    numbers.sort();
    numbers
}
