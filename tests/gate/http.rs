//! A push over HTTP: the real `git http-backend` behind a server that says who logged in.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::common::Pushed;
use crate::gate::identity::by_transport;
use crate::gate::office::{CASE, Office, Story, codes};

/// What the backend is run with.
#[derive(Clone)]
struct Backend {
    program: PathBuf,
    root: PathBuf,
    home: PathBuf,
    user: Option<&'static str>,
}

/// Serves until the test ends; the port.
fn serve(office: &Office, user: Option<&'static str>) -> u16 {
    let program = PathBuf::from(office.desk.git(&["--exec-path"])).join("git-http-backend");
    let backend = Backend { program, root: office.world.path().to_path_buf(), home: office.world.home(), user };
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            // A client that hangs up is no matter of the server's.
            let _ = answer(stream, &backend);
        }
    });
    port
}

fn answer(mut stream: TcpStream, backend: &Backend) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
    let mut headers = HashMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        headers.insert(name.to_lowercase(), value.to_owned());
    }
    let header = |name: &str| headers.get(name).cloned().unwrap_or_default();
    let mut body = vec![0; header("content-length").parse().unwrap_or(0)];
    reader.read_exact(&mut body)?;
    let (path, query) = words[1].split_once('?').unwrap_or((&words[1], ""));
    let mut command = Command::new(&backend.program);
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("HOME", &backend.home);
    command.env("GIT_PROJECT_ROOT", &backend.root).env("GIT_HTTP_EXPORT_ALL", "1").env("GIT_CONFIG_NOSYSTEM", "1");
    command.env("REQUEST_METHOD", &words[0]).env("PATH_INFO", path).env("QUERY_STRING", query);
    command.env("CONTENT_TYPE", header("content-type")).env("CONTENT_LENGTH", body.len().to_string());
    command.env("HTTP_CONTENT_ENCODING", header("content-encoding")).env("GIT_PROTOCOL", header("git-protocol"));
    if let Some(user) = backend.user {
        command.env("REMOTE_USER", user);
    }
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(&body)?;
    }
    let done = child.wait_with_output()?.stdout;
    let end = done.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(done.len());
    let head = String::from_utf8_lossy(&done[..end]).into_owned();
    let status = head.lines().find_map(|line| line.strip_prefix("Status: ")).unwrap_or("200 OK");
    write!(stream, "HTTP/1.1 {status}\r\nConnection: close\r\n")?;
    stream.write_all(&done)
}

fn push(office: &Office, port: u16) -> Pushed {
    let url = format!("http://127.0.0.1:{port}/server.git");
    let mut command = office.desk.command(&["push", "--quiet", &url, "main"]);
    command.env("GIT_ALLOW_PROTOCOL", "http").output().unwrap().into()
}

#[test]
fn a_push_over_http_is_judged_by_who_logged_in() {
    let office = by_transport("REMOTE_USER", "");
    office.server.git(&["config", "http.receivepack", "true"]);
    let ports = [None, Some("stranger"), Some("m2-account"), Some("m5-account")].map(|user| serve(&office, user));
    office.on("2025-03-03").desk.write(CASE, Story::plain().with(1)).commit("Klacht");
    for (port, wanted) in ports.into_iter().zip([vec!["G722"], vec!["G713"], vec!["G714"], vec![]]) {
        let pushed = push(&office, port);
        assert_eq!(codes(&pushed.text), wanted, "{}", pushed.text);
        assert_eq!(pushed.accepted, wanted.is_empty(), "{}", pushed.text);
    }
    office.desk.write(CASE, Story::plain().with(1).replace("m5", "m3")).commit("Verdraaid");
    let pushed = push(&office, ports[3]);
    assert!(!pushed.accepted && pushed.text.contains("remote: fout G702"), "{}", pushed.text);
}
