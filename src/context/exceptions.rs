//! `exceptions.yaml`: what was taken out of the history of a register, and on whose word.

use chrono::NaiveDate;

use crate::paths::EXCEPTIONS;
use crate::register::{Content, RegisterError, Snapshot};
use crate::yaml::group;

group! {
    /// `exceptions.yaml`.
    #[derive(Default)]
    #[allow(dead_code, reason = "the kind of file is for whoever reads it")]
    pub struct Exceptions = "exceptions" {
        must schema: String as OneOf(&["klacht.exceptions/1"]), "soort bestand", "kind of file";
        must exceptions: Vec<Exception>, "uitzonderingen", "exceptions";
    }
}

group! {
    /// A history that took the place of another.
    #[allow(dead_code, reason = "from where and why is for whoever reads the file")]
    pub struct Exception = "exception" {
        must from: String, "de commit waar de tak op stond", "the commit on which the branch stood";
        must to: String, "de commit die ervoor in de plaats kwam", "the commit that took its place";
        must on: NaiveDate, "wanneer", "when";
        /// As `<regulation>/<key>`.
        must by: String, "door wie", "by whom";
        must reason: String, "waarom", "why";
    }
}

/// Those of one state of a register; nothing where the file is there and cannot be read.
pub fn read_exceptions(files: &dyn Snapshot) -> Result<Option<Vec<Exception>>, RegisterError> {
    let Some(content) = files.read(EXCEPTIONS)? else { return Ok(Some(Vec::new())) };
    let Content::Bytes(bytes) = content else { return Ok(None) };
    let Ok(source) = String::from_utf8(bytes) else { return Ok(None) };
    Ok(crate::regulation::read_file::<Exceptions>(&source).value.map(|read| read.exceptions))
}
