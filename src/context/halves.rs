//! A regulation of which one half is missing: the text without its rules, the rules without their text or their people.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::parse_date;
use crate::context::placing::whole;
use crate::diagnostics::{Finding, text};
use crate::paths::{self, RegisterPath};
use crate::register::File;
use crate::rules::{Message, case_file};

/// The folders of versions in which a text stands, or rules under another name, without the rules: no case is held to them.
pub(super) fn without_rules(files: &[File], wanted: &dyn Fn(&str) -> bool) -> Vec<Finding> {
    let mut folders: BTreeMap<(&str, &str), (Option<&str>, bool)> = BTreeMap::new();
    for file in files {
        match RegisterPath::of(&file.path) {
            RegisterPath::Regulation { regulation, version } => {
                folders.entry((regulation, version)).or_default().1 = true;
            }
            RegisterPath::Text { regulation, version, name } => {
                let known = &mut folders.entry((regulation, version)).or_default().0;
                let stem = name.split('.').next().unwrap_or_default().to_lowercase();
                match stem.as_str() {
                    "regulation" => *known = Some(name),
                    "text" => *known = known.or(Some(name)),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    let alone =
        folders.into_iter().filter(|((id, folder), (_, rules))| !rules && wanted(id) && parse_date(folder).is_ok());
    let told = alone.filter_map(|((id, folder), (name, _))| {
        let path = paths::version_file(id, folder, paths::REGULATION);
        Some(whole(&path, &case_file::c101::RULE, no_rules(name?)))
    });
    told.collect()
}

fn no_rules(name: &str) -> Message {
    if !name.to_lowercase().starts_with("text.") {
        return Message::new(
            text!("dit bestand is er niet; {name} is er wel", "this file is not there; {name} is"),
            text!("geef {name} de naam regulation.yaml", "rename {name} to regulation.yaml"),
        );
    }
    Message::new(
        text!("de regels bij {name} zijn er niet", "the rules that belong to {name} are not there"),
        text!(
            "schrijf ze in dit bestand (klacht policy skeleton maakt een begin), of zet de tekst buiten `policy/` zolang zij niet geldt",
            "write them in this file (klacht policy skeleton makes a beginning), or keep the text outside `policy/` while it is not in force"
        ),
    )
}

/// The regulations of which nothing says who holds which role.
pub(super) fn without_people(files: &[File], wanted: &dyn Fn(&str) -> bool) -> Vec<Finding> {
    let (mut ruled, mut known) = (BTreeSet::new(), BTreeSet::new());
    for file in files {
        match RegisterPath::of(&file.path) {
            RegisterPath::Regulation { regulation, .. } => ruled.insert(regulation),
            RegisterPath::People { regulation } => known.insert(regulation),
            _ => false,
        };
    }
    let lost = ruled.difference(&known).filter(|id| wanted(id));
    let said = || {
        Message::new(
            text!(
                "dit bestand is er niet, dus niemand kan zien wie welke rol heeft",
                "this file is not there, so nobody can see who holds which role"
            ),
            text!(
                "zet er de personen met hun rollen in (docs/model.md, people.yaml)",
                "put the persons with their roles in it (docs/model.md, people.yaml)"
            ),
        )
    };
    lost.map(|id| whole(&paths::people(id), &case_file::c101::RULE, said())).collect()
}

/// What is said of a version without the text that its rules quote.
pub(super) fn no_text(rules: &str, english: bool) -> Message {
    let message = text!("de tekst waarop {rules} rust, is er niet", "the text that {rules} rests on is not there");
    let put = text!("zet de gepubliceerde woorden in dit bestand", "put the published words in this file");
    let remedy = if english {
        text!(
            "{put}; text.en.md is er, maar dat is de vertaling ervan",
            "{put}; text.en.md is there, but that is its translation",
            put
        )
    } else {
        put
    };
    Message::new(message, remedy)
}
