//! The words of every rule, side by side.

use super::{s801, s802, s803, s804, s805, s806, s807, s808, s809, s810};
use crate::rules::Message;
use crate::rules::fixture::words_of;

fn all() -> Vec<(&'static str, Message)> {
    use s803::Phrase::{Lacks, Missing, Unreadable};
    let mut all = vec![
        ("S801", s801::say("escalations[0].costs", "cmm/index.html", None)),
        ("S802", s802::say("Variable `titel` is not defined.")),
    ];
    let phrases = [Missing("skip"), Lacks("updated", "Unknown variable: $dag"), Unreadable("Expected a token")];
    all.extend(phrases.map(|phrase| ("S803", s803::say(phrase))));
    all.extend([false, true].map(|anchor| ("S804", s804::say("cmm/index.html", "weg.html#a", anchor))));
    all.extend([Some("cmm/index.html"), None].map(|page| ("S805", s805::say(page, "publication.forbidden[1]"))));
    all.push(("S806", s806::say("cmm/regeling/index.html", 63_001, 50_000)));
    all.push(("S807", s807::say("cmm/index.html", "kosten")));
    all.push(("S808", s808::say()));
    let held = [s810::Held::Data("D601"), s810::Held::Case, s810::Held::Person, s810::Held::Sealed];
    all.extend(held.map(|held| ("S810", s810::say(held))));
    all.extend([Some("privacy.html"), None].map(|near| ("S809", s809::say(near))));
    all
}

#[test]
fn the_words_of_every_rule() {
    insta::assert_snapshot!(words_of(super::RULES, &all()));
}

#[test]
fn every_rule_has_words() {
    for rule in super::RULES {
        assert!(all().iter().any(|(code, _)| *code == rule.code), "{}", rule.code);
    }
}
