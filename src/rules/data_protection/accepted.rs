//! Recorded acceptances: somebody looked at a finding and said why it may stay.

/// One acceptance: in a case's front matter (for that case) or in `klacht.yaml` (for the file it names).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Acceptance {
    /// The file; nothing in a case, which speaks for itself.
    pub path: Option<String>,
    /// The code of the rule.
    pub code: String,
    /// Why it may stay.
    pub why: String,
    /// Who says so: a person's key.
    pub by: String,
}

/// Why an acceptance does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AcceptanceFault {
    /// It does not say why, in words.
    NoReason,
    /// It does not say who.
    NoPerson,
    /// In `klacht.yaml`, and it names no file.
    NoPath,
    /// Not a code of this family, or one that has no acceptance: attachments, and acceptances themselves.
    NotAcceptable,
}

/// The codes of what may be accepted: findings that rest on how a text looks and so can be mistaken.
pub fn acceptable() -> impl Iterator<Item = &'static str> {
    super::RULES.iter().filter(|rule| rule.accepted).map(|rule| rule.code)
}

impl Acceptance {
    /// Everything that is wrong with it; `in_case` when it stands in a case's front matter. One that has a fault covers
    /// nothing.
    #[must_use]
    pub fn faults(&self, in_case: bool) -> Vec<AcceptanceFault> {
        let says_nothing = !self.why.chars().any(char::is_alphabetic);
        let nobody = self.by.trim().is_empty();
        let nowhere = !in_case && self.path.as_deref().is_none_or(|path| path.trim().is_empty());
        let not_acceptable = !acceptable().any(|code| code == self.code);
        let all = [
            (says_nothing, AcceptanceFault::NoReason),
            (nobody, AcceptanceFault::NoPerson),
            (nowhere, AcceptanceFault::NoPath),
            (not_acceptable, AcceptanceFault::NotAcceptable),
        ];
        all.into_iter().filter_map(|(wrong, fault)| wrong.then_some(fault)).collect()
    }

    /// Whether it covers a finding in the case it stands in.
    #[must_use]
    pub fn covers_in_case(&self, code: &str) -> bool {
        self.code == code && self.faults(true).is_empty()
    }

    /// Whether it, standing in `klacht.yaml`, covers a finding in the file with this path.
    #[must_use]
    pub fn covers_file(&self, path: &str, code: &str) -> bool {
        self.code == code && self.path.as_deref() == Some(path) && self.faults(false).is_empty()
    }
}
