//! Personal data where they should not be: in case files, in other files of the register, in names and in messages.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::case::Case;
use crate::check::case::judge::CaseContext;
use crate::context::{AcceptedHit, Context, Page, about_file as about};
use crate::diagnostics::Finding;
use crate::paths::{SETTINGS, regulation_of};
use crate::regulation::Version;
use crate::rules::data_protection::{Acceptance, AcceptanceFault, Allowed, Source, scan};
use crate::rules::{Rule, data_protection};
use crate::yaml::{Route, Span};

/// What is found by numbers and addresses, or because it is known, wherever a name may stand.
const IN_HEADERS: [&str; 6] = ["D601", "D602", "D603", "D604", "D605", "D610"];

/// What may stand in the files of a register: its own addresses and the words of its roles.
#[must_use]
pub fn allowed(context: &Context) -> Allowed {
    let mut allowed = Allowed::new();
    for history in context.policy.histories.values() {
        for email in history.people.persons.iter().flat_map(|p| &p.git) {
            allowed = allowed.with_email(email);
        }
        for version in history.versions.values() {
            allowed = own(allowed, version);
        }
    }
    allowed.knowing(Arc::clone(&context.known))
}

fn own(mut allowed: Allowed, version: &Version) -> Allowed {
    for contact in &version.regulation.organisation.contact {
        allowed = allowed.with_contact(&contact.value);
    }
    for role in &version.regulation.roles {
        for word in role.words.iter().chain([&role.name]) {
            for part in word.split_whitespace() {
                allowed = allowed.with_word(part);
            }
        }
        for value in role.contact.iter().flatten().filter_map(|(_, value)| value.as_str()) {
            allowed = allowed.with_contact(value);
        }
    }
    allowed
}

fn rule(code: &str) -> Option<&'static Rule> {
    data_protection::RULES.iter().find(|r| r.code == code).copied()
}

/// Whether an acceptance counts: it has no fault of its own, and it is of somebody whom a people.yaml knows.
fn faults(acceptance: &Acceptance, in_case: bool, known: &dyn Fn(&str) -> bool) -> Vec<AcceptanceFault> {
    let mut faults = acceptance.faults(in_case);
    if !acceptance.by.trim().is_empty() && !known(&acceptance.by) {
        faults.push(AcceptanceFault::NoPerson);
    }
    faults
}

/// What is wrong with acceptances, each at its place in the file that holds them; those that count.
fn sound(
    page: &Page<'_>,
    all: Vec<Acceptance>,
    in_case: bool,
    known: &dyn Fn(&str) -> bool,
) -> (Vec<Acceptance>, Vec<Finding>) {
    let mut found = Vec::new();
    let mut sound = Vec::new();
    for (index, acceptance) in all.into_iter().enumerate() {
        let faults = faults(&acceptance, in_case, known);
        let route = Route::root().key("accepted").index(index);
        for fault in &faults {
            let said = data_protection::say_of_acceptance(*fault);
            found.extend(rule("D608").map(|rule| page.at_route(rule, &route, said)));
        }
        if faults.is_empty() {
            sound.push(acceptance);
        }
    }
    (sound, found)
}

/// A case file: its front matter and its body, with how many finds of each code are accepted in it.
#[must_use]
pub fn in_case(
    page: &Page<'_>,
    case: Option<&Case>,
    case_context: CaseContext<'_>,
) -> (Vec<Finding>, BTreeMap<String, usize>) {
    let mut covered: BTreeMap<String, usize> = BTreeMap::new();
    let body = case.map_or(page.source.len(), |c| c.body.start).min(page.source.len());
    let stated = case.iter().flat_map(|c| &c.accepted);
    let accepted: Vec<Acceptance> =
        stated.map(|a| Acceptance { path: None, code: a.code.clone(), why: a.why.clone(), by: a.by.clone() }).collect();
    let history = regulation_of(page.path).and_then(|id| case_context.context.policy.histories.get(id));
    // Where people.yaml cannot be read, nobody can be looked up in it.
    let known = |by: &str| history.is_none_or(|d| !d.people_known || d.people.person(by).is_some());
    let (accepted, mut found) = sound(page, accepted, true, &known);
    for (text, base, source) in
        [(&page.source[..body], 0, Source::CaseData), (&page.source[body..], body, Source::CaseBody)]
    {
        for hit in scan(text, source, case_context.allowed) {
            if accepted.iter().any(|a| a.covers_in_case(hit.code)) {
                *covered.entry(hit.code.to_owned()).or_default() += 1;
                continue;
            }
            let span = Span { start: hit.span.start + base, end: hit.span.end + base };
            if let Some(rule) = rule(hit.code) {
                found.push(page.at_span(rule, span, hit.say(source)));
            }
        }
    }
    (found, covered)
}

