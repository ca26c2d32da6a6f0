//! What must always hold of a docket, whatever is written in a log.

mod corrected;
mod duties;
mod random;
mod steps;
mod terms;

use std::path::Path;
use std::sync::LazyLock;

use klacht::case::{Case, read};
use klacht::context::Context;
use klacht::docket::Docket;
use klacht::register::Register;
use klacht::regulation::RegulationHistory;

const REGULATIONS: [&str; 5] = ["cmm", "square-mile", "cbmk", "interactie", "academie"];

static BASIS: LazyLock<Context> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Context::read(&Register::folder(root).unwrap().work_tree().unwrap()).unwrap()
});

fn history(regulation: &str) -> &'static RegulationHistory {
    &BASIS.policy.histories[regulation]
}

fn base(regulation: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/requirements/base").join(regulation);
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(|f| f.unwrap());
    let cases = files.filter(|f| f.path().extension().is_some_and(|e| e == "md"));
    cases.filter_map(|f| read(&std::fs::read_to_string(f.path()).unwrap()).0).filter(|c| c.received.is_some()).collect()
}

fn replay<'a>(regulation: &str, case: &'a Case) -> Docket<'a> {
    let (version, history) = BASIS.policy.in_force(regulation, case.received.unwrap()).unwrap();
    Docket::replay(case, version, &history.people)
}
