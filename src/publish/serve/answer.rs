//! What a request gets: from what is in memory and from nothing else, so that no path leads to a file on disk.

use std::borrow::Cow;

use super::banner::{SCRIPT, STYLE, alone, previewed};
use super::shown::Shown;
use crate::site::Site;

/// What was asked.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The method, as in `GET`.
    pub method: &'a str,
    /// The hosts that the request names: one, as a rule.
    pub hosts: &'a [&'a str],
    /// The path, as it was sent.
    pub path: &'a str,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The type of the content.
    pub kind: &'static str,
    /// The content.
    pub body: Vec<u8>,
    /// The policy of the page.
    pub policy: Option<String>,
    /// Where else to look.
    pub location: Option<String>,
}

/// The type of a page.
const HTML: &str = "text/html; charset=utf-8";
/// The type of a plain text.
const TEXT: &str = "text/plain; charset=utf-8";

/// Types of content by the ending of a file. Longer endings stand before shorter ones.
const KINDS: &[(&str, &str)] = &[
    (".csv-metadata.json", "application/csvm+json"),
    (".html", HTML),
    (".css", "text/css; charset=utf-8"),
    (".js", "text/javascript; charset=utf-8"),
    (".svg", "image/svg+xml"),
    (".png", "image/png"),
    (".atom", "application/atom+xml; charset=utf-8"),
    (".xml", "application/xml; charset=utf-8"),
    (".json", "application/json"),
    (".csv", "text/csv; charset=utf-8"),
    (".txt", TEXT),
    (".md", "text/markdown; charset=utf-8"),
];

impl Answer {
    /// A short text.
    #[must_use]
    pub fn said(status: u16, text: &str) -> Self {
        Self { status, kind: TEXT, body: format!("{text}\n").into_bytes(), policy: None, location: None }
    }

    fn file(kind: &'static str, body: &[u8]) -> Self {
        Self { status: 200, kind, body: body.to_vec(), policy: None, location: None }
    }
}

/// The refusal that a request gets whatever it asks for; nothing when it may ask.
#[must_use]
pub fn refusal(question: &Question<'_>, port: u16) -> Option<Answer> {
    // A name that leads here today may have led elsewhere yesterday: a page of that name must not read this one.
    if !matches!(question.hosts, [host] if is_here(host, port)) {
        return Some(Answer::said(403, "403: only 127.0.0.1 and localhost"));
    }
    (!matches!(question.method, "GET" | "HEAD")).then(|| Answer::said(405, "405: only GET and HEAD"))
}

/// Whether a host is this machine, by one of its own names.
fn is_here(host: &str, port: u16) -> bool {
    let names = ["127.0.0.1", "localhost", "[::1]"];
    let own = |name: &str| {
        host.eq_ignore_ascii_case(&format!("{name}:{port}")) || (port == 80 && host.eq_ignore_ascii_case(name))
    };
    names.into_iter().any(own)
}

/// The answer to a request that may be made.
#[must_use]
pub fn answer(path: &str, shown: &Shown) -> Answer {
    let Some(name) = name_of(path) else { return Answer::said(400, "400: not a path") };
    match name.as_ref() {
        SCRIPT => return Answer::file(kind(SCRIPT), include_bytes!("preview.js")),
        STYLE => return Answer::file(kind(STYLE), include_bytes!("preview.css")),
        _ => {}
    }
    let Some(site) = &shown.site else {
        let page = alone(shown);
        return Answer { status: 503, policy: page.policy, ..Answer::file(HTML, page.html.as_bytes()) };
    };
    let index = format!("{name}{}", if name.is_empty() || name.ends_with('/') { "index.html" } else { "/index.html" });
    match site.files.get(name.as_ref()) {
        Some(bytes) => found(name.as_ref(), bytes, shown),
        None if !name.is_empty() && !name.ends_with('/') && site.files.contains_key(&index) => {
            let location = Some(format!("/{}", index.trim_end_matches("index.html")));
            Answer { location, ..Answer::said(308, "308: a folder") }
        }
        None => site.files.get(&index).map_or_else(|| missing(site, shown), |bytes| found(&index, bytes, shown)),
    }
}

/// The name of a file of the site: without the query, with percent signs resolved.
fn name_of(path: &str) -> Option<Cow<'_, str>> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    percent_encoding::percent_decode_str(path.strip_prefix('/')?).decode_utf8().ok()
}

fn kind(name: &str) -> &'static str {
    KINDS.iter().find(|(end, _)| name.ends_with(end)).map_or("application/octet-stream", |(_, kind)| kind)
}

fn found(name: &str, bytes: &[u8], shown: &Shown) -> Answer {
    let kind = kind(name);
    match std::str::from_utf8(bytes) {
        Ok(html) if kind == HTML => {
            let page = previewed(html, shown);
            Answer { policy: page.policy, ..Answer::file(kind, page.html.as_bytes()) }
        }
        _ => Answer::file(kind, bytes),
    }
}

/// The site's own page for what is not there.
fn missing(site: &Site, shown: &Shown) -> Answer {
    match site.files.get("404.html") {
        Some(bytes) => Answer { status: 404, ..found("404.html", bytes, shown) },
        None => Answer::said(404, "404"),
    }
}

#[cfg(test)]
#[path = "../../../tests/unit/publish/serve/answer.rs"]
mod tests;
