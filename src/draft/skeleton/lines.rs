//! YAML that is read back as it was meant, whatever the text holds.

use std::fmt::Write;

use crate::yaml::is_suspicious;

/// A text as a value: in double quotes, with every character that a reviewer cannot see written out.
pub(super) fn said(text: &str) -> String {
    let mut out = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' => out.extend(['\\', sign]),
            // Writing to a string cannot fail.
            _ if sign.is_control() || is_suspicious(sign) => {
                let _ = write!(out, "\\U{:08x}", u32::from(sign));
            }
            _ => out.push(sign),
        }
    }
    out.push('"');
    out
}

/// A line that says something to the reader only.
pub(super) fn comment(indent: usize, text: &str) -> String {
    let seen: String = text.chars().map(|c| if c.is_control() || is_suspicious(c) { ' ' } else { c }).collect();
    format!("{:indent$}# {}\n", "", seen.trim_end())
}
