//! The last steps after trunk: one style sheet instead of many, names that carry their content's hash, the texts bound to
//! the release, cache rules for hosts that read `_headers`. Knows the file names of the page, not its content.

use crate::files;
use crate::split::PART;
use std::path::Path;

/// Files under plain names and what names them: each after all that it names itself, because its name is made from its
/// content.
const HASHED: [(&str, &[&str]); 7] = [
    ("fuxiao-app_bg.wasm", &["fuxiao-app.js", PAGE]),
    ("fuxiao-app.js", &[PAGE]),
    ("fuxiao-workbook_bg.wasm", &["fuxiao-workbook.js", "workbook-worker.js"]),
    ("fuxiao-workbook.js", &["workbook-worker.js"]),
    ("workbook-worker.js", &["boot.js"]),
    ("boot.js", &[PAGE]),
    ("guard.js", &[PAGE]),
];

const PAGE: &str = "index.html";

const FOREVER: &str = "  Cache-Control: public, max-age=31536000, immutable\n";
const ASK_FIRST: &str = "  Cache-Control: no-cache\n";

/// `app` is the folder with the app's files, which take the place of those that trunk made; `content` the one that the
/// texts come from.
pub fn release(dist: &Path, app: &Path, content: &Path) -> Result<(), String> {
    let page = dist.join(PAGE);
    let html = one_style_sheet(dist, &files::read_text(&page)?)?;
    let html = without_app(dist, &html)?;
    files::write(&page, html.as_bytes())?;
    for name in files::list(app)? {
        files::write(&dist.join(&name), &files::read(&app.join(&name))?)?;
    }
    for name in files::list(app)?.iter().filter(|name| name.starts_with(PART)) {
        // The page names the part that readers ask for, to find out whether it went with its release.
        let named_in: &[&str] =
            if name.contains("pages") { &["fuxiao-app.js", PAGE] } else { &["fuxiao-app.js"] };
        hash(dist, name, named_in)?;
    }
    for (name, named_in) in HASHED {
        hash(dist, name, named_in)?;
    }
    texts(dist, content)?;
    cache_rules(dist, &files::list(dist)?)
}

/// Writes the texts as the program knows them, which was built from the same `content`, and has the page name the
/// languages to what runs before the program.
pub fn texts(dist: &Path, content: &Path) -> Result<(), String> {
    let languages = fuxiao_pack::pack(content)?.languages;
    let page = dist.join(PAGE);
    let html = files::read_text(&page)?;
    let named = attribute(&html, "data-languages").ok_or("index.html does not name the languages.")?;
    let tags: Vec<&str> = languages.iter().map(|language| language.entry.tag.as_str()).collect();
    let here = |tags: &str| format!(" data-languages=\"{tags}\"");
    files::write(&page, html.replacen(&here(named), &here(&tags.join(" ")), 1).as_bytes())?;
    for language in languages {
        for file in language.files {
            let name = format!("content/text/{}/{}", language.entry.tag, file.name());
            files::write(&dist.join(name), file.text.as_bytes())?;
        }
    }
    Ok(())
}

/// Puts the page's style sheets, in their order, into one: each would be a request of its own before first paint.
fn one_style_sheet(dist: &Path, html: &str) -> Result<String, String> {
    let mut styles = String::new();
    let mut page = String::new();
    let mut rest = html;
    let mut place = None;
    while let Some(at) = rest.find("<link rel=\"stylesheet\"") {
        let end =
            rest[at..].find('>').map(|length| at + length + 1).ok_or("index.html has an unclosed <link>.")?;
        let href = attribute(&rest[at..end], "href").ok_or("a style sheet in index.html has no href.")?;
        let (base, name) =
            href.rsplit_once('/').map_or(("", href), |(_, name)| href.split_at(href.len() - name.len()));
        styles.push_str(&small_css(&files::read_text(&dist.join(name))?));
        files::remove(&dist.join(name))?;
        page.push_str(&rest[..at]);
        place.get_or_insert((page.len(), base.to_string()));
        rest = rest[end..].trim_start_matches('\n');
    }
    page.push_str(rest);
    let Some((at, base)) = place else { return Err("index.html links no style sheet.".to_string()) };
    let name = format!("style-{}.css", files::hash(styles.as_bytes()));
    files::write(&dist.join(&name), styles.as_bytes())?;
    page.insert_str(at, &format!("<link rel=\"stylesheet\" href=\"{base}{name}\">\n"));
    Ok(page)
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

/// Removes the app that trunk made, which is in one piece, and has the page name its files plainly.
fn without_app(dist: &Path, html: &str) -> Result<String, String> {
    let address = attribute(html, "data-js").ok_or("index.html does not name the app's script.")?;
    let name = address.rsplit('/').next().unwrap_or(address).trim_end_matches(".js");
    for end in [".js", "_bg.wasm"] {
        files::remove(&dist.join(format!("{name}{end}")))?;
    }
    Ok(html.replace(name, "fuxiao-app"))
}

/// Renames a file after its content, in the folder and wherever it is named.
fn hash(dist: &Path, name: &str, named_in: &[&str]) -> Result<(), String> {
    let old = dist.join(name);
    let bytes = files::read(&old)?;
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let (stem, end) = stem.strip_suffix("_bg").map_or((stem, ""), |stem| (stem, "_bg"));
    let new = format!("{stem}-{}{end}.{extension}", files::hash(&bytes));
    files::write(&dist.join(&new), &bytes)?;
    files::remove(&old)?;
    for file in named_in {
        let text = files::read_text(&dist.join(file))?;
        let mut renamed = text.clone();
        for quote in ['"', '\''] {
            renamed = renamed.replace(&format!("{name}{quote}"), &format!("{new}{quote}"));
        }
        if renamed == text {
            return Err(format!("{file} should name {name}."));
        }
        files::write(&dist.join(file), renamed.as_bytes())?;
    }
    Ok(())
}

/// Appends what may be kept how long: names with a hash for ever, the page itself only after asking.
fn cache_rules(dist: &Path, all: &[String]) -> Result<(), String> {
    let path = dist.join("_headers");
    let mut rules = files::read_text(&path)?;
    for page in ["/", "/index.html"] {
        rules.push_str(&format!("\n{page}\n{ASK_FIRST}"));
    }
    for name in all.iter().filter(|name| carries_hash(name)) {
        rules.push_str(&format!("\n/{name}\n{FOREVER}"));
    }
    files::write(&path, rules.as_bytes())
}

/// `name-0123456789abcdef.ext` or `name-0123456789abcdef_bg.wasm`.
pub fn carries_hash(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() >= 15 && hash.chars().all(|c| c.is_ascii_hexdigit()))
}

