//! A push judged: every reference, every new commit against each of its parents, all faults at once.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::check::authority::judge::refused as asked;
use crate::check::authority::kind::Kind;
use crate::check::authority::maker::ActorEvidence;
use crate::check::authority::standing::{Powers, Standing};
use crate::check::commit::push_context::PushContext;
use crate::check::commit::validator::CommitValidator;
use crate::check::guard::{Guard, holds_register, settings_at, short_name};
use crate::check::renewal::{Bridge, Renewal, bridge_of};
use crate::check::tree::whole::Verdict;
use crate::check::vault::{VAULT, VaultGate};
use crate::context::about_file as about;
use crate::context::{Context, Strength};
use crate::diagnostics::{Finding, Severity, Sink, text};
use crate::paths;
use crate::register::{Classified, Id, Movement, ObjectKind, Range, RefKind, Register, RegisterError, Update};
use crate::rules::Message;
use crate::rules::data_protection::Allowed;
use crate::rules::history::g711::Refused;
use crate::rules::history::{self, g713, g715, g722};

/// Judges a push.
pub fn check_push(register: &Register, updates: &[Update], push: &PushContext<'_>) -> Result<Verdict, RegisterError> {
    let mut sink = Sink::new();
    let guard = Guard::of(register)?;
    let mut gate = Gate {
        register,
        push,
        guard: &guard,
        vault: guard.vault(register, push, updates)?,
        judge: CommitValidator::at_the_gate(register, push),
        unjudged: Vec::new(),
    };
    gate.judge.powers = Rc::new(guard.powers(register)?);
    let mut new: Vec<(String, Id)> = Vec::new();
    for update in updates {
        match register.classify(update.clone()).and_then(|classified| gate.reference(&classified, &mut new)) {
            Ok(found) => sink.extend(found),
            Err(error) => sink.push(unreadable(&update.name, &error)),
        }
    }
    sink.extend(gate.strangers()?);
    // All that is new at once: what is known already is the same for each.
    if let Some((name, _)) = new.first() {
        let tips = new.iter().map(|(_, tip)| *tip).collect();
        let range = Range { tips, except: guard.judged(register)?.to_vec() };
        sink.extend(gate.range(name, guard.tip, &range));
    }
    sink.extend(gate.guarded_now(updates)?);
    sink.extend(gate.vault.smuggled(gate.unjudged.clone())?);
    sink.extend(gate.vault.named(&guard.ends(register, updates)?, &gate.judge.sealed)?);
    sink.extend(gate.vault.ended(&guard.ends(register, updates)?, &gate.judge.ended)?);
    sink.extend(gate.begun(updates)?);
    let tips = || {
        updates
            .iter()
            .filter(|u| !u.name.starts_with(VAULT))
            .filter_map(|u| u.new)
            .filter_map(|id| register.peel(id).ok()?.1)
            .collect()
    };
    if let Some(back) = register.brings_back(tips)?.map_or_else(|| gate.left_behind(), |back| Ok(Some(back)))? {
        sink.push(about("", &history::g751::RULE, history::g751::say()).in_commit(back.to_string()));
    }
    let mut findings = sink.into_findings();
    let told = findings.iter().any(|f| [g713::RULE.code, g715::RULE.code, g722::RULE.code].contains(&f.code));
    if !told && let Some(stranger) = gate.stranger(updates)? {
        findings.insert(0, stranger);
    }
    let tips: BTreeSet<String> = updates.iter().filter_map(|u| u.new).map(|id| id.to_string()).collect();
    let findings = findings.into_iter().map(|finding| named(finding, &tips)).collect();
    let (commits, checked, versions) = gate.judge.into_tally();
    Ok(Verdict { findings, checked, commits: Some(commits), versions, ..Verdict::default() })
}

