//! `klacht serve` with the real program and a plain connection: what is shown, to whom, and what a change does.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::common::{Repo, World, copy, root};

/// Longer than any answer takes: only a test that fails waits for it.
const PATIENCE: Duration = Duration::from_mins(1);

/// A preview that runs.
struct Running {
    child: Child,
    address: SocketAddr,
}

/// An answer, taken apart.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Running {
    fn start(world: &World, repo: &Repo) -> Self {
        let mut command = world.klacht(repo.path());
        command.args(["serve", "--port", "0", "--lang", "en"]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // What is found is printed before the address.
        let url = lines.map_while(Result::ok).find(|line| line.starts_with("http://127.0.0.1:")).unwrap();
        let address = url.trim_start_matches("http://").trim_end_matches('/').parse().unwrap();
        Self { child, address }
    }

    /// Sends a request as it is.
    fn send(&self, request: &str) -> Answer {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut text = Vec::new();
        stream.read_to_end(&mut text).unwrap();
        let text = String::from_utf8_lossy(&text).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> Answer {
        self.send(&format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &self.address.to_string())
    }

    /// The state that a page shows.
    fn state(&self, path: &str) -> String {
        let page = self.get(path).body;
        let after = page.split("data-state=\"").nth(1).unwrap_or_else(|| panic!("no script in {page}"));
        after.chars().take_while(|c| *c != '"').collect()
    }

    /// Waits as a page does, until something else is shown.
    fn newer(&self, than: &str) {
        let answer = self.get(&format!("/_klacht/newer?than={than}"));
        assert_eq!(answer.status, 200, "nothing changed");
    }
}

fn register(world: &World) -> Repo {
    let repo = world.repo("register");
    repo.write("klacht.yaml", std::fs::read(root().join("klacht.yaml")).unwrap());
    copy(&root().join("policy/cmm"), &repo.path().join("policy/cmm"));
    repo.write("cases/cmm/2026/K26-0001.md", "not of the site");
    repo.commit("first");
    repo
}

#[test]
fn pages_are_shown_to_this_machine_only() {
    let world = World::new();
    let repo = register(&world);
    let running = Running::start(&world, &repo);
    let page = running.get("/cmm/");
    assert_eq!(page.status, 200);
    assert!(page.head.contains("content-type: text/html; charset=utf-8"), "{}", page.head);
    assert!(page.head.contains("content-security-policy: default-src 'none'; style-src 'self'"), "{}", page.head);
    assert!(page.head.contains("script-src 'self'") && !page.head.contains("unsafe"), "{}", page.head);
    assert!(page.body.contains("/_klacht/preview.js") && !page.body.contains("klacht-preview"), "{}", page.body);
    let script = running.get("/_klacht/preview.js");
    assert!(script.status == 200 && script.head.contains("text/javascript"), "{}", script.head);
    let nothing = running.get("/nothing/");
    assert!(nothing.status == 404 && nothing.body.contains("<!DOCTYPE html>"), "{}", nothing.body);
    let head = running.ask("HEAD", "/", &running.address.to_string());
    assert!(head.status == 200 && head.body.is_empty());
    assert_eq!(running.ask("POST", "/", &running.address.to_string()).status, 405);
    assert_eq!(running.ask("GET", "/", &format!("localhost:{}", running.address.port())).status, 200);
    for host in ["evil.example", &format!("evil.example:{}", running.address.port()), "127.0.0.1"] {
        let refused = running.ask("GET", "/", host);
        assert!(refused.status == 403 && !refused.body.contains("html"), "{host}: {}", refused.body);
    }
    let other = format!("GET http://evil.example/ HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", running.address);
    assert_eq!(running.send(&other).status, 403);
    for path in ["/../klacht.yaml", "/klacht.yaml", "/%2e%2e/cases/cmm/2026/K26-0001.md", "/cases/cmm/2026/K26-0001.md"]
    {
        let answer = running.get(path);
        assert!(matches!(answer.status, 400 | 404) && !answer.body.contains("not of the site"), "{path}");
    }
}

#[test]
fn a_change_appears_and_a_fault_keeps_the_last_good_page() {
    let world = World::new();
    let repo = register(&world);
    let running = Running::start(&world, &repo);
    let settings = std::fs::read_to_string(repo.path().join("klacht.yaml")).unwrap();
    let first = running.state("/");
    repo.write("klacht.yaml", settings.replace("verzonnen", "bedacht"));
    running.newer(&first);
    let page = running.get("/").body;
    assert!(page.contains("bedacht"), "{page}");
    let good = running.state("/");
    let broken = "{% extends \"base.html\" %}{% block content %}{{ weg }}{% endblock content %}";
    repo.write("site-templates/start.html", broken);
    running.newer(&good);
    let page = running.get("/").body;
    assert!(page.contains("bedacht") && page.contains("site-templates/start.html:1:"), "{page}");
    assert!(page.contains("S802") && page.contains("class=\"klacht-preview\""), "{page}");
    let faulty = running.state("/");
    repo.remove("site-templates/start.html");
    running.newer(&faulty);
    assert_eq!(running.state("/"), good, "the same files, the same pages");
}

#[test]
fn without_a_good_site_the_page_says_what_to_mend() {
    let world = World::new();
    let repo = register(&world);
    let settings = std::fs::read_to_string(repo.path().join("klacht.yaml")).unwrap();
    repo.write("klacht.yaml", "site: [");
    let running = Running::start(&world, &repo);
    let page = running.get("/cmm/");
    assert!(page.status == 503 && page.body.contains("klacht.yaml:1:"), "{} {}", page.status, page.body);
    let state = running.state("/");
    repo.write("klacht.yaml", settings);
    running.newer(&state);
    assert_eq!(running.get("/cmm/").status, 200);
}

#[cfg(unix)]
#[test]
fn an_interruption_ends_it_well() {
    let world = World::new();
    let repo = register(&world);
    let mut running = Running::start(&world, &repo);
    // A page that waits keeps nobody from stopping.
    let state = running.state("/");
    let mut waiting = TcpStream::connect(running.address).unwrap();
    write!(waiting, "GET /_klacht/newer?than={state} HTTP/1.1\r\nHost: {}\r\n\r\n", running.address).unwrap();
    assert!(Command::new("kill").args(["-INT", &running.child.id().to_string()]).status().unwrap().success());
    assert_eq!(running.child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_port_that_is_taken_and_a_register_without_files_are_told() {
    let world = World::new();
    let repo = register(&world);
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let bare = world.clone_of(&repo, "bare", &["--bare"]);
    for (dir, port) in [(repo.path(), port.as_str()), (bare.path(), "0")] {
        let mut command = world.klacht(dir);
        let done = command.args(["serve", "--lang", "en", "--port", port]).output().unwrap();
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(matches!(done.status.code(), Some(2 | 3)), "{said}");
        assert!(said.contains("error: ") && done.stdout.is_empty(), "{said}");
    }
}
