//! Renders a page without a browser, as a whole HTML document with its style sheets: for looking at pages and for
//! printing them while they are made, in seconds instead of a release build.
//!
//! `cargo run --example page -- '#/a/5a3b1e00-0000-4000-8000-000000000001/results' en [WIDTH [light|dark [FILE [SNAPSHOT]]]] > page.html`;
//! FILE is an exported assessment, without it the sample firm is shown; SNAPSHOT is a snapshot of it to compare with.
//! `--answers` and `--private` put these on the report.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::process::ExitCode;
use std::rc::Rc;

use fuxiao::state::{
    Action, AppState, Edit, ReportChoice, Route, Settings, Snapshot, sample, snapshot_workspace,
};
use fuxiao::ui::{PagesChunk, View, page};
use fuxiao_core::Model;
use fuxiao_format::{ParsedDocument, own_model_text, read_assessment, read_model};
use fuxiao_language::Locale;
use serde_json::Value;
use yew::prelude::*;

/// The style sheets in the order of `index.html`.
const STYLES: [&str; 8] = ["tokens", "base", "parts", "pages", "plan", "charts", "report", "static"];

#[derive(Clone, PartialEq, Properties)]
struct ShotProps {
    state: Rc<AppState>,
}

#[component]
fn Shot(props: &ShotProps) -> Html {
    let send = Callback::noop();
    page(View { state: &props.state, send: &send }, Some(PagesChunk::carried()))
}

fn file(path: &str) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))
}

fn state(
    hash: &str,
    locale: Locale,
    width: u32,
    assessment: Option<&str>,
    snapshot: Option<&str>,
    report: ReportChoice,
) -> Result<AppState, String> {
    let model = read_model(own_model_text()).map_err(|problems| format!("{problems:?}"))?;
    let settings = Settings { locale, ..Settings::default() };
    let mut state = AppState::new(model.clone(), settings, Route::parse(hash), width);
    state.today = "2026-11-25".to_string();
    let ids = model.dimensions.iter().map(|d| d.id.clone());
    let mut actions = Vec::new();
    for id in ids.chain(["common".to_string()]) {
        let text = file(&format!("content/text/{}/{id}.json", locale.tag()))?;
        actions.push(Action::TextLoaded(locale, id, Ok(text)));
    }
    let (assessment, document) = match assessment {
        Some(path) => {
            let stored = read(path, &model)?;
            (stored.assessment, stored.document)
        }
        None => (sample::assessment(&model).ok_or("the sample cannot be read")?, Value::Null),
    };
    actions.push(Action::Opened(Box::new(assessment), document));
    if let Some(path) = snapshot {
        let (shot, scored) = snapshot_workspace(&model, read(path, &model)?, false);
        let now = state.today.clone();
        let one = Snapshot::of(path.to_string(), &file(path)?, &model, |time| time.to_string());
        actions.push(Action::Edit(Edit::Baseline(Some(shot.assessment.id.clone())), now));
        actions.push(Action::BaselineLoaded(Some((Rc::new(shot), scored))));
        actions.push(Action::SnapshotsListed(vec![one]));
    }
    actions.push(Action::Report(report));
    for action in actions {
        state = Rc::unwrap_or_clone(Reducible::reduce(Rc::new(state), action));
    }
    Ok(state)
}

fn read(path: &str, model: &Model) -> Result<ParsedDocument, String> {
    read_assessment(&file(path)?, model).map_err(|refused| format!("{:?}", refused.problems))
}

async fn shown(words: &[String]) -> Result<String, String> {
    let (flags, words): (Vec<&String>, Vec<&String>) = words.iter().partition(|word| word.starts_with("--"));
    let flag = |name: &str| flags.iter().any(|flag| *flag == name);
    let report = ReportChoice { answers: flag("--answers"), private: flag("--private") };
    let word = |at: usize| words.get(at).map(|word| word.as_str());
    let hash = word(0).ok_or("which page? Give its hash, such as '#/method'.")?;
    let locale = word(1).and_then(Locale::from_tag).unwrap_or_default();
    let width = word(2).and_then(|width| width.parse().ok()).unwrap_or(1280);
    let theme = word(3).unwrap_or("light");
    let state = state(hash, locale, width, word(4), word(5), report)?;
    let body = yew::LocalServerRenderer::<Shot>::with_props(ShotProps { state: Rc::new(state) });
    let body = body.hydratable(false).render().await;
    let mut styles = String::new();
    for name in STYLES {
        styles.push_str(&file(&format!("styles/{name}.css"))?);
    }
    let tag = locale.tag();
    Ok(format!(
        "<!doctype html><html lang=\"{tag}\" data-theme=\"{theme}\"><head><meta charset=\"utf-8\"><title>{hash}</title>\
         <style>{styles}</style></head><body><div id=\"app\">{body}</div></body></html>"
    ))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match shown(&words).await {
        Ok(html) => {
            println!("{html}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}
