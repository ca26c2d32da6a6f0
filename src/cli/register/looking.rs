//! What the verbs that look over all cases have in common: the overview, the day, the words of a choice, rows for spreadsheets.

use std::borrow::Cow;
use std::path::Path;

use chrono::NaiveDate;

use crate::casework::case_index::{CaseIndex, Labels};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::values::choice;
use crate::cli::world::World;
use crate::diagnostics::{Text, text};
use crate::paths;
use crate::register::Register;

/// The register looked over, and the day from which it is looked at.
pub fn case_index(global: &Global, world: &World<'_>, out: &Output) -> Result<(CaseIndex, NaiveDate), Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let case_index = CaseIndex::of(dir, false)?;
    let today = global.today.or(case_index.stands_on).unwrap_or(world.clock);
    let unread = case_index.unread;
    if unread > 0 {
        let said = text!(
            "{unread} niet te lezen en dus niet getoond; `klacht check` zegt waarom",
            "{unread} cannot be read and are not shown; `klacht check` says why"
        );
        out.note(said.in_(out.lang));
    }
    if let Ok(register) = Register::open(dir) {
        not_here(&register, out)?;
    }
    Ok((case_index, today))
}

/// Says how many cases and yearbooks git holds that are not on this disk, and so are not shown, judged or counted.
pub fn not_here(register: &Register, out: &Output) -> Result<(), Failure> {
    let gone = register.not_on_disk(paths::CASES)?;
    let cases = match gone.iter().filter(|path| paths::is_case(path)).count() {
        0 => None,
        1 => Some(text!("1 klacht", "1 case")),
        many => Some(text!("{many} klachten", "{many} cases")),
    };
    let books = match gone.iter().filter(|path| paths::yearbook_of(path).is_some()).count() {
        0 => None,
        1 => Some(text!("1 jaarboek", "1 yearbook")),
        many => Some(text!("{many} jaarboeken", "{many} yearbooks")),
    };
    let what = match (cases, books) {
        (None, None) => return Ok(()),
        (Some(cases), Some(books)) => text!("{cases} en {books}", "{cases} and {books}", cases, books),
        (Some(one), None) | (None, Some(one)) => one,
    };
    let said = text!(
        "niet op deze schijf en niet meegeteld: {what}; terughalen: `git sparse-checkout disable`, `git restore cases`",
        "not on this disk and left out: {what}; to bring back: `git sparse-checkout disable`, `git restore cases`",
        what
    );
    out.note(said.in_(out.lang));
    Ok(())
}

/// Fails with a suggestion when there is no such thing as the word that was chosen.
pub fn chosen(what: &Text, word: &str, known: &[&str]) -> Result<(), Failure> {
    if known.contains(&word) {
        return Ok(());
    }
    Err(Failure::Usage(text!("`{word}` is geen {what}", "`{word}` is not a {what}", what), choice(word, known)))
}

/// Fails with a suggestion when there is no such regulation.
pub fn regulation(labels: &Labels, word: Option<&str>) -> Result<(), Failure> {
    let known = labels.regulations();
    word.map_or(Ok(()), |word| chosen(&text!("regeling", "regulation"), word, &known))
}

/// Rows as CSV. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn csv<C: AsRef<str>>(rows: &[Vec<C>], excel: bool) -> Result<String, Failure> {
    let separator = if excel { b';' } else { b',' };
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| harmless(cell.as_ref()).into_owned()))
            .map_err(|e| Failure::Output(e.into()))?;
    }
    let bytes = writer.into_inner().map_err(|e| Failure::Output(std::io::Error::other(e.to_string())))?;
    let text = String::from_utf8(bytes).map_err(|e| Failure::Output(std::io::Error::other(e)))?;
    Ok(if excel { format!("\u{feff}{text}") } else { text })
}

fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{cell}").into() } else { cell.into() }
}

/// A document as JSON.
pub fn json(document: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(document).map(|text| text + "\n").map_err(|e| Failure::Output(e.into()))
}

#[cfg(test)]
mod tests {
    use crate::cli::register::looking::*;

    #[test]
    fn no_cell_is_a_formula() {
        let row = ["=1+1", "+31", "-2", "@x", "plain", "a=b", ""].map(str::to_owned).to_vec();
        assert_eq!(csv(std::slice::from_ref(&row), false).unwrap(), "'=1+1,'+31,'-2,'@x,plain,a=b,\n");
        assert!(csv(&[row], true).unwrap().starts_with("\u{feff}'=1+1;"));
    }
}
