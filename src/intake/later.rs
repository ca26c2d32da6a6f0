//! What comes in later of a case that is there: kept with it, and no complaint of its own.

use std::path::Path;

use super::confidential::{Confidential, Noted};
use super::import::{Outcome, Run, unwritten};
use super::row::{Remark, Row};
use super::{known, sealing};
use crate::casework::{CaseFile, CaseworkError, Office, replace, seals, still_kept, with_pieces};
use crate::diagnostics::text;

impl Run<'_> {
    /// Adds the message in a file to a case. Its day and its complainant stay; what was done with it is a step that a person takes.
    pub fn add(&self, file: &Path, case: &CaseFile, folder: &mut Confidential) -> Result<Outcome, CaseworkError> {
        still_kept(&case.case)?;
        let (rows, remarks) = match self.rows(file) {
            Ok(found) => found,
            Err(outcome) => return Ok(*outcome),
        };
        let mut outcome = Outcome { remarks, ..Outcome::default() };
        if rows.iter().any(|row| row.original.is_none()) {
            let message = text!(
                "een tabel hoort niet bij één zaak; geef een bericht of een formulier",
                "a table does not belong to one case; give a message or a form"
            );
            outcome.remarks.push(Remark::told(None, message, true));
        }
        for row in &rows {
            if outcome.refused() {
                break;
            }
            self.add_one(row, case, folder, &mut outcome)?;
        }
        Ok(outcome)
    }

    fn add_one(
        &self,
        row: &Row,
        case: &CaseFile,
        folder: &mut Confidential,
        outcome: &mut Outcome,
    ) -> Result<(), CaseworkError> {
        let id = case.case.id.to_string();
        let before = folder.known(&row.mark).or_else(|| folder.known(&row.content));
        if let Some(noted) = before.filter(|noted| noted.content == row.content) {
            outcome.known += 1;
            outcome.remarks.push(Remark::told(row.line, known::told_same(&noted.path), false));
            return Ok(());
        }
        outcome.attachments += row.attachments.len();
        outcome.added += 1;
        if self.dry {
            return Ok(());
        }
        // A mark that something else has already is kept for that; what it says tells this one apart.
        let mark = if folder.known(&row.mark).is_some() { row.content.clone() } else { row.mark.clone() };
        let (_, history) = self.workspace.version(case)?;
        if seals(&history.people) {
            let office = Office::begin(self.workspace, self.random)?;
            let file = self.workspace.read(&case.path)?;
            let lines = office.seal(&file, sealing::pieces(row, None, &[], self.today), self.today)?;
            let unfit = |_| {
                CaseworkError::Asked(
                    text!("de zaak kan dit stuk niet noemen", "the case cannot name this piece"),
                    text!("kijk haar na: `klacht check`", "look at it: `klacht check`"),
                )
            };
            let text = with_pieces(&file.source, &lines).map_err(unfit)?;
            replace(self.workspace, &case.path, &file.source, &text)?;
            outcome.cases.push(case.path.clone());
        } else {
            folder.put_later(&id, row).map_err(|error| unwritten(&error))?;
        }
        let noted = Noted { path: case.path.clone(), content: row.content.clone() };
        folder.note(&[(mark, noted)]).map_err(|error| unwritten(&error))
    }
}
