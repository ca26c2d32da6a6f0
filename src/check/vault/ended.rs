//! The stubs that a push brings: each names every key that could open what is sealed of its case.

use std::collections::BTreeSet;

use crate::check::vault::gate::VaultGate;
use crate::check::vault::register::case_in;
use crate::context::about_file as about;
use crate::diagnostics::Finding;
use crate::register::{Id, RegisterError};
use crate::rules::history::g770;

impl VaultGate<'_> {
    /// Judges the cases at these paths that were destroyed, at the ends of guarded branches, by the lists as they stood before the push.
    pub(crate) fn ended(
        &self,
        tips: &[(Option<Id>, Id)],
        paths: &BTreeSet<String>,
    ) -> Result<Vec<Finding>, RegisterError> {
        let mut found = Vec::new();
        for (_, tip) in tips.iter().filter(|_| !paths.is_empty()) {
            let files = self.after.register.at_commit(*tip)?;
            for path in paths {
                // What cannot be read is refused as a case.
                let Ok(Some(case)) = case_in(&files, path) else { continue };
                let (Some(stub), id) = (case.destroyed, case.id.to_string()) else { continue };
                let Some(list) = self.before("key", &id).map(|key| self.list_of(key)).transpose()?.flatten() else {
                    continue;
                };
                let known = list.ever().map(ToString::to_string);
                let left_out: Vec<String> = known.filter(|key| !stub.keys.contains(key)).collect();
                if !left_out.is_empty() {
                    found.push(about(path, &g770::RULE, g770::say(&id, &left_out)).in_case(&id));
                }
            }
        }
        found.dedup();
        Ok(found)
    }
}
