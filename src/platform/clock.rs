//! Time and chance.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Now, RFC 3339 in UTC.
pub fn now() -> String {
    let iso = js_sys::Date::new_0().to_iso_string();
    String::from(iso)
}

/// A stored UTC time as local date and time, `2026-11-24 09:30`; as it is where it cannot be read.
pub fn local(utc: &str) -> String {
    let date = js_sys::Date::new(&utc.into());
    if date.get_time().is_nan() {
        return utc.to_string();
    }
    let day = format!("{}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date());
    format!("{day} {:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// The local date some days from today, ISO 8601.
pub fn day_after(days: u32) -> String {
    let date = js_sys::Date::new_0();
    date.set_date(date.get_date() + days);
    format!("{}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// Does a piece of work and leaves how long it took among the page's measures (User Timing), where the benchmarks and
/// anybody with the developer tools find it.
pub fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    #[cfg(target_arch = "wasm32")]
    if let Some(performance) = web_sys::window().and_then(|window| window.performance()) {
        // Names that nobody else uses: neither call is refused.
        let begins = format!("{name}-begins");
        let _ = performance.mark(&begins);
        let done = work();
        let _ = performance.measure_with_start_mark(name, &begins);
        performance.clear_marks_with_mark_name(&begins);
        return done;
    }
    let _ = name;
    work()
}

/// Waits for some milliseconds.
pub async fn wait(milliseconds: i32) {
    let over = Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            // Refused to no page.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
        }
    });
    // Such a promise does not fail.
    let _ = JsFuture::from(over).await;
}

/// A random UUID, version 4. The browser's own maker of them needs a secure address, which a firm's
/// server in the next room does not have.
pub fn uuid() -> String {
    let mut digits = String::with_capacity(36);
    for position in 0..32 {
        if matches!(position, 8 | 12 | 16 | 20) {
            digits.push('-');
        }
        let chance = (js_sys::Math::random() * 16.0) as u32;
        let digit = match position {
            12 => 4,
            16 => 8 + chance % 4,
            _ => chance % 16,
        };
        digits.extend(char::from_digit(digit, 16));
    }
    digits
}
