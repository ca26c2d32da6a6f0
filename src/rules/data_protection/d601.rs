//! D601: no tracked file, name or commit message holds an e-mail address.

use super::scan::holds;
use super::{Allowed, Source};
use crate::diagnostics::text;
use crate::rules::{Message, Rule};
use crate::yaml::Span;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/D601.md"));

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
    holds(RULE.code, &text!("een e-mailadres", "an e-mail address"), source)
}
