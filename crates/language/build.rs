//! Makes what the program knows of the texts before any is fetched: the languages, the keys of the words with their
//! numbers, the words of the frame, names of the dimensions, hashes of the files. What a language lacks or says with
//! other values than the others stops the build; the packing finds it.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use fuxiao_pack::{Entry, Group, Language, Pack, pack};

fn main() -> Result<(), String> {
    println!("cargo:rerun-if-changed=../../content");
    println!("cargo:rerun-if-changed=build.rs");
    let pack = pack(&PathBuf::from(env("CARGO_MANIFEST_DIR")?).join("../../content"))?;
    // A program for the browser fetches what is not in the frame.
    let carries = env("CARGO_CFG_TARGET_ARCH")? != "wasm32";
    write("languages.rs", &languages(&pack, carries))?;
    let (frame, after) = groups(&pack.frame, 0)?;
    let (fetched, _) = groups(&pack.fetched, after)?;
    let doc = "by group, for the checks.";
    write(
        "groups.rs",
        &format!(
            "/// The words of the frame, {doc}\npub const FRAME: &[&[(&str, Text)]] = &[{frame}];\n\
             /// The words that are fetched, {doc}\npub const FETCHED: &[&[(&str, Text)]] = &[{fetched}];\n"
        ),
    )
}

/// A file of constants for each group, numbered on from `at`; gives back how the groups are named together, and the next
/// number.
fn groups(groups: &[Group], mut at: u16) -> Result<(String, u16), String> {
    let mut all = String::new();
    for Group { name, keys } in groups {
        let (mut code, mut of) = (String::new(), String::new());
        for (key, says) in keys {
            let _ = writeln!(code, "#[doc = {says:?}]\npub const {key}: crate::Text = crate::Text({at});");
            let _ = write!(of, "({key:?}, {key}), ");
            at += 1;
        }
        let doc = "/// Every text of this group with its key.";
        let _ = writeln!(code, "{doc}\npub const ALL: &[(&str, crate::Text)] = &[{of}];");
        write(&format!("{name}.rs"), &code)?;
        let _ = write!(all, "{name}::ALL, ");
    }
    Ok((all, at))
}

fn languages(pack: &Pack, carries: bool) -> String {
    let mut code = String::new();
    let (mut constants, mut all) = (String::new(), String::new());
    for Language { entry, frame, words, dimensions, files } in &pack.languages {
        let Entry { tag, constant, name, short, colon, comma, and, stop, space, per_minute, by_word: _ } =
            entry;
        let fixed = format!("{}_LANGUAGE", constant.to_uppercase());
        let carried = if carries { words.as_slice() } else { &[] };
        let names: Vec<_> = dimensions.iter().map(|(name, _)| name).collect();
        let reading: Vec<_> = dimensions.iter().map(|(_, reading)| reading).collect();
        let hashes: Vec<_> = files.iter().map(|file| file.hash).collect();
        let _ = writeln!(
            code,
            "static {fixed}: Language = Language {{ tag: {tag:?}, name: {name:?}, short: {short:?}, colon: {colon:?}, \
             comma: {comma:?}, and: {and:?}, stop: {stop:?}, space: {space:?}, per_minute: {per_minute}.0, \
             frame: &{frame:?}, carried: &{carried:?}, names: &{names:?}, reading: &{reading:?}, hashes: &{hashes:?} }};"
        );
        let _ = writeln!(constants, "    /// {name}.\n    pub const {constant}: Locale = Locale(&{fixed});");
        let _ = write!(all, "Locale::{constant}, ");
    }
    let mut outline = String::new();
    for (at, (id, questions)) in pack.dimensions.iter().enumerate() {
        let _ = writeln!(outline, "    Outline {{ id: {id:?}, questions: {questions}, at: {at} }},");
    }
    let files: Vec<_> = pack.languages.first().into_iter().flat_map(|language| &language.files).collect();
    let files: Vec<_> = files.iter().map(|file| &file.id).collect();
    let (count, model, release) = (pack.languages.len(), &pack.model, &pack.release);
    // Called like the variants of an enumeration, which is what they are to those who use them.
    let _ = writeln!(
        code,
        "#[allow(non_upper_case_globals)]\nimpl Locale {{\n{constants}    /// All languages, equal in rank.\n    \
         pub const ALL: [Locale; {count}] = [{all}];\n}}\n\
         const DIMENSIONS: &[Outline] = &[\n{outline}];\nconst FILES: &[&str] = &{files:?};\n\
         /// The id of the questionnaire that this program carries.\npub const MODEL: &str = {model:?};\n\
         /// The release that this program and its texts are of.\npub const RELEASE: &str = {release:?};"
    );
    code
}

fn write(name: &str, text: &str) -> Result<(), String> {
    let target = Path::new(&env("OUT_DIR")?).join(name);
    std::fs::write(&target, text).map_err(|error| format!("{}: {error}", target.display()))
}

fn env(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|error| format!("{name}: {error}"))
}
