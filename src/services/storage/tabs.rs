//! Several tabs on one assessment: one writes, the others look on and may take over.
//!
//! The writer holds a lock with the id of the assessment. Where the browser has no locks, everybody writes and the
//! repository decides.

use std::rc::Rc;

use crate::platform::channel::Channel;
use crate::platform::locks::Asking;
use crate::platform::{locks, net, page, timer};
use crate::state::{Action, Missing, Page, Role, Route};
use fuxiao_saving::saver::{Saved, Saver};

use super::{NAME, Storage};

/// How long a page that is being left may take to give its lock back, in milliseconds.
const GRANTED_WITHIN: u32 = 400;
/// How long the writer may take to store and give way, in milliseconds.
const GIVES_WAY_WITHIN: u32 = 2_000;
/// How often to look whether that has happened, in milliseconds.
const LOOK: u32 = 25;

impl Storage {
    /// Hears other tabs, and when this one is hidden, shown again or left.
    pub(super) fn listen(self: &Rc<Self>) {
        let this = self.clone();
        let hear = move |text: String| {
            if let Some((what, of)) = text.split_once(' ') {
                this.on_broadcast(what, of);
            }
        };
        self.channel.replace(Channel::open(NAME, hear));
        let this = self.clone();
        page::on_hidden(move || this.hidden());
        let this = self.clone();
        page::on_shown(move || this.reread());
        let this = self.clone();
        // Tabs that have no channel hear of each other by the mirror.
        page::on_stored(move || this.reread());
        let this = self.clone();
        page::on_leaving(move || this.loses_when_left());
    }

    /// Tells the other tabs something.
    pub(super) fn broadcast(&self, text: &str) {
        if let Some(channel) = &*self.channel.borrow() {
            channel.say(text);
        }
    }

    fn on_broadcast(self: &Rc<Self>, what: &str, of: &str) {
        let here = self.open_id().as_deref() == Some(of);
        match what {
            "stored" => {
                if here {
                    self.reread();
                }
                self.list_if_shown();
            }
            "deleted" => {
                let mut savers = self.savers.borrow_mut();
                match savers.get_mut(of).filter(|saver| saver.unsaved().is_some()) {
                    // Until the page is left, so that the browser asks before what was written is lost.
                    Some(saver) => saver.deleted(),
                    None => savers.remove(of),
                }
                drop(savers);
                if here {
                    self.send.emit(Action::NotFound(Missing::Deleted));
                }
                self.list_if_shown();
            }
            "snapshots" if here => {
                let shown =
                    self.with_state(|state| matches!(state.route, Route::Assessment(_, Page::History)));
                if shown == Some(true) {
                    self.list_snapshots(of.to_string());
                }
            }
            "take" => self.give_way(of),
            "gave" => drop(self.given.replace(Some(of.to_string()))),
            _ => {}
        }
    }

    fn list_if_shown(self: &Rc<Self>) {
        if self.with_state(|state| state.route == Route::Home) == Some(true) {
            self.list();
        }
    }

    /// Asks to be the one that writes an assessment; whoever waits looks on until then.
    pub(super) fn claim(self: &Rc<Self>, id: &str) {
        if self.lock.borrow().as_ref().is_some_and(|(held, _)| held == id) {
            return;
        }
        self.lock.replace(None);
        self.ask_lock(id, Asking::IfFree);
    }

    /// Another tab has the lock: waits in line for it, and looks on unless it comes soon, as it does from a page that
    /// is just being left.
    fn wait_in_line(self: &Rc<Self>, id: &str) {
        if self.open_id().as_deref().is_some_and(|here| here != id) {
            return;
        }
        self.ask_lock(id, Asking::InTurn);
        let (this, id) = (self.clone(), id.to_string());
        net::spawn(async move {
            timer::sleep(GRANTED_WITHIN).await;
            let asked = this.lock.borrow().as_ref().is_some_and(|(asked, _)| *asked == id);
            if asked && this.role_of(&id) != Some(Role::Writer) {
                this.send.emit(Action::Role(Role::Follower));
            }
        });
    }

    fn ask_lock(self: &Rc<Self>, id: &str, asking: Asking) {
        let (this, other) = (self.clone(), self.clone());
        let (mine, theirs) = (id.to_string(), id.to_string());
        let answered = move |has: bool| {
            if !has {
                return this.wait_in_line(&mine);
            }
            let looked_on = this.with_state(|state| state.role) == Some(Role::Follower);
            this.send.emit(Action::Role(Role::Writer));
            if looked_on && this.open_id().as_deref() == Some(&mine) {
                this.reread();
            }
        };
        let lost = move || {
            other.send.emit(Action::Role(Role::Follower));
            other.wait_in_line(&theirs);
        };
        let lock = locks::ask(&format!("{NAME}/{id}"), asking, answered, lost);
        self.lock.replace(lock.map(|lock| (id.to_string(), lock)));
    }

    fn role_of(&self, id: &str) -> Option<Role> {
        let here = self.open_id().as_deref() == Some(id);
        self.with_state(|state| state.role).filter(|_| here)
    }

    /// The writer stores what it has before another tab takes over; it changes nothing from now on.
    fn give_way(self: &Rc<Self>, id: &str) {
        if self.role_of(id) != Some(Role::Writer) {
            return;
        }
        // A figure tells what was typed into it when it is left.
        page::leave_field();
        self.send.emit(Action::Role(Role::Follower));
        let (this, id) = (self.clone(), id.to_string());
        net::spawn(async move {
            for _ in 0..GIVES_WAY_WITHIN / LOOK {
                // What was typed last reaches the saver only once it is drawn.
                timer::sleep(LOOK).await;
                let waits = this.savers.borrow().get(&id).map(Saver::state) == Some(Saved::Saving);
                if !waits {
                    break;
                }
            }
            this.keep(&id);
            this.broadcast(&format!("gave {id}"));
        });
    }

    /// Takes the open assessment over from the tab that writes it, once that has stored what it has.
    pub(super) fn take_over(self: &Rc<Self>) {
        let Some(id) = self.open_id() else { return };
        self.given.replace(None);
        self.broadcast(&format!("take {id}"));
        let this = self.clone();
        net::spawn(async move {
            // A tab that is frozen or gone gives nothing: then the lock is taken from it, and the repository decides.
            for _ in 0..GIVES_WAY_WITHIN / LOOK {
                if this.given.borrow().as_deref() == Some(&id) {
                    break;
                }
                timer::sleep(LOOK).await;
            }
            this.lock.replace(None);
            this.ask_lock(&id, Asking::Stealing);
        });
    }
}
