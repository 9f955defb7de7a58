//! Serves a built folder from memory on this machine, at the root or below a path, the way a good static host would:
//! right types, brotli, the headers that `_headers` asks for. Knows nothing of the app.

use crate::files;
use crate::headers::Rules;
use crate::http::{Listener, Request, Response};
use std::collections::BTreeMap;
use std::path::Path;
use std::thread;

pub struct Server {
    url: String,
    listener: Listener,
}

struct Site {
    /// Starts and ends with `/`.
    prefix: String,
    files: BTreeMap<String, File>,
    rules: Rules,
}

struct File {
    plain: Vec<u8>,
    packed: Option<Vec<u8>>,
    mime: &'static str,
    tag: String,
}

impl Server {
    /// Reads the whole folder; port 0 takes any free one.
    pub fn start(folder: &Path, prefix: &str, port: u16) -> Result<Server, String> {
        let site = Site::load(folder, prefix)?;
        let prefix = site.prefix.clone();
        let listener = Listener::start(port, move |request| site.answer(request))?;
        Ok(Server { url: format!("http://{}{prefix}", listener.address()), listener })
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// Serves until the process is stopped.
    pub fn wait(self) {
        self.listener.wait();
    }
}

impl Site {
    fn load(folder: &Path, prefix: &str) -> Result<Site, String> {
        let names = files::list(folder)?;
        if !names.iter().any(|name| name == "index.html") {
            return Err(format!("{} holds no page; run `cargo xtask build` first.", folder.display()));
        }
        let half = names.len().div_ceil(2);
        let parts: Vec<Result<Vec<(String, File)>, String>> = thread::scope(|scope| {
            let jobs: Vec<_> = names
                .chunks(half)
                .map(|part| {
                    scope.spawn(|| {
                        part.iter().map(|name| Ok((name.clone(), File::load(folder, name)?))).collect()
                    })
                })
                .collect();
            let lost = || Err("a file could not be compressed.".to_string());
            jobs.into_iter().map(|job| job.join().unwrap_or_else(|_| lost())).collect()
        });
        let mut files = BTreeMap::new();
        for part in parts {
            files.extend(part?);
        }
        let rules = match files.get("_headers") {
            Some(file) => Rules::parse(&String::from_utf8_lossy(&file.plain))?,
            None => Rules::default(),
        };
        let inner = prefix.trim_matches('/');
        let prefix = if inner.is_empty() { "/".to_string() } else { format!("/{inner}/") };
        Ok(Site { prefix, files, rules })
    }

    fn answer(&self, request: &Request) -> Response {
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            return Response::plain(405, "Only GET and HEAD are served here.");
        }
        let path = request.target.split(['?', '#']).next().unwrap_or("/");
        if format!("{path}/") == self.prefix {
            return Response::plain(301, "The page is one slash further.").with("Location", &self.prefix);
        }
        let Some(inside) = path.strip_prefix(&self.prefix) else {
            return Response::plain(404, "There is nothing here.");
        };
        let name = if inside.is_empty() { "index.html" } else { inside };
        let Some(file) = self.files.get(name).filter(|_| name != "_headers") else {
            return Response::plain(404, "There is no such file.");
        };
        let known = request.header("If-None-Match").is_some_and(|tag| tag == file.tag);
        let accepted = request.header("Accept-Encoding").unwrap_or_default();
        let packed = file.packed.as_ref().filter(|_| takes_brotli(accepted));
        let body = if known { Vec::new() } else { packed.unwrap_or(&file.plain).clone() };
        let status = if known { 304 } else { 200 };
        let mut response = Response { status, headers: Vec::new(), body };
        response = response.with("Content-Type", file.mime).with("ETag", &file.tag);
        if file.packed.is_some() {
            response = response.with("Vary", "Accept-Encoding");
        }
        if packed.is_some() && !known {
            response = response.with("Content-Encoding", "br");
        }
        let headers = self.rules.for_path(&format!("/{inside}"));
        if !headers.iter().any(|(name, _)| *name == "Cache-Control") {
            response = response.with("Cache-Control", "no-cache");
        }
        headers.iter().fold(response, |response, (name, value)| response.with(name, value))
    }
}

