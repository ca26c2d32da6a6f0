//! Where a letter may be put: somebody fills in a name and an address, so git must not take it up.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::case::CaseId;
use crate::cli::output::Failure;
use crate::cli::put::unwritten;
use crate::diagnostics::text;
use crate::register::{file_out_of_reach, in_plain_folder, resolved};
use crate::rules::data_protection::CONFIDENTIAL;

/// Refuses a place in the register at `root` that git could take up. The folder of one that it ignores is made.
pub fn fit(path: &Path, root: &Path, id: CaseId) -> Result<(), Failure> {
    if !kept_out(path, root) {
        return Err(within_reach(path, root, id));
    }
    let inside = resolved(path).zip(resolved(root)).is_some_and(|(place, root)| place.starts_with(root));
    match path.parent().filter(|_| inside) {
        Some(folder) => make(folder).map_err(|error| unwritten(path, &error)),
        None => Ok(()),
    }
}

fn kept_out(path: &Path, root: &Path) -> bool {
    file_out_of_reach(path) && !in_plain_folder(path, root)
}

fn within_reach(path: &Path, root: &Path, id: CaseId) -> Failure {
    let shown = path.display();
    let message = text!(
        "{shown} ligt in een git-register en wordt niet genegeerd: een ingevulde brief zou er nooit meer uit gaan",
        "{shown} is in a git repository and not ignored: a completed letter would stay in its history for good"
    );
    let name = path.file_name().map_or_else(|| PathBuf::from("brief.txt"), PathBuf::from);
    let below = Path::new(CONFIDENTIAL).join(id.to_string()).join(&name);
    let typed = |place: &Path| shell_words::quote(&place.display().to_string()).into_owned();
    let (inside, outside) = (seen(root).join(&below), seen(root).join("..").join(&name));
    let (own, beside) = (typed(&inside), typed(&outside));
    let remedy = if kept_out(&inside, root) {
        text!("geef een plek die git negeert: --output {own}", "choose a place that git ignores: --output {own}")
    } else if in_plain_folder(path, root) {
        text!(
            "geef een plek buiten het register: --output {beside}",
            "choose a place outside the register: --output {beside}"
        )
    } else {
        text!(
            "geef een plek buiten het register: --output {beside}; of zet de regel `/{value}/` in .gitignore, en geef --output {own}",
            "choose a place outside the register: --output {beside}; or add the line `/{value}/` to .gitignore, and use --output {own}",
            value = CONFIDENTIAL
        )
    };
    Failure::Usage(message, remedy)
}

/// The folder of the register as somebody types it who stands in it; elsewhere as it is.
fn seen(root: &Path) -> PathBuf {
    let here = resolved(Path::new(".")).zip(resolved(root));
    let depth = here.and_then(|(here, above)| Some(here.strip_prefix(above).ok()?.components().count()));
    depth.map_or_else(|| root.to_path_buf(), |depth| std::iter::repeat_n("..", depth).collect())
}

/// A folder for its owner alone, where the system knows owners.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    if folder.as_os_str().is_empty() { Ok(()) } else { builder.create(folder) }
}
