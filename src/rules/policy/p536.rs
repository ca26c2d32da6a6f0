//! P536: whoever may complain can also go to the external body.

use super::{Remark, Subject, item};
use crate::diagnostics::text;
use crate::regulation::{Position, RoleKind, Selector};
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P536.md"));

/// Complainants without a way out, and ways without steps.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let ways = &regulation.escalations;
    if ways.is_empty() {
        return vec![Remark::on(
            Route::root().key("escalations"),
            Message::new(
                text!(
                    "geen enkele klager kan naar een instantie buiten de organisatie",
                    "no complainant can go to a body outside the organisation"
                ),
                text!(
                    "voeg `escalations` toe, met de instantie uit de tekst",
                    "add `escalations`, with the body that the text names"
                ),
            ),
        )];
    }
    let open = |role: &str| {
        ways.iter().flat_map(|w| &w.who).any(|who| match who {
            Selector::Position(Position::Complainant) | Selector::Parties => true,
            Selector::Role(id) => id == role,
            _ => false,
        })
    };
    let mut found = Vec::new();
    for (index, role) in regulation.roles.iter().enumerate() {
        let complains = role.kind == RoleKind::Party && role.positions.contains(&Position::Complainant);
        if complains && !open(&role.id) {
            let id = &role.id;
            found.push(Remark::on(
                item("roles", index),
                Message::new(
                    text!(
                        "een klager met de rol `{id}` kan nergens heen",
                        "a complainant with the role `{id}` has no way out"
                    ),
                    text!(
                        "zet `{id}` of `complainant` bij `who` van een escalatie",
                        "add `{id}` or `complainant` to `who` of an escalation"
                    ),
                ),
            ));
        }
    }
    for (index, way) in ways.iter().enumerate().filter(|(_, w)| w.steps.all().next().is_none()) {
        let id = &way.id;
        found.push(Remark::on(
            item("escalations", index),
            Message::new(
                text!("de escalatie `{id}` heeft geen enkele stap", "the escalation `{id}` has no step at all"),
                text!("noem onder `steps` hoe de klager daar komt", "say under `steps` how the complainant gets there"),
            ),
        ));
    }
    found
}
