use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::diagnostics::Lang;

fn shown() -> Shown {
    let files = [
        ("index.html", "<head></head><body>start"),
        ("404.html", "<body>not here"),
        ("cmm/index.html", "<body>cmm"),
        ("cmm/figures.csv", "a;b"),
        ("cmm/figures.csv-metadata.json", "{}"),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let site = Site { files: files.into_iter().collect(), ..Site::default() };
    Shown { site: Some(Arc::new(site)), ..Shown::nothing(Lang::En) }
}

fn told(path: &str) -> (u16, &'static str) {
    let answer = answer(path, &shown());
    (answer.status, answer.kind)
}

#[test]
fn files_have_their_types_and_folders_their_pages() {
    assert_eq!(told("/"), (200, HTML));
    assert_eq!(told("/cmm/?a=b"), (200, HTML));
    assert_eq!(told("/c%6dm/"), (200, HTML));
    assert_eq!(told("/cmm/figures.csv"), (200, "text/csv; charset=utf-8"));
    assert_eq!(told("/cmm/figures.csv-metadata.json"), (200, "application/csvm+json"));
    assert_eq!(answer("/cmm", &shown()).location.as_deref(), Some("/cmm/"));
    assert_eq!(told("/%ff").0, 400);
}

#[test]
fn no_path_leads_out_of_the_site() {
    for path in ["/../klacht.yaml", "/%2e%2e/klacht.yaml", "/cmm/../index.html", "//etc/passwd", "/c:/x", "/.git/HEAD"]
    {
        let answer = answer(path, &shown());
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.starts_with(b"<body>not here"), "{path}");
    }
}

#[test]
fn without_a_site_the_page_says_so() {
    let answer = answer("/cmm/", &Shown::nothing(Lang::Nl));
    assert!(answer.status == 503 && String::from_utf8(answer.body).unwrap().contains("Nog geen site"));
    assert!(answer.policy.is_some_and(|policy| policy.starts_with("default-src 'none'")));
}

#[test]
fn only_this_machine_may_ask() {
    let status = |method, hosts: &[&str], port| {
        refusal(&Question { method, hosts, path: "/" }, port).map(|answer| answer.status)
    };
    for host in ["127.0.0.1:8000", "LOCALHOST:8000", "[::1]:8000"] {
        assert_eq!(status("GET", &[host], 8000), None, "{host}");
    }
    for host in ["127.0.0.1", "localhost:80", "evil.example:8000", "127.0.0.1:8000.evil.example", "", "localhost:8000x"]
    {
        assert_eq!(status("GET", &[host], 8000), Some(403), "{host}");
    }
    assert_eq!(status("GET", &[], 8000), Some(403));
    assert_eq!(status("GET", &["localhost:8000", "evil.example"], 8000), Some(403));
    assert_eq!(status("HEAD", &["localhost"], 80), None);
    assert_eq!(status("POST", &["localhost:8000"], 8000), Some(405));
    assert_eq!(status("POST", &["evil.example"], 8000), Some(403));
}

proptest! {
    #[test]
    fn whatever_is_asked_comes_from_the_site(path in "[/.%a-z0-9?#\\\\]{0,24}") {
        let (answer, site) = (answer(&path, &shown()), shown());
        let ours = site.site.iter().flat_map(|s| s.files.values()).any(|bytes| *bytes == answer.body);
        let paged = answer.kind == HTML && [200, 404].contains(&answer.status);
        prop_assert!(ours || paged || [400, 308].contains(&answer.status), "{path}: {answer:?}");
    }
}
