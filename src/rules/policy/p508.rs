//! P508: every term, channel, contact, field or attestation that is named exists.

use super::references::{Target, dangling, known, meant};
use super::{Remark, Subject, item};
use crate::diagnostics::text;
use crate::regulation::RoleKind;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P508.md"));

/// Names that lead nowhere.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let (regulation, tree) = (&subject.version.regulation, &subject.version.tree);
    let mut found = Vec::new();
    for (target, name) in [
        (Target::Term, text!("de termijn", "term")),
        (Target::Channel, text!("de weg", "channel")),
        (Target::Contact, text!("het contactgegeven", "contact")),
        (Target::Field, text!("het zaakveld", "case field")),
        (Target::Attestation, text!("de verklaring", "attestation")),
        (Target::Calendar, text!("de kalender", "calendar")),
    ] {
        for r in dangling(regulation, tree, &[target]) {
            let id = r.id;
            let message = text!("{name} `{id}` bestaat niet", "there is no {name} `{id}`", name);
            found.push(Remark::on(r.at, Message::new(message, meant(id, &known(regulation, target)))));
        }
    }
    found.extend(bodies(subject));
    found
}

fn bodies(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let ways = regulation.escalations.iter().enumerate();
    let inside = ways.filter(|(_, w)| regulation.role(&w.body).is_some_and(|r| r.kind != RoleKind::External));
    inside
        .map(|(index, way)| {
            let body = &way.body;
            Remark::on(
                item("escalations", index).key("body"),
                Message::new(
                    text!("`{body}` is geen rol buiten de organisatie", "`{body}` is no role outside the organisation"),
                    text!("geef die rol `kind: external`", "give that role `kind: external`"),
                ),
            )
        })
        .collect()
}
