//! Drafts beside one regulation of the bundled register.

use crate::common::Bundled;

impl Bundled {
    /// Writes a draft: the regulation at `from` with pieces of it replaced, each of which must be there.
    pub fn draft(&self, from: &str, to: &str, pieces: &[(&str, &str)]) -> &Self {
        let mut text = self.read(&format!("{from}/regulation.yaml"));
        for (was, becomes) in pieces {
            assert!(text.contains(was), "{was}");
            text = text.replacen(was, becomes, 1);
        }
        self.repo.write(&format!("{to}/regulation.yaml"), text);
        self
    }

    /// Every file of the folder with its bytes, but for git's own.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let entries = walkdir::WalkDir::new(self.repo.path()).sort_by_file_name().into_iter().map(Result::unwrap);
        let files =
            entries.filter(|e| e.file_type().is_file() && !e.path().components().any(|c| c.as_os_str() == ".git"));
        files.map(|e| (e.path().to_string_lossy().into_owned(), std::fs::read(e.path()).unwrap())).collect()
    }
}
