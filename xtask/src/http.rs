//! A small HTTP/1.1 server on this machine: one thread for each connection, so that no connection waits behind an idle
//! one, which a browser that opens six at once does not forgive. Knows no files.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A request head larger than this is no browser's.
const HEAD: u64 = 64 * 1024;
/// How long an idle connection is kept.
const IDLE: Duration = Duration::from_secs(60);

pub struct Request {
    pub method: String,
    /// As sent: with its query, without a host.
    pub target: String,
    headers: Vec<(String, String)>,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Response {
    pub fn plain(status: u16, text: &str) -> Response {
        Response { status, headers: Vec::new(), body: text.into() }
            .with("Content-Type", "text/plain; charset=utf-8")
    }

    pub fn with(mut self, name: &str, value: &str) -> Response {
        self.headers.push((name.to_string(), value.to_string()));
        self
    }
}

pub struct Listener {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

impl Listener {
    /// Port 0 takes any free one.
    pub fn start(
        port: u16,
        answer: impl Fn(&Request) -> Response + Send + Sync + 'static,
    ) -> Result<Listener, String> {
        let unusable = |e: io::Error| format!("port {port} cannot be used ({e}); try another with --port.");
        let listener = TcpListener::bind(("127.0.0.1", port)).map_err(unusable)?;
        let address = listener.local_addr().map_err(unusable)?;
        let stopped = Arc::new(AtomicBool::new(false));
        let (stop, answer) = (stopped.clone(), Arc::new(answer));
        let accepting = thread::spawn(move || {
            for stream in listener.incoming() {
                if stop.load(Ordering::Acquire) {
                    return;
                }
                let answer = answer.clone();
                // A connection that fails concerns its browser only.
                if let Ok(stream) = stream {
                    thread::spawn(move || converse(&stream, &*answer));
                }
            }
        });
        Ok(Listener { address, stopped, accepting: Some(accepting) })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until the process is stopped.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let Some(accepting) = self.accepting.take() else { return };
        self.stopped.store(true, Ordering::Release);
        // Wakes the thread that waits for the next connection. Those open end when their browser goes.
        if TcpStream::connect(self.address).is_ok() {
            let _ = accepting.join();
        }
    }
}

/// Answers one request after the other until either side has had enough.
fn converse(stream: &TcpStream, answer: &(dyn Fn(&Request) -> Response + Send + Sync)) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(IDLE))?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = read_head(&mut reader)? {
        let response = answer(&request);
        // What follows a request with a body is that body, which nobody here reads.
        let last = request.header("Connection").is_some_and(|word| word.eq_ignore_ascii_case("close"))
            || !matches!(request.method.as_str(), "GET" | "HEAD");
        write(stream, &response, request.method == "HEAD", last)?;
        if last {
            return Ok(());
        }
    }
    Ok(())
}

/// The next request; none if the other side has gone or speaks something else.
fn read_head(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut head = reader.take(HEAD);
    let mut line = String::new();
    head.read_line(&mut line)?;
    let mut words = line.split_whitespace().map(str::to_string);
    let (Some(method), Some(target), Some(_)) = (words.next(), words.next(), words.next()) else {
        return Ok(None);
    };
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        match line.trim_end().split_once(':') {
            Some((name, value)) => headers.push((name.to_string(), value.trim().to_string())),
            None => return Ok(line.trim_end().is_empty().then_some(Request { method, target, headers })),
        }
    }
}

fn write(mut stream: &TcpStream, response: &Response, head_only: bool, last: bool) -> io::Result<()> {
    let mut bytes = format!("HTTP/1.1 {} {}\r\n", response.status, reason(response.status)).into_bytes();
    for (name, value) in &response.headers {
        bytes.extend(format!("{name}: {value}\r\n").bytes());
    }
    // A page that has not changed is answered without its length: there is nothing to come.
    if response.status != 304 {
        bytes.extend(format!("Content-Length: {}\r\n", response.body.len()).bytes());
    }
    bytes.extend_from_slice(if last { b"Connection: close\r\n\r\n" } else { b"\r\n" });
    if !head_only {
        bytes.extend_from_slice(&response.body);
    }
    stream.write_all(&bytes)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        304 => "Not Modified",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn echo() -> Listener {
        Listener::start(0, |request| Response::plain(200, &request.target)).unwrap()
    }

    fn ask(stream: &mut TcpStream, target: &str) -> String {
        write!(stream, "GET {target} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut bytes = [0; 1024];
        let count = stream.read(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes[..count]).into_owned()
    }

    #[test]
    fn no_connection_waits_behind_idle_ones() {
        let server = echo();
        let mut idle: Vec<TcpStream> =
            (0..20).map(|_| TcpStream::connect(server.address()).unwrap()).collect();
        for (number, stream) in idle.iter_mut().enumerate().rev() {
            stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
            for again in 0..2 {
                let said = ask(stream, &format!("/{number}/{again}"));
                assert!(said.starts_with("HTTP/1.1 200 OK\r\n"), "{said}");
                assert!(said.ends_with(&format!("\r\n\r\n/{number}/{again}")), "{said}");
            }
        }
    }

    #[test]
    fn head_has_no_body_and_a_body_ends_the_talk() {
        let server = echo();
        let talk = |text: &str| {
            let mut stream = TcpStream::connect(server.address()).unwrap();
            stream.write_all(text.as_bytes()).unwrap();
            let mut all = String::new();
            stream.read_to_string(&mut all).unwrap();
            all
        };
        let said = talk("HEAD /a HTTP/1.1\r\nconnection: Close\r\n\r\n");
        assert!(said.contains("Content-Length: 2\r\n") && said.ends_with("\r\n\r\n"), "{said}");
        assert_eq!(talk("POST /a HTTP/1.1\r\nContent-Length: 0\r\n\r\n").matches("HTTP/1.1").count(), 1);
        assert_eq!(talk("nonsense\r\n\r\n"), "");
    }

    #[test]
    fn a_dropped_server_gives_its_port_back() {
        let server = echo();
        let address = server.address();
        drop(server);
        assert!(TcpListener::bind(address).is_ok());
    }
}
