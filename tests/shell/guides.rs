//! The guides show the program at work; this keeps them true. Blocks marked `console` are run, in the order in which they
//! stand, on a copy of the bundled register on a fixed day. What they print is refreshed when a variable says so.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use crate::shell::bundle::Bundle;

const REFRESH: &str = "KLACHT_UPDATE_DOCS=1 cargo test --test all shell::guides";
/// Stands in the guides for the id of the case that is opened in them, which is drawn by chance.
const NEW: &str = "K26-7F3QXM";
/// Stands for the folder in which the guides run.
const HOME: &str = "/home/kees";
/// Stands for the version of git, which differs by machine.
const GIT: &str = "git 2.47.3";
/// Files with examples that are run, and the language in which.
const GUIDES: &[(&str, &str)] = &[
    ("guide-staff.md", "en"),
    ("gids-medewerkers.md", "nl"),
    ("guide-policy-owner.md", "en"),
    ("guide-administrator.md", "en"),
];

/// The ids in a text.
fn ids(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    words.filter(|word| word.parse::<klacht::case::CaseId>().is_ok()).map(str::to_owned).collect()
}

/// A guide being run.
struct Show {
    bundle: Bundle,
    lang: &'static str,
    known: BTreeSet<String>,
    new: Option<String>,
}

impl Show {
    fn new(lang: &'static str) -> Self {
        let bundle = Bundle::new();
        bundle.done(&["hook", "install"]);
        let known = ids(&bundle.done(&["list", "--format", "csv"]));
        Self { bundle, lang, known, new: None }
    }

    /// What a line prints, with the names that the guides use.
    fn prints(&mut self, line: &str) -> String {
        let line = self.new.as_ref().map_or_else(|| line.to_owned(), |id| line.replace(NEW, id));
        self.bundle.world.tick();
        let said = self.bundle.line(&line, self.lang);
        let drawn = ids(&said).into_iter().find(|id| !self.known.contains(id) && id != NEW);
        if self.new.is_none() {
            self.new = drawn;
        }
        let said = self.new.as_ref().map_or_else(|| said.clone(), |id| said.replace(id, NEW));
        let program = Path::new(env!("CARGO_BIN_EXE_klacht")).parent().unwrap().to_str().unwrap();
        let git = String::from_utf8(self.bundle.command("git").arg("--version").output().unwrap().stdout).unwrap();
        let said = said.replace(&git.trim().replace(" version", ""), GIT);
        let said = said.replace(self.bundle.world.path().to_str().unwrap(), HOME).replace(program, "/usr/local/bin");
        said.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
    }
}

/// The guide with what its blocks print now.
fn refreshed(text: &str, lang: &'static str) -> String {
    let mut show = Show::new(lang);
    let mut made = String::new();
    let mut inside = false;
    for line in text.lines() {
        match (inside, line) {
            (false, "```console") => inside = true,
            (true, "```") => inside = false,
            _ => {}
        }
        match line.strip_prefix("$ ").filter(|_| inside) {
            Some(command) => {
                let printed = show.prints(command);
                write!(made, "{line}\n{printed}").unwrap();
            }
            // What was printed earlier makes way for what is printed now.
            None if inside && line != "```console" => {}
            None => writeln!(made, "{line}").unwrap(),
        }
    }
    made
}

#[test]
fn the_guides_show_what_the_program_does() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for (name, lang) in GUIDES {
        let file = docs.join(name);
        let kept = std::fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
        assert!(kept.contains("```console"), "{name} shows nothing");
        let made = refreshed(&kept, lang);
        if std::env::var_os("KLACHT_UPDATE_DOCS").is_some() {
            std::fs::write(&file, &made).unwrap();
        }
        let kept = std::fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
        let differ = kept.lines().zip(made.lines()).find(|(a, b)| a != b);
        assert!(kept == made, "{name} is stale ({differ:?}); refresh it with: {REFRESH}");
    }
}

/// The program may not have crashed or been misused in what we show to others.
#[test]
fn the_guides_show_no_mistakes() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for (name, _) in GUIDES {
        let text = std::fs::read_to_string(docs.join(name)).unwrap();
        for wrong in ["panicked", "not found", "gebruik: klacht", "usage: klacht", "No such file", "fatal:"] {
            assert!(!text.contains(wrong), "{name}: {wrong}");
        }
    }
}

#[test]
fn every_page_for_people_is_in_the_index() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let index = std::fs::read_to_string(docs.join("README.md")).unwrap();
    let mut lacking = Vec::new();
    for entry in std::fs::read_dir(&docs).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let is_page = Path::new(&name).extension().is_some_and(|end| end == "md") && name != "README.md";
        if is_page && !index.contains(&format!("]({name})")) {
            lacking.push(name);
        }
    }
    assert!(lacking.is_empty(), "docs/README.md does not name {lacking:?}");
}
