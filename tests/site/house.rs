//! A copy of a part of this repository's register, to be changed and built.

use std::path::Path;

use klacht::context::Context;
use klacht::diagnostics::{Finding, Lang};
use klacht::publish::{Asked, findings, gather};
use klacht::register::Register;
use klacht::site::{Input, Site, SiteFault, build};
use tempfile::TempDir;

use crate::common::{copy, root};

/// The day by which the tests build.
const TODAY: &str = "2026-11-20";

/// A register in a folder of its own.
pub struct House {
    dir: TempDir,
}

impl House {
    /// The settings and one regulation of this repository.
    pub fn with(regulation: &str) -> Self {
        let house = Self { dir: TempDir::new().unwrap() };
        house.write("klacht.yaml", &std::fs::read_to_string(root().join("klacht.yaml")).unwrap());
        copy(&root().join("policy").join(regulation), &house.path().join("policy").join(regulation));
        house
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    /// Writes a file.
    pub fn write(&self, path: &str, text: &str) -> &Self {
        let file = self.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
        self
    }

    /// Puts one text in the place of another, which must be there.
    pub fn replace(&self, path: &str, old: &str, new: &str) -> &Self {
        let text = std::fs::read_to_string(self.path().join(path)).unwrap();
        assert!(text.contains(old), "{path} does not hold {old:?}");
        self.write(path, &text.replacen(old, new, 1))
    }

    /// What the site would be made of.
    pub fn input(&self) -> Input {
        input_of(self.path(), "https://klachten.example/")
    }

    /// The site.
    pub fn site(&self) -> Site {
        build(&self.input()).unwrap()
    }

    /// What keeps the site from being built.
    pub fn faults(&self) -> Vec<SiteFault> {
        build(&self.input()).expect_err("it was built")
    }

    /// The same as findings: place, code, message.
    pub fn told(&self) -> Vec<String> {
        self.placed(&self.faults()).iter().map(told).collect()
    }

    /// Faults as findings.
    pub fn placed(&self, faults: &[SiteFault]) -> Vec<Finding> {
        findings(faults, &context(self.path()))
    }
}

/// A finding in one line.
pub fn told(finding: &Finding) -> String {
    let at = finding.position;
    let message = finding.message.in_(Lang::En);
    format!("{}:{}:{}: {}[{}] {message}", finding.path, at.line, at.column, finding.severity.word(), finding.code)
}

fn context(dir: &Path) -> Context {
    let register = Register::folder(dir).unwrap();
    Context::read(&register.work_tree().unwrap()).unwrap()
}

/// What the site of the register in a folder is made of, without looking at git.
pub fn input_of(dir: &Path, base_url: &str) -> Input {
    let register = Register::folder(dir).unwrap();
    let files = register.work_tree().unwrap();
    let context = Context::read(&files).unwrap();
    assert!(context.findings.is_empty(), "{:?}", context.findings);
    let asked = Asked { base_url: base_url.to_owned(), on: TODAY.parse().unwrap(), work_tree: true };
    gather(&register, &files, &context, None, &asked).unwrap()
}

/// The pages of a site: path and text.
pub fn pages(site: &Site) -> impl Iterator<Item = (&str, &str)> {
    let html = site.files.iter().filter(|(path, _)| path.rsplit_once('.').is_some_and(|(_, end)| end == "html"));
    html.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
}

/// The text of one file.
pub fn text<'a>(site: &'a Site, path: &str) -> &'a str {
    let bytes = site.files.get(path).unwrap_or_else(|| panic!("no {path} in {:?}", site.files.keys()));
    std::str::from_utf8(bytes).unwrap()
}
