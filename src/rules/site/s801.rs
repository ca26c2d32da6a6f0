//! S801: every value that a page needs is in the regulation or in klacht.yaml.

use crate::diagnostics::{Text, text};
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/S801.md"));

/// What is said of a page that lacks a value; `gap` meets it as well.
#[must_use]
pub fn say(key: &str, page: &str, gap: Option<&str>) -> Message {
    let write = written(key).unwrap_or_else(|| text!("schrijf `{key}` in dit bestand", "write `{key}` in this file"));
    let remedy = match gap {
        Some(gap) => text!(
            "{write}; of onder `gaps`: `{{id: …, about: {gap}, why: …}}`",
            "{write}; or under `gaps`: `{{id: …, about: {gap}, why: …}}`",
            write,
            gap
        ),
        None => write,
    };
    Message::new(text!("de pagina {page} heeft `{key}` nodig", "the page {page} needs `{key}`"), remedy)
}

/// What to write where the key by itself does not say it: it may well be there, and not be enough.
fn written(key: &str) -> Option<Text> {
    Some(match key {
        "organisation.contact" => text!(
            "geef minstens één kanaal met `formal: true` een `contact` dat onder `organisation.contact` `publish: true` heeft",
            "give at least one channel with `formal: true` a `contact` that has `publish: true` under `organisation.contact`"
        ),
        "channels" => text!("zet bij minstens één kanaal `formal: true`", "put `formal: true` at one channel at least"),
        "roles" => text!("geef minstens één rol `as: [complainant]`", "give at least one role `as: [complainant]`"),
        "steps" => text!(
            "noem onder `milestones` de stappen van deze regeling, zoals `outcome` en `closing`",
            "name the steps of this regulation under `milestones`, such as `outcome` and `closing`"
        ),
        "topics" => text!(
            "schrijf `topics.list`, elk onderwerp met `assign_to`: de behandelaar hangt ervan af",
            "write `topics.list`, each topic with `assign_to`: who handles depends on it"
        ),
        "terms" => text!(
            "schrijf een termijn met `within`, zonder `when`, die met deze stap stopt (`until`)",
            "write a term with `within`, without `when`, that stops with that step (`until`)"
        ),
        "assignment.handler.role" => text!(
            "schrijf `role: …` of `roles: [..]` onder `assignment.handler`",
            "write `role: …` or `roles: [..]` under `assignment.handler`"
        ),
        "assignment.exclude" => text!(
            "schrijf onder `assignment.exclude` een regel met `who: handler` en `not: [respondent]`",
            "write a rule under `assignment.exclude` with `who: handler` and `not: [respondent]`"
        ),
        key if key.starts_with("channels[") => text!(
            "noem een id dat onder `organisation.contact` staat",
            "name an id that stands under `organisation.contact`"
        ),
        key if key.starts_with("escalations[") && key.strip_suffix(".term").is_some() => text!(
            "schrijf `{key}`: een termijn die onder `terms` staat",
            "write `{key}`: a term that stands under `terms`"
        ),
        key if key.starts_with("roles[") && key.contains(".contact.") => text!(
            "schrijf `{key}`, of haal het uit `publish` van die rol",
            "write `{key}`, or take it out of `publish` of that role"
        ),
        _ => return None,
    })
}
