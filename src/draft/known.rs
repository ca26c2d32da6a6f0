//! What there is to choose from, for whoever named a version that is not there.

use crate::casework::CaseworkError;
use crate::context::Context;
use crate::diagnostics::{Text, text};
use crate::naming;
use crate::yaml::most_like;

/// The versions of a regulation as they are named, oldest first.
pub(super) fn all_of(context: &Context, id: &str) -> Vec<String> {
    let history = context.policy.histories.get(id);
    history.iter().flat_map(|d| d.versions.keys()).map(|day| format!("{id}/{day}")).collect()
}

/// Refuses what is no version and no draft, with every version that may have been meant.
pub(super) fn unknown(context: &Context, asked: &str) -> CaseworkError {
    let several = all_of(context, asked).len() > 1;
    let message = if several {
        text!(
            "van de regeling `{asked}` is er meer dan één versie",
            "the regulation `{asked}` has more than one version"
        )
    } else {
        text!(
            "`{asked}` is geen versie van een regeling, en geen map met een regulation.yaml",
            "`{asked}` is not a version of a regulation, and no folder with a regulation.yaml"
        )
    };
    CaseworkError::Asked(message, meant(context, asked))
}

/// The versions that somebody may have meant: those of a regulation with this name or one much like it, otherwise all.
#[must_use]
pub fn meant(context: &Context, asked: &str) -> Text {
    let id = crate::paths::top(asked);
    if context.regulations.contains(id) && all_of(context, id).is_empty() {
        return text!(
            "voer `klacht policy check {id}` uit: dat zegt waarom die regeling niet te lezen is",
            "run `klacht policy check {id}`: it tells why that regulation cannot be read"
        );
    }
    let ids: Vec<&str> = context.policy.histories.keys().map(String::as_str).collect();
    let near = ids.iter().copied().find(|known| *known == id).or_else(|| most_like(id, ids.iter().copied()));
    let versions = near.map(|id| all_of(context, id)).filter(|versions| !versions.is_empty());
    let listed = versions.is_some();
    let all = versions.unwrap_or_else(|| ids.iter().flat_map(|id| all_of(context, id)).collect());
    let shown = naming::any_of(&all.iter().map(naming::same).collect::<Vec<_>>());
    match (all.is_empty(), listed) {
        (true, _) => text!(
            "hier is nog geen regeling: begin er een met `klacht init`, of noem het register met `-C MAP`",
            "there is no regulation here yet: begin one with `klacht init`, or name the register with `-C FOLDER`"
        ),
        (false, true) => text!("bedoelt u {shown}?", "did you mean {shown}?", shown),
        (false, false) => text!(
            "noem een versie ({shown}), of de map van een concept",
            "name a version ({shown}), or the folder of a draft",
            shown
        ),
    }
}
