//! What a commit says beside its cases: its message and names, and the texts of the register's other files.

use std::collections::BTreeMap;

use crate::check::case::personal;
use crate::check::commit::bases::Bases;
use crate::check::commit::candidate::{Candidate, Changed, Was};
use crate::check::commit::validator::{CommitValidator, softened};
use crate::check::unreadable;
use crate::context::{Context, Page, about_file as about, is_ours};
use crate::diagnostics::Finding;
use crate::paths::{self, is_case, is_policy};
use crate::register::{Content, Fault, FaultKind, RegisterError};
use crate::rules::data_protection::{CONFIDENTIAL, KNOWN_PERSON, d609};
use crate::rules::history;

impl CommitValidator<'_> {
    /// Personal data in the changed texts that are no cases. What stood there before is told, and does not refuse.
    pub(super) fn texts(
        &mut self,
        candidate: &Candidate<'_>,
        changed: &BTreeMap<&str, Changed>,
        bases: &Bases,
    ) -> Result<Vec<Finding>, RegisterError> {
        let (before, context) = (bases.before.as_deref(), &*bases.context);
        let allowed = self.allowed_by(context);
        let mut found = Vec::new();
        for (path, change) in changed.iter().filter(|(_, change)| change.new.is_some()) {
            // What is known here stands nowhere; how it looks is held against what is published only.
            let public = is_published(path) || context.files.contains_key(*path);
            let now = match context.files.get(*path) {
                Some(file) => Some(file.source.clone()),
                None if public || (!self.known.is_empty() && !is_case(path)) => text_of(candidate.files.read(path)?),
                None => None,
            };
            let Some(now) = now else { continue };
            let scanned = |source: &str, by: &Context| {
                let tree = by.files.get(*path).and_then(|kept| kept.tree.as_ref());
                let page = Page { path, source, tree };
                let (mut found, covered) = personal::counted_in_file(&page, by, bases.push.as_deref(), &allowed);
                found.retain(|finding| public || finding.code == KNOWN_PERSON);
                (found, covered)
            };
            let (mut known, mut most) = (Vec::new(), BTreeMap::new());
            for was in &change.old {
                let Was::Blob(blob) = was else { continue };
                if let (Some(source), Some(before)) = (text_of(Some(self.register.blob(*blob)?)), before) {
                    let (stood, covered) = scanned(&source, before);
                    known.extend(stood);
                    for (code, were) in covered {
                        let most: &mut usize = most.entry(code).or_default();
                        *most = were.max(*most);
                    }
                }
            }
            let stood = |f: &Finding| known.iter().any(|k| k.code == f.code && k.message == f.message);
            let (open, covered) = scanned(&now, context);
            found.extend(open.into_iter().map(|f| if stood(&f) { softened(f) } else { f }));
            // What was accepted for some finds is not accepted for more.
            let more = covered.into_iter().filter_map(|(code, now)| Some((code, *most.get(code)?, now)));
            let more = more.filter(|(_, were, now)| were < now);
            found.extend(
                more.map(|(code, were, now)| about(path, &history::g738::RULE, history::g738::say(code, were, now))),
            );
        }
        Ok(found)
    }

    pub(super) fn about_the_commit(
        &mut self,
        candidate: &Candidate<'_>,
        changed: &BTreeMap<&str, Changed>,
        context: &Context,
    ) -> Vec<Finding> {
        let mut found: Vec<Finding> = candidate
            .faults
            .iter()
            .map(|f| about("", &history::g716::RULE, history::g716::say(&f.message(), &f.remedy())))
            .collect();
        // Beside the register's own files only names that no tree may have are of concern.
        let concerns = |f: &&Fault| is_ours(&f.path) || (!f.path.contains('/') && f.kind == FaultKind::Dangerous);
        for fault in candidate.against.iter().flat_map(|d| &d.faults).filter(concerns) {
            found.push(about(&fault.path, &history::g701::RULE, unreadable::tree(&fault.kind)));
        }
        if let (Some(push), Some(day)) = (self.push, candidate.day)
            && day > push.today.succ_opt().unwrap_or(push.today)
        {
            found.push(about("", &history::g717::RULE, history::g717::say(day, push.today)));
        }
        found.extend(candidate.older.map(|(own, of)| about("", &history::g742::RULE, history::g742::say(own, of))));
        // A merge brings what its sides had; only what differs from all of them was made in it.
        let made = |of: fn(&str) -> bool| changed.iter().any(|(p, c)| of(p) && !c.old.contains(&Was::Same));
        if made(is_policy) && made(is_case) && !candidate.parents.is_empty() {
            found.push(about("policy", &history::g707::RULE, history::g707::say()));
        }
        let allowed = self.allowed_by(context);
        if let Some(message) = candidate.message {
            found.extend(personal::in_message(message, &allowed));
        }
        if let Some(commit) = candidate.evidence.commit {
            let headers = [&commit.author.name, &commit.committer.name, &commit.extra];
            found.extend(personal::in_headers(&headers, &allowed));
        }
        for path in changed.iter().filter(|(_, c)| c.new.is_some()).map(|(p, _)| p) {
            found.extend(personal::in_name(path, &allowed));
        }
        if changed.iter().any(|(path, c)| c.new.is_some() && d609::is_confidential(path)) {
            found.push(about(CONFIDENTIAL, &d609::RULE, d609::say()));
        }
        found
    }
}

/// Whether a file is published, or read by whoever may read the register, whatever it is called.
fn is_published(path: &str) -> bool {
    [paths::POLICY, paths::TEMPLATES].contains(&paths::top(path))
}

fn text_of(content: Option<Content>) -> Option<String> {
    match content {
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes).ok(),
        _ => None,
    }
}
