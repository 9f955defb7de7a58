//! Tells the linker whether the program is taken apart afterwards.

/// Set by `cargo xtask build`, which takes the program apart after it is linked.
const SPLIT: &str = "FUXIAO_SPLIT";

/// Where the program is taken apart, the linker must leave in the app what that needs; anywhere else, as in development
/// builds, the program stays one piece and works without that step.
fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed={SPLIT}");
    println!("cargo:rustc-check-cfg=cfg(split_chunks)");
    let wasm = std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm");
    if wasm && std::env::var_os(SPLIT).is_some() {
        println!("cargo:rustc-cfg=split_chunks");
        println!("cargo:rustc-link-arg-bin=fuxiao-app=--emit-relocs");
    }
}
