//! A chart as a file that stands on its own: title, sentence, legend and source around the drawing, colours and sizes
//! written out, nothing fetched.
//!
//! Paper is white here and the theme always the light one. Takes finished texts; knows no page.

use super::ink::Ink;
use super::mark::{Anchor, Mark, Point, STRONG};
use super::measure::{width, wrap};
use super::svg::{list, number, side};
use super::swatch::{Swatch, swatch};
use super::{Chart, paint};

/// Everything that goes into the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What the chart shows, as a finding.
    pub title: String,
    /// The sentence below the title.
    pub sentence: String,
    /// The drawing.
    pub chart: Chart,
    /// Samples of marks with their meanings.
    pub legend: Vec<(Swatch, String)>,
    /// Where it comes from: product, firm, date.
    pub source: String,
    /// The language of the texts, as a tag.
    pub lang: String,
}

/// A file: its text, and the size of the picture in px.
#[derive(Debug, Clone, PartialEq)]
pub struct SvgFile {
    /// The text of the file.
    pub text: String,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

const MARGIN: f64 = 24.0;
const GAP: f64 = 12.0;
/// Room that a sample takes beside its meaning.
const SAMPLE: f64 = 36.0;

const HAN: &str = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC'";
const LATIN: &str = "system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial";

/// A size of text: px, height of a line, ink.
type Kind = (f64, f64, Ink);

const TITLE: Kind = (18.0, 26.0, Ink::TextStrong);
const SENTENCE: Kind = (14.0, 21.0, Ink::Text);
const LEGEND: Kind = (12.0, 18.0, Ink::TextMuted);
const SOURCE: Kind = (12.0, 18.0, Ink::TextMuted);

/// Writes the file.
pub fn svg_file(picture: &Picture) -> SvgFile {
    let inner = f64::from(picture.chart.width);
    let mut body = String::new();
    let mut y = MARGIN;
    y = paragraph(&mut body, &picture.title, TITLE, inner, y);
    y = paragraph(&mut body, &picture.sentence, SENTENCE, inner, y + 4.0) + GAP;
    group(&mut body, &picture.chart, (MARGIN, y));
    y += f64::from(picture.chart.height) + GAP;
    if !picture.legend.is_empty() {
        y = legend(&mut body, &picture.legend, inner, y) + GAP;
    }
    y = paragraph(&mut body, &picture.source, SOURCE, inner, y) + MARGIN - 6.0;
    let (width, height) = (picture.chart.width + 2 * MARGIN as u32, y.ceil() as u32);
    let fonts = match picture.lang.starts_with("zh") {
        true => format!("{HAN},{LATIN},sans-serif"),
        false => format!("{LATIN},{HAN},sans-serif"),
    };
    let (lang, title, sentence) = (escape(&picture.lang), escape(&picture.title), escape(&picture.sentence));
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" xml:lang=\"{lang}\" role=\"img\" font-family=\"{fonts}\">\
         <title>{title}</title><desc>{sentence}</desc>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>{body}</svg>\n",
        paint::PAPER
    );
    SvgFile { text, width, height }
}

/// Lines of text from `top` down; gives where the next thing may begin.
fn paragraph(body: &mut String, text: &str, kind: Kind, room: f64, top: f64) -> f64 {
    let mut y = top;
    for line in lines(text, kind, room) {
        y += kind.1;
        write_text(body, &line, (MARGIN, y - 0.3 * kind.1), kind.0, Anchor::Start, kind.2);
    }
    y
}

fn lines(text: &str, (size, _, ink): Kind, room: f64) -> Vec<String> {
    let strong = if ink.is_strong() { STRONG } else { 1.0 };
    wrap(text, room / size / strong, usize::MAX)
}

/// Samples with their meanings, side by side as long as there is room.
fn legend(body: &mut String, items: &[(Swatch, String)], inner: f64, top: f64) -> f64 {
    let (mut x, mut y, mut next) = (0.0, top, top);
    for (kind, meaning) in items {
        let lines = lines(meaning, LEGEND, inner - SAMPLE);
        let widest = lines.iter().map(|line| width(line)).fold(0.0, f64::max) * LEGEND.0;
        if x > 0.0 && x + SAMPLE + widest > inner {
            (x, y) = (0.0, next);
        }
        group(body, &swatch(*kind), (MARGIN + x, y + 2.0));
        for (row, line) in lines.iter().enumerate() {
            let at = (MARGIN + x + SAMPLE, y + row as f64 * LEGEND.1 + 13.0);
            write_text(body, line, at, LEGEND.0, Anchor::Start, LEGEND.2);
        }
        next = f64::max(next, y + lines.len().max(1) as f64 * LEGEND.1);
        x += SAMPLE + widest + 20.0;
    }
    next
}

/// A drawing with its upper left corner at a place.
fn group(body: &mut String, chart: &Chart, (x, y): Point) {
    body.push_str(&format!("<g transform=\"translate({} {})\">", number(x), number(y)));
    for mark in &chart.marks {
        write_mark(body, mark);
    }
    body.push_str("</g>");
}

fn write_mark(body: &mut String, mark: &Mark) {
    let (shape, filled, ink) = match mark {
        Mark::Path { points, ink } => (format!("polyline points=\"{}\"", list(points)), false, *ink),
        Mark::Polygon { points, ink } => (format!("polygon points=\"{}\"", list(points)), true, *ink),
        Mark::Rect { at: (x, y), size: (width, height), filled, ink } => {
            let (width, height) = (number(*width), number(*height));
            let place = format!("x=\"{}\" y=\"{}\"", number(*x), number(*y));
            (format!("rect {place} width=\"{width}\" height=\"{height}\""), *filled, *ink)
        }
        Mark::Circle { at: (x, y), radius, filled, ink } => {
            let place = format!("cx=\"{}\" cy=\"{}\"", number(*x), number(*y));
            (format!("circle {place} r=\"{}\"", number(*radius)), *filled, *ink)
        }
        Mark::Text { at, text, size, anchor, ink } => {
            return write_text(body, text, *at, size.px(), *anchor, *ink);
        }
    };
    body.push_str(&format!("<{shape}{}/>", paint::shape(ink, filled)));
}

fn write_text(body: &mut String, text: &str, (x, y): Point, size: f64, anchor: Anchor, ink: Ink) {
    if text.is_empty() {
        return;
    }
    let weight = if ink.is_strong() { " font-weight=\"600\"" } else { "" };
    let (x, y, size, side) = (number(x), number(y), number(size), side(anchor));
    let text = escape(text);
    // A margin around letters is a second text below: not every program knows another way.
    for paint in paint::letters(ink) {
        body.push_str(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{side}\"{weight}{paint}>{text}</text>"
        ));
    }
}

/// Text as XML has it: signs of markup escaped, signs that XML does not know left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}