impl File {
    fn load(folder: &Path, name: &str) -> Result<File, String> {
        let plain = files::read(&folder.join(name))?;
        let mime = mime(name);
        let packed = if mime.starts_with("image/png") { None } else { Some(files::brotli(&plain, 11)?) };
        let packed = packed.filter(|packed| packed.len() < plain.len());
        Ok(File { tag: format!("\"{}\"", files::hash(&plain)), plain, packed, mime })
    }
}

fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn takes_brotli(accepted: &str) -> bool {
    accepted.split(',').any(|one| {
        let mut parts = one.split(';').map(str::trim);
        parts.next() == Some("br") && !parts.any(|quality| matches!(quality, "q=0" | "q=0.0"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn ask(server: &Server, path: &str, extra: &str) -> (String, Vec<u8>) {
        let host = server.url().trim_start_matches("http://").split('/').next().unwrap().to_string();
        let mut stream = TcpStream::connect(&host).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{extra}\r\n").unwrap();
        let mut all = Vec::new();
        stream.read_to_end(&mut all).unwrap();
        let split = all.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        (String::from_utf8_lossy(&all[..split]).into_owned(), all[split + 4..].to_vec())
    }

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("fuxiao-serve-{name}-{}", std::process::id()));
        files::write(&folder.join("index.html"), "<p>服效</p>".repeat(50).as_bytes()).unwrap();
        files::write(&folder.join("app_bg.wasm"), b"\0asm").unwrap();
        files::write(
            &folder.join("_headers"),
            b"/*\n  X-Test: yes\n/app_bg.wasm\n  Cache-Control: immutable\n",
        )
        .unwrap();
        folder
    }

    #[test]
    fn a_page_below_a_path_is_served_with_its_headers() {
        let folder = folder("path");
        let server = Server::start(&folder, "/some/sub/path/", 0).unwrap();
        let (head, body) = ask(&server, "/some/sub/path/", "");
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        assert!(head.contains("text/html; charset=utf-8") && head.contains("X-Test: yes"), "{head}");
        assert!(head.contains("Cache-Control: no-cache"), "{head}");
        assert!(body.starts_with("<p>服效</p>".as_bytes()));
        let (head, _) = ask(&server, "/some/sub/path/app_bg.wasm?x=1", "");
        assert!(
            head.contains("Content-Type: application/wasm") && head.contains("Cache-Control: immutable"),
            "{head}"
        );
        assert!(!head.contains("no-cache"), "{head}");
        assert!(ask(&server, "/some/sub/path", "").0.contains("Location: /some/sub/path/"));
        for lost in [
            "/",
            "/index.html",
            "/some/sub/path/x",
            "/some/sub/path/_headers",
            "/some/sub/path/../Cargo.toml",
        ] {
            assert!(ask(&server, lost, "").0.starts_with("HTTP/1.1 404"), "{lost}");
        }
        drop(server);
        files::remove(&folder).unwrap();
    }

    #[test]
    fn brotli_goes_only_to_those_who_take_it_and_a_known_page_is_not_sent_again() {
        let folder = folder("brotli");
        let server = Server::start(&folder, "/", 0).unwrap();
        let (head, body) = ask(&server, "/", "Accept-Encoding: gzip, br;q=0.5\r\n");
        assert!(head.contains("Content-Encoding: br") && body.len() < 100, "{head}");
        assert!(!ask(&server, "/", "Accept-Encoding: gzip, br;q=0\r\n").0.contains("Content-Encoding"));
        let tag = head.lines().find_map(|line| line.strip_prefix("ETag: ")).unwrap();
        let (head, body) = ask(&server, "/", &format!("If-None-Match: {tag}\r\n"));
        assert!(head.starts_with("HTTP/1.1 304") && body.is_empty(), "{head}");
        drop(server);
        files::remove(&folder).unwrap();
    }
}
