use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::LazyLock;

use klacht::context::Context;
use klacht::register::Register;

/// The regulations of the bundled register.
pub const REGULATIONS: [&str; 5] = ["cmm", "square-mile", "cbmk", "interactie", "academie"];

/// What is in force in the bundled register, read once.
pub static CONTEXT: LazyLock<Context> =
    LazyLock::new(|| Context::read(&Register::folder(root()).unwrap().work_tree().unwrap()).unwrap());

/// The folder of this package, which is the bundled register too.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The base cases of a regulation: the files, sorted by name.
pub fn base_cases(regulation: &str) -> impl Iterator<Item = PathBuf> {
    let folder = root().join("tests/requirements/base").join(regulation);
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.unwrap().into_path());
    files.filter(|file| file.extension().is_some_and(|end| end == "md"))
}

/// Copies a file, or a folder with everything in it, making folders as needed.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to.parent().unwrap()).unwrap();
    for entry in walkdir::WalkDir::new(from).sort_by_file_name() {
        let entry = entry.unwrap();
        let below = entry.path().strip_prefix(from).unwrap();
        // Joining nothing would put a slash behind the name of a file.
        let target = if below.as_os_str().is_empty() { to.to_path_buf() } else { to.join(below) };
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(target).unwrap();
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Everything a program said.
pub fn words(done: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr))
}

/// How a program ended: exit code, standard output, standard error.
pub fn outcome(done: Output) -> (i32, String, String) {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
}
