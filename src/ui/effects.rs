//! What happens outside: reading and writing storage, fetching texts, making and removing assessments.
//!
//! Never overwrites what it cannot read, nor what was changed elsewhere since.

use std::rc::Rc;

use serde::Deserialize;
use serde_json::Value;
use yew::Callback;

use crate::domain::order::sorted;
use crate::domain::{Assessment, Model};
use crate::i18n::{Locale, text_address};
use crate::platform::storage::StoreError;
use crate::platform::{clock, download, net, page, storage};
use crate::state::shelf::{self, Entry, Settings};
use crate::state::{Action, AppState, Missing, Open, Place, Route, Saved, sample};
use crate::storage::{new_document, read_assessment, write_assessment};

/// The state that the page opens with.
pub fn first_state(model: Rc<Model>) -> AppState {
    let preferred = page::languages().iter().find_map(|tag| Locale::from_tag(tag)).unwrap_or(Locale::En);
    let stored = storage::read(shelf::SETTINGS);
    let mut state = AppState::new(
        (*model).clone(),
        Settings::parse(stored.as_ref().ok().and_then(|text| text.as_deref()), preferred),
        Route::parse(&page::hash()),
        page::width(),
    );
    state.today = clock::day_after(0);
    if stored.is_err() {
        state.saved = Saved::Blocked;
    }
    state
}

/// Fetches one text.
pub fn fetch_text(send: &Callback<Action>, locale: Locale, id: &str) {
    send.emit(Action::TextAsked(locale, id.to_string()));
    let (send, id) = (send.clone(), id.to_string());
    net::spawn(async move {
        let text = net::text(&text_address(locale, &id)).await;
        send.emit(Action::TextCame(locale, id, text));
    });
}

/// Takes a stored assessment in hand; the sample firm comes from the app itself the first time.
pub fn open(send: &Callback<Action>, model: &Model, id: &str) {
    let key = shelf::key(id);
    let action = match storage::read(&key) {
        Ok(Some(raw)) => match read_assessment(&raw, model) {
            Ok(stored) => Action::Opened(Box::new(stored.assessment), stored.document),
            Err(refused) => Action::NotFound(Missing::Unreadable { key, raw, problems: refused.problems }),
        },
        _ if id == sample::ID => match sample::assessment(model) {
            Some(assessment) => Action::Opened(Box::new(assessment), Value::Null),
            None => Action::NotFound(Missing::Unknown),
        },
        _ => Action::NotFound(Missing::Unknown),
    };
    send.emit(action);
}

/// What must be known of a stored document before writing over it.
#[derive(Deserialize)]
struct Head {
    id: String,
    #[serde(default)]
    edit: u64,
    modified: String,
}

/// Stores the assessment in hand.
pub fn store(open: &Open) -> Saved {
    let assessment = &open.assessment;
    let key = shelf::key(&assessment.id);
    match storage::read(&key) {
        Err(_) => return Saved::Blocked,
        Ok(Some(raw)) => match serde_json::from_str::<Head>(&raw) {
            Ok(head) if head.id == assessment.id && head.edit < assessment.edit => {}
            Ok(head) if head.edit == assessment.edit && head.modified == assessment.modified => {
                return Saved::Yes;
            }
            _ => return Saved::Overtaken,
        },
        Ok(None) => {}
    }
    match storage::write(&key, &write_assessment(assessment, &open.document)) {
        Ok(()) => Saved::Yes,
        Err(StoreError::Blocked) => Saved::Blocked,
        Err(StoreError::Full) => Saved::Full,
    }
}

/// Follows what other tabs store of the assessment in hand; gives back what ends that.
pub fn watch(mark: Option<(String, u64)>, send: Callback<Action>, model: Rc<Model>) -> Box<dyn FnOnce()> {
    let Some((id, edit)) = mark else { return Box::new(|| {}) };
    let key = shelf::key(&id);
    let listener = page::on_storage(move |changed| {
        if changed == key
            && let Ok(Some(raw)) = storage::read(&key)
            && let Ok(stored) = read_assessment(&raw, &model)
            && stored.assessment.edit > edit
        {
            send.emit(Action::Opened(Box::new(stored.assessment), stored.document));
        }
    });
    Box::new(move || drop(listener))
}

/// Keeps the settings; where nothing can be stored they last as long as the page.
pub fn keep_settings(settings: &Settings) {
    let text = settings.text();
    if storage::read(shelf::SETTINGS).is_ok_and(|stored| stored.as_deref() != Some(text.as_str())) {
        // The save state of the assessment tells the user about storage; settings alone are not worth a word.
        let _ = storage::write(shelf::SETTINGS, &text);
    }
}

/// Looks through what is kept in this browser.
pub fn look_through(send: &Callback<Action>, model: &Model) {
    match storage::keys(shelf::OWN) {
        Ok(keys) => {
            let raw = |key: String| Some((storage::read(&key).ok()??, key));
            let entries = keys.into_iter().filter_map(raw);
            let entries: Vec<Entry> =
                entries.map(|(raw, key)| Entry::of(key, raw, model, clock::local)).collect();
            let changed = |entry: &Entry| entry.content.as_ref().ok().map(|known| known.modified.clone());
            let entries = sorted(entries, |a, b| changed(b).cmp(&changed(a)));
            send.emit(Action::ShelfSeen(entries));
        }
        Err(_) => send.emit(Action::Stored(Saved::Blocked)),
    }
}

/// Begins a new assessment and goes to a place in it.
pub fn begin(send: &Callback<Action>, model: &Model, place: Place) {
    let assessment: Assessment = new_document(model, &clock::uuid(), &clock::now());
    let id = assessment.id.clone();
    send.emit(Action::Opened(Box::new(assessment), Value::Null));
    page::go(&Route::Assessment(id, place).hash());
}

/// Removes a stored assessment with its snapshots after asking; the question is told how many there are.
pub fn remove(send: &Callback<Action>, model: &Model, key: &str, question: impl Fn(usize) -> String) {
    let id = key.strip_prefix(shelf::OWN).unwrap_or_default();
    let snapshots = storage::keys(&shelf::snapshots_of(id)).unwrap_or_default();
    if page::confirm(&question(snapshots.len())) && storage::remove(key).is_ok() {
        for snapshot in snapshots {
            // What the browser did for the assessment it does for these.
            let _ = storage::remove(&snapshot);
        }
        look_through(send, model);
    }
}

/// Loads the page anew, which brings the release that is published now.
pub fn reload() {
    page::reload();
}

/// Offers a stored text as it is.
pub fn save_raw(key: &str, raw: &str) {
    let name: String =
        key.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' }).collect();
    download::text_file(&format!("{name}.json"), "application/json", raw);
}

/// Offers the assessment in hand as a file.
pub fn save_copy(assessment: &Assessment, document: &Value) {
    let text = write_assessment(assessment, document);
    save_raw(&shelf::key(&assessment.id), &text);
}
