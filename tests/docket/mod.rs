//! What must always hold of a docket, whatever is written in a log.

mod corrected;
mod duties;
mod random;
mod steps;
mod terms;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use klacht::case::{Case, read};
use klacht::docket::Docket;
use klacht::regulation::RegulationHistory;

use crate::common::{CONTEXT, REGULATIONS, base_cases};

static BASES: LazyLock<BTreeMap<&str, Vec<Case>>> = LazyLock::new(|| {
    let case = |file| read(&std::fs::read_to_string(file).unwrap()).0.filter(|case: &Case| case.received.is_some());
    REGULATIONS.iter().map(|regulation| (*regulation, base_cases(regulation).filter_map(case).collect())).collect()
});

fn history(regulation: &str) -> &'static RegulationHistory {
    &CONTEXT.policy.histories[regulation]
}

fn base(regulation: &str) -> Vec<Case> {
    BASES[regulation].clone()
}

fn replay<'a>(regulation: &str, case: &'a Case) -> Docket<'a> {
    let (version, history) = CONTEXT.policy.in_force(regulation, case.received.unwrap()).unwrap();
    Docket::replay(case, version, &history.people)
}
