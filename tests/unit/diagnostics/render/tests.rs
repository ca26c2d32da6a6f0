//! Every format on the same handful of findings, three of them nasty.

use super::text::is_unsafe;
use super::*;
use crate::diagnostics::{Article, Finding, Position, RuleCard, Severity, Sink, Text, text};

const CASE: &str = "cases/cmm/2026/11/K26-7F3QXM.md";
const NASTY_PATH: &str = "::error cases/a,b:\x1b[31m\u{9b}2J%\n<&\">##[error].md";
const FILE: &str = "---\nid: K26-7F3QXM\nlog:\n  - step: afgehandeld\n    on: 2026-11-20\x1b[2J\n---\nGEHEIM\n";

fn at(line: u32, column: u32, end_line: u32, end_column: u32) -> Position {
    Position { line, column, end_line, end_column }
}

fn late() -> Finding {
    let article = Article {
        path: "policy/cmm/2024-01-01/regulation.yaml".into(),
        line: 31,
        rule: "terms/beslissing".into(),
        quote: Some("binnen vier weken".into()),
    };
    let message = text!("de beslissing kwam drie dagen te laat", "the decision came three days late");
    let remedy = text!("schrijf `late: <reden>` bij deze stap", "write `late: <reason>` at this step");
    Finding::new("T201", Severity::Error, CASE, message, remedy)
        .at(at(5, 9, 5, 19))
        .on_route("log[0].on")
        .in_case("K26-7F3QXM")
        .in_commit("0123456789abcdef0123456789abcdef01234567")
        .demanded_by(article)
}

fn nasty() -> Finding {
    let text = "::error file=x::gek\n::stop-commands::x\r\x1b[31mrood\u{9b} 100% <b>&\"'\u{202e} ]]> ##[error]x a,b:c";
    Finding::new("C101", Severity::Warning, NASTY_PATH, Text::new(text, text), Text::new(text, text))
        .on_route("x\n\x1b[1my")
        .demanded_by(Article { path: "p\n\x1b.yaml".into(), line: 1, rule: "a\nb".into(), quote: Some(text.into()) })
}

fn report() -> Report {
    let mut sink = Sink::new();
    sink.push(nasty());
    sink.push(late());
    sink.push(
        Finding::new("D101", Severity::Hint, CASE, Text::new("ü".repeat(700), "ü".repeat(700)), text!("", ""))
            .at(at(3, 1, 6, 4)),
    );
    let card = RuleCard {
        code: "T201",
        name: "late-step",
        severity: Severity::Error,
        summary: text!("Te late stappen hebben een reden.", "Late steps have a reason."),
    };
    Report {
        commits: None,
        findings: sink.into_findings(),
        checked: 2,
        checked_paths: vec!["cases/cmm/2026/11/K26-AAAAAA.md".into(), CASE.into()],
        tool_version: "0.1.0".into(),
        rules: vec![card],
    }
}

