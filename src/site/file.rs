//! Names of files.

/// Whether a file has this ending, without the dot.
#[must_use]
pub fn ends_in(path: &str, ending: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| end == ending)
}
