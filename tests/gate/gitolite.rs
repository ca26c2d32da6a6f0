//! A push through gitolite, which names the user in `GL_USER`; without an ssh server between.

use std::path::{Path, PathBuf};

use crate::common::{Pushed, Repo, words};
use crate::gate::identity::by_transport;
use crate::gate::office::{CASE, Office, Story, codes};

/// Where Debian's package puts it, or where the path finds it.
fn shell() -> Option<PathBuf> {
    let known = ["/usr/share/gitolite3/gitolite-shell", "/usr/bin/gitolite-shell", "/usr/local/bin/gitolite-shell"];
    known.iter().map(Path::new).find(|path| path.is_file()).map(Path::to_path_buf)
}

fn push(office: &Office, shell: &Path, user: &str) -> Pushed {
    let script = office.world.path().join("glssh");
    let text = format!(
        "#!/bin/sh\nshift\nSSH_CONNECTION=\"127.0.0.1 1 127.0.0.1 22\" SSH_ORIGINAL_COMMAND=\"$*\" exec '{}' {user}\n",
        shell.display()
    );
    std::fs::write(&script, text).unwrap();
    let mut command = office.desk.command(&["push", "--quiet", "git@localhost:testing", "main"]);
    command.env("GIT_SSH_COMMAND", format!("sh {}", script.display())).env("GIT_SSH_VARIANT", "simple");
    command.env("GIT_ALLOW_PROTOCOL", "ssh").output().unwrap().into()
}

#[test]
fn a_push_through_gitolite_is_judged_by_its_user() {
    let Some(shell) = shell() else {
        println!("left out: gitolite3 is not installed");
        return;
    };
    let office = by_transport("GL_USER", "");
    let setup = office.world.command("gitolite", &office.world.home()).args(["setup", "-a", "admin"]).output().unwrap();
    assert!(setup.status.success(), "{}", words(&setup));
    let server = Repo::at(&office.world, office.world.home().join("repositories/testing.git"));
    server.git(&["symbolic-ref", "HEAD", "refs/heads/main"]);
    server.git(&["fetch", "--quiet", office.server.path().to_str().unwrap(), "main:main"]);
    let done = office.run(&server, &["hook", "install", "--server"]);
    assert!(done.status.success(), "{}", words(&done));
    office.on("2025-03-03").desk.write(CASE, Story::plain().with(1)).commit("Klacht");
    for (user, wanted) in [("stranger", vec!["G713"]), ("m2-account", vec!["G714"]), ("m5-account", vec![])] {
        let pushed = push(&office, &shell, user);
        assert_eq!(codes(&pushed.text), wanted, "{}", pushed.text);
        assert_eq!(pushed.accepted, wanted.is_empty(), "{}", pushed.text);
    }
}
