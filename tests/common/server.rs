use std::process::Output;

use super::Repo;

/// How a push ended.
pub struct Pushed {
    /// Whether every reference was accepted.
    pub accepted: bool,
    /// Everything git and the hooks said.
    pub text: String,
}

impl From<Output> for Pushed {
    fn from(done: Output) -> Self {
        let text = [done.stdout, done.stderr].concat();
        Self { accepted: done.status.success(), text: String::from_utf8_lossy(&text).into_owned() }
    }
}

impl Pushed {
    /// The lines a hook wrote, without git's `remote: ` before them.
    pub fn hook_lines(&self) -> Vec<&str> {
        self.text.lines().filter_map(|line| line.strip_prefix("remote: ")).map(str::trim_end).collect()
    }
}

impl Repo {
    /// Puts a shell script in place as a hook of this repository.
    pub fn hook(&self, name: &str, script: &str) -> &Self {
        let hooks = self.git(&["rev-parse", "--path-format=absolute", "--git-path", "hooks"]);
        let file = std::path::Path::new(&hooks).join(name);
        std::fs::create_dir_all(&hooks).unwrap();
        std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
        self
    }

    /// Pushes reference specifications (and options such as `--force`) to another repository.
    pub fn push(&self, to: &Repo, arguments: &[&str]) -> Pushed {
        let url = format!("file://{}", to.path().display());
        let (options, names): (Vec<&str>, Vec<&str>) = arguments.iter().partition(|word| word.starts_with('-'));
        self.try_git(&[&["push", "--quiet"], options.as_slice(), &[&url], names.as_slice()].concat()).into()
    }
}
