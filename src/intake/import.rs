//! Files into cases: each file whole or not at all, and nothing twice.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::case::Maker;
use super::confidential::{Confidential, Noted};
use super::given::{Given, SentBy};
use super::known::{self, Before};
use super::mail::Own;
use super::map::Map;
use super::row::{Ask, Original, Remark, Row};
use super::{form, mail, sealing, table};
use crate::case::CaseId;
use crate::casework::{CaseworkError, NewCase, Office, Workspace, create, free_id, judge_edit, seals};
use crate::diagnostics::{Finding, Severity, Text, text};
use crate::paths::case_name;

/// How large a file may be, in bytes: 32 MiB, more than most mail servers take.
pub const LIMIT: u64 = 32 * 1024 * 1024;

/// One run: where, by what, and from what chance.
pub struct Run<'a> {
    /// The register.
    pub workspace: &'a Workspace,
    /// What holds for every case.
    pub given: &'a Given,
    /// The map of tables.
    pub map: Option<&'a Map>,
    /// The day.
    pub today: NaiveDate,
    /// Whether nothing is to be written.
    pub dry: bool,
    /// Draws a number; nothing when the machine has no chance to give.
    pub random: &'a dyn Fn() -> Option<u64>,
}

/// What became of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The cases that were made of it, by their path in the register; in a dry run those that would be.
    pub cases: Vec<String>,
    /// The line of the file on which each of them begins; nothing for a file that is one message.
    pub lines: Vec<Option<usize>>,
    /// How many complaints of it were imported before.
    pub known: usize,
    /// How many messages were added to a case that was there.
    pub added: usize,
    /// How many messages were set aside, since no person wrote them.
    pub aside: usize,
    /// How many attachments went to the confidential part.
    pub attachments: usize,
    /// What was not understood, or is worth knowing.
    pub remarks: Vec<Remark>,
}

impl Outcome {
    /// Whether nothing of the file was imported because of what is wrong with it.
    #[must_use]
    pub fn refused(&self) -> bool {
        self.remarks.iter().any(|r| r.blocks)
    }

    /// What somebody could say, and it would do; of several things the first.
    #[must_use]
    pub fn asks(&self) -> Option<&Ask> {
        self.remarks.iter().filter(|r| r.blocks).find_map(|r| r.asks.as_ref())
    }

    fn refusal(nl: impl Into<String>, en: impl Into<String>) -> Self {
        Self { remarks: vec![Remark::refusal(None, nl, en)], ..Self::default() }
    }
}

/// A case with its row, ready to be written.
struct Ready<'r> {
    case: NewCase,
    path: String,
    text: String,
    row: &'r Row,
    /// By what it is known again.
    mark: String,
    /// What is worth knowing of the case, once it is made.
    notes: Vec<Remark>,
    /// Whether what is confidential of it is sealed; else it goes to the confidential folder.
    sealing: bool,
}

/// What a file brings, and what was not understood of it.
pub(super) type Brought = (Vec<Row>, Vec<Remark>);

