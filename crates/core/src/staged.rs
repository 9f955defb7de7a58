//! The staged rule: which level a group of weighted levels has reached (scoring rules §2, §3).
//!
//! Compared exactly, in integers. Knows neither what the levels belong to nor how they came about.

/// A level with its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighted {
    /// Weight, 1 or more.
    pub weight: u32,
    /// Level, 1 or more.
    pub level: u8,
}

fn total(levels: &[Weighted]) -> u64 {
    levels.iter().map(|w| u64::from(w.weight)).sum()
}

fn at_least(levels: &[Weighted], k: u8) -> u64 {
    levels.iter().filter(|w| w.level >= k).map(|w| u64::from(w.weight)).sum()
}

/// More than half of the weight stands at level k or above.
pub fn largely(levels: &[Weighted], k: u8) -> bool {
    2 * at_least(levels, k) > total(levels)
}

/// More than 85 % of them, each counted once, stand at level k or above: weights never buy a weak spot free.
pub fn fully(levels: &[Weighted], k: u8) -> bool {
    100 * levels.iter().filter(|w| w.level >= k).count() > 85 * levels.len()
}

/// The highest level k, up to `n`, such that for every j in 2..=k more than 50 % of the weight is at j or
/// above and more than 85 % of the members at j − 1 or above. `None` when there is nothing to weigh.
///
/// ```
/// use fuxiao_core::staged::{Weighted, staged_level};
/// let of = |levels: &[u8]| {
///     staged_level(&levels.iter().map(|&level| Weighted { weight: 1, level }).collect::<Vec<_>>(), 5)
/// };
/// assert_eq!(of(&[3, 3, 3, 3, 3, 1]), Some(2)); // one weak spot holds it
/// assert_eq!(of(&[3, 3, 3, 3, 2, 2]), Some(3)); // same mean, other level
/// assert_eq!(of(&[5, 5, 5, 1, 1, 1]), Some(1)); // polarised
/// assert_eq!(of(&[]), None);
/// ```
pub fn staged_level(levels: &[Weighted], n: u8) -> Option<u8> {
    staged_level_where(levels, n, |_| true)
}

/// The same, where every level j must in addition satisfy `also(j)`.
pub fn staged_level_where(levels: &[Weighted], n: u8, also: impl Fn(u8) -> bool) -> Option<u8> {
    if levels.is_empty() {
        return None;
    }
    let reached =
        (2..=n).take_while(|&j| largely(levels, j) && fully(levels, j - 1) && also(j)).last().unwrap_or(1);
    Some(reached)
}
