//! A chart as a picture to take along: the row below it that saves it as SVG or PNG.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform::{download, net, picture};
use crate::state::Action;
use fuxiao_charts::{Chart, Picture, SvgFile, Swatch, svg_file, swatch};
use fuxiao_language::{words as w, words_chart as c};

use super::View;
use super::titles::assessment_name;
use fuxiao_narrative::file_name;

/// A legend: what the page shows, and the same as samples with their meanings, for the file.
#[derive(Clone, PartialEq, Default)]
pub struct Legend {
    /// On the page.
    pub shown: Html,
    /// In the file.
    pub items: Vec<(Swatch, String)>,
}

impl Legend {
    /// Samples with their meanings.
    pub fn of(items: Vec<(Swatch, String)>) -> Self {
        let item = |(kind, text): &(Swatch, String)| {
            html! { <li>{ swatch(*kind).to_html("") }<span>{ text }</span></li> }
        };
        let shown = html! { <ul class="legend">{ for items.iter().map(item) }</ul> };
        Self { shown, items }
    }
}

impl From<Html> for Legend {
    fn from(shown: Html) -> Self {
        Self { shown, items: Vec::new() }
    }
}

/// The row that saves a chart; an empty element where nothing is drawn.
pub fn files(
    view: View,
    title: &str,
    sentence: &str,
    drawn: Option<&Chart>,
    legend: Vec<(Swatch, String)>,
) -> Html {
    let Some((chart, workspace)) = drawn.zip(view.state.workspace.as_ref()) else {
        return html! { <div class="files"></div> };
    };
    let product = view.t(w::PRODUCT).to_string();
    let source = [product, assessment_name(view.state, workspace), view.state.today.clone()];
    let source: Vec<String> = source.into_iter().filter(|part| !part.is_empty()).collect();
    let whole = Rc::new(Picture {
        title: title.to_string(),
        sentence: sentence.to_string(),
        chart: chart.clone(),
        legend,
        source: source.join(" · "),
        lang: view.locale().tag().to_string(),
    });
    let save = |kind: &'static str, extension: &str| {
        let (whole, name) = (whole.clone(), file_name(&view.case(workspace), title, extension));
        let send = view.send.clone();
        let onclick = Callback::from(move |_: MouseEvent| save(&send, whole.clone(), name.clone(), kind));
        let label = view.f(c::FILE_OF, &[("kind", kind), ("title", title)]);
        html! { <button type="button" class="small" aria-label={label} {onclick}>{ kind }</button> }
    };
    let failed = view.state.unsaved_chart.as_deref() == Some(title);
    html! {
        <div class="files">
            <span>{ view.t(c::FILE_SAVE) }</span>
            { save(SVG, "svg") }
            { save(PNG, "png") }
            <p role="status" class="files__said">{ if failed { view.t(c::FILE_FAILED) } else { "" } }</p>
        </div>
    }
}

const SVG: &str = "SVG";
const PNG: &str = "PNG";

/// Saves a picture, and says so where that did not work.
fn save(send: &Callback<Action>, whole: Rc<Picture>, name: String, kind: &str) {
    let SvgFile { text, width, height } = svg_file(&whole);
    let send = send.clone();
    let said = move |saved: bool| {
        send.emit(Action::ChartSaved((!saved).then(|| whole.title.clone())));
    };
    if kind == SVG {
        said(download::text_file(&name, "image/svg+xml", &text));
    } else {
        net::spawn(async move { said(picture::png_file(&name, &text, width, height).await) });
    }
}
