//! What the page may weigh, in bytes as a host with brotli sends them. A gate is raised only with a reason beside it.
//! Knows names and sizes, not content.

use crate::files;
use std::path::Path;

/// Everything fetched before the first page is usable.
const FIRST_LOAD: u64 = 220_000;
/// Everything a reader of one language can ever fetch.
const ONE_LOCALE: u64 = 400_000;

const LOCALES: [&str; 2] = ["zh-CN", "en"];
/// Of each locale's folder, what the start page waits for: nothing, its words are in the program. A browser test
/// holds it to that.
const START_PAGE: [&str; 0] = [];

#[derive(Debug, Clone)]
struct Item {
    name: String,
    plain: u64,
    packed: u64,
}

/// A table of what the page weighs, or the same table and which gate is broken.
pub fn check(dist: &Path) -> Result<String, String> {
    let mut items = Vec::new();
    for name in files::list(dist)? {
        // For the host, never sent.
        if name == "_headers" {
            continue;
        }
        let bytes = files::read(&dist.join(&name))?;
        let packed = files::brotli(&bytes, 11)?.len().min(bytes.len()) as u64;
        items.push(Item { name, plain: bytes.len() as u64, packed });
    }
    judge(&items)
}

fn judge(items: &[Item]) -> Result<String, String> {
    let first = heavier_locale(items, |item, locale| {
        let shell = !item.name.contains('/')
            && [".html", ".css", ".js", ".wasm", ".svg"].iter().any(|end| item.name.ends_with(end));
        let start = START_PAGE.iter().any(|file| item.name == format!("content/text/{locale}/{file}"));
        shell || start
    });
    let all = heavier_locale(items, |item, locale| {
        !LOCALES
            .iter()
            .any(|other| *other != locale && item.name.starts_with(&format!("content/text/{other}/")))
    });
    let mut table = String::from("      plain    brotli\n");
    let (text, rest): (Vec<&Item>, Vec<&Item>) =
        all.iter().partition(|item| item.name.starts_with("content/text/"));
    for item in rest.iter().chain(text.iter().filter(|item| first.iter().any(|one| one.name == item.name))) {
        table.push_str(&row(&item.name, item.plain, item.packed));
    }
    let late: Vec<&&Item> =
        text.iter().filter(|item| first.iter().all(|one| one.name != item.name)).collect();
    let plain = late.iter().map(|item| item.plain).sum();
    let packed = late.iter().map(|item| item.packed).sum();
    table.push_str(&row(&format!("{} text files fetched when needed", late.len()), plain, packed));
    let mut broken = Vec::new();
    for (name, items, gate) in
        [("first load", &first, FIRST_LOAD), ("one language, all of it", &all, ONE_LOCALE)]
    {
        let sum: u64 = items.iter().map(|item| item.packed).sum();
        table.push_str(&format!("{:>11} {sum:>9}  = {name}; the gate is {gate}\n", ""));
        if sum > gate {
            broken.push(format!("{name} weighs {sum} bytes, {} over the gate", sum - gate));
        }
    }
    if broken.is_empty() { Ok(table) } else { Err(format!("{}.\n{table}", broken.join("; "))) }
}

/// The items that count for the locale for which they weigh most.
fn heavier_locale(items: &[Item], counts: impl Fn(&Item, &str) -> bool) -> Vec<Item> {
    let of = |locale: &str| items.iter().filter(|item| counts(item, locale)).cloned().collect::<Vec<_>>();
    let weight = |items: &Vec<Item>| items.iter().map(|item| item.packed).sum::<u64>();
    LOCALES.into_iter().map(of).max_by_key(weight).unwrap_or_default()
}

fn row(name: &str, plain: u64, packed: u64) -> String {
    format!("{plain:>11} {packed:>9}  {name}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(name: &str, packed: u64) -> Item {
        Item { name: name.to_string(), plain: packed * 3, packed }
    }

    fn page(wasm: u64, english: u64) -> Vec<Item> {
        vec![
            item("index.html", 2_000),
            item("app_bg.wasm", wasm),
            item("content/model.json", 3_000),
            item("content/text/en/common.json", english),
            item("content/text/en/D1.json", 4_000),
            item("content/text/zh-CN/common.json", 5_000),
        ]
    }

    #[test]
    fn the_heavier_language_counts_and_only_once() {
        let table = judge(&page(100_000, 9_000)).unwrap();
        assert!(table.contains("   102000  = first load"), "{table}");
        assert!(table.contains("   118000  = one language"), "{table}");
    }

    #[test]
    fn a_page_over_either_gate_fails() {
        assert!(judge(&page(FIRST_LOAD - 1_000, 1)).unwrap_err().contains("first load weighs"));
        let mut heavy = page(1_000, 1_000);
        heavy.push(item("content/text/en/D2.json", ONE_LOCALE));
        let said = judge(&heavy).unwrap_err();
        assert!(
            said.contains("one language, all of it weighs") && !said.contains("first load weighs"),
            "{said}"
        );
    }
}