fn shown(format: Format, report: &Report, options: &Options) -> String {
    let mut out = Vec::new();
    render(format, &mut out, report, options, &|path, _| (path == CASE).then(|| FILE.to_owned())).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn each_format_looks_as_promised() {
    for format in Format::ALL {
        insta::assert_snapshot!(format.name(), shown(format, &report(), &Options::default()));
    }
}

#[test]
fn english_and_excerpts() {
    let options = Options { lang: Lang::En, snippets: true, ..Options::default() };
    insta::assert_snapshot!("human-en-snippets", shown(Format::Human, &report(), &options));
    insta::assert_snapshot!("hook-en", shown(Format::Hook, &report(), &options));
}

#[test]
fn no_excerpt_unless_asked_for_and_only_for_people() {
    for format in Format::ALL {
        let asked = std::cell::Cell::new(false);
        let source = |_: &str, _: Option<&str>| {
            asked.set(true);
            None
        };
        render(format, &mut Vec::new(), &report(), &Options::default(), &source).unwrap();
        assert!(!asked.get(), "{}", format.name());
        let snippets = Options { snippets: true, ..Options::default() };
        render(format, &mut Vec::new(), &report(), &snippets, &source).unwrap();
        assert_eq!(asked.get(), format == Format::Human, "{}", format.name());
    }
}

#[test]
fn an_excerpt_shows_the_faulty_line_only() {
    let options = Options { snippets: true, ..Options::default() };
    let out = shown(Format::Human, &report(), &options);
    assert!(out.contains("2026-11-20"));
    assert!(!out.contains("GEHEIM"));
}

#[test]
fn nothing_unsafe_passes_in_any_format() {
    for format in Format::ALL {
        for lang in Lang::ALL {
            let options = Options { lang, snippets: true, ..Options::default() };
            let out = shown(format, &report(), &options);
            let bad: Vec<char> = out.chars().filter(|c| *c != '\n' && is_unsafe(*c)).collect();
            assert!(bad.is_empty(), "{}: {bad:?}", format.name());
            assert!(!out.contains("##["), "{}", format.name());
        }
    }
}

#[test]
fn no_line_starts_a_command_but_githubs_own() {
    for format in Format::ALL {
        let out = shown(format, &report(), &Options::default());
        let commands: Vec<&str> = out.lines().filter(|line| line.trim_start().starts_with("::")).collect();
        let own = if format == Format::Github { 3 } else { 0 };
        assert_eq!(commands.len(), own, "{}: {commands:?}", format.name());
        assert!(commands.iter().all(|line| line.matches("::").count() >= 2));
    }
    let github = shown(Format::Github, &report(), &Options::default());
    assert!(github.starts_with("::error title=klacht (T201)"), "errors come first");
    let (properties, _) = github.lines().nth(1).unwrap()[2..].split_once("::").unwrap();
    assert_eq!(properties.matches(',').count(), 5, "no comma of a path stands unescaped: {properties}");
}

#[test]
fn colour_only_when_asked_for() {
    let options = Options { color: true, ..Options::default() };
    assert!(shown(Format::Human, &report(), &options).contains('\x1b'));
    for format in Format::ALL.into_iter().filter(|format| *format != Format::Human) {
        assert!(!shown(format, &report(), &options).contains('\x1b'), "{}", format.name());
    }
}

#[test]
fn a_hook_says_little_whatever_is_found() {
    let many = |finding: &Finding| Report { findings: vec![finding.clone(); 1_000], ..Report::default() };
    let long = "ë".repeat(3_000);
    let longest = Finding::new("C101", Severity::Error, long.clone(), Text::new(&long, &long), Text::new(&long, &long));
    for finding in [late(), nasty(), longest] {
        for lang in Lang::ALL {
            let out = shown(Format::Hook, &many(&finding), &Options { lang, ..Options::default() });
            assert!(out.len() < 1_000, "{} bytes", out.len());
            assert_eq!(out.lines().count(), 7);
            assert!(out.contains("997"));
        }
    }
    let out = shown(Format::Hook, &many(&late()), &Options::default());
    assert!(!out.contains("cases/"), "a case is named by its id");
    assert_eq!(shown(Format::Hook, &Report::default(), &Options::default()), "");
}

#[test]
fn a_hook_says_as_much_of_a_remedy_as_is_whole_and_fits() {
    let said = |remedy: &str, count: usize| {
        let text = |words: &str| Text::new(words, words);
        let finding = Finding::new("C105", Severity::Error, "a", text("iets"), text(remedy));
        let report = Report { findings: vec![finding; count], ..Report::default() };
        let out = shown(Format::Hook, &report, &Options::default());
        assert!(out.len() < 1_000, "{} bytes", out.len());
        out.lines().nth(1).unwrap().trim_start_matches("  doe dit: ").to_owned()
    };
    let long = "of kies ".to_owned() + &"een van deze namen ".repeat(20);
    let remedy = format!("schrijf `a; (b)` ({long}) bij “de stap (x; y)”; of {long}");
    assert_eq!(said(&remedy, 1), remedy, "one finding has the room");
    assert_eq!(said(&remedy, 2), format!("schrijf `a; (b)` ({long}) bij “de stap (x; y)”"));
    assert_eq!(said(&remedy, 3), "schrijf `a; (b)` bij “de stap (x; y)”");
    // Of a command that is too long nothing is said.
    let command = format!("voer uit: `klacht {}`", "x ".repeat(600));
    assert_eq!(said(&command, 1), "klacht explain C105");
    assert_eq!(said("", 1), "klacht explain C105");
}

#[test]
fn fingerprints_outlive_moved_lines_and_never_collide() {
    let prints = |report: &Report| -> Vec<String> {
        let json: serde_json::Value =
            serde_json::from_str(&shown(Format::Gitlab, report, &Options::default())).unwrap();
        json.as_array().unwrap().iter().map(|item| item["fingerprint"].as_str().unwrap().to_owned()).collect()
    };
    let mut moved = report();
    for finding in &mut moved.findings {
        finding.position = at(finding.position.line + 40, 2, finding.position.line + 41, 3);
        finding.severity = Severity::Hint;
    }
    assert_eq!(prints(&report()), prints(&moved));
    let doubles =
        Report { findings: vec![late(), late().at(at(9, 1, 9, 2)), late().on_route("log[1].on")], ..report() };
    let unique: std::collections::BTreeSet<String> = prints(&doubles).into_iter().collect();
    assert_eq!(unique.len(), 3);
}

#[test]
fn sarif_has_what_code_scanning_needs() {
    let options = Options { help_base: Some("https://klacht.example/rules/".into()), ..Options::default() };
    let text = shown(Format::Sarif, &report(), &options);
    let sarif: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect::<Vec<_>>(), ["C101", "D101", "T201"]);
    assert_eq!(rules[2]["helpUri"], "https://klacht.example/rules/T201.md");
    assert_eq!(rules[2]["shortDescription"]["text"], "Te late stappen hebben een reden.");
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_i64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        assert_eq!(result["partialFingerprints"]["klachtFinding/v1"].as_str().unwrap().len(), 32);
        let place = &result["locations"][0]["physicalLocation"];
        let file = &place["artifactLocation"];
        assert_eq!(file["uriBaseId"], "%SRCROOT%");
        let uri = file["uri"].as_str().unwrap();
        assert!(uri.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-._~%".contains(&b)), "{uri}");
        assert!(place["region"]["startLine"].as_i64().unwrap() >= 1);
        assert!(place["region"].get("snippet").is_none(), "no complainant's words in a log");
    }
    assert_eq!(results[2]["relatedLocations"][0]["physicalLocation"]["region"]["startLine"], 31);
}

#[test]
fn json_keeps_paths_exact_and_names_its_shape() {
    let json: serde_json::Value = serde_json::from_str(&shown(Format::Json, &report(), &Options::default())).unwrap();
    assert_eq!(json["schema"], "klacht.check/1");
    assert_eq!(json["summary"], serde_json::json!({"checked": 2, "errors": 1, "warnings": 1, "hints": 1}));
    let paths: Vec<&str> = json["findings"].as_array().unwrap().iter().filter_map(|f| f["path"].as_str()).collect();
    assert_eq!(paths, [NASTY_PATH, CASE, CASE]);
    assert_eq!(json["findings"][2]["message"]["nl"], "de beslissing kwam drie dagen te laat");
}
