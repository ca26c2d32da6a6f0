//! `klacht policy skeleton`.

use std::fs;
use std::path::Path;

use crate::case::decode;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::regulation::args::Skeleton;
use crate::diagnostics::text;
use crate::draft::skeleton;
use crate::yaml::MAX_BYTES;

/// Runs it; the exit code.
pub fn run(args: &Skeleton, global: &Global, out: &Output) -> Result<u8, Failure> {
    let shown = args.text.display().to_string();
    let path = global.dir.as_deref().unwrap_or(Path::new(".")).join(&args.text);
    let bytes = fs::read(path).map_err(|error| {
        let kind = error.kind();
        Failure::Usage(
            text!("kan {shown} niet lezen: {kind}", "cannot read {shown}: {kind}"),
            text!(
                "noem het Markdown-bestand met de tekst: klacht policy skeleton text.nl.md",
                "name the Markdown file with the text: klacht policy skeleton text.nl.md"
            ),
        )
    })?;
    let source = decode(&bytes, MAX_BYTES).map_err(|fault| {
        let said = fault.message();
        Failure::Usage(text!("{shown}: {said}", "{shown}: {said}", said), fault.remedy())
    })?;
    out.print(&skeleton(source, &shown, out.lang))?;
    Ok(0)
}
