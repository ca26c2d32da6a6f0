//! SARIF 2.1.0, for code scanning on GitHub and elsewhere.
//!
//! The structs hold what is written of the format and no more, each with its properties in the order of the alphabet.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde::Serialize;

use super::Options;
use super::fingerprint::fingerprinted;
use super::text::{clean, line, write_json};
use crate::diagnostics::finding::{Article, Finding, Position, Severity};
use crate::diagnostics::lang::Lang;
use crate::diagnostics::report::{Report, RuleCard};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
/// What relative paths are relative to, by the name that GitHub and its kin use: the root of the repository.
const ROOT: &str = "%SRCROOT%";
/// The fingerprint's name; the number is that of its recipe.
const FINGERPRINT: &str = "klachtFinding/v1";

#[derive(Serialize)]
struct Sarif<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    runs: [Run<'a>; 1],
    version: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    column_kind: &'static str,
    language: &'static str,
    original_uri_base_ids: BTreeMap<&'static str, Base>,
    results: Vec<Found<'a>>,
    tool: Tool<'a>,
}

#[derive(Serialize)]
struct Base {
    description: Words,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
struct Driver<'a> {
    language: &'static str,
    name: &'static str,
    rules: Vec<Rule<'a>>,
    version: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    default_configuration: Option<Configuration>,
    full_description: Words,
    help: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<String>,
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    short_description: Words,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

/// A finding; the format says `result`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Found<'a> {
    level: &'static str,
    locations: [Spot; 1],
    message: Words,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    related_locations: Option<[Spot; 1]>,
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Spot {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<Logical>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Words>,
    physical_location: Physical,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical {
    fully_qualified_name: String,
    kind: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: File,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct Region {
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<u32>,
    start_line: u32,
}

#[derive(Serialize, Clone)]
struct Words {
    text: String,
}

/// Writes one run.
pub fn write(out: &mut dyn Write, report: &Report, options: &Options) -> io::Result<()> {
    let rules = descriptors(report, options);
    let index: BTreeMap<&str, usize> = (0..).zip(&rules).map(|(number, rule)| (rule.id, number)).collect();
    let results = fingerprinted(&report.findings)
        .into_iter()
        .map(|(finding, fingerprint)| result(finding, fingerprint, &index, options.lang))
        .collect();
    let root = match options.lang {
        Lang::Nl => "De map van het register.",
        Lang::En => "The register's folder.",
    };
    let language = options.lang.tag();
    let run = Run {
        column_kind: "unicodeCodePoints",
        language,
        original_uri_base_ids: BTreeMap::from([(ROOT, Base { description: words(root) })]),
        results,
        tool: Tool { driver: Driver { language, name: "klacht", rules, version: &report.tool_version } },
    };
    write_json(out, &Sarif { schema: SCHEMA, runs: [run], version: "2.1.0" })
}

/// The rules by code: those of the report, and a bare entry for a code that has no card.
fn descriptors<'a>(report: &'a Report, options: &Options) -> Vec<Rule<'a>> {
    let mut cards: BTreeMap<&str, Option<&RuleCard>> = BTreeMap::new();
    let found: BTreeSet<&str> = report.findings.iter().map(|finding| finding.code).collect();
    cards.extend(found.into_iter().map(|code| (code, None)));
    cards.extend(report.rules.iter().map(|card| (card.code, Some(card))));
    cards.into_iter().map(|(code, card)| descriptor(code, card, options)).collect()
}

fn descriptor<'a>(code: &'a str, card: Option<&'a RuleCard>, options: &Options) -> Rule<'a> {
    // GitHub wants both descriptions of every rule.
    let summary = words(card.map_or_else(|| code.to_owned(), |card| line(card.summary.in_(options.lang))));
    Rule {
        default_configuration: card.map(|card| Configuration { level: level(card.severity) }),
        full_description: summary.clone(),
        help: words(format!("klacht explain {code}")),
        help_uri: options.help_base.as_ref().map(|base| format!("{base}{code}.md")),
        id: code,
        name: card.map(|card| card.name),
        short_description: summary,
    }
}

fn result<'a>(finding: &'a Finding, fingerprint: String, rules: &BTreeMap<&str, usize>, lang: Lang) -> Found<'a> {
    let text = format!("{}\n{}", line(finding.message.in_(lang)), line(finding.remedy.in_(lang)));
    let mut place = location(&finding.path, region(finding.position));
    let named = [("case", &finding.case), ("route", &finding.route)];
    place.logical_locations = named
        .into_iter()
        .filter_map(|(kind, name)| Some(Logical { fully_qualified_name: clean(name.as_ref()?), kind }))
        .collect();
    Found {
        level: level(finding.severity),
        locations: [place],
        message: words(text.trim_end()),
        partial_fingerprints: BTreeMap::from([(FINGERPRINT, fingerprint)]),
        related_locations: finding.article.as_ref().map(|article| [demand(article)]),
        rule_id: finding.code,
        rule_index: rules.get(finding.code).copied(),
    }
}

/// The rule of the regulation, as a related place.
fn demand(article: &Article) -> Spot {
    let mut place = location(&article.path, Region { start_line: article.line, ..Region::default() });
    let rule = clean(&article.rule);
    let text = article.quote.as_ref().map_or_else(|| rule.clone(), |quote| format!("{rule}: \"{}\"", line(quote)));
    place.message = Some(words(text));
    place
}

fn location(path: &str, region: Region) -> Spot {
    let artifact_location = File { uri: relative_uri(path), uri_base_id: ROOT };
    let physical_location = Physical { artifact_location, region };
    Spot { logical_locations: Vec::new(), message: None, physical_location }
}

fn region(at: Position) -> Region {
    Region {
        end_column: Some(at.end_column),
        end_line: Some(at.end_line),
        start_column: Some(at.column),
        start_line: at.line,
    }
}

/// A path as a relative URI: every byte that is not plainly allowed is percent-encoded, so the exact path is kept.
fn relative_uri(path: &str) -> String {
    let encoded = |byte: u8| match byte {
        b'/' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    path.bytes().map(encoded).collect::<Vec<String>>().concat()
}

fn words(text: impl Into<String>) -> Words {
    Words { text: text.into() }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}
