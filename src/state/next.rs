//! Which question comes next: the next open one, the next that was answered to other texts, the one before a dimension.
//! Knows the order of the model and no page.

use fuxiao_core::Criterion;
use fuxiao_core::edition::other;
use fuxiao_core::effective::is_open;

use super::AppState;

impl AppState {
    /// The next open question in model order, after `after` where one is given, else from the start.
    pub fn next_open(&self, after: Option<&str>) -> Option<(&str, &str)> {
        let workspace = self.workspace.as_ref()?;
        self.next_where(after, &|criterion| is_open(criterion, &workspace.assessment))
    }

    /// The next question after another one, or from the first on, that was answered to the texts of another edition.
    pub fn next_changed(&self, after: Option<&str>) -> Option<(&str, &str)> {
        let workspace = self.workspace.as_ref()?;
        self.next_where(after, &|criterion| other(&self.model, &workspace.assessment, criterion).is_some())
    }

    /// The next question of a kind, with its dimension; after the last one comes the first.
    fn next_where(&self, after: Option<&str>, wanted: &dyn Fn(&Criterion) -> bool) -> Option<(&str, &str)> {
        let all = || self.model.dimensions.iter().flat_map(|d| d.criteria.iter().map(move |c| (d, c)));
        let start = after.and_then(|id| all().position(|(_, c)| c.id == id)).map_or(0, |at| at + 1);
        let rest = all().skip(start).chain(all().take(start));
        let mut found = rest.filter(|(_, criterion)| wanted(criterion));
        found.next().map(|(dimension, criterion)| (dimension.id.as_str(), criterion.id.as_str()))
    }

    /// The last question before a dimension; nothing before the first.
    pub fn before_dimension(&self, id: &str) -> Option<&str> {
        let before = self.model.dimensions.iter().take_while(|dimension| dimension.id != id);
        before.flat_map(|dimension| &dimension.criteria).last().map(|criterion| criterion.id.as_str())
    }
}
