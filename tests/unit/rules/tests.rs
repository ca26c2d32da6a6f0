//! What holds of every rule and of its page.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::registry::FAMILIES;
use super::{ALL, Rule};
use crate::diagnostics::Lang;
use crate::yaml::{self, Node};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap().replace("\r\n", "\n")
}

/// The file of a rule, found on disk.
fn home(rule: &Rule) -> PathBuf {
    let file = format!("{}.rs", rule.code.to_ascii_lowercase());
    let families = std::fs::read_dir(root().join("src/rules")).unwrap();
    let found = families.map(|f| f.unwrap().path().join(&file)).find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("{} has no file of its own", rule.code))
}

#[test]
fn codes_are_sorted_and_unique_and_of_a_family() {
    assert!(!ALL.is_empty());
    assert!(ALL.windows(2).all(|pair| pair[0].code < pair[1].code), "sort the lists by code; no code twice");
    for rule in ALL.iter() {
        let (letter, number) = rule.code.split_at(1);
        assert!(FAMILIES.iter().any(|(known, ..)| letter.starts_with(*known)), "{}: unknown family", rule.code);
        let digits = number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit());
        assert!(digits, "{}: letter, three digits", rule.code);
    }
}

#[test]
fn names_are_unique_and_kebab_case() {
    let names: BTreeSet<&str> = ALL.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), ALL.len(), "a name stands for one rule");
    for name in names {
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9'));
        assert!(name.split('-').all(plain), "{name}: kebab-case");
    }
}

#[test]
fn every_summary_is_one_sentence_in_each_language() {
    for rule in ALL.iter() {
        for lang in Lang::ALL {
            let summary = rule.summary(lang);
            let sentence = summary.len() > 10 && summary.ends_with('.') && !summary.contains('\n');
            assert!(sentence, "{}: {summary:?} is no sentence", rule.code);
        }
        assert_ne!(rule.summary.0, rule.summary.1, "{}: one language twice", rule.code);
    }
}

/// The reader of the compiler knows one form of YAML only; a real reader finds the same in it.
#[test]
fn what_stands_above_a_page_is_yaml_and_says_what_the_rule_says() {
    for rule in ALL.iter() {
        let page = read(&root().join("docs/rules").join(rule.file_name()));
        let above = page.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
        let (above, text) = above.unwrap_or_else(|| panic!("{}: no front matter", rule.code));
        assert_eq!(text, rule.text.replace("\r\n", "\n"), "{}: another rule's page", rule.code);
        let (tree, faults) = yaml::parse(above, 0);
        assert!(faults.is_empty(), "{}: {faults:?}", rule.code);
        let tree = tree.unwrap();
        let value = |node: &Node, key: &str| node.get(key).and_then(Node::text).unwrap_or_default().to_owned();
        let summary = tree.get("summary").unwrap();
        let (softened, accepted) = (rule.softened.to_string(), rule.accepted.to_string());
        for (key, known) in [
            ("code", rule.code),
            ("name", rule.name),
            ("severity", rule.severity.word()),
            ("softened", softened.as_str()),
            ("accepted", accepted.as_str()),
            ("since", rule.since),
            ("check", rule.check),
        ] {
            assert_eq!(value(&tree, key), known, "{}: {key}", rule.code);
        }
        assert_eq!((value(summary, "nl").as_str(), value(summary, "en").as_str()), rule.summary, "{}", rule.code);
    }
}

#[test]
fn every_page_is_whole_in_both_languages() {
    for rule in ALL.iter() {
        for lang in Lang::ALL {
            let page = rule.page(lang);
            assert_eq!(missing(&page, lang), Vec::<&str>::new(), "{} in {lang:?}", rule.code);
            let title = format!("# {}: {}", rule.code, rule.name);
            assert_eq!(page.lines().next(), Some(title.as_str()), "{}: the page's title", rule.code);
        }
    }
}

/// The headings that every page has, in their order.
const fn headings(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Nl => ["## Wat wordt nagekeken", "## Waarom", "## Voorbeeld", "## Zo zet u het recht"],
        Lang::En => ["## What it checks", "## Why", "## Example", "## How to put it right"],
    }
}

