//! `klacht schema`.

use clap::Args;

use crate::cli::output::{Failure, Output};
use crate::diagnostics::Text;
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
        Text::new(
            format!("van `{}` is er geen schema", args.document),
            format!("there is no schema of `{}`", args.document),
        ),
        Text::new(format!("bedoelt u {near}?"), format!("did you mean {near}?")),
    ))
}