/// A finding names its commit where that is not the tip: no later commit puts it right, whatever it brings back.
fn named(mut finding: Finding, tips: &BTreeSet<String>) -> Finding {
    let Some(commit) = finding.commit.take().filter(|commit| !tips.contains(commit)) else { return finding };
    if [history::g751::RULE.code, history::g772::RULE.code].contains(&finding.code) {
        return finding.in_commit(commit);
    }
    let short = commit.get(..7).unwrap_or(&commit).to_owned();
    if finding.severity == Severity::Error {
        let remedy = finding.remedy;
        finding.remedy = text!(
            "herstel het in {short} zelf: `git rebase -i {short}^`, zet `edit` voor de bovenste regel, doe dit en dan `git rebase --continue`; {remedy}",
            "put it right in {short} itself: `git rebase -i {short}^`, write `edit` before the top line, do this and then `git rebase --continue`; {remedy}",
            remedy
        );
    }
    finding.in_commit(commit)
}

/// What cannot be read is refused with its reason, never passed.
fn unreadable(name: &str, error: &RegisterError) -> Finding {
    about(name, &history::g712::RULE, crate::check::unreadable::unreadable(error))
}

/// A push under way.
struct Gate<'a> {
    register: &'a Register,
    push: &'a PushContext<'a>,
    guard: &'a Guard,
    vault: VaultGate<'a>,
    judge: CommitValidator<'a>,
    /// Branches that are not judged, with what they come to hold.
    unjudged: Vec<(String, Id)>,
}

