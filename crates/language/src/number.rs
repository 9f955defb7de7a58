//! Numbers as shown: rounded half up only here, at the very end (scoring rules, head).

/// A number with a fixed count of decimals, rounded half up. 1e-9 is added first, so that 2.15 shows 2.2.
///
/// ```
/// use fuxiao_language::fixed;
/// assert_eq!(fixed(2.15, 1), "2.2");
/// assert_eq!(fixed(2.25, 1), "2.3");
/// assert_eq!(fixed(2.0, 2), "2.00");
/// assert_eq!(fixed(99.5, 0), "100");
/// assert_eq!(fixed(-0.25, 1), "-0.2");
/// ```
pub fn fixed(number: f64, decimals: u8) -> String {
    let scale = 10f64.powi(i32::from(decimals));
    write(((number + 1e-9) * scale + 0.5).floor() as i64, usize::from(decimals))
}

/// A whole count of the last decimal as a number. Written in integers, because formatting floats brings 15 kB
/// of code.
fn write(count: i64, decimals: usize) -> String {
    let sign = if count < 0 { "-" } else { "" };
    let digits = count.unsigned_abs().to_string();
    if decimals == 0 {
        return format!("{sign}{digits}");
    }
    let digits = format!("{}{digits}", "0".repeat((decimals + 1).saturating_sub(digits.len())));
    let (whole, rest) = digits.split_at(digits.len() - decimals);
    format!("{sign}{whole}.{rest}")
}

/// A share of 0..=1 as whole percent.
pub fn percent(share: f64) -> String {
    format!("{}%", fixed(share * 100.0, 0))
}

/// A difference with its sign, rounded like [`fixed`]; what rounds to nothing has none.
///
/// ```
/// use fuxiao_language::signed;
/// assert_eq!(signed(0.25, 1), "+0.3");
/// assert_eq!(signed(-0.251, 2), "−0.25");
/// assert_eq!(signed(-0.25, 1), "−0.2");
/// assert_eq!(signed(-0.001, 2), "0.00");
/// ```
pub fn signed(difference: f64, decimals: u8) -> String {
    let text = fixed(difference, decimals);
    match text.strip_prefix('-') {
        Some(size) => format!("−{size}"),
        None if text.contains(|c: char| matches!(c, '1'..='9')) => format!("+{text}"),
        None => text,
    }
}

/// A share with its sign as whole percent.
pub fn signed_percent(share: f64) -> String {
    format!("{}%", signed(share * 100.0, 0))
}

/// From here on a number is written without decimals, so that its millionths need not be counted.
const COUNTED: f64 = 1e12;
/// From here on a number is written by its power of ten.
const MANY: f64 = 1e18;

/// A number too long to be read digit by digit.
fn huge(number: f64) -> String {
    let (mut digits, mut power) = (number, 0u32);
    while digits.is_finite() && digits.abs() >= 10.0 {
        digits /= 10.0;
        power += 1;
    }
    if digits.is_finite() { format!("{} × 10^{power}", whole(digits)) } else { "–".to_string() }
}

/// A number as written by people: no needless decimals, six at the most.
///
/// ```
/// use fuxiao_language::whole;
/// assert_eq!(whole(90.0), "90");
/// assert_eq!(whole(99.5), "99.5");
/// assert_eq!(whole(1e13), "10000000000000");
/// assert_eq!(whole(-2.5e40), "-2.5 × 10^40");
/// ```
pub fn whole(number: f64) -> String {
    if number.abs() >= MANY {
        return huge(number);
    }
    if number.abs() >= COUNTED {
        return write(number.round() as i64, 0);
    }
    let text = write((number * 1e6).round() as i64, 6);
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// A level, or a dash where there is none.
pub fn level_of(level: Option<u8>) -> String {
    level.map_or("–".to_string(), |level| level.to_string())
}
