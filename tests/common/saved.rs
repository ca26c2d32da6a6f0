use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::path::PathBuf;
use std::sync::{Arc, LazyLock, Mutex, OnceLock};

use super::World;

/// A world as it once was: everything in it, and what its clock said. To make a repository takes a dozen programs, to write
/// one down again none.
struct Saved {
    clock: i64,
    author: String,
    /// Folders have no bytes.
    entries: Vec<(PathBuf, Permissions, Option<Vec<u8>>)>,
}

/// What was made before in this process, by name.
static SAVED: LazyLock<Mutex<BTreeMap<String, Arc<OnceLock<Saved>>>>> = LazyLock::new(Mutex::default);

impl World {
    /// A world in which `make` was done, which is done once for each name. Nothing in it may hold its own path.
    pub fn begun(name: &str, make: impl FnOnce(&Self)) -> Self {
        let place = SAVED.lock().unwrap().entry(name.to_owned()).or_default().clone();
        let saved = place.get_or_init(|| {
            let world = Self::new();
            make(&world);
            world.saved()
        });
        let world = Self::new();
        world.set_clock(saved.clock);
        world.set_author(&saved.author);
        for (below, permissions, bytes) in &saved.entries {
            let path = world.path().join(below);
            match bytes {
                Some(bytes) => fs::write(&path, bytes).unwrap(),
                None => fs::create_dir_all(&path).unwrap(),
            }
            fs::set_permissions(path, permissions.clone()).unwrap();
        }
        world
    }

    fn saved(&self) -> Saved {
        let entry = |entry: walkdir::DirEntry| {
            let below = entry.path().strip_prefix(self.path()).unwrap().to_path_buf();
            let bytes = entry.file_type().is_file().then(|| fs::read(entry.path()).unwrap());
            (below, entry.metadata().unwrap().permissions(), bytes)
        };
        let entries = walkdir::WalkDir::new(self.path()).min_depth(1).sort_by_file_name();
        let entries = entries.into_iter().map(|found| entry(found.unwrap())).collect();
        Saved { clock: self.clock(), author: self.author(), entries }
    }
}
