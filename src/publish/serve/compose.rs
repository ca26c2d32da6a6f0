//! The site of the files on disk as they are now.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::context::{Context, refuses};
use crate::diagnostics::Finding;
use crate::publish::{Asked, findings, gather};
use crate::register::{Register, RegisterError};
use crate::site::Site;

/// Makes the site, again and again.
#[derive(Debug, Clone)]
pub struct Composer {
    /// A folder in the register.
    pub dir: PathBuf,
    /// Where the preview stands.
    pub base_url: String,
    /// The day that was asked for.
    pub today: Option<NaiveDate>,
    /// The day on the clock.
    pub clock: NaiveDate,
}

/// What came of it.
#[derive(Debug)]
pub struct Composed {
    /// The site; nothing when a finding keeps it from being built.
    pub site: Option<Site>,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// The register around a folder; a plain folder can be previewed as it is.
pub fn register_of(dir: &Path) -> Result<Register, RegisterError> {
    match Register::open(dir) {
        Err(error) if error.is_no_repository() => Register::folder(dir),
        other => other,
    }
}

impl Composer {
    /// The site by the files on disk. It names no commits: what is being written has none, and looking for the others in
    /// a long history at every change would take longer than all the rest.
    pub fn compose(&self) -> Result<Composed, RegisterError> {
        let register = register_of(&self.dir)?;
        let files = register.work_tree()?;
        let context = Context::read(&files)?;
        if refuses(&context.findings) {
            return Ok(Composed { site: None, findings: context.findings });
        }
        let on = self.today.or(context.settings.stands_on).unwrap_or(self.clock);
        let asked = Asked { base_url: self.base_url.clone(), on, work_tree: true };
        let input = gather(&register, &files, &context, None, &asked)?;
        Ok(match crate::site::build(&input) {
            Ok(site) => {
                let found = findings(&site.remarks, &context);
                Composed { site: Some(site), findings: found }
            }
            Err(faults) => Composed { site: None, findings: findings(&faults, &context) },
        })
    }
}
