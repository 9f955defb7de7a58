//! Margin of error of survey figures, at 95 % confidence.
//!
//! Closed forms for a proportion and for a net score, with the correction for a finite population
//! (research notes, section 3.4). No score uses it.

pub use super::model::Survey;

/// Standard normal deviate of 95 % confidence.
const Z: f64 = 1.96;
/// Below so many answers a value is an indication only.
pub const FEW: u64 = 30;

/// Half the width of the 95 % interval, in the unit of the value (points of percent, or points).
/// `None` without answers or with fewer people than answers.
///
/// A net score alone does not tell promoters from detractors: its widest possible interval is given, the one
/// with nobody between them.
///
/// ```
/// use fuxiao_core::margin::{Survey, margin};
/// // Of 200 people, 132 answers give ±5 points.
/// assert!((margin(Survey::Share, 50.0, 132, Some(200)).unwrap() - 5.0).abs() < 0.02);
/// assert_eq!(margin(Survey::Share, 50.0, 0, None), None);
/// assert_eq!(margin(Survey::Share, 50.0, 30, Some(20)), None);
/// assert_eq!(margin(Survey::Share, 80.0, 20, Some(20)), Some(0.0));
/// ```
pub fn margin(survey: Survey, value: f64, n: u64, population: Option<u64>) -> Option<f64> {
    if n == 0 || population.is_some_and(|population| population < n) {
        return None;
    }
    let share = value / 100.0;
    let variance = match survey {
        Survey::Share => share * (1.0 - share),
        Survey::Net => 1.0 - share * share,
    };
    let correction = match population {
        Some(population) if population > 1 => (population - n) as f64 / (population - 1) as f64,
        Some(_) => 0.0,
        None => 1.0,
    };
    Some(100.0 * Z * (variance.max(0.0) / n as f64 * correction).sqrt())
}
