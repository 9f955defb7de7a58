//! The development build that reloads by itself. Its page carries no security policy, because the script that
//! reloads stands in the page, which the policy forbids. Knows nothing of releases.

use crate::command::{Sink, run as run_command};
use crate::files;
use crate::finish;
use crate::headers::policy_tag;
use crate::project::Project;
use crate::site;
use std::path::Path;

pub fn run(project: &Project) -> Result<(), String> {
    println!(
        "Development build: it reloads when a file changes. Its page is without the security policy that the \
         released page carries, so try what touches the policy with `cargo xtask serve`."
    );
    let mut trunk = site::trunk(project)?;
    trunk.args(["--config", "Trunk.dev.toml", "serve", "--dist"]).arg(project.target.join("dev-dist"));
    run_command(&mut trunk, "trunk serve", "The lines above say why.", &Sink::Terminal)
}

/// What trunk calls after each development build: takes the policy out of the page and puts the texts beside it.
pub fn finish(project: &Project) -> Result<(), String> {
    let folder = std::env::var_os("TRUNK_STAGING_DIR")
        .ok_or("finish-dev is for trunk to call; `cargo xtask dev` is the command for people.")?;
    finish::texts(Path::new(&folder), &project.content())?;
    let page = Path::new(&folder).join("index.html");
    let mut html = files::read_text(&page)?;
    let tag = policy_tag(&html).ok_or("index.html carries no policy; was the tag renamed?")?;
    html.replace_range(tag, "<!-- development build: without the security policy -->");
    files::write(&page, html.as_bytes())
}
