//! Four eyes: what takes two persons reaches a branch only inside a merge that another entitled person made.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::authority::judge::refused;
use crate::check::authority::kind::Kind;
use crate::check::authority::standing::Standing;
use crate::context::{Strength, about_file as about};
use crate::diagnostics::Finding;
use crate::register::{Commit, Id, Range, Register, RegisterError};
use crate::rules::history::g743;

/// What commits changed that takes two persons, until somebody else has merged it.
#[derive(Debug, Default)]
pub struct Waiting {
    commits: BTreeMap<Id, Made>,
}

/// What one commit changed of it, each with a path, and as whom its maker is known in each regulation.
#[derive(Debug)]
struct Made {
    by: BTreeSet<(String, String)>,
    what: Vec<(Kind, String)>,
}

impl Waiting {
    /// Remembers what a commit changed itself, as far as the register wants two persons for it before the push or before the
    /// commit. Without signatures it is not known who made a commit and who only pushed it.
    pub fn made(&mut self, id: Id, standing: &Standing<'_>, what: impl Iterator<Item = (Kind, String)>) {
        if standing.begins || standing.strength() != Strength::Signature {
            return;
        }
        let asks = |kind: Kind| {
            kind.row().two.is_some_and(|two| standing.states().any(|state| state.settings.authority.two.contains(&two)))
        };
        let what: Vec<(Kind, String)> = what.filter(|(kind, _)| asks(*kind)).collect();
        if !what.is_empty() {
            self.commits.insert(id, Made { by: makers(standing), what });
        }
    }

    /// A merge answers for what its later sides bring, as far as its maker may change that and did not.
    pub fn merged(
        &mut self,
        register: &Register,
        merge: &Commit,
        standing: &Standing<'_>,
    ) -> Result<(), RegisterError> {
        let [own, sides @ ..] = merge.parents.as_slice() else { return Ok(()) };
        let by = makers(standing);
        if sides.is_empty() || self.commits.is_empty() || by.is_empty() {
            return Ok(());
        }
        for id in register.walk(&Range { tips: sides.to_vec(), except: vec![*own] })?.ids() {
            if let Some(made) = self.commits.get_mut(id).filter(|made| made.by.is_disjoint(&by)) {
                made.what.retain(|(kind, path)| refused(standing, *kind, path).is_some());
            }
        }
        self.commits.retain(|_, made| !made.what.is_empty());
        Ok(())
    }

    /// What nobody else has merged.
    #[must_use]
    pub fn left(self) -> Vec<Finding> {
        let said = |(id, made): (Id, Made)| {
            let all = made.what.into_iter().map(|(_, path)| path).collect::<BTreeSet<String>>();
            all.into_iter().map(move |path| about(&path, &g743::RULE, g743::say(&path)).in_commit(id.to_string()))
        };
        self.commits.into_iter().flat_map(said).collect()
    }
}

fn makers(standing: &Standing<'_>) -> BTreeSet<(String, String)> {
    let known = standing.everywhere();
    known.into_iter().filter_map(|(id, who)| Some((id.to_owned(), who.person()?.to_owned()))).collect()
}