impl Gate<'_> {
    /// Judges one reference; what is new by it goes to the others that are.
    fn reference(&mut self, update: &Classified, new: &mut Vec<(String, Id)>) -> Result<Vec<Finding>, RegisterError> {
        let name = update.update.name.as_str();
        if name.starts_with(VAULT) {
            return self.vault.reference(update);
        }
        let guarded = self.guard.protects(self.register, update)?;
        let renewed = if guarded { self.renewed(update)? } else { None };
        let mut found = if renewed.is_some() { Vec::new() } else { refused(update, guarded) };
        if let Some((bridge, why)) = &renewed {
            found.extend(why.clone().map(|why| about(name, &history::g772::RULE, why).in_commit(bridge.to_string())));
        }
        if update.movement != Movement::Delete && self.guard.is_taken_for_main(name) {
            found.push(about(name, &history::g711::RULE, history::g711::say(name, Refused::Lookalike)));
        }
        let stop = found.iter().any(|f| f.severity == Severity::Error);
        if update.movement != Movement::Delete {
            found.extend(crate::check::case::personal::in_name(name, &Allowed::new()));
        }
        let (false, Some(commit)) = (stop, update.commit) else { return Ok(found) };
        if update.kind == RefKind::Tag {
            found.extend(self.tag(update)?);
            new.push((name.to_owned(), commit));
        } else if !guarded {
            self.unjudged.push((name.to_owned(), commit));
        } else if let (Some((bridge, _)), Some(old)) = (renewed, update.old_commit) {
            // It has the files of what stood before, and was looked at; what comes on top of it is judged as ever.
            found.extend(self.range(name, Some(old), &Range { tips: vec![commit], except: vec![bridge] }));
        } else if let Some(old) = update.old_commit {
            let except = if self.guard.is_judged(self.register, old)? { vec![old] } else { Vec::new() };
            found.extend(self.range(name, Some(old), &Range { tips: vec![commit], except }));
        } else {
            new.push((name.to_owned(), commit));
        }
        Ok(found)
    }

    /// The commit with which the register's branch is to begin anew, and why it may not; nothing where no such thing is asked.
    fn renewed(&self, update: &Classified) -> Result<Option<(Id, Option<Message>)>, RegisterError> {
        let (Movement::Rewrite, Some(old), Some(new)) = (update.movement, update.old_commit, update.commit) else {
            return Ok(None);
        };
        let register = self.register;
        if self.guard.main.as_deref() != Some(update.update.name.as_str()) || self.guard.tip != Some(old) {
            return Ok(None);
        }
        let [beginning] = register.beginnings(new)?[..] else { return Ok(None) };
        let commit = register.commit(beginning)?;
        if Bridge::of(&commit).is_none() || register.beginnings(old)?.contains(&beginning) {
            return Ok(None);
        }
        let renewal = Renewal { register, old, day: self.push.today };
        let why = match renewal.refused(&commit)? {
            Some(why) => Some(why),
            None => Some(renewal.errors()?).filter(|many| *many > 0).map(history::g772::errors),
        };
        Ok(Some((beginning, why)))
    }

    /// A commit of a branch that is not judged with which a history begins that was left: so it would come back.
    fn left_behind(&self) -> Result<Option<Id>, RegisterError> {
        let (Some(main), false) = (self.guard.tip, self.unjudged.is_empty()) else { return Ok(None) };
        let tips = self.unjudged.iter().map(|(_, tip)| *tip).collect();
        let begun = self.register.begun_apart(tips, self.register.commits_named()?)?;
        if begun.is_empty() {
            return Ok(None);
        }
        let past = bridge_of(self.register, main)?.map(|(_, bridge)| bridge.past()).unwrap_or_default();
        Ok(begun.into_iter().find(|id| past.contains(id)))
    }

    /// Judges the commits that a reference brings, by what stood before the push.
    fn range(&mut self, name: &str, stood: Option<Id>, range: &Range) -> Vec<Finding> {
        short_name(name).clone_into(&mut self.judge.target);
        let powers = (*self.judge.powers).clone();
        let main = powers.main.or_else(|| self.guard.tip.is_none().then(|| name.to_owned()));
        self.judge.powers = Rc::new(Powers { before_push: stood.or(self.guard.tip), main, ..powers });
        self.judge.range(range, &|_, _| {}).unwrap_or_else(|error| vec![unreadable(name, &error)])
    }

    /// Who made a tag, and its message.
    fn tag(&self, update: &Classified) -> Result<Vec<Finding>, RegisterError> {
        let Some(new) = update.update.new.filter(|_| update.target == Some(ObjectKind::Tag)) else {
            return Ok(Vec::new());
        };
        let (tagger, message) = self.register.tag_text(new)?;
        let mut found = crate::check::case::personal::in_headers(&[&tagger], &Allowed::new());
        found.extend(crate::check::case::personal::in_message(&message, &Allowed::new()));
        Ok(found
            .into_iter()
            .map(|mut f| {
                update.update.name.clone_into(&mut f.path);
                f
            })
            .collect())
    }

    /// Who keeps a register that begins with this push: what stands is trusted, and shown.
    fn begun(&self, updates: &[Update]) -> Result<Option<Finding>, RegisterError> {
        if self.guard.tip.is_some() {
            return Ok(None);
        }
        for tip in updates.iter().filter(|u| u.name.starts_with("refs/heads/")).filter_map(|u| u.new) {
            let keepers = settings_at(self.register, tip)?.authority.keepers;
            if !keepers.is_empty() {
                return Ok(Some(about(paths::SETTINGS, &history::g741::RULE, history::g741::begun(&keepers))));
            }
        }
        Ok(None)
    }

    /// Branches that this push has guarded from now on: what they hold was never judged.
    fn guarded_now(&mut self, updates: &[Update]) -> Result<Vec<Finding>, RegisterError> {
        let register = self.register;
        let (Some(was), Some(main)) = (&self.guard.settings, &self.guard.main) else { return Ok(Vec::new()) };
        let Some(tip) = updates.iter().find(|u| u.name == *main).and_then(|u| u.new) else { return Ok(Vec::new()) };
        let Ok(now) = settings_at(register, tip) else { return Ok(Vec::new()) };
        let mut except = self.guard.judged(register)?.to_vec();
        except.push(tip);
        let mut found = Vec::new();
        for (name, id) in &self.guard.references {
            let joins = now.protects(name) && !was.protects(name) && !updates.iter().any(|u| u.name == *name);
            if joins && holds_register(register, *id)? {
                found.extend(self.range(name, self.guard.tip, &Range { tips: vec![*id], except: except.clone() }));
            }
        }
        Ok(found)
    }

    /// Whoever pushes is somebody, whatever it is that he pushes.
    fn stranger(&mut self, updates: &[Update]) -> Result<Option<Finding>, RegisterError> {
        let Some(tip) = self.guard.tip else { return Ok(None) };
        let context = Context::read(&self.register.at_commit(tip)?)?;
        if context.settings.identity.strength.max(self.judge.powers.floor()) != Strength::Transport {
            return Ok(None);
        }
        // By the server's own key nobody need be known: what it may is asked of each commit.
        let new = updates.iter().find_map(|u| u.new.filter(|_| u.name.starts_with("refs/heads/")));
        let commit = new.map(|id| self.register.commit(id)).transpose()?;
        let evidence = ActorEvidence {
            commit: commit.as_ref(),
            server: Some(self.push.variable),
            received: Some(self.push.today),
            ..ActorEvidence::default()
        };
        let standing = self.standing(&context, &evidence);
        if standing.repairs() {
            return Ok(None);
        }
        Ok(asked(&standing, Kind::Anything, updates.first().map_or("", |u| u.name.as_str())))
    }

    /// Commits of branches that are not judged: under signatures each is signed by somebody. A merge brings nothing that was not
    /// asked for on its way. All of them at once: to walk back from each would cost the branches of a server times those of a push.
    fn strangers(&mut self) -> Result<Option<Finding>, RegisterError> {
        let (Some(main), Some((name, _))) = (self.guard.tip, self.unjudged.first()) else { return Ok(None) };
        let asks = self.guard.settings.as_ref().map(|s| s.identity.strength).max(Some(self.judge.powers.floor()));
        if asks != Some(Strength::Signature) {
            return Ok(None);
        }
        let context = Context::read(&self.register.at_commit(main)?)?;
        let heads = self.guard.references.iter().filter(|(name, _)| name.starts_with("refs/heads/"));
        let mut except: Vec<Id> = heads.map(|(_, id)| *id).collect();
        except.sort_unstable();
        except.dedup();
        let tips = self.unjudged.iter().map(|(_, tip)| *tip).collect();
        let walk = self.register.walk(&Range { tips, except })?;
        for id in walk.ids() {
            let commit = self.register.commit(*id)?;
            if commit.parents.len() > 1 {
                continue;
            }
            let received = Some(self.push.today);
            let evidence = ActorEvidence { commit: Some(&commit), received, ..ActorEvidence::default() };
            let standing = self.standing(&context, &evidence);
            if let Some(finding) = asked(&standing, Kind::Anything, name) {
                return Ok(Some(finding.in_commit(id.to_string())));
            }
        }
        Ok(None)
    }

    fn standing<'s>(&'s self, context: &'s Context, evidence: &'s ActorEvidence<'s>) -> Standing<'s> {
        let day = self.push.today;
        Standing { powers: &self.judge.powers, push: None, before: context, begins: false, day, evidence }
    }
}

