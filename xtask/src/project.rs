//! Where the project's folders are, and which versions it asks for. Knows no commands.

use std::path::{Path, PathBuf};

/// trunk is not in Cargo.lock, so its version is named here.
pub const TRUNK: &str = "0.21.14";
/// Nor is what takes the app apart; it must fit `wasm_split_helpers` in Cargo.toml and the version of wasm-bindgen.
pub const WASM_SPLIT: &str = "0.2.4";

/// The driver of Firefox, likewise.
pub const GECKODRIVER: &str = "0.37.1";

#[derive(Clone, Debug)]
pub struct Project {
    /// Where `Cargo.toml`, `index.html` and `Trunk.toml` are.
    pub root: PathBuf,
    /// Cargo's target folder of this source tree.
    pub target: PathBuf,
    /// Tools installed for this project only; shared with the rebuilt copy of the source.
    pub tools: PathBuf,
    /// Where the Node packages are.
    pub node_modules: PathBuf,
}

impl Project {
    /// Looks for the project from the current folder upwards.
    pub fn find() -> Result<Project, String> {
        let here = std::env::current_dir()
            .map_err(|e| format!("the current folder cannot be read ({e}); change into the project."))?;
        let root = here
            .ancestors()
            .find(|folder| folder.join("Trunk.toml").is_file() && folder.join("xtask").is_dir())
            .ok_or("this is not inside the project; change into the folder with Trunk.toml.")?
            .to_path_buf();
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        Ok(Project { tools: target.join("tools"), node_modules: root.join("node_modules"), target, root })
    }

    /// The same tools at work on another copy of the source, which gets a target folder of its own.
    pub fn at(&self, root: PathBuf) -> Project {
        Project { target: root.join("target"), root, ..self.clone() }
    }

    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where the questionnaire and its texts are.
    pub fn content(&self) -> PathBuf {
        self.root.join("content")
    }

    /// The version of wasm-bindgen that the app is built with; the tool must be the same.
    pub fn wasm_bindgen(&self) -> Result<String, String> {
        let path = self.root.join("Cargo.lock");
        let lock = crate::files::read_text(&path)?;
        locked_version(&lock, "wasm-bindgen").ok_or_else(|| {
            format!("{} names no wasm-bindgen; run `cargo check` and try again.", path.display())
        })
    }
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_string)
}

/// The folder cargo keeps downloaded sources in.
pub fn cargo_home() -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(home()?.join(".cargo")))
}

pub fn home() -> Option<PathBuf> {
    std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(PathBuf::from)
}

/// Looks a program up on PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// PATH with these folders in front.
pub fn path_with(folders: &[&Path]) -> Result<std::ffi::OsString, String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().map(|folder| folder.to_path_buf()).chain(std::env::split_paths(&path));
    std::env::join_paths(all)
        .map_err(|e| format!("a folder name cannot stand in PATH ({e}); move the project."))
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
