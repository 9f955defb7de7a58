//! Runs the browser tests under `tests/browser/` against the built page, served at the root and below a path.
//! Does not know what they test.

use crate::command::{Sink, run as run_command};
use crate::files;
use crate::project::{Project, on_path};
use crate::serve::Server;
use std::path::Path;
use std::process::Command;

const SUBPATH: &str = "/some/sub/path/";

pub fn run(
    project: &Project,
    dist: &Path,
    chromium: &Path,
    score: Option<&Path>,
    sink: &Sink,
) -> Result<(), String> {
    let folder = project.root.join("tests/browser");
    let tests: Vec<_> =
        files::list(&folder)?.into_iter().filter(|name| name.ends_with(".test.mjs")).collect();
    if tests.is_empty() {
        return Err(format!("{} holds no *.test.mjs.", folder.display()));
    }
    let root = Server::start(dist, "/", 0)?;
    let below = Server::start(dist, SUBPATH, 0)?;
    let mut node = node(project, &root, chromium)?;
    node.args(["--test", "--test-reporter=spec"])
        .args(tests.iter().map(|name| format!("tests/browser/{name}")))
        .env("SUBPATH_URL", below.url())
        .env("DIST_DIR", dist);
    if let Some(score) = score {
        node.env("SCORE_BIN", score);
    }
    run_command(&mut node, "The browser tests", "Mend what they name.", sink)
}

/// node in the project's folder, told where the page is served and which browser to use.
pub fn node(project: &Project, server: &Server, chromium: &Path) -> Result<Command, String> {
    let node = on_path("node").ok_or("node is missing; install Node.js 20 or newer.")?;
    let mut command = Command::new(node);
    command
        .current_dir(&project.root)
        .env("BASE_URL", server.url())
        .env("CHROMIUM", chromium)
        .env("NO_COLOR", "1")
        .env_remove("FORCE_COLOR");
    Ok(command)
}