/// Movements of references that a register does not allow, whatever the commits.
fn refused(update: &Classified, protected: bool) -> Vec<Finding> {
    let name = update.update.name.as_str();
    let mut found = Vec::new();
    let tag = |why| about(name, &history::g711::RULE, history::g711::say(name, why));
    match (update.kind, update.movement) {
        (RefKind::Replace, movement) if movement != Movement::Delete => found.push(tag(Refused::Replacement)),
        (RefKind::Other | RefKind::Notes, movement) if movement != Movement::Delete => {
            found.push(tag(Refused::OtherKind));
        }
        (RefKind::Tag, Movement::Rewrite) => found.push(tag(Refused::TagMoved)),
        // A tag moves forward as little as it moves back.
        (RefKind::Tag, Movement::FastForward) if update.update.old != update.update.new => {
            found.push(tag(Refused::TagMoved));
        }
        (RefKind::Tag, Movement::Delete) => {
            let mut told = tag(Refused::TagGone);
            told.severity = Severity::Warning;
            found.push(told);
        }
        (RefKind::Tag, Movement::Create)
            if update.target.is_some_and(|t| !matches!(t, ObjectKind::Commit | ObjectKind::Tag))
                || update.commit.is_none() =>
        {
            found.push(tag(Refused::NoCommit));
        }
        (RefKind::Branch, Movement::Delete) if protected => {
            found.push(about(name, &history::g710::RULE, history::g710::say(short_name(name))));
        }
        (RefKind::Branch, Movement::Rewrite) if protected => {
            found.push(about(name, &history::g709::RULE, history::g709::say(short_name(name))));
        }
        _ => {}
    }
    found
}
