//! One regulation of the bundled register, a year of it opened again.

use crate::common::Bundled;

impl Bundled {
    /// Opens a year again, for the test, by taking its frozen block away.
    pub fn open(&self, path: &str) -> (String, String) {
        let closed = self.read(path);
        let open = closed.split_once("\nfigures:").unwrap().0.to_owned();
        self.repo.write(path, &open);
        (open, closed)
    }
}
