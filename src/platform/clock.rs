//! Time and chance.

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

/// The time some days ago, RFC 3339 in UTC.
pub fn days_ago(days: i32) -> String {
    let date = js_sys::Date::new_0();
    date.set_time(date.get_time() - f64::from(days) * 86_400_000.0);
    String::from(date.to_iso_string())
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

/// A random UUID, version 4. The browser's own maker of them needs a secure address, which a firm's server in the next
/// room does not have; its random numbers need none.
pub fn uuid() -> String {
    let mut chance = [0_u8; 16];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // Refused only for more than 65,536 bytes at once.
        let _ = crypto.get_random_values_with_u8_array(&mut chance);
    }
    let mut digits = String::with_capacity(36);
    for (position, byte) in chance.into_iter().enumerate() {
        if matches!(position, 4 | 6 | 8 | 10) {
            digits.push('-');
        }
        let byte = match position {
            6 => 0x40 | byte & 0x0f,
            8 => 0x80 | byte & 0x3f,
            _ => byte,
        };
        digits.push_str(&format!("{byte:02x}"));
    }
    digits
}
