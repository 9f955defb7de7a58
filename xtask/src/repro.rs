//! Builds a copy of the tracked files in another folder and compares it with `dist/`, byte for byte.
//! Does not know what is built.

use crate::command::{Sink, output};
use crate::files;
use crate::project::Project;
use crate::site;
use std::path::Path;
use std::process::Command;

/// Folders that commands of this project make.
const MADE: [&str; 4] = ["target", "dist", "node_modules", ".git"];

/// Gives back how many files are the same.
pub fn check(project: &Project, dist: &Path, sink: &Sink) -> Result<usize, String> {
    // A name of another length than the project's own folder, with a blank in it.
    let copy = project.target.join("repro").join("another place");
    copy_tracked(&project.root, &copy)?;
    let again = site::build(&project.at(copy), None, sink)?;
    compare(dist, &again)
}

/// Brings the copy up to date; what has not changed keeps its date, so that a second build is short.
fn copy_tracked(root: &Path, copy: &Path) -> Result<(), String> {
    let tracked = sources(root)?;
    for name in &tracked {
        let (from, to) = (root.join(name), copy.join(name));
        // Deleted in the work tree and not yet so in git.
        if !from.is_file() {
            continue;
        }
        let bytes = files::read(&from)?;
        if !std::fs::read(&to).is_ok_and(|old| old == bytes) {
            files::write(&to, &bytes)?;
        }
    }
    let stale = files::list(copy)?.into_iter().filter(|name| {
        let built = name.starts_with("target/") || name.starts_with("dist/");
        !(built || tracked.contains(name) && root.join(name).is_file())
    });
    for name in stale {
        files::remove(&copy.join(name))?;
    }
    Ok(())
}

/// What git tracks; of a source archive, where there is no git to ask, everything that is not made by a command.
fn sources(root: &Path) -> Result<Vec<String>, String> {
    if !root.join(".git").exists() {
        let made = |name: &str| MADE.iter().any(|folder| name.split('/').any(|part| part == *folder));
        return files::list_without(root, &made);
    }
    let listed = output(
        // A checkout may belong to another user than the one who runs this, as it does in many containers.
        Command::new("git").args(["-c", "safe.directory=*", "ls-files", "-z"]).current_dir(root),
        "git ls-files",
        "Is git installed?",
    )?;
    Ok(listed.split('\0').filter(|name| !name.is_empty()).map(str::to_string).collect())
}

fn compare(one: &Path, other: &Path) -> Result<usize, String> {
    let (names, others) = (files::list(one)?, files::list(other)?);
    let mut differences: Vec<String> = Vec::new();
    differences.extend(
        names.iter().filter(|name| !others.contains(name)).map(|name| format!("only in dist: {name}")),
    );
    differences.extend(
        others.iter().filter(|name| !names.contains(name)).map(|name| format!("only in the copy: {name}")),
    );
    let mut same = 0;
    for name in names.iter().filter(|name| others.contains(name)) {
        if files::read(&one.join(name))? == files::read(&other.join(name))? {
            same += 1;
        } else {
            differences.push(format!("different: {name}"));
        }
    }
    if differences.is_empty() {
        return Ok(same);
    }

    Err(format!(
        "two builds of the same source differ (files not yet added to git are left out of the copy):\n{}\n\
         compare {} with {}.",
        differences.join("\n"),
        one.display(),
        other.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_and_a_missing_file_are_both_named() {
        let base = std::env::temp_dir().join(format!("fuxiao-repro-{}", std::process::id()));
        let (one, other) = (base.join("one"), base.join("other"));
        for folder in [&one, &other] {
            files::write(&folder.join("same"), b"1").unwrap();
            files::write(&folder.join("changed"), folder.display().to_string().as_bytes()).unwrap();
        }
        files::write(&one.join("deep/extra"), b"").unwrap();
        let said = compare(&one, &other).unwrap_err();
        assert!(said.contains("different: changed") && said.contains("only in dist: deep/extra"), "{said}");
        assert!(!said.contains("same\n"), "{said}");
        files::remove(&base).unwrap();
    }
}