impl Run<'_> {
    /// Imports one file. What is wrong with the file is in the outcome; an error means that the disk failed.
    pub fn import(&self, file: &Path, folder: &mut Confidential) -> Result<Outcome, CaseworkError> {
        let (rows, mut remarks) = match self.rows(file) {
            Ok(found) => found,
            Err(outcome) => return Ok(*outcome),
        };
        let mut outcome = Outcome::default();
        let ready = self.ready(&rows, folder, &mut outcome, &mut remarks)?;
        outcome.remarks = remarks;
        if outcome.refused() {
            outcome.remarks.extend(waiting(&ready));
            return Ok(outcome);
        }
        outcome.lines = ready.iter().map(|r| r.row.line).collect();
        outcome.remarks.extend(ready.iter().flat_map(|r| r.notes.iter().cloned()));
        outcome.cases = ready.iter().map(|r| r.path.clone()).collect();
        outcome.attachments = ready.iter().map(|r| r.row.attachments.len()).sum();
        if !self.dry && !ready.is_empty() {
            self.write(&ready, folder)?;
        }
        Ok(outcome)
    }

    /// The complaints of a file, by what kind of file it is.
    pub(super) fn rows(&self, file: &Path) -> Result<Brought, Box<Outcome>> {
        let bytes = read(file)?;
        let end = file.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
        if !matches!(end.as_str(), "csv" | "tsv" | "md") {
            let named = matches!(end.as_str(), "eml" | "msg" | "mbox" | "mbx");
            if !named && !mail::is_mail(&bytes) {
                return Err(Box::new(Outcome::refusal(
                    "onbekend soort bestand; het kan .eml, .msg, .mbox, .csv of .md zijn",
                    "unknown kind of file; it can be .eml, .msg, .mbox, .csv or .md",
                )));
            }
            let mut rows = mail::read(&bytes, &Own::of(&self.workspace.context))
                .ok_or_else(|| Box::new(Outcome::refusal("dit is geen e-mailbericht", "this is no e-mail message")))?;
            // Who only passed it on does not complain.
            for row in rows.iter_mut().filter(|row| row.own_sender && self.given.sent_by == Some(SentBy::Colleague)) {
                row.confidential.retain(|key, _| !matches!(key.as_str(), "name" | "email"));
            }
            return Ok((rows, Vec::new()));
        }
        if end == "md" {
            let text = std::str::from_utf8(&bytes).map_err(|_| {
                Box::new(Outcome::refusal(
                    "dit bestand is geen UTF-8; bewaar het opnieuw als UTF-8",
                    "this file is not UTF-8; save it again as UTF-8",
                ))
            })?;
            let (mut row, remarks) = form::read(text);
            row.original = Some(Original { name: "form.md".to_owned(), bytes: bytes.clone() });
            return Ok((vec![row], remarks));
        }
        let map = self.map.ok_or_else(|| {
            Box::new(Outcome::refusal(
                "een tabel heeft een kaart nodig: `--map kaart.yaml`",
                "a table needs a map: `--map map.yaml`",
            ))
        })?;
        let (text, mut told) = table::text(&bytes);
        let (rows, remarks) = table::read(&text, map);
        told.extend(remarks);
        Ok((rows, told))
    }

    /// The cases that are to be written; what keeps one from it goes to the remarks.
    fn ready<'r>(
        &self,
        rows: &'r [Row],
        folder: &Confidential,
        outcome: &mut Outcome,
        remarks: &mut Vec<Remark>,
    ) -> Result<Vec<Ready<'r>>, CaseworkError> {
        let mut ready: Vec<Ready<'r>> = Vec::new();
        for row in rows {
            let Some(mark) = self.wanted(row, rows.len() > 1, folder, &ready, outcome, remarks) else { continue };
            let maker = Maker { context: &self.workspace.context, given: self.given, today: self.today };
            // What an interrupted import noted keeps its id: its confidential part may be there already.
            let again = folder.known(&mark).and_then(|noted| case_name(&noted.path)?.parse::<CaseId>().ok());
            let taken = |id: CaseId| folder.has(&id.to_string()) || ready.iter().any(|r| r.case.id == id);
            let id = match (again, maker.received(row)) {
                (Some(id), _) => id,
                (None, Ok(day)) => free_id(self.workspace, day, self.random, &taken)?,
                (None, Err(found)) => {
                    remarks.extend(found);
                    let any = free_id(self.workspace, self.today, self.random, &taken)?;
                    remarks.extend(maker.else_wrong(row, any));
                    continue;
                }
            };
            match maker.case(row, id) {
                Err(found) => remarks.extend(found),
                Ok(mut case) => {
                    case.digest = (!row.content.is_empty()).then(|| known::digest(id, &row.content));
                    ready.extend(self.judged(case, row, mark, remarks));
                }
            }
        }
        Ok(ready)
    }

    /// The mark by which a row will be known, if a case is to be made of it; what is told of it otherwise.
    fn wanted(
        &self,
        row: &Row,
        several: bool,
        folder: &Confidential,
        ready: &[Ready<'_>],
        outcome: &mut Outcome,
        remarks: &mut Vec<Remark>,
    ) -> Option<String> {
        let told = |message: Text, blocks: bool| Remark::told(row.line, message, blocks);
        let maker = Maker { context: &self.workspace.context, given: self.given, today: self.today };
        let mut mark = row.mark.clone();
        match known::before(self.workspace, folder, row, maker.received(row).ok()) {
            Before::Same(path) => {
                outcome.known += 1;
                remarks.push(told(known::told_same(&path), false));
                return None;
            }
            Before::Other(path) if !self.given.anyway => {
                remarks.push(told(known::told_other(&path), true).asking(Ask::Case(known::name(&path))));
                return None;
            }
            Before::Other(_) => mark.clone_from(&row.content),
            Before::Noted(_) | Before::New => {}
        }
        if let Some(twice) = ready.iter().find(|r| r.mark == mark) {
            let same = twice.row.content == row.content;
            outcome.known += usize::from(same);
            remarks.push(told(known::told_twice(twice.row.line, same), !same));
            return None;
        }
        if self.given.anyway {
            return Some(mark);
        }
        if let Some(doubt) = row.doubts.first() {
            outcome.aside += usize::from(several);
            remarks.push(told(doubt.message.clone(), !several).asking(Ask::Anyway));
            return None;
        }
        if let Some(path) = known::answered(self.workspace, folder, row) {
            remarks.push(told(known::told_answer(&path), true).asking(Ask::Case(known::name(&path))));
            return None;
        }
        if row.own_sender && self.given.sent_by.is_none() {
            remarks.push(told(known::told_own(), true).asking(Ask::SentBy));
            return None;
        }
        if row.own_sender && self.given.sent_by == Some(SentBy::Colleague) && self.given.received.is_none() {
            remarks.push(told(known::told_passed_on(), true).asking(Ask::Received));
            return None;
        }
        Some(mark)
    }

    /// The case, if `check` would not refuse it.
    fn judged<'r>(&self, case: NewCase, row: &'r Row, mark: String, remarks: &mut Vec<Remark>) -> Option<Ready<'r>> {
        let path = case.path();
        let sealing = self.seals(&case);
        let text = if sealing { sealing::to_come(row, &case, self.today).ok() } else { case.text().ok() };
        let Some(text) = text else {
            remarks.push(Remark::refusal(
                row.line,
                "hiervan kan geen zaak worden gemaakt",
                "no case can be made of this",
            ));
            return None;
        };
        let brought = judge_edit(self.workspace, &path, None, &text, self.today);
        let refused = brought.refused();
        let least = if refused { Severity::Error } else { Severity::Warning };
        let told = brought.findings.iter().filter(|f| f.severity >= least);
        let notes: Vec<Remark> = told
            .map(|finding| {
                let told = Remark::told(row.line, worded(finding, case.id, !refused && !self.dry), refused);
                if refused && finding.code == "W215" { told.asking(Ask::Topics) } else { told }
            })
            .collect();
        if refused {
            remarks.extend(notes);
            return None;
        }
        let of_row = row.notes.iter().map(|note| Remark { line: row.line, ..note.clone() });
        let notes = of_row.chain(notes).collect();
        Some(Ready { case, path, text, row, mark, notes, sealing })
    }

    /// Whether the regulation of a case has people with keys.
    fn seals(&self, case: &NewCase) -> bool {
        self.workspace.context.policy.histories.get(&case.regulation).is_some_and(|history| seals(&history.people))
    }

    /// Writes all of a file's cases, or takes back what was written.
    fn write(&self, ready: &[Ready<'_>], folder: &mut Confidential) -> Result<(), CaseworkError> {
        let noted = |r: &Ready<'_>| Noted { path: r.path.clone(), content: r.row.content.clone() };
        let marks: Vec<(String, Noted)> = ready.iter().map(|r| (r.mark.clone(), noted(r))).collect();
        let mut made: Vec<PathBuf> = Vec::new();
        let sealing = ready.iter().any(|one| one.sealing);
        let office = sealing.then(|| Office::begin(self.workspace, self.random)).transpose()?;
        let mut all = || -> Result<(), CaseworkError> {
            // The index first: after a crash the next run goes on with the same ids.
            folder.note(&marks).map_err(|error| unwritten(&error))?;
            let mut texts = Vec::new();
            for one in ready {
                texts.push(match &office {
                    Some(office) if one.sealing => sealing::sealed(office, one.row, &one.case, self.today)?,
                    _ => {
                        folder.put(&one.case.id.to_string(), one.row).map_err(|error| unwritten(&error))?;
                        one.text.clone()
                    }
                });
            }
            for (one, text) in ready.iter().zip(&texts) {
                made.push(create(self.workspace, &one.path, text)?);
            }
            Ok(())
        };
        let done = all();
        if done.is_err() {
            // What cannot be taken back either is gone on with in the next run.
            for path in &made {
                let _ = fs::remove_file(path);
            }
            for one in ready {
                let _ = folder.take_back(&one.case.id.to_string());
                let _ = office.iter().try_for_each(|office| office.vault.forget(&one.case.id.to_string()));
            }
            let _ = folder.forget(&marks);
        }
        done
    }
}