/// The headings that are absent, out of order, or have nothing under them.
fn missing(page: &str, lang: Lang) -> Vec<&'static str> {
    let mut rest = page.lines();
    let mut missing = Vec::new();
    for heading in headings(lang) {
        let mut after = rest.clone();
        let found = after.any(|line| line == heading);
        let says = after.clone().find(|line| !line.trim().is_empty()).is_some_and(|line| !line.starts_with("## "));
        if found && says { rest = after } else { missing.push(heading) }
    }
    missing
}

#[test]
fn a_heading_that_is_missing_empty_or_out_of_order_is_found() {
    let page = "## Why\nb\n## What it checks\n## Example\nc\n";
    let found = missing(page, Lang::En);
    assert_eq!(found, ["## What it checks", "## How to put it right"]);
}

#[test]
fn every_rule_is_in_a_file_of_its_own_name_that_begins_with_what_it_checks() {
    for rule in ALL.iter() {
        let source = read(&home(rule));
        let page = format!("docs/rules/{}\"", rule.file_name());
        assert!(source.contains(&page), "{}: its file includes another page", rule.code);
        let first = source.lines().next().unwrap_or_default().to_lowercase();
        let says = format!("//! {}: {}", rule.code, rule.summary(Lang::En)).to_lowercase();
        assert_eq!(first, says, "{}: the first line of its file", rule.code);
    }
}

#[test]
fn every_page_in_the_folder_is_of_a_rule() {
    for entry in std::fs::read_dir(root().join("docs/rules")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let known = name == "README.md" || ALL.iter().any(|rule| rule.file_name() == name);
        assert!(known, "docs/rules/{name} is of no rule");
    }
}

/// What a rule is called where it is checked, when neither its code nor a violation leads there.
const ELSEWHERE: [(&str, &str); 3] = [("C107", "Wrong::"), ("G701", "FaultKind::"), ("G715", "SignatureStatus::")];

/// A kind of violation says which rules are its own, so that a code leads to what finds it.
#[test]
fn a_kind_of_violation_names_its_rules() {
    let kinds = read(&root().join("src/docket/violation.rs"));
    let (_, kinds) = kinds.split_once("pub enum ViolationKind {").unwrap();
    let of = read(&root().join("src/rules/of_violation.rs"));
    let mut seen = 0;
    for arm in of.split("Kind::").skip(1) {
        let name: String = arm.chars().take_while(char::is_ascii_alphanumeric).collect();
        let Some((before, _)) = arm.split_once("::RULE") else { continue };
        let code = before.rsplit('&').next().unwrap().to_uppercase();
        let line = [" {", ","].iter().find_map(|end| kinds.find(&format!("\n    {name}{end}"))).unwrap();
        let doc = &kinds[..line];
        let doc = &doc[doc.rfind("\n    /// ").unwrap()..];
        assert!(doc.contains(&code), "{name} is found for {code}, and src/docket/violation.rs does not say so");
        seen += 1;
    }
    assert!(seen > 50);
}

/// A page names the file that checks. That file is the rule's own, or knows the rule, its code, or the fault that leads to it.
#[test]
fn from_the_page_it_is_one_jump_to_the_check() {
    let routes = [
        ("src/rules/of_violation.rs", "Kind::"),
        ("src/yaml/fault.rs", "FaultKind::"),
        ("src/publish/findings.rs", "SiteFault::"),
    ]
    .map(|(path, prefix)| (read(&root().join(path)), prefix));
    for rule in ALL.iter() {
        let check = root().join(rule.check);
        assert!(check.is_file(), "{}: {} is not there", rule.code, rule.check);
        if check == home(rule) {
            continue;
        }
        let (source, module) = (read(&check), format!("{}::", rule.code.to_ascii_lowercase()));
        let faults = routes.iter().flat_map(|(route, prefix)| arms(route, prefix, [&module, rule.code]));
        let told = ELSEWHERE.iter().filter(|(code, _)| *code == rule.code).map(|(_, word)| (*word).to_owned());
        let mut words =
            faults.map(|fault| format!("::{fault}")).chain(told).chain([module.clone(), rule.code.to_owned()]);
        assert!(words.any(|word| source.contains(&word)), "{}: nothing of it in {}", rule.code, rule.check);
    }
}

/// The names behind `prefix` of the arms of a match that come to a rule.
fn arms(source: &str, prefix: &str, to: [&str; 2]) -> Vec<String> {
    let arms = source.split(prefix).skip(1).filter(|arm| to.iter().any(|word| arm.contains(word)));
    arms.map(|arm| arm.chars().take_while(char::is_ascii_alphanumeric).collect()).collect()
}
