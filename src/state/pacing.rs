//! How fast questions are being answered in this sitting. From times that came with the edits; no clock.

/// Milliseconds between two answers beyond which somebody was doing something else.
const PAUSE: u64 = 5 * 60_000;
/// Answers it takes to speak of a pace.
const ENOUGH: u32 = 5;
const DAY: u64 = 24 * 3_600_000;

/// The sitting so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pacing {
    last: Option<u64>,
    spent: u64,
    answers: u32,
}

impl Pacing {
    /// Notes that a question was answered for the first time, at an RFC 3339 time.
    pub(super) fn answered(&mut self, now: &str) {
        let Some(now) = milliseconds(now) else { return };
        if let Some(last) = self.last {
            // Past midnight the clock begins anew.
            let gap = (now + DAY - last) % DAY;
            if gap <= PAUSE {
                self.spent += gap;
                self.answers += 1;
            }
        }
        self.last = Some(now);
    }

    /// Minutes spent in this sitting, pauses left out.
    pub fn minutes(self) -> u64 {
        self.spent / 60_000
    }

    /// Minutes that so many questions would take at this pace; `None` before there is one.
    pub fn left(self, questions: usize) -> Option<u64> {
        let each = self.spent / u64::from(self.answers.max(1));
        let left = each.saturating_mul(questions as u64).div_ceil(60_000);
        (self.answers >= ENOUGH).then_some(left.max(1))
    }
}

/// Milliseconds since midnight of a time such as `2026-11-24T09:30:05.123Z`.
fn milliseconds(time: &str) -> Option<u64> {
    let number = |from: usize, to: usize| time.get(from..to)?.parse::<u64>().ok();
    let (hours, minutes, seconds) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let rest = time.get(20..23).and_then(|rest| rest.parse().ok()).unwrap_or(0);
    Some((((hours * 60 + minutes) * 60 + seconds) * 1000 + rest) % DAY)
}
