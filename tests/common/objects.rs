use super::Repo;

/// One entry of a tree, as it is to be written: mode, name, id.
pub type Line<'a> = (&'a str, &'a [u8], &'a str);

/// Objects that `git add` and `git commit` would never make.
impl Repo {
    /// Stores any bytes as an object of any kind, unchecked.
    pub fn store(&self, kind: &str, bytes: &[u8]) -> String {
        self.git_with(&["hash-object", "-t", kind, "-w", "--stdin", "--literally"], bytes)
    }

    /// Stores a file's bytes.
    pub fn blob(&self, text: &str) -> String {
        self.store("blob", text.as_bytes())
    }

    /// Stores a tree with exactly these entries in exactly this order.
    pub fn tree(&self, lines: &[Line<'_>]) -> String {
        let mut raw = Vec::new();
        for (mode, name, id) in lines {
            raw.extend_from_slice(mode.as_bytes());
            raw.push(b' ');
            raw.extend_from_slice(name);
            raw.push(0);
            let byte = |at| u8::from_str_radix(&id[at..at + 2], 16).unwrap();
            raw.extend((0..id.len()).step_by(2).map(byte));
        }
        self.store("tree", &raw)
    }

    /// Commits a tree with these parents, on no branch. A minute passes.
    pub fn commit_tree(&self, tree: &str, parents: &[&str]) -> String {
        self.world().tick();
        let parents = parents.iter().flat_map(|parent| ["-p", parent]);
        let arguments: Vec<&str> = ["commit-tree", tree, "-m", "made by hand"].into_iter().chain(parents).collect();
        self.git(&arguments)
    }
}
