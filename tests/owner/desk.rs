//! A register with one regulation, and the program as its owner runs it.

use crate::common::{World, outcome};
use crate::init::desk::Desk;

/// The day on which things are done.
pub const TODAY: &str = "2026-01-05";

/// The regulation that a fresh register begins with.
pub const FIRST: &str = "voorbeeldorganisatie";

/// Runs the program inside: exit code, standard output, standard error.
pub fn run(desk: &Desk, words: &[&str]) -> (i32, String, String) {
    desk.world.tick();
    outcome(desk.program_in(&desk.root).args(words).output().unwrap())
}

/// A register of its own in a world, with no regulation yet.
pub fn bare(world: &World) -> std::path::PathBuf {
    let repo = world.repo("leeg");
    repo.write("klacht.yaml", "schema: klacht.register/1\n");
    repo.path().to_path_buf()
}
