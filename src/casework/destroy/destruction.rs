//! A case destroyed as its regulation wants: whether it may be, by whom, and the two files that it changes.

use chrono::NaiveDate;

use crate::calendar::date_words;
use crate::casework::destroy::stub::still_kept;
use crate::casework::error::CaseworkError;
use crate::casework::open_case::store::{create, remove, replace};
use crate::casework::open_case::workspace::{CaseFile, Workspace};
use crate::casework::prompt::Choice;
use crate::casework::report::case_report::hold;
use crate::diagnostics::{Text, text};
use crate::docket::{Docket, MayDestroy};
use crate::register::{Content, Snapshot};
use crate::regulation::{Disposition, Selector, Version};
use crate::rules::terms::t311::may_destroy;
use crate::yaml::{Route, append};
use crate::yearbook::TallyRow;
use crate::{counting, naming};

/// A file with its new text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewritten {
    /// Path in the register.
    pub path: String,
    /// Its text before; nothing when the file is new.
    pub was: Option<String>,
    /// Its text after.
    pub text: String,
}

impl Rewritten {
    /// Whether its text becomes another.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.was.as_deref() != Some(&self.text)
    }
}

/// What destroying a case changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destruction {
    /// The yearbook with the row by which the case counts on; nothing where the regulation keeps none. It stays as it is when the
    /// row is there already, and goes into the same commit all the same: nothing says that it is in one.
    pub book: Option<Rewritten>,
    /// The case, of which a stub is left.
    pub stub: Rewritten,
}

/// What an empty yearbook holds.
const NO_BOOK: &str = "schema: klacht.yearbook/1\n";

/// Refuses to destroy a case on a day on which its regulation does not let it go, and says why.
///
/// # Errors
///
/// [`CaseworkError::Asked`] when it was destroyed already, is held, or the day has not come or is not known.
pub fn may_go(workspace: &Workspace, file: &CaseFile, on: NaiveDate) -> Result<(), CaseworkError> {
    still_kept(&file.case)?;
    let (version, history) = workspace.version(file)?;
    let docket = Docket::replay(&file.case, version, &history.people);
    let id = file.case.id;
    let held = |why: &Text, remedy: Text| {
        let message = text!("{id} mag niet worden vernietigd: {why}", "{id} may not be destroyed: {why}", why);
        Err(CaseworkError::Asked(message, remedy))
    };
    match docket.may_be_destroyed(on, &workspace.context.discussed(&file.regulation)) {
        MayDestroy::Allowed => Ok(()),
        MayDestroy::Held(holds) => {
            let words: Vec<Text> = holds.iter().map(|h| hold(*h, &docket)).collect();
            let (nl, en): (Vec<&str>, Vec<&str>) = words.iter().map(|t| (t.nl.as_str(), t.en.as_str())).unzip();
            held(&Text::new(nl.join("; "), en.join("; ")), shown(file, &text!("wat er loopt", "what is open")))
        }
        MayDestroy::TooEarly(Some(from)) => {
            let from = date_words(from);
            let why = text!("dat mag vanaf {from}", "not before {from}", from);
            let counted =
                docket.kept_since().map(|(step, counted)| counted.summary(&version.regulation.step_name(step)));
            let why = counted.map_or(why.clone(), |c| text!("{why} ({c})", "{why} ({c})", why, c));
            held(&why, text!("wacht tot die dag", "wait until that day"))
        }
        MayDestroy::TooEarly(None) => held(
            &text!(
                "wat de regeling afwacht, is er nog niet, dus staat de dag nog niet vast",
                "what the regulation waits for has not happened yet, so the date is not known"
            ),
            shown(file, &text!("waar de klacht staat", "the status of the case")),
        ),
        MayDestroy::Never => held(
            &text!("de regeling noemt geen dag van vernietiging", "the regulation sets no date of destruction"),
            text!("bewaar haar; of wijzig de regeling", "keep it; or change the regulation"),
        ),
    }
}

fn shown(file: &CaseFile, what: &Text) -> Text {
    let id = file.case.id;
    text!("`klacht show {id}` zegt {what}", "`klacht show {id}` shows {what}", what)
}

/// Who may destroy a case on a day: keys with the roles that they hold.
///
/// # Errors
///
/// When no version of the regulation holds for the case.
pub fn destroyers(workspace: &Workspace, file: &CaseFile, on: NaiveDate) -> Result<Vec<Choice>, CaseworkError> {
    let (version, history) = workspace.version(file)?;
    let docket = Docket::replay(&file.case, version, &history.people);
    let participants = docket.progress.participants;
    let by = by(version);
    let barred = |key: &str| docket.progress.kept_from_destroying(&by, key, on);
    let fits = |key: &&str| match &by {
        _ if barred(key) => false,
        Selector::Role(_) | Selector::Anyone => may_destroy(&by, &history.people, key, on),
        other => participants.persons(other, on, docket.progress.handler).contains(key),
    };
    let keys = history.people.persons.iter().map(|p| p.key.as_str()).filter(fits);
    Ok(keys.map(|key| crate::casework::take_step::eligible::parties_or_staff(&docket, key, on)).collect())
}

/// Who the regulation says must destroy; anybody on the staff where it does not say.
fn by(version: &Version) -> Selector {
    let rule = version.regulation.retention.as_ref();
    rule.and_then(|r| r.by.clone()).unwrap_or(Selector::Anyone)
}

