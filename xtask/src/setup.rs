//! Brings the tools that are missing, each at the version the project asks for, and is quick when nothing is.
//! Does not know what they are used for.

use crate::browser::{Engine, Programs};
use crate::command::{Sink, output, run, seconds};
use crate::files;
use crate::project::{GECKODRIVER, Project, TRUNK, WASM_SPLIT, on_path, path_with};
use crate::site::OWN_STD;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

pub const WASM: &str = "wasm32-unknown-unknown";

/// The package of the program that takes the app apart.
const SPLITTER: &str = "wasm_split_cli_support";

/// The folder of the measurements, with Node packages of its own.
pub const BENCH: &str = "tests/bench";

/// A copy of the lock file that the Node packages were installed from lies beside them under this name.
const NODE_STAMP: &str = ".installed-from-this-lock.json";

/// What building needs: the wasm target, trunk, wasm-bindgen, the splitter, the Node packages, the crates.
pub fn for_build(project: &Project) -> Result<(), String> {
    wasm_target()?;
    std_source()?;
    cargo_tool(project, "trunk", "trunk", TRUNK)?;
    cargo_tool(project, "wasm-bindgen-cli", "wasm-bindgen", &project.wasm_bindgen()?)?;
    splitter(project)?;
    tidy(project)?;
    node_packages(&project.root)?;
    run(
        Command::new("cargo")
            .args(["fetch", "--quiet", "--locked", "--target", WASM])
            .current_dir(&project.root)
            .envs(OWN_STD),
        "Fetching the crates",
        "Is the crate registry reachable, and is Cargo.lock up to date?",
        &Sink::Terminal,
    )
}

pub fn wasm_target() -> Result<(), String> {
    from_rustup(&format!("Rust's target {WASM}"), WASM, &["target", "add", WASM])
}

/// The source of Rust's standard library, which the release build compiles with the app.
fn std_source() -> Result<(), String> {
    from_rustup(
        "the source of Rust's standard library",
        "src/rust/library",
        &["component", "add", "rust-src"],
    )
}

/// Brings a part of Rust that is there when `folder` is.
fn from_rustup(what: &str, folder: &str, words: &[&str]) -> Result<(), String> {
    let advice = "Install Rust (https://rustup.rs) and try again.";
    let sysroot =
        output(Command::new("rustc").args(["--print", "sysroot"]), "Asking for the Rust folder", advice)?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(folder).is_dir() {
        return Ok(());
    }
    if on_path("rustup").is_none() {
        return Err(format!("{what} is missing; install it the way Rust was installed here."));
    }
    let mut add = Command::new("rustup");
    add.args(words);
    bring(what, || run(&mut add, &format!("Adding {what}"), "Is the network reachable?", &Sink::Terminal))
}

/// Installs the program that takes the app apart. It does not say its own version; cargo's list of what it installed does.
fn splitter(project: &Project) -> Result<(), String> {
    let listed = std::fs::read_to_string(project.tools.join(".crates.toml")).unwrap_or_default();
    if listed.contains(&format!("\"{SPLITTER} {WASM_SPLIT} "))
        && own_tool(project, "wasm-split-cli").is_file()
    {
        return Ok(());
    }
    install(project, SPLITTER, WASM_SPLIT, &["--locked", "--features", "build-binary"])
}

fn own_tool(project: &Project, program: &str) -> PathBuf {
    project.tools.join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
}

/// Installs one program for this project only, unless the wanted version is at hand; gives back where it is.
fn cargo_tool(project: &Project, package: &str, program: &str, version: &str) -> Result<PathBuf, String> {
    let own = own_tool(project, program);
    let is_right = |file: &Path| {
        let said = Command::new(file).arg("--version").env_remove("NO_COLOR").output();
        said.is_ok_and(|out| {
            String::from_utf8_lossy(&out.stdout).split_whitespace().nth(1).is_some_and(|word| word == version)
        })
    };
    if is_right(&own) {
        return Ok(own);
    }
    if let Some(file) = on_path(program).filter(|file| !own.is_file() && is_right(file)) {
        return Ok(file);
    }
    // trunk neither downloads nor serves over TLS here, and its own lock file is known to build.
    let more: &[&str] = if program == "trunk" { &["--locked", "--no-default-features"] } else { &[] };
    install(project, package, version, more)?;
    Ok(own)
}

fn install(project: &Project, package: &str, version: &str, more: &[&str]) -> Result<(), String> {
    let build = project.tools.join("build");
    let mut install = Command::new("cargo");
    install
        .args(["install", "--quiet", "--debug", "--force", "--version", version, "--root"])
        .arg(&project.tools)
        .arg(package)
        .args(more)
        .env("CARGO_TARGET_DIR", &build)
        .env("CARGO_PROFILE_DEV_DEBUG", "0");
    bring(&format!("{package} {version} (once, takes a minute or two)"), || {
        let advice = "Is the crate registry reachable, and does the disk have 2 GB to spare?";
        run(&mut install, &format!("Installing {package}"), advice, &Sink::Terminal)
    })
}

