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
mod leaks;
mod project;
mod report;
mod repro;
mod serve;
mod setup;
mod site;

use command::Sink;
use project::Project;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  setup                   bring the tools that are missing (the other commands do it too)
  build [--public-url X]  write the page into dist/, fit for any static host and folder
  serve [--port N]        build, then serve dist/ on this machine
  dev                     development build that reloads when a file changes
  test [--quick]          run every check; --quick stops before the release build
  bench                   Lighthouse and key-to-paint figures of the release build
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
            options.finish()?;
            setup::for_build(&project)?;
            let chromium = setup::for_browser(&project)?;
            println!("Everything is here; the browser is {}.", chromium.display());
        }
        "build" => {
            let public_url = options.value("--public-url")?;
            options.finish()?;
            setup::for_build(&project)?;
            let dist = site::build(&project, public_url.as_deref(), &Sink::Terminal)?;
            let total = files::list(&dist)?.len();
            println!("Wrote {total} files to {}.", dist.display());
        }
        "serve" => {
            let port = options.port()?;
            options.finish()?;
            setup::for_build(&project)?;
            let dist = site::build(&project, None, &Sink::Terminal)?;
            let server = serve::Server::start(&dist, "/", port)?;
            println!("Open {} in a browser; Ctrl+C stops.", server.url());
            server.wait();
        }
        "dev" => {
            options.finish()?;
            setup::for_build(&project)?;
            dev::run(&project)?;
        }
        "finish-dev" => dev::finish()?,
        "test" => {
            let quick = options.flag("--quick");
            options.finish()?;
            return checks::run(&project, quick);
        }
        "bench" => {
            options.finish()?;
            setup::for_build(&project)?;
            bench::run(&project)?;
        }
        "help" | "--help" | "-h" => print!("{HELP}"),
        other => return Err(format!("there is no command '{other}'.\n\n{HELP}")),
    }
    Ok(ExitCode::SUCCESS)
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

    fn finish(self) -> Result<(), String> {
        match self.words.first() {
            None => Ok(()),
            Some(word) => Err(format!("'{word}' is not understood here.\n\n{HELP}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn options(words: &[&str]) -> Options {
        Options { words: words.iter().map(|word| word.to_string()).collect() }
    }

    #[test]
    fn options_are_taken_and_leftovers_refused() {
        let mut given = options(&["--port", "9000", "--quick"]);
        assert_eq!(given.port(), Ok(9000));
        assert!(given.flag("--quick"));
        assert!(given.finish().is_ok());
        assert!(options(&["--fast"]).finish().is_err());
        assert!(options(&["--port", "many"]).port().is_err());
        assert!(options(&["--public-url"]).value("--public-url").is_err());
        assert_eq!(options(&[]).port(), Ok(8080));
    }
}
