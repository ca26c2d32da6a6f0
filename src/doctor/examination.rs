//! What is looked at, and in which order.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{hooks, identity, keepers, sealed, settings, time};
use crate::context::{Context, refuses};
use crate::diagnostics::{Lang, Text, text};
use crate::register::{Register, RegisterError, Snapshot};

/// How something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// As it should be.
    Good,
    /// It works, but not as well as it could.
    Warning,
    /// Something will go wrong, or will not be guarded.
    Fault,
}

impl Grade {
    /// The word.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Good, Lang::Nl) => "goed",
            (Self::Good, Lang::En) => "ok",
            (Self::Warning, Lang::Nl) => "let op",
            (Self::Warning, Lang::En) => "warning",
            (Self::Fault, Lang::Nl) => "fout",
            (Self::Fault, Lang::En) => "fault",
        }
    }
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// What: stable, for programs and a helpdesk.
    pub id: &'static str,
    /// How it stands.
    pub grade: Grade,
    /// In words.
    pub said: Text,
    /// The command that mends it.
    pub remedy: Option<Text>,
}

impl Sign {
    pub(super) fn good(id: &'static str, said: Text) -> Self {
        Self { id, grade: Grade::Good, said, remedy: None }
    }

    pub(super) fn warning(id: &'static str, said: Text, remedy: Text) -> Self {
        Self { id, grade: Grade::Warning, said, remedy: Some(remedy) }
    }

    pub(super) fn fault(id: &'static str, said: Text, remedy: Text) -> Self {
        Self { id, grade: Grade::Fault, said, remedy: Some(remedy) }
    }
}

/// A command is the same in both languages.
pub(super) fn command(words: &str) -> Text {
    Text::new(words, words)
}

/// What the register itself cannot know.
#[derive(Debug, Clone)]
pub struct Circumstances<'a> {
    /// The day on which the program runs.
    pub clock: NaiveDate,
    /// The day that somebody gave in its place.
    pub asked: Option<NaiveDate>,
    /// The address under which somebody commits here.
    pub email: Option<String>,
    /// Where confidential parts are kept, when that was said.
    pub confidential: Option<PathBuf>,
    /// Where the keys of whoever runs this lie.
    pub keys: Option<PathBuf>,
    /// The line by which a hook of ours is known.
    pub mark: &'a str,
}

/// A register with what it says of itself.
pub(super) struct Patient<'a> {
    pub register: &'a Register,
    pub files: Option<&'a dyn Snapshot>,
    pub context: &'a Context,
    pub about: &'a Circumstances<'a>,
    /// The day by which the register is judged: the one asked for, the one on which it stands still, or today.
    pub day: NaiveDate,
}

/// Looks at everything, in the order in which somebody would set it up.
pub fn examine(register: &Register, about: &Circumstances<'_>) -> Result<Vec<Sign>, RegisterError> {
    if register.git_dir().is_none() || !register.is_bare() {
        let files = register.work_tree()?;
        return signs(register, Some(&files), about);
    }
    match register.head()? {
        Some(head) => signs(register, Some(&register.at_commit(head)?), about),
        None => signs(register, None, about),
    }
}

fn signs(
    register: &Register,
    files: Option<&dyn Snapshot>,
    about: &Circumstances<'_>,
) -> Result<Vec<Sign>, RegisterError> {
    let context = files.map(Context::read).transpose()?.unwrap_or_default();
    let day = about.asked.or(context.settings.stands_on).unwrap_or(about.clock);
    let patient = Patient { register, files, context: &context, about, day };
    let mut found = vec![time::git(), files_of(&context)];
    found.push(time::calendar(day));
    if register.git_dir().is_none() {
        found.push(Sign::fault(
            "repository",
            text!(
                "deze map is geen git-repository: niets bewaakt wat hier verandert",
                "this folder is not a git repository: nothing guards what changes here"
            ),
            command(if context.regulations.is_empty() { "klacht init" } else { "git init" }),
        ));
        return Ok(found);
    }
    found.push(time::clock(&patient)?);
    found.push(time::history(&patient)?);
    found.extend(hooks::signs(&patient)?);
    found.extend(identity::unguarded(&patient)?);
    found.extend(identity::unknown_actors(&patient));
    found.extend(keepers::signs(&patient)?);
    if register.is_bare() {
        found.extend(settings::server(&patient)?);
    } else {
        found.push(identity::author(&patient));
        found.extend(identity::signing(&patient)?);
        found.push(settings::line_ends(&patient)?);
        found.push(settings::confidential(&patient)?);
        found.extend(settings::only_here(&patient)?);
    }
    found.push(settings::merging(&patient)?);
    found.extend(sealed::signs(&patient)?);
    Ok(found)
}

/// Whether the policy and the settings can be read.
fn files_of(context: &Context) -> Sign {
    if context.regulations.is_empty() {
        return Sign::fault(
            "policy",
            text!("er is geen regeling onder policy", "there is no regulation under policy"),
            text!(
                "sta in de map van het register, of geef -C MAP",
                "run this in the folder of the register, or give -C DIR"
            ),
        );
    }
    if refuses(&context.findings) {
        return Sign::fault(
            "policy",
            text!(
                "een regeling, people.yaml of klacht.yaml kan niet worden gelezen",
                "a regulation, people.yaml or klacht.yaml cannot be read"
            ),
            command("klacht policy check"),
        );
    }
    let count = context.regulations.len();
    Sign::good("policy", text!("regelingen: {count}", "regulations: {count}"))
}
