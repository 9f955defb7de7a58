//! Runs the browser tests under `tests/browser/` against the built page, served at the root and below a path, through
//! one of their drivers. Does not know what they test.

use crate::command::{Sink, run as run_command};
use crate::files;
use crate::project::{Project, on_path};
use crate::serve::Server;
use std::path::{Path, PathBuf};
use std::process::Command;

const SUBPATH: &str = "/some/sub/path/";

/// What drives the tests, and which browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    Playwright,
    Chromium,
    Firefox,
}

impl Engine {
    pub const THROUGH_WEBDRIVER: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

    pub fn name(self) -> &'static str {
        match self {
            Engine::Playwright => "browser tests",
            Engine::Chromium => "WebDriver, Chromium",
            Engine::Firefox => "WebDriver, Firefox",
        }
    }

    /// The name of its log.
    pub fn log(self) -> &'static str {
        match self {
            Engine::Playwright => "browser",
            Engine::Chromium => "webdriver-chromium",
            Engine::Firefox => "webdriver-firefox",
        }
    }

    /// Whether tests may be left out because the engine lacks what they need.
    pub fn may_skip(self) -> bool {
        self == Engine::Firefox
    }

    fn variables(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Engine::Playwright => &[("FUXIAO_DRIVER", "playwright")],
            Engine::Chromium => &[("FUXIAO_DRIVER", "webdriver"), ("ENGINE", "chromium")],
            Engine::Firefox => &[("FUXIAO_DRIVER", "webdriver"), ("ENGINE", "firefox")],
        }
    }

    /// Tests that speak the protocol of Chromium's tools are for Playwright alone.
    fn takes(self, name: &str) -> bool {
        name.ends_with(".test.mjs") && (self == Engine::Playwright || !name.ends_with(".chromium.test.mjs"))
    }
}

/// The programs that an engine needs, by the variables that name them to the tests.
pub type Programs = Vec<(&'static str, PathBuf)>;

/// `long` runs every round of what is otherwise tried a few times.
pub fn run(
    project: &Project,
    engine: Engine,
    dist: &Path,
    programs: &Programs,
    score: Option<&Path>,
    long: bool,
    sink: &Sink,
) -> Result<(), String> {
    let folder = project.root.join("tests/browser");
    let tests: Vec<_> = files::list(&folder)?.into_iter().filter(|name| engine.takes(name)).collect();
    if tests.is_empty() {
        return Err(format!("{} holds no *.test.mjs.", folder.display()));
    }
    let root = Server::start(dist, "/", 0)?;
    let below = Server::start(dist, SUBPATH, 0)?;
    let mut node = node(project, &root)?;
    node.args(["--test", "--test-reporter=spec"])
        .args(tests.iter().map(|name| format!("tests/browser/{name}")))
        .envs(engine.variables().iter().copied())
        .envs(programs.iter().map(|(name, program)| (name, program)))
        .env("SUBPATH_URL", below.url())
        .env("DIST_DIR", dist);
    if long {
        node.env("FUXIAO_LONG", "1");
    }
    if let Some(score) = score {
        node.env("SCORE_BIN", score);
    }
    run_command(&mut node, engine.name(), "Mend what they name.", sink)
}

/// node in the project's folder, told where the page is served.
pub fn node(project: &Project, server: &Server) -> Result<Command, String> {
    let node = on_path("node").ok_or("node is missing; install Node.js 20 or newer.")?;
    let mut command = Command::new(node);
    command
        .current_dir(&project.root)
        .env("BASE_URL", server.url())
        .env("NO_COLOR", "1")
        .env_remove("FORCE_COLOR");
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::Engine;

    #[test]
    fn tests_for_chromium_alone_are_not_given_to_other_drivers() {
        let names = ["plan.test.mjs", "paper.chromium.test.mjs", "helpers.mjs"];
        let taken = |engine: Engine| names.into_iter().filter(|name| engine.takes(name)).count();
        assert_eq!([Engine::Playwright, Engine::Chromium, Engine::Firefox].map(taken), [2, 1, 1]);
    }
}
