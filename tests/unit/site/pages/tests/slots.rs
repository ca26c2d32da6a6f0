//! A page with an empty slot is refused, and the fault names the key.

use proptest::prelude::*;

use super::{pages, texts};
use crate::diagnostics::Lang;
use crate::regulation::{Regime, Regulation};
use crate::site::{SiteFault, fixture};

/// Takes something away.
type Change = fn(&mut Regulation);

fn without_gap(rules: &mut Regulation, about: &str) {
    rules.gaps.retain(|gap| gap.about != about);
}

/// What is taken from which regulation, and the key that is missed then.
const CASES: &[(&str, &str, Change)] = &[
    ("academie", "costs.complainant", |r| without_gap(r, "costs")),
    ("academie", "extensions[0].at_most", |r| without_gap(r, "extension-maximum")),
    ("academie", "assignment.handler.role", |r| r.assignment.handler.role = None),
    ("academie", "escalations[0].term", |r| without_gap(r, "external-term")),
    ("academie", "milestones.acknowledgement", |r| r.milestones.acknowledgement = None),
    ("academie", "milestones.outcome", |r| {
        r.milestones.outcome = None;
        r.milestones.judgement = None;
        r.milestones.resolved = None;
    }),
    ("academie", "retention", |r| r.retention = None),
    ("academie", "retention.keep", |r| r.retention.as_mut().unwrap().keep = None),
    ("academie", "roles[5].contact", |r| r.roles[5].contact = None),
    ("academie", "roles[5].contact.email", |r| {
        r.roles[5].contact.as_mut().unwrap().remove("email");
    }),
    ("cbmk", "confidentiality", |r| without_gap(r, "confidentiality")),
    ("cbmk", "topics.list[1].assign_to", |r| r.topics.list[1].assign_to = None),
    ("cbmk", "terms", |r| without_gap(r, "maximum-term")),
    ("cbmk", "channels[1].contact", |r| r.organisation.contact.retain(|c| c.id != "klachten-mail")),
    ("cbmk", "escalations", |r| r.escalations.clear()),
    ("cmm", "terms", |r| without_gap(r, "acknowledgement-term")),
    ("cmm", "assignment.exclude", |r| without_gap(r, "conflict-of-interest")),
    ("cmm", "retention.regime", |r| without_gap(r, "retention")),
    ("cmm", "organisation.contact", |r| r.organisation.contact.iter_mut().for_each(|c| c.publish = false)),
    ("interactie", "channels", |r| r.channels.iter_mut().for_each(|c| c.formal = false)),
    ("square-mile", "escalations[0].costs", |r| r.escalations[0].costs = None),
    ("square-mile", "retention.basis", |r| r.retention.as_mut().unwrap().basis = None),
    ("square-mile", "retention.event", |r| r.retention.as_mut().unwrap().regime = Regime::OnEvent),
    ("square-mile", "roles", |r| r.roles.iter_mut().for_each(|role| role.positions.clear())),
];

#[test]
fn an_empty_slot_is_named() {
    for (id, key, change) in CASES {
        let mut version = fixture::version(id);
        change(&mut version.regulation);
        for lang in Lang::ALL {
            let faults = pages(version.clone(), lang).err().unwrap_or_else(|| panic!("{id}: {key} is not missed"));
            let named = |fault: &SiteFault| {
                matches!(fault, SiteFault::EmptySlot { path, key: k, page, .. }
                    if k == key && path.contains(id) && page.contains(id))
            };
            assert!(faults.iter().any(named), "{id}: {key}: {faults:?}");
        }
    }
}

/// Everything that a regulation can do without, as far as the format goes.
const BLOCKS: &[Change] = &[
    |r| r.milestones = crate::regulation::Milestones::default(),
    |r| r.milestones.hearing = None,
    |r| r.costs = None,
    |r| r.confidentiality = None,
    |r| r.retention = None,
    |r| r.escalations.clear(),
    |r| r.extensions.clear(),
    |r| r.terms.clear(),
    |r| r.satisfaction.clear(),
    |r| r.intake = None,
    |r| r.topics.list.clear(),
    |r| r.documents.clear(),
    |r| r.channels.clear(),
    |r| r.organisation.contact.clear(),
    |r| r.assignment.exclude.clear(),
    |r| r.assignment.owner = None,
    |r| r.assignment.handler.role = None,
    |r| r.gaps.clear(),
    |r| r.fields.clear(),
    |r| r.attestations.clear(),
    |r| r.roles.clear(),
    |r| r.steps.clear(),
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Whatever is taken away: either a page is refused, or every sentence on it is whole.
    #[test]
    fn no_page_has_a_hole(
        id in proptest::sample::select(&fixture::REGULATIONS[..]),
        taken in proptest::sample::subsequence((0..BLOCKS.len()).collect::<Vec<_>>(), 0..4),
    ) {
        let mut version = fixture::version(id);
        for index in &taken {
            BLOCKS[*index](&mut version.regulation);
        }
        match pages(version, Lang::Nl) {
            Err(faults) => prop_assert!(faults.iter().all(|f| matches!(f, SiteFault::EmptySlot { .. })), "{faults:?}"),
            Ok(made) => {
                for page in made {
                    let mut found = Vec::new();
                    texts(&page.content, &mut found);
                    for text in found {
                        let hole = text.trim().is_empty() || text.contains("  ") || text.contains(": .") || text.contains("‘’");
                        prop_assert!(!hole, "{id} without {taken:?}: {text:?}");
                    }
                }
            }
        }
    }
}
