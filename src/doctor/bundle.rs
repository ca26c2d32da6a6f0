//! The same for a helpdesk: versions, kinds and grades. No address, no path, no name, no case.

use std::fmt::Write;

use super::examination::Sign;
use crate::diagnostics::Lang;
use crate::register::{Register, git_version};

/// How it begins, by which it is known.
const BEGINS: &str = "klacht doctor\n\n";

/// Whether a file is one that was written earlier.
#[must_use]
pub fn is_bundle(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGINS.as_bytes())
}

/// The text, always in English: it is read by whoever keeps the program.
#[must_use]
pub fn bundle(register: &Register, signs: &[Sign]) -> String {
    let mut text = String::from(BEGINS);
    let git = git_version().unwrap_or_else(|_| "none".to_owned());
    let kind = match (register.git_dir().is_some(), register.is_bare()) {
        (false, _) => "folder",
        (true, true) => "bare",
        (true, false) => "work tree",
    };
    // Writing to a string cannot fail.
    let _ = writeln!(text, "klacht {}", env!("CARGO_PKG_VERSION"));
    let _ = writeln!(text, "system {} {}", std::env::consts::OS, std::env::consts::ARCH);
    let _ = writeln!(text, "git {git}");
    let _ = writeln!(text, "register {kind}");
    let _ = writeln!(text, "read by {}", if register.is_read_by_command() { "git" } else { "libgit2" });
    let _ = writeln!(text);
    for sign in signs {
        let _ = writeln!(text, "{:<8} {}", sign.grade.word(Lang::En), sign.id);
    }
    text
}
