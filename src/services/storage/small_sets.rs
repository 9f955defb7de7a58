//! A set of ids and one of savers, for the few that a page has open: lists, because maps would weigh more than they
//! save here.

use fuxiao_saving::saver::Saver;

/// Some ids, each once.
#[derive(Debug, Default)]
pub struct IdSet(Vec<String>);

impl IdSet {
    /// Whether an id is among them.
    pub fn contains(&self, id: &str) -> bool {
        self.0.iter().any(|known| known == id)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds an id; says whether it is new.
    pub fn insert(&mut self, id: String) -> bool {
        let new = !self.contains(&id);
        if new {
            self.0.push(id);
        }
        new
    }

    /// Takes an id out, if it is there.
    pub fn remove(&mut self, id: &str) {
        self.0.retain(|known| known != id);
    }
}

/// Savers, one for each assessment.
#[derive(Debug, Default)]
pub struct Savers(Vec<Saver>);

impl Savers {
    /// The saver of an assessment.
    pub fn get(&self, id: &str) -> Option<&Saver> {
        self.0.iter().find(|saver| saver.id() == id)
    }

    /// The saver of an assessment, to be told something.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Saver> {
        self.0.iter_mut().find(|saver| saver.id() == id)
    }

    /// The saver of an assessment, a new one where there was none.
    pub fn of(&mut self, id: &str) -> &mut Saver {
        let at = self.0.iter().position(|saver| saver.id() == id).unwrap_or(self.0.len());
        if at == self.0.len() {
            self.0.push(Saver::new(id, None));
        }
        &mut self.0[at]
    }

    /// Puts a saver in place of the one of the same assessment.
    pub fn put(&mut self, saver: Saver) {
        self.remove(saver.id().to_string().as_str());
        self.0.push(saver);
    }

    /// Forgets the saver of an assessment.
    pub fn remove(&mut self, id: &str) {
        self.0.retain(|saver| saver.id() != id);
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Saver> {
        self.0.iter()
    }
}
