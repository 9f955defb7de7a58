//! `cargo xtask`: builds, serves, checks and measures the app. Reads the command line and hands on;
//! each command lives in its own file. Knows nothing of what the app does.

mod bench;
mod browser;
mod budget;
mod checks;
mod command;
mod dev;
mod files;
mod finish;
mod headers;
mod http;
mod leaks;
mod project;
mod report;
mod repro;
mod serve;
mod setup;
mod site;
mod split;

use checks::Extent;
use command::{Sink, timed};
use project::Project;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  setup [--all]           bring the tools that are missing (the other commands do it too); --all also those of
                          `test --all`
  build [--public-url X]  write the page into dist/, fit for any static host and folder
  serve [--port N]        build, then serve dist/ on this machine
  dev                     development build that reloads when a file changes
  test [--quick | --all]  run every check; --quick stops before the release build, --all also runs the browser tests
                          through WebDriver, in Chromium and in Firefox
  bench [--cpu N]         Lighthouse and key-to-paint figures of the release build; --cpu 4 slows the processor
                          to a quarter for the keys (Lighthouse does so by itself)
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("\nxtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<ExitCode, String> {
    let Some((name, rest)) = args.split_first() else {
        print!("{HELP}");
        return Ok(ExitCode::from(2));
    };
    let mut options = Options::new(rest);
    let project = Project::find()?;
    match name.as_str() {
        "setup" => {
            let all = options.flag("--all");
            options.finish()?;
            timed("Tools of the build", || setup::for_build(&project))?;
            let chromium = timed("Tools of the browser checks", || setup::for_browser(&project))?;
            for engine in browser::Engine::THROUGH_WEBDRIVER.into_iter().filter(|_| all) {
                timed(engine.name(), || setup::for_engine(&project, engine))?;
            }
            println!("Everything is here; the browser is {}.", chromium.display());
        }
        "build" => {
            let public_url = options.value("--public-url")?;
            options.finish()?;
            let dist = build(&project, public_url.as_deref())?;
            let total = files::list(&dist)?.len();
            println!("Wrote {total} files to {}.", dist.display());
        }
        "serve" => {
            let port = options.port()?;
            options.finish()?;
            let dist = build(&project, None)?;
            let server = timed("Compression", || serve::Server::start(&dist, "/", port))?;
            println!("Open {} in a browser; Ctrl+C stops.", server.url());
            server.wait();
        }
        "dev" => {
            options.finish()?;
            timed("Tools", || setup::for_build(&project))?;
            dev::run(&project)?;
        }
        "finish-dev" => dev::finish(&project)?,
        "test" => {
            let extent = options.extent()?;
            options.finish()?;
            return checks::run(&project, extent);
        }
        "bench" => {
            let slowdown = options.slowdown()?;
            options.finish()?;
            let chromium = timed("Tools of the measurements", || setup::for_bench(&project))?;
            let dist = build(&project, None)?;
            bench::run(&project, &dist, &chromium, slowdown)?;
        }
        "help" | "--help" | "-h" => print!("{HELP}"),
        other => return Err(format!("there is no command '{other}'.\n\n{HELP}")),
    }
    Ok(ExitCode::SUCCESS)
}

fn build(project: &Project, public_url: Option<&str>) -> Result<std::path::PathBuf, String> {
    timed("Tools", || setup::for_build(project))?;
    timed("Release build", || site::build(project, public_url, &Sink::Terminal))
}

/// The words after the command; what nobody asked for is refused, not ignored.
struct Options {
    words: Vec<String>,
}

impl Options {
    fn new(words: &[String]) -> Self {
        Options { words: words.to_vec() }
    }

    fn flag(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() != before
    }

    fn value(&mut self, name: &str) -> Result<Option<String>, String> {
        let Some(at) = self.words.iter().position(|word| word == name) else { return Ok(None) };
        if at + 1 >= self.words.len() {
            return Err(format!("{name} wants a value after it."));
        }
        self.words.remove(at);
        Ok(Some(self.words.remove(at)))
    }

    fn port(&mut self) -> Result<u16, String> {
        match self.value("--port")? {
            None => Ok(8080),
            Some(text) => text
                .parse()
                .map_err(|e| format!("--port wants a number from 0 to 65535, not '{text}' ({e}).")),
        }
    }

    fn extent(&mut self) -> Result<Extent, String> {
        match (self.flag("--quick"), self.flag("--all")) {
            (true, true) => Err("--quick and --all do not go together.".to_string()),
            (true, false) => Ok(Extent::Quick),
            (false, true) => Ok(Extent::All),
            (false, false) => Ok(Extent::Usual),
        }
    }

    fn slowdown(&mut self) -> Result<u8, String> {
        let Some(text) = self.value("--cpu")? else { return Ok(1) };
        let number = text.parse().ok().filter(|number| (1..=20).contains(number));
        number.ok_or_else(|| format!("--cpu wants a number from 1 to 20, not '{text}'."))
    }

    fn finish(self) -> Result<(), String> {
        match self.words.first() {
            None => Ok(()),
            Some(word) => Err(format!("'{word}' is not understood here.\n\n{HELP}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Extent, Options};

    fn options(words: &[&str]) -> Options {
        Options { words: words.iter().map(|word| word.to_string()).collect() }
    }

    #[test]
    fn options_are_taken_and_leftovers_refused() {
        let mut given = options(&["--port", "9000", "--quick"]);
        assert_eq!(given.port(), Ok(9000));
        assert_eq!(given.extent(), Ok(Extent::Quick));
        assert!(given.finish().is_ok());
        assert!(options(&["--fast"]).finish().is_err());
        assert!(options(&["--port", "many"]).port().is_err());
        assert!(options(&["--public-url"]).value("--public-url").is_err());
        assert_eq!(options(&["--cpu", "4"]).slowdown(), Ok(4));
        assert!(options(&["--cpu", "0"]).slowdown().is_err());
        assert_eq!(options(&[]).port(), Ok(8080));
        assert_eq!(options(&["--all"]).extent(), Ok(Extent::All));
        assert_eq!(options(&[]).extent(), Ok(Extent::Usual));
        assert!(options(&["--quick", "--all"]).extent().is_err());
    }
}
