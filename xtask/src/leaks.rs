//! Looks for folders of the building machine in the built files. Knows no file's meaning.

use crate::files;
use crate::project::{Project, cargo_home, home};
use std::path::{Component, Path};

/// Looks into every built file; gives back how many.
pub fn check(project: &Project, dist: &Path) -> Result<usize, String> {
    let mut needles: Vec<String> =
        ["/home/", "/root/", "/Users/", ".cargo/registry", ".rustup/"].map(str::to_string).to_vec();
    let own = [Some(project.root.clone()), cargo_home(), home()];
    needles.extend(
        own.into_iter().flatten().filter(|path| telling(path)).map(|path| path.display().to_string()),
    );
    let names = files::list(dist)?;
    let mut found = Vec::new();
    for name in &names {
        let bytes = files::read(&dist.join(name))?;
        found.extend(search(&bytes, &needles).map(|hit| format!("{name}: …{hit}…")));
    }
    if found.is_empty() {
        return Ok(names.len());
    }
    Err(format!(
        "the built files name folders of this machine; site.rs must give them fixed names:\n{}",
        found.join("\n")
    ))
}

/// A folder directly below the root, as containers like to have it (`/src`, `/app`, `/cargo`), ends many an innocent
/// path too, so finding it says nothing. That the source's own folder matters not is then left to the second build.
fn telling(folder: &Path) -> bool {
    folder.components().filter(|part| matches!(part, Component::Normal(_))).count() > 1
}

/// The first place of each needle, with some of what follows.
fn search<'a>(bytes: &'a [u8], needles: &'a [String]) -> impl Iterator<Item = String> + 'a {
    needles.iter().filter_map(move |needle| {
        let at = bytes.windows(needle.len()).position(|window| window == needle.as_bytes())?;
        let end = bytes.len().min(at + needle.len() + 60);
        let readable = |byte: &u8| if byte.is_ascii_graphic() { char::from(*byte) } else { ' ' };
        Some(bytes[at..end].iter().map(readable).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::{search, telling};
    use std::path::Path;

    #[test]
    fn a_folder_in_the_bytes_is_found_with_what_follows() {
        let needles = ["/root/".to_string(), "/nowhere".to_string()];
        let hits: Vec<String> = search(b"\0\x01/root/.cargo/x.rs\0", &needles).collect();
        assert_eq!(hits, ["/root/.cargo/x.rs "]);
        assert_eq!(search(b"/cargo/registry/src", &needles).count(), 0);
    }

    #[test]
    fn only_folders_that_cannot_be_the_end_of_another_path_are_looked_for() {
        assert!(telling(Path::new("/builds/fuxiao")) && telling(Path::new("/usr/local/cargo")));
        assert!(!telling(Path::new("/src")) && !telling(Path::new("/")));
    }
}