/// Which rows would do, of a file of which nothing is imported: with what is told of the others, every row is accounted for.
fn waiting(ready: &[Ready<'_>]) -> Option<Remark> {
    let lines: Vec<String> = ready.iter().filter_map(|r| Some(r.row.line?.to_string())).collect();
    let list = lines.join(", ");
    let said = || {
        Remark::note(
            None,
            format!("in orde, maar wachten op de rest: regel {list}"),
            format!("in order, but waiting for the rest: line {list}"),
        )
    };
    (!lines.is_empty()).then(said)
}

/// A finding on one line. What is to be done is said in the flags of this verb, which are those of `new`; and nothing is to be
/// done with the id of a case that is not made.
fn worded(finding: &Finding, id: CaseId, made: bool) -> Text {
    let line = |message: &str, remedy: &str| {
        let mut remedy = remedy.replace("`klacht new`", "`klacht import`");
        if !made {
            // There is nothing yet to add to.
            remedy = remedy.replace(" of `klacht add`", "").replace(" or `klacht add`", "");
            remedy = remedy.replace("; bij `klacht add`:", " of").replace("; with `klacht add`:", " or");
        }
        let useful = made || !remedy.contains(&id.to_string());
        let remedy = if useful { format!("; {remedy}") } else { String::new() };
        format!("{}: {message}{remedy}", finding.code)
    };
    let (message, remedy) = (&finding.message, &finding.remedy);
    Text::new(line(&message.nl, &remedy.nl), line(&message.en, &remedy.en))
}

/// The bytes of a file that is not too large.
fn read(file: &Path) -> Result<Vec<u8>, Box<Outcome>> {
    let unread = |error: &io::Error| {
        let (shown, kind) = (file.display(), error.kind());
        Box::new(Outcome::refusal(
            format!("kan {shown} niet lezen: {kind}; klopt de naam?"),
            format!("cannot read {shown}: {kind}; is the name right?"),
        ))
    };
    let size = fs::metadata(file).map_err(|error| unread(&error))?.len();
    if size > LIMIT {
        let most = LIMIT / 1024 / 1024;
        return Err(Box::new(Outcome::refusal(
            format!("dit bestand is groter dan {most} MiB"),
            format!("this file is larger than {most} MiB"),
        )));
    }
    fs::read(file).map_err(|error| unread(&error))
}

/// The confidential folder cannot be written.
pub(super) fn unwritten(error: &io::Error) -> CaseworkError {
    let kind = error.kind();
    CaseworkError::File(
        text!("kan niet schrijven in de vertrouwelijke map: {kind}", "cannot write in the confidential folder: {kind}"),
        text!(
            "van dit bestand is niets ingevoerd; maak ruimte of geef uzelf schrijfrechten",
            "nothing of this file was imported; make room or give yourself permission to write"
        ),
    )
}
