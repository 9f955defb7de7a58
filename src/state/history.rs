//! Undo and redo for the open assessment.
//!
//! Keeps what each change made different, as found by comparing whole assessments, so that undoing cannot miss anything;
//! knows no words. Lives as long as the page.

use std::rc::Rc;

use fuxiao_core::delta::Delta;

use fuxiao_core::Assessment;

use super::{BrandField, Edit, PlanField, ProfileField};

/// Steps that can be undone. The oldest ones go when there are more.
pub const STEPS: usize = 200;

/// A change with the assessment as it is on the other side of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What was changed.
    pub edit: Edit,
    /// What makes of the assessment that before the change, or that after it where the change was undone.
    pub back: Delta,
}

/// What can be undone and redone. Steps are shared: the state that holds them is copied at every action.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// Changes, the newest last.
    pub past: Vec<Rc<Step>>,
    /// Undone changes, the one to redo next last.
    pub future: Vec<Rc<Step>>,
    /// The newest change goes on: one note is one step, however many keys it takes.
    typing: bool,
}

impl History {
    /// Notes a change; typing on in the same field belongs to the step that began it.
    pub(super) fn note(&mut self, edit: &Edit, before: &Assessment, after: &Assessment) {
        self.future.clear();
        let typed = field(edit);
        let same = |step: &Rc<Step>| typed.is_some() && field(&step.edit) == typed;
        if self.typing && self.past.last().is_some_and(same) {
            return;
        }
        self.typing = typed.is_some();
        if self.past.len() == STEPS {
            self.past.remove(0);
        }
        self.past.push(Rc::new(Step { edit: edit.clone(), back: Delta::between(before, after) }));
    }

    /// Whether no typing goes on.
    pub(super) fn is_at_rest(&self) -> bool {
        !self.typing
    }

    /// The field was left: typing in it again is another step.
    pub(super) fn end_typing(&mut self) {
        self.typing = false;
    }

    /// Takes the newest change back; gives the change and the assessment as it was.
    pub(super) fn undo(&mut self, now: &Assessment) -> Option<(Edit, Assessment)> {
        self.end_typing();
        step_over(&mut self.past, &mut self.future, now)
    }

    /// Makes the change that was undone last again.
    pub(super) fn redo(&mut self, now: &Assessment) -> Option<(Edit, Assessment)> {
        self.end_typing();
        step_over(&mut self.future, &mut self.past, now)
    }
}

fn step_over(
    from: &mut Vec<Rc<Step>>,
    to: &mut Vec<Rc<Step>>,
    now: &Assessment,
) -> Option<(Edit, Assessment)> {
    let step = from.pop()?;
    let then = step.back.applied(now);
    to.push(Rc::new(Step { edit: step.edit.clone(), back: Delta::between(now, &then) }));
    Some((step.edit.clone(), then))
}

/// The text field that an edit comes from; `None` for what is done at one stroke.
fn field(edit: &Edit) -> Option<(u8, String)> {
    let of = |kind: u8, id: &String| Some((kind, id.clone()));
    match edit {
        Edit::NotApplicable(id, _) => of(0, id),
        Edit::Note(id, _) => of(1, id),
        Edit::Private(id, _) => of(2, id),
        Edit::Profile(ProfileField::Title(_)) => Some((3, String::new())),
        Edit::Profile(ProfileField::Respondent(_)) => Some((4, String::new())),
        Edit::Profile(ProfileField::Firm(_)) => Some((5, String::new())),
        Edit::Profile(ProfileField::Note(_)) => Some((6, String::new())),
        Edit::Brand(BrandField::Name(_)) => Some((20, String::new())),
        Edit::Plan(id, PlanField::Owner(_)) => of(7, id),
        Edit::Plan(id, PlanField::Note(_)) => of(8, id),
        Edit::Plan(id, PlanField::Proof(_)) => of(9, id),
        _ => None,
    }
}
