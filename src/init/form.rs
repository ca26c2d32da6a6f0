//! What the issue form offers: the topics, channels, roles and fields of the regulation.

use serde_json::{Value, json};

use crate::regulation::{Position, Regulation, RoleKind};

/// The values of a form for this regulation, under a name that no other form of the register has.
pub(super) fn form(regulation: &Regulation, name: &str) -> Value {
    let roles = |position: Position| {
        let may = |r: &&crate::regulation::Role| r.kind != RoleKind::External && r.positions.contains(&position);
        regulation.roles.iter().filter(may).map(|r| r.name.clone()).collect::<Vec<_>>()
    };
    json!({
        "name": name,
        "channels": regulation.channels.iter().map(|c| &c.name).collect::<Vec<_>>(),
        "topics": regulation.topics.list.iter().map(|t| &t.name).collect::<Vec<_>>(),
        "complainants": roles(Position::Complainant),
        "respondents": roles(Position::Respondent),
        "fields": regulation.fields.iter().map(|f| f.name.as_ref().unwrap_or(&f.id)).collect::<Vec<_>>(),
    })
}
