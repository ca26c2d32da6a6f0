//! Whether a commit may take the place of a history: the same files, the truth in its message, a keeper's signature, and nothing wrong
//! in what it takes the place of.

use chrono::{Months, NaiveDate};

use super::bridge::Bridge;
use crate::case;
use crate::check::authority::maker::{ActorEvidence, Identification};
use crate::check::authority::standing::keeps;
use crate::check::case::personal;
use crate::check::commit::range::check_range;
use crate::check::unreadable;
use crate::context::{Context, Strength, about_file as about};
use crate::diagnostics::{Finding, Severity};
use crate::paths::{CASES, is_case};
use crate::register::{Commit, Content, Id, Range, Register, RegisterError, Snapshot};
use crate::rules::Message;
use crate::rules::history::g771;
use crate::rules::history::g772::{self, Untrue};

/// How long old commits may say what destroyed cases said.
const YEAR: Months = Months::new(12);

/// A history that is to begin anew.
pub struct Renewal<'a> {
    /// Where it is.
    pub register: &'a Register,
    /// The commit with which it ends.
    pub old: Id,
    /// The day on which it is renewed.
    pub day: NaiveDate,
}

impl Renewal<'_> {
    /// What is true of it.
    pub fn bridge(&self, program: &str, reason: Option<String>) -> Result<Bridge, RegisterError> {
        let Self { register, old, .. } = *self;
        let beginnings = register.beginnings(old)?;
        let mut earlier = Vec::new();
        for id in &beginnings {
            earlier.extend(Bridge::of(&register.commit(*id)?).map(|bridge| bridge.remembered()).unwrap_or_default());
        }
        Ok(Bridge {
            renews: old,
            beginnings,
            commits: register.walk(&Range::all(old))?.ids().len(),
            program: program.to_owned(),
            destroyed: destroyed(&register.at_commit(old)?)?.len(),
            earlier,
            reason,
        })
    }

    /// How many errors are in it.
    pub fn errors(&self) -> Result<usize, RegisterError> {
        let verdict = check_range(self.register, &Range::all(self.old), &|_, _| {})?;
        Ok(verdict.findings.iter().filter(|finding| finding.severity == Severity::Error).count())
    }

    /// Why a commit may not take its place; nothing where it may, as far as it is itself concerned.
    pub fn refused(&self, commit: &Commit) -> Result<Option<Message>, RegisterError> {
        let untrue = |what| Ok(Some(g772::untrue(what)));
        let Some(said) = Bridge::of(commit).filter(|_| commit.faults.is_empty() && commit.extra.is_empty()) else {
            return untrue(Untrue::Form);
        };
        if said.renews != self.old {
            return untrue(Untrue::Head);
        }
        let last = self.register.commit(self.old)?;
        if commit.tree != last.tree {
            return untrue(Untrue::Files);
        }
        if said != self.bridge(&said.program, said.reason.clone())? {
            return untrue(Untrue::Past);
        }
        let tomorrow = self.day.succ_opt().unwrap_or(self.day);
        let day = commit.committer.date();
        if day.is_none_or(|day| day > tomorrow) || day < last.committer.date() {
            return untrue(Untrue::Day);
        }
        let context = Context::read(&self.register.at_commit(self.old)?)?;
        if let Err(why) = signed_by(commit, &context, self.day) {
            return Ok(Some(why));
        }
        let allowed = personal::allowed(&context);
        let reason = said.reason.unwrap_or_default();
        let mut found = personal::in_message(reason.as_bytes(), &allowed);
        found.extend(personal::in_headers(&[&commit.author.name, &commit.committer.name], &allowed));
        Ok(found.into_iter().next().map(|finding| Message::new(finding.message, finding.remedy)))
    }
}

/// The keeper who signed a commit, by what stood when it was made; or why nobody did.
pub fn signed_by(commit: &Commit, context: &Context, day: NaiveDate) -> Result<String, Message> {
    let evidence = ActorEvidence { commit: Some(commit), received: Some(day), ..ActorEvidence::default() };
    let mut why = None;
    for (id, history) in &context.policy.histories {
        match evidence.known_to(&history.people, Strength::Signature, None) {
            Identification::Person(key) if keeps(context, id, &key, day) => return Ok(format!("{id}/{key}")),
            Identification::Person(key) => why = Some(g772::no_keeper(&key)),
            Identification::Unsigned(status) if why.is_none() => {
                why = Some(g772::not_signed(&unreadable::signature(&status)));
            }
            _ => {}
        }
    }
    Err(why.unwrap_or_else(|| g772::untrue(Untrue::Form)))
}

/// What a whole history says of the one before it: nothing where it began by itself. That all was right with the one before, a server
/// found when it took the bridge; whose word that is now, the signature tells.
pub fn told(register: &Register, commit: &Commit) -> Result<Option<Finding>, RegisterError> {
    let Some(bridge) = Bridge::of(commit) else { return Ok(None) };
    let day = commit.committer.date().unwrap_or_default();
    let context = Context::read(&register.at_tree(commit.tree)?)?;
    let finding = match signed_by(commit, &context, day) {
        Ok(keeper) => {
            let (bridges, commits) = bridge.all();
            let said = g771::Said { bridges, commits, day, program: &bridge.program, destroyed: bridge.destroyed };
            about("", &g771::RULE, g771::say(&said, &keeper))
        }
        Err(why) => about("", &g772::RULE, why),
    };
    Ok(Some(finding.in_commit(commit.id.to_string())))
}

/// The bridge with which the history of a commit begins, with its id; nothing where it was never renewed.
pub fn bridge_of(register: &Register, tip: Id) -> Result<Option<(Id, Bridge)>, RegisterError> {
    for id in register.beginnings(tip)? {
        if let Some(bridge) = Bridge::of(&register.commit(id)?) {
            return Ok(Some((id, bridge)));
        }
    }
    Ok(None)
}

/// Since when something is there that a renewal would take out of old commits: more than a year. Nothing where there is no such thing.
pub fn renewal_due(register: &Register, tip: Id, today: NaiveDate) -> Result<Option<NaiveDate>, RegisterError> {
    let mut began = None;
    for id in register.beginnings(tip)? {
        began = began.max(register.commit(id)?.committer.date());
    }
    let days = destroyed(&register.at_commit(tip)?)?.into_iter().filter(|day| began.is_none_or(|began| began < *day));
    Ok(days.min().filter(|day| day.checked_add_months(YEAR).is_some_and(|due| due <= today)))
}

/// The days on which cases of which only a stub is left were destroyed.
fn destroyed(files: &dyn Snapshot) -> Result<Vec<NaiveDate>, RegisterError> {
    let mut days = Vec::new();
    for file in files.list(CASES)?.files.iter().filter(|file| is_case(&file.path)) {
        let Some(Content::Bytes(bytes)) = files.read(&file.path)? else { continue };
        let source = String::from_utf8_lossy(&bytes);
        let stub = source.contains("\ndestroyed:").then(|| case::read(&source).0?.destroyed);
        days.extend(stub.flatten().map(|destroyed| destroyed.on));
    }
    Ok(days)
}
