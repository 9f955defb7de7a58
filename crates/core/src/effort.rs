//! What an effort of 1 to 5 means in hours, for a firm of 25 people: what a step takes to set up and to keep for its
//! first three months. The score reckons with the number; people read the hours.

/// Hours of an effort: more than the first, up to the second; `None` where there is no end.
pub fn hours(effort: u8) -> (u32, Option<u32>) {
    match effort {
        0 | 1 => (0, Some(4)),
        2 => (4, Some(16)),
        3 => (16, Some(60)),
        4 => (60, Some(200)),
        _ => (200, None),
    }
}

/// Hours of several efforts together.
///
/// ```
/// use fuxiao_core::effort::sum;
/// assert_eq!(sum([1, 2, 2].into_iter()), (8, Some(36)));
/// assert_eq!(sum([1, 5].into_iter()), (200, None));
/// ```
pub fn sum(efforts: impl Iterator<Item = u8>) -> (u32, Option<u32>) {
    efforts.map(hours).fold((0, Some(0)), |(low, high), (from, to)| {
        (low.saturating_add(from), high.zip(to).map(|(high, to)| high.saturating_add(to)))
    })
}
