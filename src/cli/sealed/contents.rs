//! Where the words come from that are sealed: a file, standard input, or answers on a terminal. Never the command line, which
//! other people on the machine and the shell's history see.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use zeroize::Zeroizing;

use crate::casework::{Contents, sealed_name};
use crate::cli::ask::Answers;
use crate::cli::output::Failure;
use crate::diagnostics::text;

/// Stands for standard input.
const STDIN: &str = "-";

/// The bytes of a file, or of standard input.
pub fn bytes(path: &Path) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut bytes = Zeroizing::new(Vec::new());
    let read = if path == Path::new(STDIN) {
        io::stdin().lock().read_to_end(&mut bytes).map(|_| ())
    } else {
        fs::read(path).map(|read| *bytes = read)
    };
    read.map_err(|error| {
        let (path, kind) = (path.display(), error.kind());
        Failure::File(
            text!("{path}: kan niet worden gelezen ({kind})", "{path}: cannot be read ({kind})"),
            text!("noem een bestand dat u mag lezen", "name a file that you may read"),
        )
    })?;
    Ok(bytes)
}

/// The same as text.
pub fn words(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let bytes = bytes(path)?;
    let text = std::str::from_utf8(&bytes).map(|text| Zeroizing::new(text.to_owned()));
    text.map_err(|_| {
        Failure::Usage(
            text!("dit is geen tekst", "this is no text"),
            text!("verzegel een bestand met `--as attachment`", "seal a file with `--as attachment`"),
        )
    })
}

/// The data of a party, from lines `name: …`.
pub fn read(path: &Path) -> Result<Contents, Failure> {
    Ok(Contents::read(&words(path)?)?)
}

/// The data of a party, each asked for; what is left empty is none.
pub fn asked(keys: &[String], answers: &Answers) -> Result<Contents, Failure> {
    let mut contents = Contents::default();
    for key in keys {
        if let Some(said) = answers.sealed(&sealed_name(key))? {
            contents.put(key, &said);
        }
    }
    Ok(contents)
}
