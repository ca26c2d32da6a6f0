//! The templates of letters: bundled ones, replaced file by file by those of the register.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Tera};

use super::error::LetterError;
use super::kind::Kind;
use crate::diagnostics::Lang;
use crate::register::{Content, RegisterError, Snapshot};
use crate::regulation::AddressAs;
use crate::site::{SiteFault, informal, template_fault, template_faults};
use crate::text_template;

macro_rules! bundled {
    ($($name:literal),* $(,)?) => {
        &[$((concat!("letters/", $name), include_str!(concat!("../../site-templates/letters/", $name)))),*]
    };
}

/// The templates that come with the program, by their name under `site-templates/`.
pub const BUNDLED: &[(&str, &str)] = bundled![
    "acknowledgement.en.txt",
    "acknowledgement.nl.txt",
    "closing.en.txt",
    "closing.nl.txt",
    "extension.en.txt",
    "extension.nl.txt",
    "frame.en.txt",
    "frame.nl.txt",
    "invitation.en.txt",
    "invitation.nl.txt",
    "late.en.txt",
    "late.nl.txt",
    "limits.en.txt",
    "limits.nl.txt",
    "outcome.en.txt",
    "outcome.nl.txt",
    "progress.en.txt",
    "progress.nl.txt",
    "referral.en.txt",
    "referral.nl.txt",
    "request.en.txt",
    "request.nl.txt",
    "ways.en.txt",
    "ways.nl.txt",
];

/// Where the set stands that says "je".
const INFORMAL: &str = "je/";

/// Templates ready for use.
pub struct Templates {
    tera: Tera,
}

/// The register's own templates of letters, by their name under `site-templates/`.
pub fn overrides(files: &dyn Snapshot) -> Result<BTreeMap<String, Vec<u8>>, RegisterError> {
    let mut found = BTreeMap::new();
    for file in files.list("site-templates/letters")?.files {
        let Some(name) = file.path.strip_prefix("site-templates/") else { continue };
        if let Some(Content::Bytes(bytes)) = files.read(&file.path)? {
            found.insert(name.to_owned(), bytes);
        }
    }
    Ok(found)
}

impl Templates {
    /// Takes the bundled templates and what replaces them. Another file of the folder may be included by those.
    pub fn new(overrides: &BTreeMap<String, Vec<u8>>) -> Result<Self, LetterError> {
        let mut files: BTreeMap<&str, &str> = BUNDLED.iter().copied().collect();
        let mut faults = Vec::new();
        for (name, bytes) in overrides.iter().filter(|(name, _)| name.strip_suffix(".txt").is_some()) {
            match std::str::from_utf8(bytes) {
                Ok(text) => {
                    files.insert(name, text);
                }
                Err(_) => faults.push(SiteFault::Template {
                    path: format!("site-templates/{name}"),
                    line: 0,
                    column: 0,
                    message: "this file is not UTF-8 text".to_owned(),
                }),
            }
        }
        if !faults.is_empty() {
            return Err(LetterError::Template(faults));
        }
        // A letter is plain text: what stands in a regulation is printed as it is.
        let mut tera = text_template::engine();
        let bundled = |name: &str, text: &str| BUNDLED.contains(&(name, text));
        let files = files.into_iter().flat_map(|(name, text)| {
            let text = text.replace("\r\n", "\n");
            // What an organisation wrote itself stays as it wrote it.
            let turned = if bundled(name, &text) { informal(&text) } else { text.clone() };
            [(name.to_owned(), text), (format!("{INFORMAL}{name}"), turned.replace("\"letters/", "\"je/letters/"))]
        });
        tera.add_raw_templates(files).map_err(|error| LetterError::Template(as_written(template_faults(&error))))?;
        Ok(Self { tera })
    }

    /// The text of a letter, with one blank line between paragraphs.
    pub fn render(
        &self,
        kind: Kind,
        lang: Lang,
        address: AddressAs,
        facts: &impl Serialize,
    ) -> Result<String, LetterError> {
        let wrong = |error: &tera::Error| LetterError::Template(as_written(vec![template_fault(error)]));
        let context = Context::from_serialize(facts).map_err(|error| wrong(&error))?;
        let set = if (lang, address) == (Lang::Nl, AddressAs::Je) { INFORMAL } else { "" };
        let name = format!("{set}letters/{}.{}.txt", kind.word(), lang.tag());
        Ok(text_template::tidy(&self.tera.render(&name, &context).map_err(|error| wrong(&error))?))
    }
}

/// Faults by the files that somebody wrote: each is told once, whichever set it was found in.
fn as_written(faults: Vec<SiteFault>) -> Vec<SiteFault> {
    let mut told: Vec<SiteFault> = Vec::new();
    for mut fault in faults {
        if let SiteFault::Template { path, .. } = &mut fault {
            *path = path.replacen("site-templates/je/", "site-templates/", 1);
        }
        if !told.contains(&fault) {
            told.push(fault);
        }
    }
    told
}

#[cfg(test)]
#[path = "../../tests/unit/letters/template.rs"]
mod tests;
