//! A server of git over http on this machine: git's own `http-backend` behind as much of HTTP as git speaks.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};

use super::World;

/// Serves the repositories of a world until the test ends, to somebody who logged in as `user`, where the server knows that; its
/// address. Hooks see `variables`.
pub fn serve(world: &World, user: Option<&'static str>, variables: &'static [(&'static str, &'static str)]) -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let git = world.command("git", world.path());
    let (program, folder) = (git.get_program().to_owned(), world.path().to_path_buf());
    let kept: Vec<(OsString, OsString)> =
        git.get_envs().filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned()))).collect();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let mut git = Command::new(&program);
            git.env_clear().envs(kept.iter().cloned()).envs(variables.iter().copied());
            if let Some(user) = user {
                git.env("REMOTE_USER", user);
            }
            // A client that hangs up is no matter of the server's.
            answer(&stream, &folder, git);
        }
    });
    address
}

/// One request a connection.
fn answer(stream: &TcpStream, folder: &Path, mut git: Command) -> Option<()> {
    let mut from = BufReader::new(stream);
    let mut first = String::new();
    from.read_line(&mut first).ok()?;
    let mut words = first.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        from.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        headers.push((name.to_ascii_lowercase(), value.to_owned()));
    }
    let header = |name: &str| headers.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str());
    let body = if header("transfer-encoding") == "chunked" {
        chunks(&mut from)?
    } else {
        let mut body = vec![0; header("content-length").parse().unwrap_or(0)];
        from.read_exact(&mut body).ok()?;
        body
    };
    git.arg("http-backend")
        .env("GIT_PROJECT_ROOT", folder)
        .env("GIT_HTTP_EXPORT_ALL", "1")
        .env("PATH_INFO", path)
        .env("QUERY_STRING", query)
        .env("REQUEST_METHOD", method)
        .env("CONTENT_TYPE", header("content-type"))
        .env("CONTENT_LENGTH", body.len().to_string())
        .env("HTTP_CONTENT_ENCODING", header("content-encoding"))
        .env("GIT_PROTOCOL", header("git-protocol"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = git.spawn().ok()?;
    let mut input = child.stdin.take()?;
    let feeding = std::thread::spawn(move || input.write_all(&body));
    let said = child.wait_with_output().ok()?.stdout;
    let _ = feeding.join();
    let end = said.windows(4).position(|part| part == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&said[..end]).into_owned();
    let status = head.lines().find_map(|line| line.strip_prefix("Status: ")).unwrap_or("200 OK").to_owned();
    let rest: String =
        head.lines().filter(|line| !line.starts_with("Status: ")).fold(String::new(), |all, line| all + line + "\r\n");
    let said = &said[end + 4..];
    let mut to = stream;
    write!(to, "HTTP/1.1 {status}\r\n{rest}Content-Length: {}\r\nConnection: close\r\n\r\n", said.len()).ok()?;
    to.write_all(said).ok()
}

fn chunks(from: &mut impl BufRead) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut line = String::new();
        from.read_line(&mut line).ok()?;
        let size = usize::from_str_radix(line.trim(), 16).ok()?;
        let mut part = vec![0; size + 2];
        from.read_exact(&mut part).ok()?;
        if size == 0 {
            return Some(body);
        }
        body.extend_from_slice(&part[..size]);
    }
}
