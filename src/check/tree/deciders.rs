//! Who decides on the register and on each regulation, where what is written guards nothing.

use crate::context::{Context, Strength, about_file as about};
use crate::diagnostics::Finding;
use crate::paths::SETTINGS;
use crate::rules::history::g741;
use crate::yaml::Route;

/// A register that asks who pushes and does not say who decides on it, and names of keepers and owners that are of nobody: a
/// rule that guards nothing must be seen to.
#[must_use]
pub fn judge(context: &Context) -> Vec<Finding> {
    let mut found = Vec::new();
    let keepers = &context.settings.authority.keepers;
    if keepers.is_empty() && context.settings.identity.strength != Strength::Author {
        found.push(about(SETTINGS, &g741::RULE, g741::say()));
    }
    for (at, name) in keepers.iter().enumerate().filter(|(_, name)| !is_somebody(context, name)) {
        let route = Route::root().key("authority").key("keepers").index(at);
        found.extend(placed(context, SETTINGS, &route, name));
    }
    for history in context.policy.histories.values().filter(|history| history.people_known) {
        let owners = history.people.policy_owners.iter().enumerate();
        for (at, name) in owners.filter(|(_, name)| history.people.person(name).is_none()) {
            let route = Route::root().key("policy_owners").index(at);
            found.extend(placed(context, &history.people_path, &route, name));
        }
    }
    found
}

fn placed(context: &Context, path: &str, route: &Route, name: &str) -> Option<Finding> {
    Some(context.files.get(path)?.page().at_route(&g741::RULE, route, g741::nobody(name)))
}

/// Whether a name of a keeper is that of a person. Where a people.yaml cannot be read, that is told of itself.
#[must_use]
pub fn is_somebody(context: &Context, keeper: &str) -> bool {
    let Some((regulation, key)) = keeper.split_once('/') else { return false };
    let history = context.policy.histories.get(regulation);
    history.is_some_and(|history| !history.people_known || history.people.person(key).is_some())
}
