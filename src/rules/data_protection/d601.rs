//! # D601: e-mail-address
//!
//! ## What it checks
//!
//! An e-mail address in a case, another tracked file, a file name, a branch name or a commit message. The
//! organisation's own contacts, the git addresses in `people.yaml` and addresses under `.example` are known and do
//! not count.
//!
//! ## Why
//!
//! Git keeps every version for ever and every clone holds all of them. What has once been pushed cannot be destroyed
//! when the case's term of keeping ends.
//!
//! ## Example
//!
//! ```yaml
//! note: asked again at an.de.boer@post.example
//! ```
//!
//! Under a real domain this line is refused.
//!
//! ## How to put it right
//!
//! Name the person by key (`p1`, `m3`) and keep the value in the sealed part. When it is not personal data, say so
//! where it stands: in a case `accepted: [{code: D601, why: …, by: m3}]`, for any other file the same with `path:` in
//! `klacht.yaml`.
//!
//! ---
//!
//! # D601: e-mail-address
//!
//! ## Wat wordt nagekeken
//!
//! Een e-mailadres in een klacht, een ander bijgehouden bestand, een bestandsnaam, een taknaam of een commitbericht.
//! De eigen contactgegevens van de organisatie, de git-adressen in `people.yaml` en adressen onder `.example` zijn
//! bekend en tellen niet mee.
//!
//! ## Waarom
//!
//! Git bewaart elke versie voor altijd en elke kopie bevat ze allemaal. Wat eenmaal is ingestuurd, kan niet meer
//! worden vernietigd als de bewaartermijn van de klacht om is.
//!
//! ## Voorbeeld
//!
//! ```yaml
//! note: nogmaals gevraagd via an.de.boer@post.example
//! ```
//!
//! Met een echt domein wordt deze regel geweigerd.
//!
//! ## Zo zet u het recht
//!
//! Noem de persoon met een sleutel (`p1`, `m3`) en bewaar het gegeven in het verzegelde deel. Is het geen
//! persoonsgegeven, leg dat dan vast: in een klacht met `accepted: [{code: D601, why: …, by: m3}]`, voor een ander
//! bestand hetzelfde met `path:` in `klacht.yaml`.

use super::scan::holds;
use super::{Allowed, Source};
use crate::diagnostics::Severity;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D601",
    name: "e-mail-address",
    severity: Severity::Error,
    summary: (
        "In een bijgehouden bestand, een naam of een commitbericht staat geen e-mailadres.",
        "No tracked file, name or commit message holds an e-mail address.",
    ),
    source: include_str!("d601.rs"),
};

/// What may hold one.
pub(super) const HINT: &str = r"(?-u)[^\x00-\x20@]@[^\x00-\x20@]";

/// Longest part before the @ (RFC 5321).
const LOCAL: usize = 64;
/// Addresses that belong to a machine.
const MACHINES: [&str; 3] = ["git", "noreply", "no-reply"];

/// Every address that is not allowed.
pub(super) fn find(text: &str, _: Source, allowed: &Allowed) -> Vec<Span> {
    text.match_indices('@').filter_map(|(at, _)| around(text, at, allowed)).collect()
}

/// The address around one @.
fn around(text: &str, at: usize, allowed: &Allowed) -> Option<Span> {
    let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
    let in_local = |c: &char| c.is_alphanumeric() || ".!#$%&*+/=?^_`{|}~'-".contains(*c);
    let precedence: usize = before.chars().rev().take(LOCAL).take_while(in_local).map(char::len_utf8).sum();
    // Marks that open a quotation or a list are not part of the address.
    let local = before.get(at - precedence..)?.trim_start_matches(|c: char| !c.is_alphanumeric());
    let local = local.rsplit(['/', '=', '`', '|', '\'']).next()?;
    let precedence: usize =
        after.chars().take_while(|c| c.is_alphanumeric() || ".-".contains(*c)).map(char::len_utf8).sum();
    let domain = after.get(..precedence)?.trim_end_matches(['.', '-']);
    let machine = MACHINES.iter().any(|known| local.eq_ignore_ascii_case(known));
    if local.is_empty() || machine || !is_domain(domain) || allowed.email(local, domain) {
        return None;
    }
    Some(Span { start: at - local.len(), end: at + 1 + domain.len() })
}

/// Labels parted by dots; the last of letters, the first no version (`name@2.1.md`) or size (`logo@2x.png`).
fn is_domain(domain: &str) -> bool {
    let first = domain.split('.').next().unwrap_or_default();
    let Some((_, last)) = domain.rsplit_once('.') else { return false };
    let is_version = first.trim_end_matches('x').bytes().all(|byte| byte.is_ascii_digit());
    let is_top = last.starts_with("xn--") || (last.chars().count() >= 2 && last.chars().all(char::is_alphabetic));
    !is_version && is_top && domain.split('.').all(|label| !label.is_empty())
}

/// The words for a finding in such a text.
pub(super) fn say(source: Source) -> Message {
    holds(RULE.code, "een e-mailadres", "an e-mail address", source)
}
