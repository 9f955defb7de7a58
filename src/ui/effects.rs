//! What happens outside besides storing: fetching texts, keeping settings, handing out files.

use std::rc::Rc;

use fuxiao_saving::local::KeyValue;
use serde_json::Value;
use yew::Callback;

use crate::platform::storage::BrowserTexts;
use crate::platform::{clock, download, net, page, release};
use crate::state::settings::{self, Settings};
use crate::state::{Action, AppState, Route};
use fuxiao_core::{Assessment, Model};
use fuxiao_format::write_assessment;
use fuxiao_language::{Locale, Missed, text_address, unpack};

/// The state that the page opens with.
pub fn first_state(model: Rc<Model>) -> AppState {
    // Who asks for none of ours gets the one that most people have learnt; the page before the app does so, too.
    let asked = page::languages();
    let mut asked = asked.iter().map(String::as_str).chain(["en"]);
    let preferred = asked.find_map(Locale::from_tag).unwrap_or_default();
    let stored = BrowserTexts.get(settings::STORED_AT).ok().flatten();
    let settings = Settings::parse(stored.as_deref(), preferred);
    let mut state = AppState::new((*model).clone(), settings, Route::parse(&page::hash()), page::width());
    state.today = clock::day_after(0);
    state
}

/// Fetches one text, and takes it only as it was packed with this program.
pub fn fetch_text(send: &Callback<Action>, locale: Locale, id: &str) {
    send.emit(Action::TextRequested(locale, id.to_string()));
    let (send, id) = (send.clone(), id.to_string());
    net::spawn(async move {
        let text = match net::text(&text_address(locale, &id)).await {
            Ok(file) => unpack(locale, &id, &file).map(str::to_string),
            Err(_) => Err(Missed::Failed),
        };
        let text = match text {
            Err(Missed::Failed) if release::is_gone().await => Err(Missed::Gone),
            text => text,
        };
        send.emit(Action::TextLoaded(locale, id, text));
    });
}

/// Keeps what changed in the settings; where nothing can be stored they last as long as the page.
pub fn keep_settings(before: &Settings, now: &Settings) {
    if before == now {
        return;
    }
    let stored = BrowserTexts.get(settings::STORED_AT).ok().flatten();
    // The save state of the assessment tells the user about storage; settings alone are not worth a word.
    let _ = BrowserTexts.set(settings::STORED_AT, &now.merged(before, stored.as_deref()));
}

/// Loads the page anew, which brings the release that is published now. Leaving the page stores what waits for it.
pub fn reload() {
    page::reload();
}

/// Offers the open assessment as a file.
pub fn save_copy(assessment: &Assessment, document: &Value) {
    let text = write_assessment(assessment, document);
    download::json_file(&format!("fuxiao-{}", assessment.id), &text);
}
