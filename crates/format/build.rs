//! Puts the model and the sample firm's assessment into the program, without the blank space that makes them readable.
//! Whether they are right is for the tests to say; this only refuses what is no JSON.

use std::path::Path;

use serde_json::Value;

const CARRIED: [&str; 2] = ["model.json", "sample.json"];

fn main() -> Result<(), String> {
    println!("cargo:rerun-if-changed=build.rs");
    for name in CARRIED {
        // Relative to the folder of this crate, where cargo runs this.
        let source = Path::new("../../content").join(name);
        println!("cargo:rerun-if-changed={}", source.display());
        let wrong = |error: &dyn std::fmt::Display| format!("content/{name}: {error}");
        let text = std::fs::read_to_string(&source).map_err(|error| wrong(&error))?;
        let value: Value = serde_json::from_str(&text).map_err(|error| wrong(&error))?;
        let folder = std::env::var("OUT_DIR").map_err(|error| wrong(&error))?;
        std::fs::write(Path::new(&folder).join(name), value.to_string()).map_err(|error| wrong(&error))?;
    }
    Ok(())
}