/// Another text file of the register. What was accepted counts when it stood before the push as well, where that is known.
#[must_use]
pub fn in_file(page: &Page<'_>, context: &Context, push: Option<&Context>, allowed: &Allowed) -> Vec<Finding> {
    counted_in_file(page, context, push, allowed).0
}

/// The same, with how many finds of each code are accepted in it.
#[must_use]
pub fn counted_in_file(
    page: &Page<'_>,
    context: &Context,
    push: Option<&Context>,
    allowed: &Allowed,
) -> (Vec<Finding>, BTreeMap<&'static str, usize>) {
    let same = |one: &AcceptedHit, other: &AcceptedHit| {
        (&one.path, &one.code, &one.by) == (&other.path, &other.code, &other.by)
    };
    let stood = |hit: &&AcceptedHit| push.is_none_or(|push| push.settings.accepted.iter().any(|old| same(old, hit)));
    let stated = context.settings.accepted.iter().filter(stood);
    let accepted: Vec<Acceptance> = stated
        .map(|a| Acceptance { path: Some(a.path.clone()), code: a.code.clone(), why: a.why.clone(), by: a.by.clone() })
        .collect();
    let histories = &context.policy.histories;
    let unsure = histories.values().any(|d| !d.people_known);
    let known = |by: &str| unsure || histories.values().any(|d| d.people.person(by).is_some());
    let (accepted, mut found) = sound(page, accepted, false, &known);
    if page.path != SETTINGS {
        found.clear();
    }
    let mut covered: BTreeMap<&'static str, usize> = BTreeMap::new();
    for hit in scan(page.source, Source::File, allowed) {
        if accepted.iter().any(|a| a.covers_file(page.path, hit.code)) {
            *covered.entry(hit.code).or_default() += 1;
        } else {
            found.extend(rule(hit.code).map(|r| page.at_span(r, hit.span, hit.say(Source::File))));
        }
    }
    (found, covered)
}

/// The name of a file or a branch.
#[must_use]
pub fn in_name(name: &str, allowed: &Allowed) -> Vec<Finding> {
    let source = if name.starts_with("refs/") { Source::Branch } else { Source::Path };
    let hits = scan(name, source, allowed);
    // The name itself is what must not be shown, so the finding does not bear it.
    let shown = |code: &str| if code == "D606" { name } else { "" };
    hits.into_iter().filter_map(|h| rule(h.code).map(|r| about(shown(h.code), r, h.say(source)))).collect()
}

/// The message of a commit.
#[must_use]
pub fn in_message(message: &[u8], allowed: &Allowed) -> Vec<Finding> {
    in_words(message, Source::Message, allowed)
}

/// The message of a commit that is being made.
#[must_use]
pub fn in_draft(message: &[u8], allowed: &Allowed) -> Vec<Finding> {
    in_words(message, Source::Draft, allowed)
}

fn in_words(message: &[u8], source: Source, allowed: &Allowed) -> Vec<Finding> {
    let hits = scan(&String::from_utf8_lossy(message), source, allowed);
    hits.iter().filter_map(|h| rule(h.code).map(|r| about("", r, h.say(source)))).collect()
}

/// What a commit or a tag bears besides its message: names of who made it, and headers that git does not know. Names are no
/// find there; numbers and addresses are.
#[must_use]
pub fn in_headers(texts: &[&Vec<u8>], allowed: &Allowed) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for text in texts {
        let text = String::from_utf8_lossy(text);
        let hits = scan(&text, Source::Signer, allowed);
        let kept = hits.iter().filter(|hit| IN_HEADERS.contains(&hit.code));
        found.extend(kept.filter_map(|h| rule(h.code).map(|r| about("", r, h.say(Source::Signer)))));
    }
    found.dedup();
    found
}
