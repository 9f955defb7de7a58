//! What the page may weigh, in bytes as a host with brotli sends them. A gate is raised only with a reason beside it.
//! Knows names and sizes, not content.

use crate::files;
use crate::finish::carries_hash;
use crate::split::PART;
use std::collections::BTreeSet;
use std::path::Path;

/// Everything fetched before the first page is usable. Whatever neither the start page nor a question needs is in a part
/// of the program that is fetched later.
const FIRST_LOAD: u64 = 205_000;
/// Everything a reader of one language can ever fetch, but for the workbook's writer. It was 520,000 before there was a
/// part that stores (database, journal, locks, merging): 54,800 bytes measured, and 30,000 of them did not fit. It was
/// 545,000 before the second edition: its texts are 4,000 bytes longer in the longer language; importance, weights with
/// reasons, hours, windows, samples, questions by service and the way through answers of the first edition are 11,000
/// bytes of program. Versions that went two ways, kept on the disk with the state they come from and made one without
/// losing texts, are 9,600 bytes of the part that stores.
const ONE_LOCALE: u64 = 570_000;

/// What writes a workbook, fetched by somebody who asks for one and by nobody else. Measured: 201,375 bytes of program
/// and 3,018 of script, most of it the writer of spreadsheets; the gate leaves 3% of room.
const WORKBOOK: u64 = 210_000;

/// The program that writes workbooks, and the worker that starts it.
const WORKBOOK_FILES: [&str; 2] = ["fuxiao-workbook-", "workbook-worker-"];
/// Copies that a host keeps ready beside a file: it sends them in its place.
const COPIES: [&str; 2] = [".br", ".gz"];

const TEXTS: &str = "content/text/";
/// Of each locale's folder, what the start page waits for: nothing, its words are in the program. A browser test
/// holds it to that.
const START_PAGE: [&str; 0] = [];
/// What every page after the start page waits for, called without its hash; shown, so that moving weight from one to the other is seen.
const NEXT_PAGE: &str = "common.json";

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
        // For the host, never sent by this name.
        if name == "_headers" || COPIES.iter().any(|end| name.ends_with(end)) {
            continue;
        }
        let bytes = files::read(&dist.join(&name))?;
        let packed = files::brotli(&bytes, 11)?.len().min(bytes.len()) as u64;
        items.push(Item { name, plain: bytes.len() as u64, packed });
    }
    judge(&items, &START_PAGE)
}

fn judge(items: &[Item], start: &[&str]) -> Result<String, String> {
    let mut table = String::new();
    let mut broken = Vec::new();
    let at_start = heaviest(items, |item, locale| is_first(item, locale, start));
    table.push_str(&format!("first load, {} counted\n      plain    brotli\n", at_start.locale));
    for item in &at_start.items {
        table.push_str(&row(&item.name, item.plain, item.packed));
    }
    for name in awaited(&at_start.locale, start)
        .filter(|name| items.iter().all(|item| without_hash(&item.name) != *name))
    {
        table.push_str(&row(&format!("{name}, which is not there yet"), 0, 0));
    }
    weigh("first load", &at_start, FIRST_LOAD, &mut table, &mut broken);
    let next = heaviest(items, |item, locale| is_first(item, locale, &[NEXT_PAGE]));
    table.push_str(&format!("{:>11} {:>9}  with {NEXT_PAGE} of {}, no gate\n", "", next.packed, next.locale));

    let all = heaviest(items, is_ever);
    table.push_str(&format!("one language, all of it, {} counted\n", all.locale));
    let (known, later): (Vec<&Item>, Vec<&Item>) =
        all.items.iter().partition(|item| is_first(item, &all.locale, start));
    let (texts, others): (Vec<&Item>, Vec<&Item>) =
        later.into_iter().partition(|item| item.name.starts_with(TEXTS));
    table.push_str(&sum_row("files of the first load", &known));
    for item in others {
        table.push_str(&row(&item.name, item.plain, item.packed));
    }
    table.push_str(&sum_row("texts fetched when needed", &texts));
    weigh("one language, all of it", &all, ONE_LOCALE, &mut table, &mut broken);

    let book = heaviest(items, |item, _| of_workbook(item));
    for item in &book.items {
        table.push_str(&row(&item.name, item.plain, item.packed));
    }
    weigh("workbook, when one is asked for", &book, WORKBOOK, &mut table, &mut broken);
    if broken.is_empty() { Ok(table) } else { Err(format!("{}.\n{table}", broken.join("; "))) }
}

/// What the page waits for before it is usable in this language.
fn is_first(item: &Item, locale: &str, start: &[&str]) -> bool {
    let shell = !item.name.contains('/')
        && !item.name.starts_with(PART)
        && !of_workbook(item)
        && [".html", ".css", ".js", ".wasm", ".svg"].iter().any(|end| item.name.ends_with(end));
    shell || awaited(locale, start).any(|name| name == without_hash(&item.name))
}

/// What a reader of this language alone can ever fetch: everything but the other languages' texts. What writes
/// workbooks has a gate of its own.
fn is_ever(item: &Item, locale: &str) -> bool {
    !of_workbook(item) && locale_of(item).is_none_or(|of| of == locale)
}

/// The language whose text a file is.
fn locale_of(item: &Item) -> Option<&str> {
    item.name.strip_prefix(TEXTS)?.split('/').next()
}

