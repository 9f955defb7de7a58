//! `cargo xtask bench`: measures the release build in a browser. Knows which scripts measure, not how.

use crate::command::{Sink, run as run_command, timed};
use crate::project::Project;
use crate::serve::Server;
use crate::{browser, setup};
use std::path::Path;

/// They print their own figures.
const SCRIPTS: [&str; 4] = ["lighthouse.mjs", "keys.mjs", "roadmap.mjs", "pages.mjs"];

/// Every script runs, even if one before it failed: the figures of each are worth having alone.
pub fn run(project: &Project, dist: &Path, chromium: &Path, slowdown: u8) -> Result<(), String> {
    let server = Server::start(dist, "/", 0)?;
    let mut failed = Vec::new();
    for name in SCRIPTS {
        let script = format!("{}/{name}", setup::BENCH);
        println!();
        let mut node = browser::node(project, &server)?;
        node.arg(&script).env("CHROMIUM", chromium).env("CPU_SLOWDOWN", slowdown.to_string());
        let measured =
            timed(name, || run_command(&mut node, &script, "The lines above say why.", &Sink::Terminal));
        failed.extend(measured.err());
    }
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n")) }
}