/// What destroying a case on a day changes; `keys` open old copies of what was sealed of it. The caller holds the lock, unless it only wants to show this.
///
/// # Errors
///
/// [`CaseworkError::Asked`] when it may not go, `who` may not do it, or the yearbook is one that only a person can edit.
pub fn destruction(
    workspace: &Workspace,
    file: &CaseFile,
    who: &str,
    on: NaiveDate,
    keys: &[String],
) -> Result<Destruction, CaseworkError> {
    may_go(workspace, file, on)?;
    let (version, history) = workspace.version(file)?;
    let choices = destroyers(workspace, file, on)?;
    if !choices.iter().any(|c| c.value == who) {
        return Err(not_by(version, who, on, &choices));
    }
    let id = file.case.id;
    let keys = if keys.is_empty() { String::new() } else { format!(", keys: [{}]", keys.join(", ")) };
    let text = format!("---\nid: {id}\n\ndestroyed: {{on: {on}, by: {who}{keys}}}\n---\n");
    let stub = Rewritten { path: file.path.clone(), was: Some(file.source.clone()), text };
    let leaves = version.regulation.retention.as_ref().map_or(Disposition::Tally, |r| r.leaves);
    let row = counting::row(&Docket::replay(&file.case, version, &history.people), on);
    let book = match leaves {
        Disposition::Nothing => None,
        Disposition::Tally if stands(workspace, file, &row, version)? => Some(with_row(workspace, file, None)?),
        Disposition::Tally => Some(with_row(workspace, file, Some(&row))?),
    };
    Ok(Destruction { book, stub })
}

pub(super) fn not_by(version: &Version, who: &str, on: NaiveDate, choices: &[Choice]) -> CaseworkError {
    let (day, by) = (date_words(on), by(version));
    let by = naming::whos(&version.regulation, &[by.word()]);
    CaseworkError::Asked(
        text!(
            "`{who}` mag dit op {day} niet: de regeling noemt {by}",
            "`{who}` may not do this on {day}: the regulation requires {by}",
            day,
            by
        ),
        to_choose(choices),
    )
}

/// Whom to name with `--by`; where nobody holds the role, where that is put right.
#[must_use]
pub fn to_choose(choices: &[Choice]) -> Text {
    let keys: Vec<&str> = choices.iter().map(|c| c.value.as_str()).collect();
    let keys = keys.join(", ");
    if keys.is_empty() {
        return text!(
            "op die dag heeft niemand die rol; zet in people.yaml wie haar heeft, en vanaf wanneer",
            "nobody holds that role on that date; add to people.yaml who does, and from when"
        );
    }
    text!("noem met --by een van: {keys}", "with --by, give one of: {keys}")
}

/// Whether the row of this very case is in the tally already, because a program was killed between the two files: then the rows
/// stand for more cases than there are stubs, and one of them says what this case is.
fn stands(workspace: &Workspace, file: &CaseFile, row: &TallyRow, version: &Version) -> Result<bool, CaseworkError> {
    let rows = || workspace.context.years_of(&file.regulation).flat_map(|y| &y.book.tally);
    if !rows().any(|other| counting::differing(other, row, &version.regulation).is_empty()) {
        return Ok(false);
    }
    let counted: u64 = rows().map(|r| u64::from(r.count)).sum();
    let stub = |other: &CaseFile| other.regulation == file.regulation && other.case.destroyed.is_some();
    let (stubs, _) = workspace.each(|other, _| stub(other).then_some(()))?;
    Ok(counted > stubs.len() as u64)
}

/// The yearbook of the year of receipt with a row more, when there is one to add.
fn with_row(workspace: &Workspace, file: &CaseFile, row: Option<&TallyRow>) -> Result<Rewritten, CaseworkError> {
    let path = crate::paths::yearbook_beside(&file.path).unwrap_or_default();
    let was = match workspace.files.read(&path)? {
        Some(Content::Bytes(bytes)) => Some(String::from_utf8(bytes).map_err(|_| unfit(&path))?),
        Some(_) => return Err(unfit(&path)),
        None => None,
    };
    let book = was.as_deref().unwrap_or(NO_BOOK);
    let text = row.map_or_else(|| Ok(book.to_owned()), |row| append(book, &Route::root().key("tally"), &row.item()));
    Ok(Rewritten { text: text.map_err(|_| unfit(&path))?, path, was })
}

fn unfit(path: &str) -> CaseworkError {
    CaseworkError::Asked(
        text!(
            "{path} is zo opgemaakt dat alleen een mens het kan bewerken",
            "{path} is laid out in a way that only a person can edit"
        ),
        text!("voer `klacht check` uit: dat zegt wat er mis is", "run `klacht check` to see what is wrong"),
    )
}

impl Destruction {
    /// The files in the order in which they are written.
    pub fn files(&self) -> impl Iterator<Item = &Rewritten> {
        self.book.iter().chain([&self.stub])
    }

    /// Writes both files. The caller holds the lock.
    ///
    /// The row comes first: a program killed between the two leaves the whole case and a row too many, which a second run finds
    /// and does not add again, and without which no year can be closed. The other way round the codes of the case would be lost.
    ///
    /// # Errors
    ///
    /// When a file cannot be written, or was changed meanwhile.
    pub fn write(&self, workspace: &Workspace) -> Result<(), CaseworkError> {
        for file in self.files().filter(|file| file.changes()) {
            match &file.was {
                Some(was) => replace(workspace, &file.path, was, &file.text)?,
                None => create(workspace, &file.path, &file.text).map(drop)?,
            }
        }
        Ok(())
    }

    /// Puts both files back as they were, where what was written could not be committed. The caller holds the lock.
    ///
    /// # Errors
    ///
    /// When a file cannot be written, or was changed meanwhile.
    pub fn undo(&self, workspace: &Workspace) -> Result<(), CaseworkError> {
        for file in self.files().filter(|file| file.changes()) {
            match &file.was {
                Some(was) => replace(workspace, &file.path, &file.text, was)?,
                None => remove(workspace, &file.path)?,
            }
        }
        Ok(())
    }
}
