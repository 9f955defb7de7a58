//! How far a score has come from the baseline to its target: a bar held to its ends, and the signed figure in words.

use yew::prelude::*;

use fuxiao_core::dimension::{clamp_progress, progress};
use fuxiao_language::{Text, percent, signed_percent, words_history as h, words_targets as t};

use super::View;
use super::widgets::meter;

/// How finely a bar shows a share.
const FINE: f64 = 100.0;

/// A share of 0..=1 as a bar; the sentence beside it says the same.
pub fn bar(share: f64, label: String) -> Html {
    meter((clamp_progress(share) * FINE).round() as usize, FINE as usize, label)
}

/// What a progress means; nothing where there is none.
pub fn meaning(was: Option<f64>, now: Option<f64>, target: u8) -> Option<Text> {
    let (came, was) = (progress(was, now, target)?, was?);
    // From the target on there is no way left to measure: it is kept or lost.
    let from_target = was >= f64::from(target);
    Some(match (from_target, came) {
        (true, came) if came > 0.0 => h::PROGRESS_KEPT,
        (true, _) => h::PROGRESS_LOST,
        (false, came) if came > 0.0 => h::PROGRESS_ON,
        (false, came) if came < 0.0 => h::PROGRESS_BACK,
        (false, _) => h::PROGRESS_NONE,
    })
}

/// The share of a target that is reached, as a bar with its words; a dash where nothing is answered.
pub fn reached(view: View, name: &str, share: Option<f64>) -> Html {
    let text = share.map_or_else(|| "–".to_string(), percent);
    let words = view.f(t::REACHED, &[("share", &text)]);
    let exact = share.map(|share| serde_json::Value::from(share).to_string());
    html! {
        <div class="progress">
            <span data-test="reached" data-value={exact}>{ &words }</span>
            if let Some(share) = share {
                { bar(share, view.locale().colon(name, &words)) }
            }
        </div>
    }
}

/// The progress since the baseline as a bar with its words.
pub fn since(view: View, name: &str, was: Option<f64>, now: Option<f64>, target: u8) -> Html {
    let (Some(came), Some(meaning)) = (progress(was, now, target), meaning(was, now, target)) else {
        return html! { <div class="progress"><span>{ view.t(h::PROGRESS_UNKNOWN) }</span></div> };
    };
    let words = view.f(meaning, &[("progress", &signed_percent(came))]);
    html! {
        <div class="progress" data-test="progress" data-value={serde_json::Value::from(came).to_string()}>
            <span>{ &words }</span>
            { bar(came, view.locale().colon(name, &words)) }
        </div>
    }
}

/// The progress for a table: the figure with its sign, and the bar; a dash where there is none.
pub fn cell(view: View, name: &str, was: Option<f64>, now: Option<f64>, target: u8) -> Html {
    let (Some(came), Some(meaning)) = (progress(was, now, target), meaning(was, now, target)) else {
        return html! { <span>{ "–" }</span> };
    };
    let figure = signed_percent(came);
    let words = view.f(meaning, &[("progress", &figure)]);
    html! {
        <div class="progress" data-test="progress" data-value={serde_json::Value::from(came).to_string()} title={words.clone()}>
            <span>{ figure }</span>
            { bar(came, view.locale().colon(name, &words)) }
        </div>
    }
}
