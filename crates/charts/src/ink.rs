//! The few inks and text sizes of our charts.
//!
//! An ink is a role (axis, bar, target …). Its RGB value is only an id that travels through plotters and comes
//! back in the backend; what a reader sees is decided by the CSS class. Knows no real colour.

use plotters::style::{
    Color, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle,
    text_anchor::{HPos, Pos, VPos},
};

/// The role a mark plays, and so the class it is painted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// The line values grow from, and the outermost ring.
    Axis,
    /// Level lines, rings and spokes.
    Grid,
    /// A bar without a level of its own.
    Bar,
    /// A bar coloured by its level, 1 to 10.
    Level(u8),
    /// The line from the low to the high end of an open interval.
    Interval,
    /// The target outline of a radar.
    Target,
    /// The target mark on a bar.
    TargetTick,
    /// The outline of an earlier state.
    Baseline,
    /// The outline and points of the current state.
    Current,
    /// The area of the current state.
    CurrentArea,
    /// The area between the low and high ends.
    Band,
    /// The dash that stands for "no value".
    Missing,
    /// A margin in the colour of the paper around thin marks that cross a bar.
    Halo,
    /// Plain text.
    Text,
    /// Text of lesser weight.
    TextMuted,
    /// Text that counts: values.
    TextStrong,
    /// Level numbers that stand on the drawing itself.
    TextScale,
    /// What points at a value on a strip.
    Pointer,
    /// Text on an area of a level, 1 to 10.
    OnLevel(u8),
}

/// The inks without a parameter, in the order of their ids.
const PLAIN: [(Ink, &str); 17] = [
    (Ink::Axis, "chart__ink--axis"),
    (Ink::Grid, "chart__ink--grid"),
    (Ink::Bar, "chart__ink--bar"),
    (Ink::Interval, "chart__ink--interval"),
    (Ink::Target, "chart__ink--target"),
    (Ink::TargetTick, "chart__ink--target-tick"),
    (Ink::Baseline, "chart__ink--baseline"),
    (Ink::Current, "chart__ink--current"),
    (Ink::CurrentArea, "chart__ink--current-area"),
    (Ink::Band, "chart__ink--band"),
    (Ink::Missing, "chart__ink--missing"),
    (Ink::Halo, "chart__ink--halo"),
    (Ink::Text, "chart__ink--text"),
    (Ink::TextMuted, "chart__ink--text-muted"),
    (Ink::TextStrong, "chart__ink--text-strong"),
    (Ink::TextScale, "chart__ink--text-scale"),
    (Ink::Pointer, "chart__ink--pointer"),
];

const LEVELS: [&str; 10] = [
    "chart__ink--level-1",
    "chart__ink--level-2",
    "chart__ink--level-3",
    "chart__ink--level-4",
    "chart__ink--level-5",
    "chart__ink--level-6",
    "chart__ink--level-7",
    "chart__ink--level-8",
    "chart__ink--level-9",
    "chart__ink--level-10",
];

const ON_LEVELS: [&str; 10] = [
    "chart__ink--on-level-1",
    "chart__ink--on-level-2",
    "chart__ink--on-level-3",
    "chart__ink--on-level-4",
    "chart__ink--on-level-5",
    "chart__ink--on-level-6",
    "chart__ink--on-level-7",
    "chart__ink--on-level-8",
    "chart__ink--on-level-9",
    "chart__ink--on-level-10",
];

impl Ink {
    /// All there are.
    pub fn all() -> impl Iterator<Item = Ink> {
        let levels = (1..=10).flat_map(|level| [Ink::Level(level), Ink::OnLevel(level)]);
        PLAIN.iter().map(|(ink, _)| *ink).chain(levels)
    }

    /// The CSS class that paints it.
    pub fn class(self) -> &'static str {
        let levelled = |classes: &[&'static str; 10], level: u8| {
            classes.get(usize::from(level.clamp(1, 10)) - 1).copied().unwrap_or("chart__ink--bar")
        };
        match self {
            Ink::Level(level) => return levelled(&LEVELS, level),
            Ink::OnLevel(level) => return levelled(&ON_LEVELS, level),
            _ => {}
        }
        PLAIN.iter().find(|(ink, _)| *ink == self).map_or("chart__ink--text", |(_, class)| class)
    }

    /// The id that stands for it inside plotters; not a colour anyone sees.
    pub fn code(self) -> (u8, u8, u8) {
        match self {
            Ink::Level(level) => return (2, 0, level.clamp(1, 10)),
            Ink::OnLevel(level) => return (3, 0, level.clamp(1, 10)),
            _ => {}
        }
        let place = PLAIN.iter().position(|(ink, _)| *ink == self).unwrap_or_default();
        (1, 0, u8::try_from(place).unwrap_or_default())
    }

    /// The ink behind an id; plain text for an id that is not ours.
    pub fn from_code(code: (u8, u8, u8)) -> Ink {
        match code {
            (1, 0, place) => PLAIN.get(usize::from(place)).map_or(Ink::Text, |(ink, _)| *ink),
            (2, 0, level @ 1..=10) => Ink::Level(level),
            (3, 0, level @ 1..=10) => Ink::OnLevel(level),
            _ => Ink::Text,
        }
    }

    /// Whether its text is set semibold, hence a little wider.
    pub fn is_strong(self) -> bool {
        matches!(self, Ink::TextStrong | Ink::OnLevel(_))
    }

    /// A style for lines; width and dashes come from the class.
    pub fn line(self) -> ShapeStyle {
        let (r, g, b) = self.code();
        ShapeStyle::from(RGBColor(r, g, b))
    }

    /// A style for areas.
    pub fn area(self) -> ShapeStyle {
        self.line().filled()
    }

    /// A style for text at `size`, anchored horizontally at `side` and vertically on its baseline.
    pub fn text(self, size: TextSize, side: HPos) -> TextStyle<'static> {
        let (r, g, b) = self.code();
        let font = (FontFamily::SansSerif, size.px() * crate::backend::GRAIN, FontStyle::Normal);
        let mut style = TextStyle::from(font).pos(Pos::new(side, VPos::Bottom));
        style.color = RGBColor(r, g, b).to_backend_color();
        style
    }
}

/// The two sizes of text in a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextSize {
    /// 12 px: level numbers, notes, axis names.
    Small,
    /// 14 px: row labels and values.
    Normal,
}

impl TextSize {
    /// The size in px.
    pub fn px(self) -> f64 {
        match self {
            TextSize::Small => 12.0,
            TextSize::Normal => 14.0,
        }
    }

    /// The nearest of our sizes to a size in px.
    pub fn from_px(px: f64) -> TextSize {
        if px < 13.0 { TextSize::Small } else { TextSize::Normal }
    }

    /// The CSS class that sets it.
    pub fn class(self) -> &'static str {
        match self {
            TextSize::Small => "chart__text--small",
            TextSize::Normal => "chart__text--normal",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ink_survives_the_way_through_plotters_and_has_its_own_class() {
        let inks: Vec<Ink> = Ink::all().collect();
        for ink in &inks {
            assert_eq!(Ink::from_code(ink.code()), *ink);
        }
        let classes: std::collections::HashSet<_> = inks.iter().map(|ink| ink.class()).collect();
        assert_eq!(classes.len(), inks.len());
    }

    #[test]
    fn a_level_out_of_range_is_the_nearest_level() {
        assert_eq!(Ink::Level(0).class(), "chart__ink--level-1");
        assert_eq!(Ink::Level(200).class(), "chart__ink--level-10");
        assert_eq!(Ink::from_code((9, 9, 9)), Ink::Text);
    }
}
