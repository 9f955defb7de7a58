//! Builds the page for release with trunk, so that the bytes depend on the source alone and not on where it lies.
//! Does not know what is in the page.

use crate::command::{Sink, output, run};
use crate::finish;
use crate::project::{Project, cargo_home};
use crate::setup::tool_path;
use crate::split;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What stands in the wasm for the folder the source was built in.
const SOURCE: &str = "/fuxiao";

/// Builds into `dist/` of the project and gives that folder back.
pub fn build(project: &Project, public_url: Option<&str>, sink: &Sink) -> Result<PathBuf, String> {
    let dist = project.dist();
    let mut trunk = trunk(project)?;
    trunk
        .args(["build", "--release", "--locked=true", "--dist"])
        .arg(&dist)
        .args(["--public-url", public_url.unwrap_or("./")])
        .env("CARGO_ENCODED_RUSTFLAGS", flags(project)?.join("\u{1f}"))
        // Makes the app one that can be taken apart; see build.rs.
        .env("FUXIAO_SPLIT", "1")
        .envs(OWN_STD);
    let advice = "The lines above say why; they come from trunk and the compiler.";
    run(&mut trunk, "The release build", advice, sink)?;
    finish::release(&dist, &split::app(project, sink)?, &project.content())?;
    Ok(dist)
}

/// The standard library is built with the app, so that nothing of it is in the page that the app does not use: a tenth
/// of what is fetched first. Cargo has this behind its switch for unstable features.
pub const OWN_STD: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// Flags of the release build. A panic stops the program at once and brings no text with it: the page says what
/// happened in its own words, and nobody reads Rust's.
fn flags(project: &Project) -> Result<Vec<String>, String> {
    let mut flags = remaps(project)?;
    flags.extend(["-Zunstable-options", "-Cpanic=immediate-abort"].map(str::to_string));
    Ok(flags)
}

/// trunk in the project's folder with the project's tools, off line: what is missing is an error, not a download.
pub fn trunk(project: &Project) -> Result<Command, String> {
    let mut trunk = Command::new("trunk");
    trunk
        .args(["--offline=true", "--skip-version-check"])
        .current_dir(&project.root)
        .env("PATH", tool_path(project)?)
        .env("CARGO_TARGET_DIR", &project.target)
        // trunk takes NO_COLOR for a switch that must be "true" or "false" and stops at "1".
        .env_remove("NO_COLOR")
        // The inner works of trunk and wasm-bindgen would bury what went wrong.
        .env("RUST_BACKTRACE", "0");
    Ok(trunk)
}

/// Compiler flags that put fixed names where the folders of this machine would stand; the last match wins.
fn remaps(project: &Project) -> Result<Vec<String>, String> {
    let advice = "Install Rust (https://rustup.rs) and try again.";
    let sysroot =
        output(Command::new("rustc").args(["--print", "sysroot"]), "Asking for the Rust folder", advice)?;
    let version = output(Command::new("rustc").arg("-vV"), "Asking for Rust's version", advice)?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    let sysroot = PathBuf::from(sysroot.trim());
    let mut pairs: Vec<(PathBuf, String)> = Vec::new();
    pairs.extend(cargo_home().map(|folder| (folder, "/cargo".to_string())));
    pairs.push((sysroot.clone(), "/rust".to_string()));
    pairs.push((sysroot.join("lib/rustlib/src/rust"), format!("/rustc/{commit}")));
    pairs.push((project.root.clone(), SOURCE.to_string()));
    pairs.push((project.target.clone(), format!("{SOURCE}/target")));
    Ok(pairs.iter().map(|(from, to)| remap(from, to)).collect())
}

fn remap(from: &Path, to: &str) -> String {
    format!("--remap-path-prefix={}={to}", from.display())
}
