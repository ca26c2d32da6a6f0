//! Whether somebody may write in a case at all: by a role, or by handling it; and who is kept from it.

use crate::case::{self, Case, Position};
use crate::check::authority::case::Maker;
use crate::check::authority::standing::Standing;
use crate::check::case::judge::handler_of;
use crate::check::commit::changes::Subject;
use crate::context::article;
use crate::diagnostics::{Article, Finding};
use crate::register::{Content, Id, Register, RegisterError, Snapshot};
use crate::regulation::{Exclusion, RuleRef, Selector, Version};
use crate::rules::history::g713::{self, UnknownActor};
use crate::yaml::Route;

impl Maker<'_> {
    /// Whether the person may write in the case at all.
    pub(super) fn access(&self) -> Result<Option<Finding>, RegisterError> {
        let (subject, standing) = (self.question.subject, self.standing());
        let versions = versions(standing, self.regulation, subject);
        if versions.is_empty() {
            return Ok(None);
        }
        let kept = |role: Option<&str>| versions.iter().any(|version| self.is_kept_from(version, role));
        let roles = |version: &&Version| {
            let access = version.regulation.confidentiality.as_ref().and_then(|c| c.access.as_ref());
            access.filter(|a| !a.roles.is_empty()).map(|a| a.roles.clone())
        };
        let holds = |role: &String| standing.holds(self.regulation, self.person, role);
        let all = versions.iter().all(|version| match roles(version) {
            Some(roles) => roles.iter().any(|role| holds(role) && !kept(Some(role))),
            // Where the regulation says nothing of it: whoever holds a role in it.
            None => standing.holds_any(self.regulation, self.person),
        });
        if all || (!kept(None) && self.handles()?) {
            return Ok(None);
        }
        let held = standing.histories(self.regulation).last().and_then(|h| h.people.person(self.person));
        let held = held.into_iter().flat_map(|p| &p.roles).map(|r| r.role.as_str());
        let barred = held.into_iter().any(|r| standing.holds(self.regulation, self.person, r) && kept(Some(r)));
        let who = if barred {
            UnknownActor::KeptFrom { person: self.person }
        } else {
            UnknownActor::WithoutAccess { person: self.person, on: standing.day }
        };
        let mut finding = subject.at(&g713::RULE, &Route::root(), g713::say(who));
        finding.article = versions.last().and_then(|v| of_access(v));
        Ok(Some(finding))
    }

    /// Whether the person handles the case now: named by the last step that assigns, before the push and before the commit,
    /// while holding any role. Never by an entry of this commit.
    fn handles(&self) -> Result<bool, RegisterError> {
        let (subject, standing) = (self.question.subject, self.standing());
        let named = subject.parents.iter().any(|p| p.handler.as_deref() == Some(self.person));
        if !named || !standing.holds_any(self.regulation, self.person) {
            return Ok(false);
        }
        let (Some(push), Some(at)) = (standing.push, standing.powers.before_push) else { return Ok(true) };
        let case = case_at(self.question.register, at, subject.path)?;
        let Some(case) = case else { return Ok(false) };
        let version = push.policy.in_force(self.regulation, case.first_day()).ok();
        Ok(version.is_some_and(|(version, _)| handler_of(&case, version).as_deref() == Some(self.person)))
    }

    /// Whether the person handles the case, by name or, where nobody is named, by the role that does.
    pub(super) fn is_handler(&self) -> Result<bool, RegisterError> {
        if self.handles()? {
            return Ok(true);
        }
        let (subject, standing) = (self.question.subject, self.standing());
        let unnamed = subject.parents.iter().all(|p| p.handler.is_none());
        let by_role = |version: &&Version| {
            handler_roles(version).iter().any(|role| standing.holds(self.regulation, self.person, role))
        };
        let versions = versions(standing, self.regulation, subject);
        Ok(unnamed && !versions.is_empty() && versions.iter().all(by_role))
    }

    pub(super) fn is_excluded(&self) -> bool {
        let versions = versions(self.standing(), self.regulation, self.question.subject);
        versions.iter().any(|version| self.is_kept_from(version, None))
    }

    /// Whether an exclusion keeps the person from this case in a role, or as its handler: who may not handle a complaint about
    /// himself does not keep its file either, nor by the role from which he is kept. As the case is and as it was: nobody takes
    /// himself out of it.
    fn is_kept_from(&self, version: &Version, role: Option<&str>) -> bool {
        let subject = self.question.subject;
        let all = subject.parents.iter().map(|parent| &**parent).chain([subject.now]).flat_map(|past| &past.staff);
        let own: Vec<Position> = all.filter(|(person, _)| person == self.person).map(|(_, at)| *at).collect();
        kept_from(&own, version, role)
    }
}

/// The versions that may be those of the case: of each state, the one in force on its first day.
pub(super) fn versions<'a>(standing: &Standing<'a>, regulation: &'a str, subject: &Subject<'_>) -> Vec<&'a Version> {
    let Some(day) = subject.judged.case.as_ref().map(Case::first_day) else { return Vec::new() };
    standing.states().filter_map(|s| s.policy.in_force(regulation, day).ok()).map(|(version, _)| version).collect()
}

pub(super) fn of_access(version: &Version) -> Option<Article> {
    let confidential = version.regulation.confidentiality.as_ref()?;
    let block = if confidential.access.is_some() { "confidentiality.access" } else { "confidentiality" };
    Some(article(version, &RuleRef::block(block)))
}

/// A case as it was in a commit.
pub fn case_at(register: &Register, at: Id, path: &str) -> Result<Option<Case>, RegisterError> {
    Ok(match register.at_commit(at)?.read(path)? {
        Some(Content::Bytes(bytes)) => case::read(&String::from_utf8_lossy(&bytes)).0,
        Some(Content::Missing) => return Err(RegisterError::Absent(path.to_owned())),
        _ => None,
    })
}

/// The roles that handle cases by a version.
fn handler_roles(version: &Version) -> Vec<&str> {
    let assignment = &version.regulation.assignment;
    let topics = version.regulation.topics.list.iter().filter_map(|t| t.assign_to.as_deref());
    assignment.handler.role.iter().chain(&assignment.handler.roles).map(String::as_str).chain(topics).collect()
}

/// Whether an exclusion keeps whoever has these positions in a case from a role, or from handling it.
fn kept_from(own: &[Position], version: &Version, role: Option<&str>) -> bool {
    let handlers = handler_roles(version);
    let guards = |rule: &&Exclusion| match role {
        None => rule.who == "handler",
        Some(role) => rule.who == role || (rule.who == "handler" && handlers.contains(&role)),
    };
    let is = |selector: &Selector, at: Position| match selector {
        Selector::Position(position) => at == *position,
        Selector::Parties => true,
        _ => false,
    };
    let rules = version.regulation.assignment.exclude.iter().filter(guards).filter(|rule| !rule.waivable);
    rules.into_iter().any(|rule| rule.not.iter().any(|not| own.iter().any(|at| is(not, *at))))
}
