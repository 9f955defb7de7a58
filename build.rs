//! Says whether the program will be taken apart after it is linked. Knows no part of it.

/// Set by `cargo xtask build`, which does that.
const SPLIT: &str = "FUXIAO_SPLIT";

/// Where the program is taken apart, the linker must leave in the app what that needs; anywhere else, as in development
/// builds, the program stays one piece and works without that step.
fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed={SPLIT}");
    println!("cargo:rustc-check-cfg=cfg(split_chunks)");
    let family = std::env::var("CARGO_CFG_TARGET_FAMILY").unwrap_or_default();
    if std::env::var_os(SPLIT).is_some() && family == "wasm" {
        println!("cargo:rustc-cfg=split_chunks");
        println!("cargo:rustc-link-arg-bin=fuxiao-app=--emit-relocs");
    }
}
