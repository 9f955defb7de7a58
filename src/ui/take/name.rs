//! What files are called that are taken away.

use crate::state::Open;

use super::super::View;
use super::super::dress::assessment_name;

/// So many bytes of each part are kept: with all of them a name stays below the 255 that file systems allow.
const LONGEST: usize = 72;

/// The name of a file: firm, title, kind of file, date; without firm and title what the assessment is called instead.
pub fn file_name(view: View, open: &Open, kind: &str, extension: &str) -> String {
    let assessment = &open.assessment;
    let mut parts = vec![fit(&assessment.firm.name), fit(&assessment.title)];
    if parts.iter().all(String::is_empty) {
        parts.push(fit(&assessment_name(view.state, open)));
    }
    parts.extend([fit(kind), fit(&view.state.today)]);
    parts.retain(|part| !part.is_empty());
    format!("{}.{extension}", parts.join("-"))
}

/// A part of a name as every file system takes it: without the signs that one of them forbids, without space or dot
/// at its ends, and not too long.
fn fit(part: &str) -> String {
    let forbidden = |c: char| c.is_control() || r#"<>:"/\|?*"#.contains(c);
    let kept: String =
        part.chars().map(|c| if c.is_whitespace() || forbidden(c) { ' ' } else { c }).collect();
    let mut fitting = String::new();
    for word in kept.split_whitespace() {
        let space = if fitting.is_empty() { "" } else { " " };
        fitting.push_str(space);
        fitting.push_str(word);
    }
    while fitting.len() > LONGEST {
        fitting.pop();
    }
    fitting.trim_matches(|c: char| c == '.' || c == ' ').to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Assessment;
    use crate::i18n::Locale;
    use crate::state::{AppState, Route, Settings, sample};
    use crate::storage::{own_model_text, read_model};
    use serde_json::Value;
    use yew::Callback;

    fn name(firm: &str, title: &str, id: &str, today: &str, locale: Locale) -> String {
        let model = read_model(own_model_text()).unwrap();
        let mut assessment = Assessment { id: id.into(), title: title.into(), ..Assessment::default() };
        assessment.firm.name = firm.into();
        let open = Open::new(&model, assessment, Value::Null);
        let settings = Settings { locale, ..Settings::default() };
        let mut state = AppState::new(model, settings, Route::Home, 1024);
        state.today = today.into();
        let send = Callback::noop();
        file_name(View { state: &state, send: &send }, &open, "Plan", "csv")
    }

    #[test]
    fn a_name_has_firm_title_kind_and_date() {
        let of = |firm, title| name(firm, title, "x", "2026-11-25", Locale::En);
        assert_eq!(of("Harbour", "2026 Q4"), "Harbour-2026 Q4-Plan-2026-11-25.csv");
        assert_eq!(of("", "2026 Q4"), "2026 Q4-Plan-2026-11-25.csv");
        assert_eq!(name("云帆", "", "x", "", Locale::Zh), "云帆-Plan.csv");
    }

    #[test]
    fn without_firm_and_title_it_is_what_the_assessment_is_called() {
        let of = |id, locale| name("", "", id, "2026-11-25", locale);
        assert_eq!(of("x", Locale::En), "Untitled assessment-Plan-2026-11-25.csv");
        assert_eq!(of(sample::ID, Locale::Zh), "云帆财务（示例）-Plan-2026-11-25.csv");
    }

    #[test]
    fn what_file_systems_forbid_is_left_out() {
        assert_eq!(fit(" ..a/b\\c:d*e?f\"g<h>i|j\u{0}\u{7f}\n k. "), "a b c d e f g h i j k");
        assert_eq!(fit("财务/税务"), "财务 税务");
        assert_eq!(fit("???"), "");
        let long = name(&"云".repeat(200), &"帆".repeat(200), "x", "2026-11-25", Locale::Zh);
        assert!(long.len() < 255 && long.contains("云云") && long.contains("帆帆"), "{long}");
    }
}
