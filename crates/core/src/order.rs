//! One stable sort for everything that is put in order. The standard sort is compiled anew for every type
//! it sorts, some 8 kB each; here it sorts positions.

use std::cmp::Ordering;

/// The positions `0..count` in the order that `compare` gives; equal ones stay as they were.
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|a, b| compare(*a, *b));
    positions
}

/// The items in the order that `compare` gives; equal ones stay as they were.
///
/// ```
/// use fuxiao_core::order::sorted;
/// assert_eq!(sorted(vec!["bb", "a", "cc"], |a, b| a.len().cmp(&b.len())), ["a", "bb", "cc"]);
/// ```
pub fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(items.len(), &|a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| items.get_mut(at)?.take()).collect()
}
