//! A version of which one half is missing: the text without its rules, or the rules without their text.

use std::collections::BTreeMap;

use crate::calendar::parse_date;
use crate::context::placing::whole;
use crate::diagnostics::{Finding, text};
use crate::paths::{self, RegisterPath};
use crate::register::File;
use crate::rules::{Message, case_file};

/// The folders of versions in which a text stands without the rules that belong to it: no case is held to such a text.
pub(super) fn without_rules(files: &[File], wanted: &dyn Fn(&str) -> bool) -> Vec<Finding> {
    let mut folders: BTreeMap<(&str, &str), (Option<&str>, bool)> = BTreeMap::new();
    for file in files {
        match RegisterPath::of(&file.path) {
            RegisterPath::Regulation { regulation, version } => {
                folders.entry((regulation, version)).or_default().1 = true;
            }
            RegisterPath::Text { regulation, version, name } if name.starts_with("text.") => {
                folders.entry((regulation, version)).or_default().0.get_or_insert(name);
            }
            _ => {}
        }
    }
    let alone =
        folders.into_iter().filter(|((id, folder), (_, rules))| !rules && wanted(id) && parse_date(folder).is_ok());
    alone.filter_map(|((id, folder), (text, _))| {
        let (text, path) = (text?, paths::version_file(id, folder, paths::REGULATION));
        let said = Message::new(
            text!("de regels bij {text} zijn er niet", "the rules that belong to {text} are not there"),
            text!(
                "schrijf ze in dit bestand (klacht policy skeleton maakt een begin), of zet de tekst buiten `policy/` zolang zij niet geldt",
                "write them in this file (klacht policy skeleton makes a beginning), or keep the text outside `policy/` while it is not in force"
            ),
        );
        Some(whole(&path, &case_file::c101::RULE, said))
    }).collect()
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
