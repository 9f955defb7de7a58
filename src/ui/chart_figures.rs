//! Charts with what every chart needs beside it: a title that says what it shows, a sentence and a table.

mod gaps;
mod heat;
mod kpis;
mod scores;

pub use gaps::gaps;
pub use heat::heat;
pub use kpis::kpis;
pub use scores::{aspects, dimension_radar, dimensions};

use yew::prelude::*;

use fuxiao_charts::{Chart, Swatch};
use fuxiao_language::words_pages as p;

use super::View;
use super::picture::{self, Legend};

/// Room that the page leaves beside a chart, in CSS pixels.
const MARGINS: u32 = 40;
/// From here on results stand in two columns, as the style sheet has it: 64 rem.
const TWO_COLUMNS: u32 = 1024;
/// The widest that results get, and the room between the columns.
const WIDEST: u32 = 1200;
const BETWEEN: u32 = 48;

/// A chart with its title, a sentence, a legend, its files and a table that says the same.
pub(super) fn chart_figure(
    title: &str,
    sentence: &str,
    drawn: Option<Chart>,
    legend: impl Into<Legend>,
    table: Html,
    view: View,
) -> Html {
    let Legend { shown, items } = legend.into();
    let files = picture::files(view, title, sentence, drawn.as_ref(), items);
    html! {
        <figure class="chart">
            <figcaption>
                <h2>{ title }</h2>
                <p>{ sentence }</p>
            </figcaption>
            { drawn.map(|chart| chart.to_html(title)).unwrap_or_default() }
            { shown }
            { files }
            <details class="chart__table">
                <summary>{ view.t(p::AS_TABLE) }</summary>
                { table }
            </details>
        </figure>
    }
}

/// A legend of samples with their meanings.
pub(super) fn legend(view: View, items: &[(Swatch, fuxiao_language::Text)]) -> Legend {
    Legend::of(items.iter().map(|(kind, text)| (*kind, view.t(*text).to_string())).collect())
}

/// The width that a chart gets, at most `widest`: a column of the page where it has two.
pub(super) fn width(view: View, widest: u32) -> u32 {
    let page = view.state.width;
    let room = match page {
        TWO_COLUMNS.. => page.min(WIDEST).saturating_sub(MARGINS + BETWEEN) / 2,
        _ => page.saturating_sub(MARGINS),
    };
    room.clamp(288, widest)
}

/// Whole sentences, one after the other.
pub(super) fn paragraph(view: View, sentences: &[String]) -> String {
    sentences.join(view.locale().space())
}
