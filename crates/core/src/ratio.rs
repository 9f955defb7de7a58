//! Exact shares and means: a mean of means comes out the same whatever the order of its parts.
//!
//! Knows numbers only. Where whole numbers get too large for exactness it goes on with the nearest `f64`,
//! which the scoring rules allow for means.

/// A number of 0 or more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ratio {
    /// Numerator and denominator without a common factor; the denominator is not 0.
    Exact(u64, u64),
    /// The nearest `f64`.
    Near(f64),
}

/// The greatest number that both can be divided by.
pub(crate) fn greatest_common_divisor(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

impl Ratio {
    /// `above / below`; `None` when `below` is 0.
    pub fn new(above: u128, below: u128) -> Option<Self> {
        if below == 0 {
            return None;
        }
        let common = greatest_common_divisor(above, below).max(1);
        Some(match (u64::try_from(above / common), u64::try_from(below / common)) {
            (Ok(above), Ok(below)) => Self::Exact(above, below),
            _ => Self::Near(above as f64 / below as f64),
        })
    }

    /// The nearest `f64`.
    pub fn value(self) -> f64 {
        match self {
            Self::Exact(above, below) => above as f64 / below as f64,
            Self::Near(value) => value,
        }
    }

    /// Whether this is `other` or more.
    pub fn at_least(self, other: Self) -> bool {
        match (self, other) {
            (Self::Exact(a, b), Self::Exact(c, d)) => {
                u128::from(a) * u128::from(d) >= u128::from(c) * u128::from(b)
            }
            _ => self.value() >= other.value(),
        }
    }

    /// This times `above / below`, where `below` is not 0.
    pub fn times(self, above: u32, below: u32) -> Self {
        let product = match self {
            Self::Exact(a, b) => {
                Self::new(u128::from(a) * u128::from(above), u128::from(b) * u128::from(below))
            }
            Self::Near(_) => None,
        };
        product.unwrap_or_else(|| Self::Near(self.value() * f64::from(above) / f64::from(below)))
    }

    /// This much `weight` times, added to `other`.
    fn add_to(self, other: Self, weight: u32) -> Self {
        let exact = |a: u64, b: u64, c: u64, d: u64| {
            let above = u128::from(a) * u128::from(weight);
            let left = above.checked_mul(u128::from(d))?;
            let right = u128::from(c).checked_mul(u128::from(b))?;
            Self::new(left.checked_add(right)?, u128::from(b).checked_mul(u128::from(d))?)
        };
        let sum = match (self, other) {
            (Self::Exact(a, b), Self::Exact(c, d)) => exact(a, b, c, d),
            _ => None,
        };
        sum.unwrap_or_else(|| Self::Near(self.value() * f64::from(weight) + other.value()))
    }
}

/// Weighted mean; `None` of nothing.
///
/// ```
/// use fuxiao_core::ratio::{Ratio, mean};
/// let third = Ratio::new(1, 3).unwrap();
/// assert_eq!(mean([(2, third), (1, third)].into_iter()), Some(third));
/// assert_eq!(mean(std::iter::empty()), None);
/// ```
pub fn mean(parts: impl Iterator<Item = (u32, Ratio)>) -> Option<Ratio> {
    let (mut sum, mut weights) = (Ratio::Exact(0, 1), 0u64);
    for (weight, part) in parts {
        sum = part.add_to(sum, weight);
        weights += u64::from(weight);
    }
    match sum {
        _ if weights == 0 => None,
        Ratio::Exact(above, below) => Ratio::new(above.into(), u128::from(below) * u128::from(weights)),
        Ratio::Near(value) => Some(Ratio::Near(value / weights as f64)),
    }
}