/// The name of a file as the source calls it.
fn without_hash(name: &str) -> String {
    match name.rsplit_once('-').zip(name.rsplit_once('.')) {
        Some(((stem, _), (_, end))) if carries_hash(name) => format!("{stem}.{end}"),
        _ => name.to_string(),
    }
}

fn of_workbook(item: &Item) -> bool {
    WORKBOOK_FILES.iter().any(|start| item.name.starts_with(start))
}

fn awaited<'a>(locale: &'a str, start: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    start.iter().map(move |file| format!("{TEXTS}{locale}/{file}"))
}

struct Load {
    locale: String,
    items: Vec<Item>,
    packed: u64,
}

/// The items that count for the language for which they weigh most.
fn heaviest(items: &[Item], counts: impl Fn(&Item, &str) -> bool) -> Load {
    let of = |locale: &str| {
        let items: Vec<Item> = items.iter().filter(|item| counts(item, locale)).cloned().collect();
        Load { locale: locale.to_string(), packed: items.iter().map(|item| item.packed).sum(), items }
    };
    let locales: BTreeSet<&str> = items.iter().filter_map(locale_of).collect();
    // Without any text the program alone is weighed.
    let loads = locales.into_iter().rev().map(of);
    loads.reduce(|one, other| if one.packed >= other.packed { one } else { other }).unwrap_or_else(|| of(""))
}

fn weigh(name: &str, load: &Load, gate: u64, table: &mut String, broken: &mut Vec<String>) {
    let sum = load.packed;
    table.push_str(&format!("{:>11} {sum:>9}  = {name}; the gate is {gate}\n", ""));
    if sum > gate {
        broken.push(format!("{name} weighs {sum} bytes, {} over the gate", sum - gate));
    }
}

fn sum_row(name: &str, items: &[&Item]) -> String {
    let plain = items.iter().map(|item| item.plain).sum();
    let packed = items.iter().map(|item| item.packed).sum();
    row(&format!("{} {name}", items.len()), plain, packed)
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
            item("content/text/en/common-0123456789abcdef.json", english),
            item("content/text/en/D1-0123456789abcdef.json", 4_000),
            item("content/text/zh-CN/common-0123456789abcdef.json", 5_000),
        ]
    }

    #[test]
    fn the_heavier_language_counts_and_only_once() {
        let table = judge(&page(100_000, 9_000), &["common.json"]).unwrap();
        assert!(table.contains("   111000  = first load"), "{table}");
        assert!(table.contains("   118000  = one language"), "{table}");
        assert!(table.contains("first load, en counted") && table.contains("1 texts fetched"), "{table}");
        // Nothing is awaited: the texts come later and weigh the same in all.
        let table = judge(&page(100_000, 9_000), &[]).unwrap();
        assert!(table.contains("   102000  = first load") && table.contains("2 texts fetched"), "{table}");
        assert!(table.contains("   111000  with common.json of en"), "{table}");
        assert!(table.contains("   118000  = one language"), "{table}");
        let table = judge(&page(100_000, 1_000), &["common.json"]).unwrap();
        assert!(
            table.contains("first load, zh-CN counted") && table.contains("   107000  = first load"),
            "{table}"
        );
        assert!(table.contains("all of it, zh-CN counted") && table.contains("0 texts fetched"), "{table}");
    }

    #[test]
    fn a_text_that_is_not_there_yet_is_named() {
        let table =
            judge(&[item("index.html", 2_000), item("app_bg.wasm", 9_000)], &["common.json"]).unwrap();
        assert!(table.contains("common.json, which is not there yet"), "{table}");
        assert!(table.contains("    11000  = first load"), "{table}");
    }

    #[test]
    fn what_writes_workbooks_counts_by_itself() {
        let mut items = page(100_000, 9_000);
        let plain = judge(&items, &[]).unwrap();
        items.push(item("fuxiao-workbook-0123456789abcdef_bg.wasm", WORKBOOK));
        let table = judge(&items, &[]).unwrap();
        assert!(
            table.starts_with(plain.split("        0  = workbook").next().unwrap().trim_end()),
            "{table}"
        );
        assert!(table.contains(&format!("{WORKBOOK}  = workbook, when one is asked for")), "{table}");
        items.push(item("fuxiao-workbook-fedcba9876543210.js", 1));
        let said = judge(&items, &[]).unwrap_err();
        assert!(
            said.starts_with("workbook, when one is asked for weighs") && said.contains(", 1 over"),
            "{said}"
        );
    }

    #[test]
    fn the_part_that_comes_later_counts_for_the_language_alone() {
        let mut items = page(100_000, 9_000);
        items.push(item("fuxiao-part-pages-0123456789abcdef_bg.wasm", 50_000));
        items.push(item("workbook-worker-0123456789abcdef.js", 300));
        let table = judge(&items, &[]).unwrap();
        assert!(
            table.contains("   102000  = first load") && table.contains("   168000  = one language"),
            "{table}"
        );
        assert!(table.contains("      300  = workbook"), "{table}");
    }

    #[test]
    fn a_page_over_either_gate_fails() {
        assert!(
            judge(&page(FIRST_LOAD - 1_000, 1), &["common.json"]).unwrap_err().contains("first load weighs")
        );
        let mut heavy = page(1_000, 1_000);
        heavy.push(item("content/text/en/D2-0123456789abcdef.json", ONE_LOCALE));
        let said = judge(&heavy, &["common.json"]).unwrap_err();
        assert!(
            said.contains("one language, all of it weighs") && !said.contains("first load weighs"),
            "{said}"
        );
    }
}
