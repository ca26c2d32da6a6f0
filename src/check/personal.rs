//! Personal data where they should not be: in case files, in other files of the register, in names and in messages.

use super::basis::Basis;
use super::place::{Page, whole as about};
use crate::case::Case;
use crate::diagnostics::Finding;
use crate::regulation::Version;
use crate::rules::data_protection::{Acceptance, Allowed, Source, scan};
use crate::rules::{Rule, Said, data_protection};
use crate::yaml::{Route, Span};

/// What may stand in the files of a register: its own addresses and the words of its roles.
#[must_use]
pub fn allowed(basis: &Basis) -> Allowed {
    let mut allowed = Allowed::new();
    for dossier in basis.policy.dossiers.values() {
        for email in dossier.people.persons.iter().flat_map(|p| &p.git) {
            allowed = allowed.with_email(email);
        }
        for version in dossier.versions.values() {
            allowed = own(allowed, version);
        }
    }
    allowed
}

fn own(mut allowed: Allowed, version: &Version) -> Allowed {
    for contact in &version.regulation.organisation.contact {
        allowed = match contact.kind.as_str() {
            "email" => allowed.with_email(&contact.value),
            "phone" => allowed.with_phone(&contact.value),
            _ => postcode(allowed, &contact.value),
        };
    }
    for role in &version.regulation.roles {
        for word in role.words.iter().chain([&role.name]) {
            for part in word.split_whitespace() {
                allowed = allowed.with_word(part);
            }
        }
        for (key, value) in role.contact.iter().flatten() {
            let Some(value) = value.as_str() else { continue };
            allowed = match key.as_str() {
                "email" => allowed.with_email(value),
                "phone" => allowed.with_phone(value),
                "post" => postcode(allowed, value),
                _ => allowed,
            };
        }
    }
    allowed
}

/// Every pair of words that could be a postcode of an own address.
fn postcode(mut allowed: Allowed, address: &str) -> Allowed {
    let words: Vec<&str> = address.split([' ', ',', '\n']).filter(|w| !w.is_empty()).collect();
    for pair in words.windows(2) {
        if pair[0].len() == 4 && pair[0].bytes().all(|b| b.is_ascii_digit()) {
            allowed = allowed.with_postcode(&format!("{} {}", pair[0], pair[1]));
        }
    }
    allowed
}

fn rule(code: &str) -> Option<&'static Rule> {
    data_protection::RULES.iter().find(|r| r.code == code).copied()
}

/// A case file: its front matter and its body, with what was accepted in it.
#[must_use]
pub fn in_case(page: &Page<'_>, case: Option<&Case>, allowed: &Allowed) -> Vec<Finding> {
    let body = case.map_or(page.source.len(), |c| c.body.start).min(page.source.len());
    let accepted: Vec<Acceptance> = case
        .iter()
        .flat_map(|c| &c.accepted)
        .map(|a| Acceptance { path: None, code: a.code.clone(), why: a.why.clone(), by: a.by.clone() })
        .collect();
    let mut found = Vec::new();
    for (index, acceptance) in accepted.iter().enumerate() {
        for fault in acceptance.faults(true) {
            let Some(rule) = rule("D608") else { continue };
            let route = Route::root().key("accepted").index(index);
            found.push(page.at_route(rule, &route, data_protection::say_of_acceptance(fault)));
        }
    }
    for (text, base, source) in
        [(&page.source[..body], 0, Source::CaseData), (&page.source[body..], body, Source::CaseBody)]
    {
        for hit in scan(text, source, allowed) {
            if accepted.iter().any(|a| a.covers_in_case(hit.code)) {
                continue;
            }
            let span = Span { start: hit.span.start + base, end: hit.span.end + base };
            if let Some(rule) = rule(hit.code) {
                found.push(page.at_span(rule, span, hit.say(source)));
            }
        }
    }
    found
}

/// Another text file of the register.
#[must_use]
pub fn in_file(page: &Page<'_>, basis: &Basis, allowed: &Allowed) -> Vec<Finding> {
    let accepted: Vec<Acceptance> = basis
        .settings
        .accepted
        .iter()
        .map(|a| Acceptance { path: Some(a.path.clone()), code: a.code.clone(), why: a.why.clone(), by: a.by.clone() })
        .collect();
    let hits = scan(page.source, Source::File, allowed);
    let open = hits.into_iter().filter(|h| !accepted.iter().any(|a| a.covers_file(page.path, h.code)));
    open.filter_map(|h| rule(h.code).map(|r| page.at_span(r, h.span, h.say(Source::File)))).collect()
}

/// The name of a file or a branch.
#[must_use]
pub fn in_name(name: &str) -> Vec<Finding> {
    let source = if name.starts_with("refs/") { Source::Branch } else { Source::Path };
    by_name(name, source)
}

fn by_name(name: &str, source: Source) -> Vec<Finding> {
    let hits = scan(name, source, &Allowed::new());
    // The name itself is what must not be shown, so the finding does not bear it.
    let shown = |code: &str| if code == "D606" { name } else { "" };
    hits.into_iter().filter_map(|h| rule(h.code).map(|r| about(shown(h.code), r, h.say(source)))).collect()
}

/// The message of a commit.
#[must_use]
pub fn in_message(message: &[u8]) -> Vec<Finding> {
    let text = String::from_utf8_lossy(message);
    let hits = scan(&text, Source::Message, &Allowed::new());
    let said = |h: &data_protection::Hit| -> Said { h.say(Source::Message) };
    hits.iter().filter_map(|h| rule(h.code).map(|r| about("", r, said(h)))).collect()
}
