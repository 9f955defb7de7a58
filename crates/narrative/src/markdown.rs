//! Markdown (CommonMark with tables): headings, lists, tables, and texts that come through as they are.
//!
//! Knows no assessment. Writes no emphasis: beside Chinese punctuation its marks are not recognised.

/// A document that grows part by part, a blank line between parts.
#[derive(Default)]
pub struct Document(String);

impl Document {
    fn part(&mut self, text: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(text);
        self.0.push('\n');
    }

    /// A heading, 1 being the highest.
    pub fn heading(&mut self, level: usize, text: &str) {
        self.part(&format!("{} {}", "#".repeat(level), inline(text)));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.part(&lines(text, ""));
    }

    /// A list; an item may have a list of its own.
    pub fn list(&mut self, items: &[(String, Vec<String>)]) {
        let mut text = Vec::new();
        for (item, inner) in items {
            text.push(format!("- {}", lines(item, "  ")));
            text.extend(inner.iter().map(|one| format!("  - {}", lines(one, "    "))));
        }
        if !text.is_empty() {
            self.part(&text.join("\n"));
        }
    }

    /// A numbered list.
    pub fn numbered(&mut self, items: &[String]) {
        let items = (1..).zip(items).map(|(n, item): (usize, _)| format!("{n}. {}", lines(item, "   ")));
        let text: Vec<String> = items.collect();
        if !text.is_empty() {
            self.part(&text.join("\n"));
        }
    }

    /// A warning: a heading and paragraphs, set apart.
    pub fn warning(&mut self, title: &str, paragraphs: &[&str]) {
        let all = std::iter::once(&title).chain(paragraphs).map(|text| format!("> {}", lines(text, "> ")));
        self.part(&all.collect::<Vec<_>>().join("\n>\n"));
    }

    /// A table; columns but the first hold numbers and short words.
    pub fn table(&mut self, head: &[&str], rows: &[Vec<String>]) {
        let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
        let mut text = vec![line(head.iter().map(|cell| inline(cell)).collect())];
        text.push(line(head.iter().map(|_| "---".to_string()).collect()));
        text.extend(rows.iter().map(|row| line(row.iter().map(|cell| inline(cell)).collect())));
        self.part(&text.join("\n"));
    }

    /// The text of the document.
    pub fn text(self) -> String {
        self.0
    }
}

/// A text on one line.
fn inline(text: &str) -> String {
    let words: Vec<&str> = text.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty()).collect();
    escaped(&words.join(" "))
}

/// A text of any number of lines; the later ones begin with `indent`, which keeps them where they belong.
fn lines(text: &str, indent: &str) -> String {
    let lines = text.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty());
    lines.map(escaped).collect::<Vec<_>>().join(&format!("\\\n{indent}"))
}

/// A line in which nothing means anything but itself.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / 8);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in line.char_indices() {
        let rest = line.get(at + c.len_utf8()..).unwrap_or_default();
        // A number at the beginning would begin a list, were it followed by a dot or a bracket and a blank.
        let counts = at > 0
            && at == digits
            && matches!(c, '.' | ')')
            && !rest.starts_with(|c: char| !c.is_whitespace());
        let begins = counts || (at == 0 && matches!(c, '+' | '-' | '=' | ':'));
        let means = matches!(c, '\\' | '`' | '*' | '_' | '~' | '^' | '#' | '&' | '$' | '|')
            || matches!(c, '[' | ']' | '<' | '>' | '{' | '}');
        if begins || means {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
