//! The page of patterns: each piece of YAML, put into the plainest template, is a regulation in which nothing is wrong.

use std::fs;

use crate::common::root;
use crate::init::desk::{Desk, told};
use crate::owner::desk::{FIRST, TODAY, run};

/// The pieces of the page, by heading.
fn patterns() -> Vec<(String, String)> {
    let page = fs::read_to_string(root().join("docs/patterns.md")).unwrap();
    let parts = page.split("\n## ").skip(1).map(|part| {
        let (heading, rest) = part.split_once('\n').unwrap();
        let (before, yaml) = rest.split_once("```yaml\n").unwrap();
        assert!(before.trim().starts_with("Use it "), "{heading}: when to use it");
        let (yaml, after) = yaml.split_once("```").unwrap();
        assert!(!after.contains("```yaml"), "{heading}: one piece a pattern");
        (heading.to_owned(), yaml.to_owned())
    });
    parts.collect()
}

/// A block of YAML in its items or keys, each with its lines and its name: its id, or its key.
fn items(block: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in block.split_inclusive('\n') {
        let begins = line.starts_with("  ") && !line[2..].starts_with([' ', '#', '\n']);
        match found.last_mut().filter(|_| !begins) {
            Some((_, lines)) => lines.push_str(line),
            None => {
                let words = line.trim().trim_start_matches("- ").trim_start_matches('{');
                let name = words.strip_prefix("id: ").unwrap_or(words);
                let name = name.split([',', ':', '}']).next().unwrap().trim();
                found.push((name.to_owned(), line.to_owned()));
            }
        }
    }
    found
}

/// The blocks of a file: the name and the lines of each.
fn blocks(source: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in source.split_inclusive('\n') {
        match line.split_once(':').filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            Some((name, rest)) if rest.trim().is_empty() => found.push((name.to_owned(), String::new())),
            _ => match found.last_mut() {
                Some((_, lines)) if line.starts_with(' ') => lines.push_str(line),
                _ => found.push((String::new(), line.to_owned())),
            },
        }
    }
    found
}

/// A regulation with a piece put into it, as the page says.
fn with(regulation: &str, piece: &str) -> String {
    let mut all = blocks(regulation);
    for (name, lines) in blocks(piece) {
        let Some((_, there)) = all.iter_mut().find(|(known, _)| *known == name) else {
            all.push((name, lines));
            continue;
        };
        let mut known = items(there);
        for (id, item) in items(&lines) {
            match known.iter_mut().find(|(other, _)| *other == id) {
                Some((_, old)) => *old = item,
                None => known.push((id, item)),
            }
        }
        *there = known.into_iter().map(|(_, item)| item).collect();
    }
    let whole = |(name, lines): (String, String)| if name.is_empty() { lines } else { format!("{name}:\n{lines}") };
    all.into_iter().map(whole).collect()
}

/// The template with a piece put into it, as a draft; the sentences of the piece are added to its text.
fn draft(desk: &Desk, piece: &str) {
    let version = format!("policy/{FIRST}/{TODAY}");
    let folder = desk.root.join(format!("concept/{FIRST}"));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("regulation.yaml"), with(&desk.text(&format!("{version}/regulation.yaml")), piece)).unwrap();
    let (tree, faults) = klacht::yaml::parse(piece, 0);
    assert!(faults.is_empty(), "{faults:?}");
    let mut text = desk.text(&format!("{version}/text.nl.md"));
    quotes(&tree.unwrap(), &mut text);
    fs::write(folder.join("text.nl.md"), text).unwrap();
}

fn quotes(node: &klacht::yaml::Node, text: &mut String) {
    for entry in node.entries() {
        if entry.key == "quote" {
            let one = entry.node.text().into_iter().chain(entry.node.items().iter().filter_map(|item| item.text()));
            for quote in one {
                if !text.contains(quote) {
                    text.extend(["\n", quote, "\n"]);
                }
            }
        } else {
            quotes(&entry.node, text);
        }
    }
    node.items().iter().for_each(|item| quotes(item, text));
}

#[test]
fn every_pattern_fits_the_plainest_template() {
    let desk = Desk::begun("minimal", "");
    let all = patterns();
    assert_eq!(all.len(), 8);
    let folder = format!("concept/{FIRST}");
    for (heading, piece) in all {
        draft(&desk, &piece);
        let (code, found, notes) = run(&desk, &["policy", "check", &folder, "--format", "short"]);
        // Who holds a new role is for people.yaml to say.
        let found = told(&found);
        let wrong: Vec<&str> = found.lines().filter(|line| !line.contains("[P523]")).collect();
        assert!(code == 0 && wrong.is_empty(), "{heading}: {wrong:?} {notes}");
        let (code, out, notes) = run(&desk, &["policy", "walk", &folder]);
        assert!(code == 0 && out.contains("(afgesloten)") && !out.contains("let op:"), "{heading}: {out}{notes}");
    }
}

#[test]
fn a_pattern_that_does_not_fit_is_found() {
    let desk = Desk::begun("minimal", "");
    let (_, piece) = patterns().into_iter().find(|(heading, _)| heading == "Two stages").unwrap();
    draft(&desk, &piece.replace("within: 3 weeks", "within: 4 weeks"));
    let (code, found, _) = run(&desk, &["policy", "check", &format!("concept/{FIRST}"), "--format", "short"]);
    assert!(code == 1 && found.contains("[P521]"), "{found}");
}
