//! Which of some weighted things to raise so that the staged rule holds at the least cost (scoring rules §2, §3).
//!
//! The rule at level k asks that more than half of the weight stands at k and more than 85 % of the things, each
//! counted once, at k − 1; with that it holds at every lower level too. Exact, by dynamic programming over that weight
//! and that count. Knows no criteria.

use crate::ratio::greatest_common_divisor;

/// Something with a weight, and what it costs to leave it, to raise it to k − 1, to raise it to k; `None` where that
/// is impossible or not allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Weight, 1 or more.
    pub weight: u32,
    /// Costs of the three choices.
    pub costs: [Option<u32>; 3],
}

/// The cells that [`cheapest`] fills for things of these weights, or an upper bound of them: its time and its memory.
pub fn cells(weights: impl Iterator<Item = u32>) -> u64 {
    let (count, total) =
        weights.fold((0u64, 0u64), |(count, total), weight| (count + 1, total + u64::from(weight)));
    count * (total / 2 + 2) * (85 * count / 100 + 2)
}

/// The least total cost and the choice (0, 1 or 2) for each item. With `free` nothing is asked of the weights.
/// `None` where no choice satisfies the rule; nothing to weigh satisfies none.
pub fn cheapest(items: &[Item], free: bool) -> Option<(u32, Vec<usize>)> {
    let weights = items.iter().map(|item| u128::from(item.weight));
    let common = weights.fold(0, greatest_common_divisor).max(1);
    let weight = |item: &Item| (u128::from(item.weight) / common) as usize;
    let total: usize = items.iter().map(weight).sum();
    if total == 0 && !free {
        return None;
    }
    // 2 · high > total and 100 · low > 85 · count, in whole numbers.
    let (high, low) = if free { (0, 0) } else { (total / 2 + 1, 85 * items.len() / 100 + 1) };
    let size = (high + 1) * (low + 1);
    let place = |at_high: usize, at_low: usize| at_high.min(high) * (low + 1) + at_low.min(low);
    let mut best: Vec<Option<u32>> = vec![None; size];
    *best.first_mut()? = Some(0);
    // Where a state came from and by which choice, as one number: there are many of them.
    let mut came: Vec<Vec<u32>> = Vec::with_capacity(items.len());
    for item in items {
        let mut next: Vec<Option<u32>> = vec![None; size];
        let mut from = vec![0u32; size];
        for (at, sum) in best.iter().enumerate().filter_map(|(at, sum)| Some((at, (*sum)?))) {
            let (at_high, at_low) = (at / (low + 1), at % (low + 1));
            for (choice, cost) in (0u8..).zip(item.costs) {
                let Some(cost) = cost else { continue };
                let to = match choice {
                    0 => at,
                    1 => place(at_high, at_low + 1),
                    _ => place(at_high + weight(item), at_low + 1),
                };
                let sum = sum.saturating_add(cost);
                if let (Some(slot), Some(back)) = (next.get_mut(to), from.get_mut(to))
                    && slot.is_none_or(|known| sum < known)
                {
                    *slot = Some(sum);
                    *back = u32::try_from(at).ok()? * 3 + u32::from(choice);
                }
            }
        }
        best = next;
        came.push(from);
    }
    let mut at = size - 1;
    let cost = best.get(at).copied().flatten()?;
    let mut choices = Vec::with_capacity(items.len());
    for from in came.iter().rev() {
        let came = *from.get(at)? as usize;
        choices.push(came % 3);
        at = came / 3;
    }
    choices.reverse();
    Some((cost, choices))
}
