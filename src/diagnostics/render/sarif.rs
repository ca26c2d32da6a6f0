//! SARIF 2.1.0, for code scanning on GitHub and elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde_json::json;
use serde_sarif::sarif::{
    ArtifactLocation, Location, LogicalLocation, Message, MultiformatMessageString, PhysicalLocation, Region,
    ReportingConfiguration, ReportingDescriptor, Result as SarifResult, ResultLevel, Run, Sarif, Tool, ToolComponent,
};

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

/// Writes one run.
pub fn write(out: &mut dyn Write, report: &Report, options: &Options) -> io::Result<()> {
    let rules = descriptors(report, options);
    let index: BTreeMap<String, i64> = (0..).zip(&rules).map(|(number, rule)| (rule.id.clone(), number)).collect();
    let results: Vec<SarifResult> = fingerprinted(&report.findings)
        .into_iter()
        .map(|(finding, fingerprint)| result(finding, fingerprint, &index, options.lang))
        .collect();
    let driver = ToolComponent::builder()
        .name("klacht")
        .version(report.tool_version.clone())
        .language(options.lang.tag())
        .rules(rules)
        .build();
    let root = match options.lang {
        Lang::Nl => "De map van het register.",
        Lang::En => "The register's folder.",
    };
    let bases = BTreeMap::from([(ROOT.to_owned(), ArtifactLocation::builder().description(message(root)).build())]);
    let run = Run::builder()
        .tool(Tool::builder().driver(driver).build())
        .language(options.lang.tag())
        .column_kind(json!("unicodeCodePoints"))
        .original_uri_base_ids(bases)
        .results(results)
        .build();
    write_json(out, &Sarif::builder().schema(SCHEMA).version(json!("2.1.0")).runs(vec![run]).build())
}

/// The rules by code: those of the report, and a bare entry for a code that has no card.
fn descriptors(report: &Report, options: &Options) -> Vec<ReportingDescriptor> {
    let mut cards: BTreeMap<&str, Option<&RuleCard>> = BTreeMap::new();
    let found: BTreeSet<&str> = report.findings.iter().map(|finding| finding.code).collect();
    cards.extend(found.into_iter().map(|code| (code, None)));
    cards.extend(report.rules.iter().map(|card| (card.code, Some(card))));
    cards.into_iter().map(|(code, card)| descriptor(code, card, options)).collect()
}

fn descriptor(code: &str, card: Option<&RuleCard>, options: &Options) -> ReportingDescriptor {
    let help = MultiformatMessageString::builder().text(format!("klacht explain {code}")).build();
    let mut rule = ReportingDescriptor::builder().id(code).help(help).build();
    rule.help_uri = options.help_base.as_ref().map(|base| format!("{base}{code}.md"));
    // GitHub wants both descriptions of every rule.
    let summary = card.map_or_else(|| code.to_owned(), |card| line(card.summary.in_(options.lang)));
    let description = MultiformatMessageString::builder().text(summary).build();
    rule.short_description = Some(description.clone());
    rule.full_description = Some(description);
    if let Some(card) = card {
        rule.name = Some(card.name.to_owned());
        let level = level(card.severity).to_string();
        rule.default_configuration = Some(ReportingConfiguration::builder().level(json!(level)).build());
    }
    rule
}

fn result(finding: &Finding, fingerprint: String, rules: &BTreeMap<String, i64>, lang: Lang) -> SarifResult {
    let text = format!("{}\n{}", line(finding.message.in_(lang)), line(finding.remedy.in_(lang)));
    let mut place = location(&finding.path, region(finding.position));
    let named = [("case", &finding.case), ("route", &finding.route)];
    let logical: Vec<LogicalLocation> = named
        .into_iter()
        .filter_map(|(kind, name)| name.as_ref().map(|name| (kind, clean(name))))
        .map(|(kind, name)| LogicalLocation::builder().kind(kind).fully_qualified_name(name).build())
        .collect();
    place.logical_locations = (!logical.is_empty()).then_some(logical);
    let mut result = SarifResult::builder()
        .rule_id(finding.code)
        .level(level(finding.severity))
        .message(message(text.trim_end()))
        .locations(vec![place])
        .partial_fingerprints(BTreeMap::from([(FINGERPRINT.to_owned(), fingerprint)]))
        .build();
    result.rule_index = rules.get(finding.code).copied();
    result.related_locations = finding.article.as_ref().map(|article| vec![demand(article)]);
    result
}

/// The rule of the regulation, as a related place.
fn demand(article: &Article) -> Location {
    let mut place = location(&article.path, Region::builder().start_line(i64::from(article.line)).build());
    let rule = clean(&article.rule);
    let text = article.quote.as_ref().map_or_else(|| rule.clone(), |quote| format!("{rule}: \"{}\"", line(quote)));
    place.message = Some(message(&text));
    place
}

fn location(path: &str, region: Region) -> Location {
    let file = ArtifactLocation::builder().uri(relative_uri(path)).uri_base_id(ROOT).build();
    let place = PhysicalLocation::builder().artifact_location(file).region(region).build();
    Location::builder().physical_location(place).build()
}

fn region(at: Position) -> Region {
    Region::builder()
        .start_line(i64::from(at.line))
        .start_column(i64::from(at.column))
        .end_line(i64::from(at.end_line))
        .end_column(i64::from(at.end_column))
        .build()
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

fn message(text: &str) -> Message {
    Message::builder().text(text).build()
}

const fn level(severity: Severity) -> ResultLevel {
    match severity {
        Severity::Error => ResultLevel::Error,
        Severity::Warning => ResultLevel::Warning,
        Severity::Hint => ResultLevel::Note,
    }
}
