//! Small file helpers with errors that name the file, a content hash and the brotli measure.
//! Knows nothing of the project.

use std::fs;
use std::path::{Path, PathBuf};

pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("{} cannot be read ({e}).", path.display()))
}

pub fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|e| format!("{} cannot be read as text ({e}).", path.display()))
}

pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    parent_of(path)?;
    fs::write(path, bytes)
        .map_err(|e| format!("{} cannot be written ({e}); is the disk full?", path.display()))
}

pub fn remove(path: &Path) -> Result<(), String> {
    let gone = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    gone.map_err(|e| format!("{} cannot be removed ({e}); remove it by hand.", path.display()))
}

/// Makes the folder that `path` will stand in.
pub fn parent_of(path: &Path) -> Result<(), String> {
    match path.parent() {
        None => Ok(()),
        Some(folder) => fs::create_dir_all(folder)
            .map_err(|e| format!("the folder {} cannot be made ({e}).", folder.display())),
    }
}

/// Every file below `folder`, as paths relative to it with `/`, sorted.
pub fn list(folder: &Path) -> Result<Vec<String>, String> {
    list_without(folder, &|_| false)
}

/// The same, but neither names nor enters what `leave` holds for.
pub fn list_without(folder: &Path, leave: &dyn Fn(&str) -> bool) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(inside) = open.pop() {
        let here = folder.join(&inside);
        let entries = fs::read_dir(&here)
            .map_err(|e| format!("the folder {} cannot be read ({e}).", here.display()))?;
        for entry in entries {
            let entry = entry.map_err(|e| format!("the folder {} cannot be read ({e}).", here.display()))?;
            let path = inside.join(entry.file_name());
            let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
            let name = parts.join("/");
            if leave(&name) {
                continue;
            }
            if entry.path().is_dir() {
                open.push(path);
            } else {
                found.push(name);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// FNV-1a: short, stable, and only there to tell one content from another.
pub fn hash(bytes: &[u8]) -> String {
    let fold = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", bytes.iter().fold(0xcbf2_9ce4_8422_2325, fold))
}

/// `bytes` as brotli of the given quality (11 is the best a host would store).
pub fn brotli(bytes: &[u8], quality: i32) -> Result<Vec<u8>, String> {
    let params = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)
        .map_err(|e| format!("a file could not be compressed ({e})."))?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_bytes_hash_differently_and_the_same_alike() {
        assert_eq!(hash(b""), "cbf29ce484222325");
        assert_eq!(hash(b"a"), "af63dc4c8601ec8c");
        assert_ne!(hash(b"ab"), hash(b"ba"));
    }

    #[test]
    fn brotli_makes_repetition_small() {
        let packed = brotli(&[b'a'; 10_000], 11).unwrap();
        assert!(!packed.is_empty() && packed.len() < 50, "{}", packed.len());
    }
}
