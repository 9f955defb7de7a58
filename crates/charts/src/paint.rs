//! What the inks look like where no style sheet is at hand: colours, widths and dashes of the light theme.
//!
//! The same as `styles/tokens.css` and `styles/charts.css` say for the page, on white; a test holds them together.

use super::ink::Ink;

/// The paper of a file.
pub const PAPER: &str = "#fff";
const INK: &str = "#23211d";
const MUTED: &str = "#5f5a50";
const RULE: &str = "#d9d3c5";
const ACCENT: &str = "#0b6259";
const TARGET: &str = "#8a5a00";
const LEVELS: [&str; 5] = ["#d9e8e4", "#a9cfc7", "#6faea3", "#2f8377", "#0b5a50"];

const ON_LEVELS: [&str; 5] = [INK, INK, "#0d1a17", PAPER, PAPER];

/// Colour, width of a line, dashes, opacity of an area.
type Paint = (&'static str, &'static str, Option<&'static str>, Option<&'static str>);

fn paint(ink: Ink) -> Paint {
    match ink {
        Ink::Axis => (MUTED, "1", None, None),
        Ink::Grid => (RULE, "1", None, None),
        Ink::Bar => (ACCENT, "1", None, None),
        Ink::Level(level) => {
            let place = usize::from(level.clamp(1, 5)) - 1;
            (LEVELS.get(place).copied().unwrap_or(ACCENT), "1", None, None)
        }
        Ink::Interval => (INK, "1.25", None, None),
        Ink::Target => (TARGET, "1.5", Some("6 4"), None),
        Ink::TargetTick => (TARGET, "1.5", None, None),
        Ink::Baseline => (MUTED, "1.5", Some("1.5 3"), None),
        Ink::Current => (ACCENT, "2", None, None),
        Ink::CurrentArea => (ACCENT, "1", None, Some("0.14")),
        Ink::Band => (MUTED, "1", None, Some("0.13")),
        Ink::Missing => (MUTED, "1.5", None, None),
        Ink::Halo => (PAPER, "4", None, None),
        Ink::Text | Ink::TextStrong => (INK, "1", None, None),
        Ink::TextMuted => (MUTED, "1", None, None),
        Ink::TextScale => (MUTED, "3", None, None),
        Ink::Pointer => (INK, "2", None, None),
        Ink::OnLevel(level) => {
            let place = usize::from(level.clamp(1, 5)) - 1;
            (ON_LEVELS.get(place).copied().unwrap_or(INK), "1", None, None)
        }
    }
}

/// The attributes of a shape in an ink.
pub fn shape(ink: Ink, filled: bool) -> String {
    let (color, width, dash, opacity) = paint(ink);
    let other = |name: &str, value: Option<&str>| value.map(|value| format!(" {name}=\"{value}\""));
    if filled {
        return format!(" fill=\"{color}\"{}", other("fill-opacity", opacity).unwrap_or_default());
    }
    let dash = other("stroke-dasharray", dash).unwrap_or_default();
    format!(" fill=\"none\" stroke=\"{color}\" stroke-width=\"{width}\" stroke-linejoin=\"round\"{dash}")
}

/// The attributes of letters in an ink: of one text, or of a margin and the text on it.
pub fn letters(ink: Ink) -> Vec<String> {
    let (color, width, ..) = paint(ink);
    let margin = (ink == Ink::TextScale).then(|| {
        format!(" fill=\"{PAPER}\" stroke=\"{PAPER}\" stroke-width=\"{width}\" stroke-linejoin=\"round\"")
    });
    margin.into_iter().chain([format!(" fill=\"{color}\"")]).collect()
}
