//! Ids that the files of a regulation name each other by: steps, roles, channels, terms, topics.

use super::kind::{FileKind, keys};
use super::known::Offers;
use super::scene::Scene;
use crate::naming;
use crate::regulation::{RuleRef, Selector};
use crate::schema::Document;
use crate::yaml::{Route, Segment};

/// A block of a regulation whose items have ids.
const STEPS: &str = "steps";
const ROLES: &str = "roles";
const CHANNELS: &str = "channels";
const TERMS: &str = "terms";
const TOPICS: &str = "topics.list";
const ATTESTATIONS: &str = "attestations";

/// Keys of a regulation under which steps stand.
const NAME_STEPS: [&str; 8] = ["step", "after", "after_any", "until", "same_as", "reopen", "required_at", "substitute"];

/// What is known at a route of a regulation or of a people file; none where anything may stand.
#[must_use]
pub fn named(scene: &Scene<'_>, at: &Route) -> Vec<Offers> {
    let path = keys(at);
    let Some(key) = path.last() else { return Vec::new() };
    let block = path.first().copied().unwrap_or_default();
    match (scene.kind, *key) {
        (
            FileKind::Known(Document::Regulation),
            "by" | "by_each" | "with" | "to" | "cc" | "report_to" | "also" | "any_one" | "not",
        ) => {
            let words = Selector::RESERVED.iter().map(|w| Offers::new(w, naming::same(*w)));
            listed(scene, ROLES).into_iter().chain(words).collect()
        }
        (FileKind::Known(Document::Regulation), "from") => {
            let receipt = Offers::new("received", crate::diagnostics::text!("de ontvangst", "the receipt"));
            std::iter::once(receipt).chain(listed(scene, STEPS)).collect()
        }
        (FileKind::Known(Document::Regulation), key) if block == "milestones" || NAME_STEPS.contains(&key) => {
            listed(scene, STEPS)
        }
        (FileKind::Known(Document::Regulation), "channels") => listed(scene, CHANNELS),
        (FileKind::Known(Document::Regulation), "terms" | "within_term") => listed(scene, TERMS),
        (FileKind::Known(Document::Regulation), "topic") => listed(scene, TOPICS),
        (
            FileKind::Known(Document::Regulation),
            "role" | "roles" | "assign_to" | "needs_party" | "via" | "usual_parties" | "party_role",
        )
        | (FileKind::Known(Document::People), "role") => listed(scene, ROLES),
        (FileKind::Known(Document::People), "attestation") => listed(scene, ATTESTATIONS),
        (FileKind::Known(Document::People), "holder" | "by") => {
            let own = scene.outline.pairs.iter().filter(|p| p.key == "key" && keys(&p.group) == ["persons"]);
            own.map(|p| Offers::new(&p.value, naming::same(""))).collect()
        }
        _ => Vec::new(),
    }
}

/// The ids of a block: of the text in the editor where it is that of the regulation, else of the newest version.
fn listed(scene: &Scene<'_>, block: &str) -> Vec<Offers> {
    let ruled =
        |id: &str, name: &str| Offers { rule: Some(RuleRef::new(block, id)), ..Offers::new(id, naming::same(name)) };
    if scene.kind == FileKind::Known(Document::Regulation) {
        let way: Vec<&str> = block.split('.').collect();
        let outline = &scene.outline;
        let in_list = |route: &Route| keys(route) == way && matches!(route.0.last(), Some(Segment::Index(_)));
        let own = outline.pairs.iter().filter(|p| p.key == "id" && in_list(&p.group));
        return own.map(|p| ruled(&p.value, &outline.value(&p.group, "name").unwrap_or_default())).collect();
    }
    let Some((version, _)) = scene.version() else { return Vec::new() };
    let regulation = &version.regulation;
    match block {
        ROLES => regulation.roles.iter().map(|r| ruled(&r.id, &r.name)).collect(),
        ATTESTATIONS => regulation.attestations.iter().map(|a| ruled(&a.id, &a.what)).collect(),
        _ => Vec::new(),
    }
}