/// CSS without comments and needless blank space; strings stay.
fn small_css(css: &str) -> String {
    let mut small = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if c == '"' || c == '\'' {
            let end = string_end(rest, c);
            small.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if c.is_ascii_whitespace() {
            rest = rest.trim_start();
            if !small.ends_with(['{', '}', ';', ',', ' ']) && !small.is_empty() {
                small.push(' ');
            }
        } else {
            if "{};,".contains(c) && small.ends_with(' ') {
                small.pop();
            }
            small.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    small.truncate(small.trim_end().len());
    small
}

fn string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !escaped {
            return at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn css_keeps_what_means_something() {
        let css = "/* a */\nmain  > p ,\n.b :not(.c) {\n  margin: 0 auto ;\n  width: calc(1px + 2px);\n}\n.q::after { content: \" ; { \\\" \" }\n";
        assert_eq!(
            small_css(css),
            "main > p,.b :not(.c){margin: 0 auto;width: calc(1px + 2px);}.q::after{content: \" ; { \\\" \"}"
        );
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(carries_hash("fuxiao-app-9f86d081884c7d65_bg.wasm"));
        assert!(carries_hash("boot-cbf29ce484222325.js"));
        assert!(!carries_hash("index.html"));
        assert!(carries_hash("content/text/zh-CN/common-cbf29ce484222325.json"));
        assert!(!carries_hash("content/text/zh-CN/common.json"));
        assert!(!carries_hash("a-deliberately.js"));
    }

    /// What is kept for ever is called by its hash, and every text is there under the name that the program knows.
    #[test]
    fn texts_are_called_by_their_hash() {
        let dist = std::env::temp_dir().join(format!("fuxiao-texts-{}", std::process::id()));
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        files::write(&dist.join("_headers"), b"/*\n  X: y\n").unwrap();
        files::write(&dist.join(PAGE), b"<html lang=\"en\" data-languages=\"x\">").unwrap();
        texts(&dist, &content).unwrap();
        let all = files::list(&dist).unwrap();
        cache_rules(&dist, &all).unwrap();
        let rules = files::read_text(&dist.join("_headers")).unwrap();
        let named: Vec<_> = all.iter().filter(|name| name.starts_with("content/text/")).collect();
        assert!(named.len() > 30, "{named:?}");
        for name in named {
            let hash = files::hash(&files::read(&dist.join(name)).unwrap());
            assert!(name.ends_with(&format!("-{hash}.json")), "{name} has {hash}");
            assert!(rules.contains(&format!("\n/{name}\n{FOREVER}")), "{name}");
        }
        assert_eq!(rules.matches("immutable").count(), all.len() - 2);
        let page = files::read_text(&dist.join(PAGE)).unwrap();
        assert_eq!(page, "<html lang=\"en\" data-languages=\"zh-CN en\">");
        assert!(!rules.contains("/content/text/*"));
        files::remove(&dist).unwrap();
    }

    #[test]
    fn style_sheets_become_one_in_their_order() {
        let dist = std::env::temp_dir().join(format!("fuxiao-finish-{}", std::process::id()));
        files::write(&dist.join("a.css"), b"a { b: c }").unwrap();
        files::write(&dist.join("z.css"), b"z{}").unwrap();
        let html = "<head>\n<link rel=\"stylesheet\" href=\"./z.css\"/>\n<link rel=\"stylesheet\" href=\"./a.css\"/>\n</head>";
        let page = one_style_sheet(&dist, html).unwrap();
        let names = files::list(&dist).unwrap();
        assert_eq!(names.len(), 1);
        assert_eq!(files::read_text(&dist.join(&names[0])).unwrap(), "z{}a{b: c}");
        assert_eq!(page, format!("<head>\n<link rel=\"stylesheet\" href=\"./{}\">\n</head>", names[0]));
        files::remove(&dist).unwrap();
    }
}
