//! What the register says of a case of which something is sealed.

use std::cell::OnceCell;

use crate::case::{self, Case, CaseId};
use crate::context::Context;
use crate::paths::{self, CENTURY};
use crate::register::{Content, Id, Register, RegisterError, Snapshot};

/// The register as it stands after a push.
pub(super) struct After<'a> {
    pub(super) register: &'a Register,
    /// The commit; nothing where no register stands here.
    pub(super) commit: Option<Id>,
    context: OnceCell<Context>,
}

/// What is known of a case.
pub(super) enum Known {
    /// Nothing, or nothing yet.
    Nowhere,
    /// It was destroyed.
    Stub,
    /// It lives.
    Case(Box<Living>),
}

/// A case that lives.
pub(super) struct Living {
    /// Where it stands.
    pub path: String,
    /// What it says.
    pub case: Case,
}

impl<'a> After<'a> {
    pub(super) fn new(register: &'a Register, commit: Option<Id>) -> Self {
        Self { register, commit, context: OnceCell::new() }
    }

    /// By what cases are judged.
    pub(super) fn context(&self) -> Result<&Context, RegisterError> {
        if let Some(context) = self.context.get() {
            return Ok(context);
        }
        let read = self.commit.map(|at| Context::read(&self.register.at_commit(at)?)).transpose()?;
        Ok(self.context.get_or_init(|| read.unwrap_or_default()))
    }

    /// The case with this id. By its name in the year of the id, so that the cost does not grow with the register.
    pub(super) fn case(&self, id: CaseId) -> Result<Known, RegisterError> {
        let Some(commit) = self.commit else { return Ok(Known::Nowhere) };
        let files = self.register.at_commit(commit)?;
        let (name, year) = (id.to_string(), CENTURY + i32::from(id.year()));
        for regulation in &self.context()?.regulations {
            for month in 1..=12 {
                let path = paths::case(regulation, year, month, &name);
                if let Some(case) = case_in(&files, &path)? {
                    let stub = case.destroyed.is_some();
                    return Ok(if stub { Known::Stub } else { Known::Case(Box::new(Living { path, case })) });
                }
            }
        }
        Ok(Known::Nowhere)
    }
}

/// The case at a path. What stands there and cannot be read is an error: it may say that the case was destroyed.
pub(super) fn case_in(files: &dyn Snapshot, path: &str) -> Result<Option<Case>, RegisterError> {
    let read = match files.read(path)? {
        None => return Ok(None),
        Some(Content::Bytes(bytes)) => String::from_utf8(bytes).ok().and_then(|source| case::read(&source).0),
        Some(_) => None,
    };
    read.map(Some).ok_or_else(|| RegisterError::Unreadable(path.to_owned(), "invalid data".to_owned()))
}
