//! Takes the app apart after trunk: the program that is fetched first, and the parts of it that are fetched when they
//! are wanted. Knows the tools for that and what they write, not what is in a part.

use crate::command::{Sink, run};
use crate::files;
use crate::project::Project;
use crate::setup::{WASM, tool_path};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the app is called among the programs.
const APP: &str = "fuxiao-app";
/// The script that fetches the parts, as the splitter writes it.
const LOADER: &str = "__wasm_split.js";
/// What the names of parts begin with in the page.
pub const PART: &str = "fuxiao-part-";

/// The name in the page of a part that the splitter wrote: `split_…` is what one place asks for, `chunk_…` what several
/// parts need.
fn part_name(written: &str) -> Option<String> {
    let name = written.strip_suffix(".wasm")?;
    let name = name
        .strip_prefix("split_")
        .map(str::to_string)
        .or_else(|| name.strip_prefix("chunk_").map(|number| format!("shared{number}")))?;
    Some(format!("{PART}{name}_bg.wasm"))
}

/// How the splitter fetches a part; only hosts that send the right type can be read like this.
const STREAMED: &str = "return async (imports) => (WebAssembly.instantiateStreaming(src, imports));";
const FETCHED: &str = "return async (imports) => instantiate(src, imports);";
/// What it does instead here. A part that did not arrive is said to the reader by the app, not to the console; and it is
/// fetched anew the next time, because what did arrive may be kept by the browser.
const INSTANTIATE: &str = "\
let lost = false;
async function instantiate(src, imports) {
    const answer = await src;
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    const typed = (answer.headers.get(\"Content-Type\") ?? \"\").startsWith(\"application/wasm\");
    return typed ? WebAssembly.instantiateStreaming(answer, imports) : WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}
";

/// Makes the files of the app from what the compiler left, under plain names; gives back their folder.
pub fn app(project: &Project, sink: &Sink) -> Result<PathBuf, String> {
    let folder = project.target.join("split");
    if folder.is_dir() {
        files::remove(&folder)?;
    }
    let (parts, made) = (folder.join("parts"), folder.join("made"));
    files::parent_of(&parts.join(LOADER))?;
    let linked = project.target.join(WASM).join("release").join(format!("{APP}.wasm"));
    let mut splitter = tool(project, "wasm-split-cli")?;
    splitter.arg(&linked).arg(&parts).args(["--out-name", APP]);
    run(&mut splitter, "Taking the app apart", "Were the compiler or a tool changed? They must fit.", sink)?;
    let mut bindgen = tool(project, "wasm-bindgen")?;
    bindgen.arg(parts.join(format!("{APP}.wasm")));
    // The parts are linked to the program by what the linker exports for that.
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--remove-producers-section"]);
    bindgen.arg("--out-dir").arg(&made).args(["--out-name", APP]);
    run(&mut bindgen, "wasm-bindgen", "Is it the version of the crate in Cargo.lock?", sink)?;
    small(project, &made.join(format!("{APP}_bg.wasm")), sink)?;
    let written = files::list(&parts)?;
    let named: Vec<(&str, String)> =
        written.iter().filter_map(|part| Some((part.as_str(), part_name(part)?))).collect();
    for (part, name) in &named {
        files::write(&made.join(name), &files::read(&parts.join(part))?)?;
        small(project, &made.join(name), sink)?;
    }
    let script = made.join(format!("{APP}.js"));
    let merged = merge(&files::read_text(&script)?, &files::read_text(&parts.join(LOADER))?, &named)?;
    files::write(&script, merged.as_bytes())?;
    Ok(made)
}

fn tool(project: &Project, name: &str) -> Result<Command, String> {
    let mut command = Command::new(name);
    command.current_dir(&project.root).env("PATH", tool_path(project)?);
    Ok(command)
}

/// Without any switch for features: with all of them it writes what browsers do not read.
fn small(project: &Project, file: &Path, sink: &Sink) -> Result<(), String> {
    let mut wasm_opt = tool(project, "wasm-opt")?;
    wasm_opt.arg("-Oz").arg(file).arg("-o").arg(file);
    run(&mut wasm_opt, "wasm-opt", "The lines above say why.", sink)
}

/// The app's script with the one that fetches the parts in it: they name each other, so neither could carry the hash of
/// its content, and one would have to be waited for after the other.
fn merge(app: &str, loader: &str, parts: &[(&str, String)]) -> Result<String, String> {
    let mut loader = loader.to_string();
    let mut change = |from: &str, to: &str| match loader.contains(from) {
        true => {
            loader = loader.replace(from, to);
            Ok(())
        }
        false => Err(format!("{LOADER} has no '{from}' any more; see what the splitter writes now.")),
    };
    change(&format!("import {{ initSync }} from \"./{APP}.js\";\n"), INSTANTIATE)?;
    change(STREAMED, FETCHED)?;
    change("console.error(e);", "lost = true;")?;
    change(", import.meta.url))", ", import.meta.url), { cache: lost ? \"reload\" : \"default\" })")?;
    change("export const ", "const ")?;
    for (part, name) in parts {
        change(&format!("./{part}"), &format!("./{name}"))?;
    }
    let functions: Vec<&str> = loader
        .lines()
        .filter_map(|line| line.strip_prefix("const ")?.split_once(" = wrapAsyncCb("))
        .map(|(name, _)| name)
        .collect();
    let table = format!("const loaders = {{ {} }};\n", functions.join(", "));
    let mut merged = String::new();
    let mut imports = Vec::new();
    for line in app.lines() {
        // One such line for each function.
        let import = line.strip_prefix("import * as ").and_then(|rest| rest.split_once(" from "));
        match import {
            Some((name, from)) if from.contains(LOADER) => imports.push(name.to_string()),
            _ => merged.push_str(&format!("{line}\n")),
        }
    }
    if imports.is_empty() || functions.is_empty() {
        return Err(format!("{APP}.js does not import {LOADER}; see what wasm-bindgen writes now."));
    }
    for name in imports {
        merged = merged.replace(&format!("\": {name},"), "\": loaders,");
    }
    Ok(format!("{merged}{loader}{table}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "import * as import1 from \"./__wasm_split.js\"\nfunction imports() {\n    return {\n        \"./__wasm_split.js\": import1,\n    };\n}\nexport { initSync };\n";

    fn parts() -> Vec<(&'static str, String)> {
        ["split_pages.wasm", "chunk_0.wasm"].map(|part| (part, part_name(part).unwrap())).into()
    }

    fn loader() -> String {
        format!(
            "import {{ initSync }} from \"./fuxiao-app.js\";\n\n        }} catch (e) {{\n            console.error(e);\n\
             export const __wasm_split_load_pages = wrapAsyncCb(makeLoad(() => {{\n    \
             const src = fetch(new URL(\"./split_pages.wasm\", import.meta.url));\n    {STREAMED}\n}}\n, []));\n\
             fetch(new URL(\"./chunk_0.wasm\", import.meta.url));\n"
        )
    }

    #[test]
    fn the_script_that_fetches_the_parts_becomes_part_of_the_apps() {
        let merged = merge(SCRIPT, &loader(), &parts()).unwrap();
        for gone in ["import *", "import {", "export const", "console.error", "split_pages.wasm", STREAMED] {
            assert!(!merged.contains(gone), "{gone} in {merged}");
        }
        assert!(merged.contains("\"./__wasm_split.js\": loaders,"), "{merged}");
        assert!(
            merged.contains("new URL(\"./fuxiao-part-pages_bg.wasm\", import.meta.url), { cache:"),
            "{merged}"
        );
        assert!(merged.ends_with("const loaders = { __wasm_split_load_pages };\n"), "{merged}");
    }

    #[test]
    fn what_a_newer_tool_writes_is_refused() {
        let said = merge(SCRIPT, &loader().replace("instantiateStreaming", "instantiateAtOnce"), &parts())
            .unwrap_err();
        assert!(said.contains("__wasm_split.js has no"), "{said}");
        assert!(
            merge("export { initSync };\n", &loader(), &parts()).unwrap_err().contains("does not import")
        );
    }
}
