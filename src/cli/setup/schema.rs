//! `klacht schema`.

use clap::Args;

use crate::cli::output::{Failure, Output};
use crate::diagnostics::text;
use crate::schema::Document;

/// `schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// Of which file: case, regulation, people, yearbook, settings or words.
    #[arg(value_name = "FILE")]
    pub document: String,
}

/// Runs it; the exit code.
pub fn run(args: &Schema, out: &Output) -> Result<u8, Failure> {
    if let Some(document) = Document::named(&args.document) {
        out.print(&document.text(out.lang))?;
        return Ok(0);
    }
    let names = Document::ALL.map(Document::name);
    let all = names.join(", ");
    let near = crate::yaml::most_like(&args.document, names.into_iter()).unwrap_or(&all).to_owned();
    Err(Failure::Usage(
        text!("van `{document}` is er geen schema", "there is no schema of `{document}`", document = args.document),
        text!("bedoelt u {near}?", "did you mean {near}?"),
    ))
}
