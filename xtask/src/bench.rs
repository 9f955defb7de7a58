//! `cargo xtask bench`: measures the release build in a browser. Knows which scripts measure, not how.

use crate::command::{Sink, run as run_command};
use crate::project::Project;
use crate::serve::Server;
use crate::{browser, setup, site};

/// Each is run if it is there; they print their own figures.
const SCRIPTS: [&str; 2] = ["tests/bench/lighthouse.mjs", "tests/bench/keys.mjs"];

pub fn run(project: &Project) -> Result<(), String> {
    setup::node_packages(&project.root.join("tests/bench"))?;
    let chromium = setup::for_browser(project)?;
    let dist = site::build(project, None, &Sink::Terminal)?;
    let server = Server::start(&dist, "/", 0)?;
    for script in SCRIPTS {
        if !project.root.join(script).is_file() {
            println!("{script} is not there, so it is not run.");
            continue;
        }
        let mut node = browser::node(project, &server, &chromium)?;
        node.arg(script).env("DIST_DIR", &dist);
        run_command(&mut node, script, "The lines above say why.", &Sink::Terminal)?;
    }
    Ok(())
}