/// The packages that `package-lock.json` in `folder` pins.
pub fn node_packages(folder: &Path) -> Result<(), String> {
    let lock = files::read(&folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules").join(NODE_STAMP);
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let npm =
        on_path("npm").ok_or("npm is missing; install Node.js 20 or newer (with npm) and try again.")?;
    let mut install = Command::new(npm);
    install.args(["ci", "--no-fund", "--no-audit", "--loglevel=error"]).current_dir(folder);
    bring("the Node packages", || {
        run(&mut install, "npm ci", "Is the npm registry reachable?", &Sink::Terminal)?;
        files::write(&stamp, &lock)
    })
}

/// What the browser checks need; gives back the browser.
pub fn for_browser(project: &Project) -> Result<PathBuf, String> {
    node_packages(&project.root)?;
    let font = || has_chinese_font().then(PathBuf::new);
    debian(&[("chromium", &chromium), ("fonts-noto-cjk", &font)])?;
    chromium().ok_or_else(|| "Chromium is missing.".to_string())
}

/// What the browser tests need with an engine; Firefox's driver is not among Debian's packages, but Mozilla's crate is it.
pub fn for_engine(project: &Project, engine: Engine) -> Result<Programs, String> {
    let mut programs = vec![("CHROMIUM", for_browser(project)?)];
    match engine {
        Engine::Playwright => {}
        Engine::Chromium => {
            debian(&[("chromium-driver", &chromedriver)])?;
            programs.extend(chromedriver().map(|file| ("CHROMEDRIVER", file)));
        }
        Engine::Firefox => {
            debian(&[("firefox-esr", &firefox)])?;
            programs.extend(firefox().map(|file| ("FIREFOX", file)));
            let own = cargo_tool(project, "geckodriver", "geckodriver", GECKODRIVER)?;
            tidy(project)?;
            programs.push(("GECKODRIVER", own));
        }
    }
    Ok(programs)
}

/// Brings the Debian packages whose programs are not found.
fn debian(wanted: &[(&'static str, &dyn Fn() -> Option<PathBuf>)]) -> Result<(), String> {
    let lacks = || -> Vec<&str> {
        wanted.iter().filter(|(_, found)| found().is_none()).map(|(package, _)| *package).collect()
    };
    let missing = lacks();
    if !missing.is_empty() {
        apt(&missing)?;
    }
    let still = lacks();
    if !still.is_empty() {
        return Err(format!("still missing after the installation: {}; install by hand.", still.join(", ")));
    }
    Ok(())
}

/// What measuring needs beyond that; its packages are many, so they are kept apart and brought only here.
pub fn for_bench(project: &Project) -> Result<PathBuf, String> {
    node_packages(&project.root.join(BENCH))?;
    for_browser(project)
}

/// What a variable of the environment names wins over what is on PATH.
fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let named = std::env::var_os(variable).map(PathBuf::from).filter(|file| file.is_file());
    named.or_else(|| names.iter().find_map(|name| on_path(name)))
}

fn chromium() -> Option<PathBuf> {
    program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])
}

fn chromedriver() -> Option<PathBuf> {
    program("CHROMEDRIVER", &["chromedriver"])
}

fn firefox() -> Option<PathBuf> {
    program("FIREFOX", &["firefox-esr", "firefox"])
}

fn has_chinese_font() -> bool {
    let fonts = Command::new("fc-list").args([":lang=zh-cn", "family"]).output();
    fonts.is_ok_and(|out| out.status.success() && !out.stdout.is_empty())
}

fn apt(packages: &[&str]) -> Result<(), String> {
    let wanted = packages.join(" ");
    let root = Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout == b"0\n");
    if on_path("apt-get").is_none() || !root {
        return Err(format!(
            "the browser checks need browsers, their drivers and a Chinese font; missing here, by the names of \
             Debian's packages: {wanted}. Install them (on Debian: sudo apt-get install {wanted}), or name \
             programs in the environment variables CHROMIUM, CHROMEDRIVER and FIREFOX."
        ));
    }
    bring(&format!("Debian's {wanted}"), || {
        let advice = "Are Debian's packages reachable?";
        let apt_get = || {
            let mut command = Command::new("apt-get");
            command.arg("-qq").env("DEBIAN_FRONTEND", "noninteractive");
            command
        };
        run(apt_get().arg("update"), "apt-get update", advice, &Sink::Terminal)?;
        let mut install = apt_get();
        install.args(["install", "-y", "--no-install-recommends"]).args(packages);
        install.stdout(std::process::Stdio::null());
        run(&mut install, "apt-get install", advice, &Sink::Terminal)
    })
}

/// Throws away what the installation of the tools left behind.
fn tidy(project: &Project) -> Result<(), String> {
    let build = project.tools.join("build");
    if build.is_dir() { files::remove(&build) } else { Ok(()) }
}

/// PATH with the project's own tools in front.
pub fn tool_path(project: &Project) -> Result<std::ffi::OsString, String> {
    path_with(&[&project.tools.join("bin"), &project.node_modules.join(".bin")])
}

fn bring(what: &str, work: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    println!("Bringing {what} …");
    let start = Instant::now();
    work()?;
    println!("    here after {}", seconds(start.elapsed()));
    Ok(())
}
