//! What the site will ask of a version, told before somebody builds it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::findings::finding;
use super::gather::about;
use crate::context::Context;
use crate::diagnostics::{Finding, Severity};
use crate::regulation::Version;
use crate::site::{Edition, Input, Provenance, Published, SiteFault, lacking};

/// The values that `klacht build` would refuse a version for: warnings, for the register may well have no site. What the settings
/// lack is told once they have a block `site:`. A version that was succeeded by `today` has no pages any more.
#[must_use]
pub fn demands(context: &Context, version: &Version, today: Option<NaiveDate>) -> Vec<Finding> {
    let from = version.regulation.valid_from;
    let history = context.policy.histories.get(&version.id);
    let later = |v: &&Version| v.regulation.valid_from > from && today.is_none_or(|day| v.regulation.valid_from <= day);
    if history.is_some_and(|h| h.versions.values().any(|v| later(&v))) {
        return Vec::new();
    }
    let site = &context.settings.site;
    let settled = site.responsible.is_some() || site.contact.is_some() || site.address.is_some();
    let edition = Edition { version: version.clone(), changed: None };
    let input = Input {
        base_url: String::new(),
        notice: None,
        about: about(site),
        regulations: vec![Published {
            id: version.id.clone(),
            editions: vec![edition],
            years: Vec::new(),
            sealed: false,
            backups: None,
        }],
        overrides: BTreeMap::new(),
        elsewhere: Vec::new(),
        private: Vec::new(),
        provenance: Provenance { commit: None, on: from },
    };
    let found = lacking(&input).unwrap_or_default();
    let own = |fault: &&SiteFault| match fault {
        SiteFault::EmptySlot { path, .. } => settled || *path == version.path,
        _ => false,
    };
    let told = found.iter().filter(own).map(|fault| finding(fault, context));
    told.map(|finding| Finding { severity: Severity::Warning, ..finding }).collect()
}
