//! Bash cuts words at `=` and `:` as well. They are put together again before they are read, and what is answered is what
//! comes after the last cut.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use clap::Command;
use clap_complete::engine::complete;
use clap_complete::env::{Bash as Plain, EnvCompleter};

/// Between candidates, when the script does not say.
const LINE: &str = "\n";

/// The ways of bash, and what its script said when it asked.
#[derive(Default)]
pub struct Bash {
    /// Which word is being typed.
    pub at: Option<usize>,
    /// What stands between candidates.
    pub between: Option<String>,
}

impl EnvCompleter for Bash {
    fn name(&self) -> &'static str {
        Plain.name()
    }

    fn is(&self, name: &str) -> bool {
        Plain.is(name)
    }

    fn write_registration(
        &self,
        var: &str,
        name: &str,
        bin: &str,
        completer: &str,
        buf: &mut dyn io::Write,
    ) -> Result<(), io::Error> {
        Plain.write_registration(var, name, bin, completer, buf)
    }

    fn write_complete(
        &self,
        cmd: &mut Command,
        args: Vec<OsString>,
        current_dir: Option<&Path>,
        buf: &mut dyn io::Write,
    ) -> Result<(), io::Error> {
        let (words, cut) = rejoined(&args, self.at.unwrap_or(args.len() - 1));
        let index = words.len() - 1;
        let found = complete(cmd, words, index, current_dir)?;
        let values = found.iter().map(|candidate| candidate.get_value().to_string_lossy());
        let values: Vec<String> = values.map(|value| value.get(cut..).unwrap_or(&value).to_owned()).collect();
        buf.write_all(values.join(self.between.as_deref().unwrap_or(LINE)).as_bytes())
    }
}

/// The words up to the one being typed, those that bash cut put together; and at which byte of the last one bash begins.
pub fn rejoined(args: &[OsString], at: usize) -> (Vec<OsString>, usize) {
    let mut words: Vec<OsString> = Vec::new();
    let (mut cut, mut joins) = (0, false);
    for (number, word) in args.iter().enumerate().take(at + 1) {
        let is_cut = word == "=" || word == ":";
        // Nothing continues the name of the program.
        let continues = (is_cut || joins) && number > 1;
        if let Some(last) = words.last_mut().filter(|_| continues) {
            last.push(word);
            if is_cut {
                cut = last.len();
            }
        } else {
            words.push(word.clone());
            cut = 0;
        }
        joins = is_cut;
    }
    (words, cut)
}

#[cfg(test)]
#[path = "../../../tests/unit/cli/complete/bash.rs"]
mod tests;
