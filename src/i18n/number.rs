//! Numbers as shown: rounded half up only here, at the very end (scoring rules, head).

/// A number with a fixed count of decimals, rounded half up. 1e-9 is added first, so that 2.15 shows 2.2.
///
/// ```
/// use fuxiao::i18n::fixed;
/// assert_eq!(fixed(2.15, 1), "2.2");
/// assert_eq!(fixed(2.25, 1), "2.3");
/// assert_eq!(fixed(2.0, 2), "2.00");
/// assert_eq!(fixed(99.5, 0), "100");
/// assert_eq!(fixed(-0.25, 1), "-0.2");
/// ```
pub fn fixed(number: f64, decimals: u8) -> String {
    let scale = 10f64.powi(i32::from(decimals));
    let rounded = ((number + 1e-9) * scale + 0.5).floor() / scale;
    // Without the sum a small negative number would show as "-0".
    format!("{:.*}", usize::from(decimals), rounded + 0.0)
}

/// A share of 0..=1 as whole percent.
pub fn percent(share: f64) -> String {
    format!("{}%", fixed(share * 100.0, 0))
}

/// A number as written by people: no needless decimals.
///
/// ```
/// use fuxiao::i18n::whole;
/// assert_eq!(whole(90.0), "90");
/// assert_eq!(whole(99.5), "99.5");
/// ```
pub fn whole(number: f64) -> String {
    format!("{number}")
}

/// A level, or a dash where there is none.
pub fn level_of(level: Option<u8>) -> String {
    level.map_or("–".to_string(), |level| level.to_string())
}
