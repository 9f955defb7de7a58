//! How large a model may be, and what its ids may be made of. Within these limits every list can be searched from end to
//! end, sums of weights and efforts stay far from the ends of their numbers, and an id fits a line, an address and a file
//! name. The carried model has 15 dimensions, 90 criteria and 36 KPIs.

use super::check::Check;
use super::draft::ModelDraft;
use super::problem::Flaw;

/// The most aspects.
pub const ASPECTS: usize = 50;
/// The most dimensions.
pub const DIMENSIONS: usize = 100;
/// The most criteria of one dimension.
pub const CRITERIA: usize = 30;
/// The most criteria of all dimensions together.
pub const QUESTIONS: usize = 1_000;
/// The most KPIs.
pub const KPIS: usize = 300;
/// The most themes.
pub const THEMES: usize = 300;
/// The most sets of targets.
pub const PRESETS: usize = 50;
/// The most sections of the source that a dimension carries.
pub const SOURCES: usize = 100;
/// The longest id, in characters.
pub const ID: usize = 64;

impl Check {
    /// Reports every list that is too long. Nothing else is looked at in such a model: comparing all of its ids could
    /// take minutes.
    pub(super) fn sizes(&mut self, draft: &ModelDraft) {
        let gate = draft.legal_gate.as_ref();
        let lists = [
            ("aspects", draft.aspects.len(), ASPECTS),
            ("dimensions", draft.dimensions.len(), DIMENSIONS),
            ("kpis", draft.kpis.len(), KPIS),
            ("themes", draft.themes.len(), THEMES),
            ("presets", draft.presets.len(), PRESETS),
            ("legal_gate.criteria", gate.map_or(0, |gate| gate.criteria.len()), QUESTIONS),
            ("legal_gate.kpis", gate.map_or(0, |gate| gate.kpis.len()), KPIS),
        ];
        for (list, length, most) in lists {
            self.size(list.to_string(), length, most);
        }
        let mut questions = 0;
        for (d, dimension) in draft.dimensions.iter().enumerate().take(DIMENSIONS) {
            let place = format!("dimensions[{d}]");
            self.size(format!("{place}.criteria"), dimension.criteria.len(), CRITERIA);
            self.size(format!("{place}.sources"), dimension.sources.len(), SOURCES);
            for (c, criterion) in dimension.criteria.iter().enumerate().take(CRITERIA) {
                self.size(format!("{place}.criteria[{c}].see"), criterion.see.len(), KPIS);
                self.size(format!("{place}.criteria[{c}].kpis"), criterion.kpis.len(), KPIS);
            }
            let before = questions;
            questions += dimension.criteria.len();
            // Once, where it becomes too many.
            if before <= QUESTIONS {
                self.size(format!("{place}.criteria"), questions, QUESTIONS);
            }
        }
    }

    fn size(&mut self, place: String, length: usize, most: usize) {
        if length > most {
            self.report(place, Flaw::TooMany);
        }
    }

    /// An id: 1 to [`ID`] characters of any script, none that cannot be seen or turns the text, no blank at an end.
    pub(super) fn id(&mut self, place: &str, id: &str) {
        self.name(place, id);
        if id.chars().count() > ID {
            self.report(place, Flaw::TooLong);
        }
        if id.chars().any(unseen) || id.trim() != id {
            self.report(place, Flaw::BadCharacter);
        }
    }
}

/// What cannot be seen, breaks a line or turns its direction.
fn unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
