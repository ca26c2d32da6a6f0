//! On the server, where pushes come in.

use crate::doctor::office::Office;

#[test]
fn a_server_is_guarded_or_it_is_a_fault() {
    let office = Office::new();
    let server = office.world.bare("server.git");
    let pushed = office.desk.push(&server, &["main"]);
    assert!(pushed.accepted, "{}", pushed.text);
    office.ill(&server, "fault", "the pre-receive hook is missing", "klacht hook install --server");
    office.ill(&server, "fault", "receive.fsckObjects", "klacht hook install --server");
    assert_eq!(office.run(&server, &["hook", "install", "--server"]).0, 0);
    let (code, out) = office.doctor(&server);
    assert_eq!(code, 0, "{out}");
    insta::assert_snapshot!("server-en", out);
    server.git(&["config", "receive.fsckObjects", "false"]);
    office.ill(&server, "fault", "not as it should be: receive.fsckObjects", "klacht hook install --server");
}

/// Forgejo and Gitea write `pre-receive` themselves, and it runs whatever stands in the folder beside it.
#[test]
fn the_hook_of_a_forge_runs_ours_beside_it() {
    let office = Office::new();
    let server = office.world.bare("server.git");
    assert!(office.desk.push(&server, &["main"]).accepted);
    let own = "# AUTO GENERATED, DO NOT MODIFY\ndata=$(cat)\nhookname=$(basename \"$0\")\n\
               for hook in ${GIT_DIR}/hooks/${hookname}.d/*; do\n\
               test -x \"$hook\" && test -f \"$hook\" || continue\n\
               printf '%s\\n' \"$data\" | \"$hook\" || exit 1\ndone";
    server.hook("pre-receive", own);
    let before = std::fs::read(server.path().join("hooks/pre-receive")).unwrap();
    office.ill(&server, "fault", "is missing from pre-receive.d", "klacht hook install --server");
    office.mend(&server, &office.remedy(&server, "is missing from pre-receive.d"));
    let (code, out) = office.doctor(&server);
    assert!(code == 0 && out.contains("ok       the pre-receive hook is installed"), "{out}");
    assert_eq!(std::fs::read(server.path().join("hooks/pre-receive")).unwrap(), before);
    // As the guide has it, written by hand.
    let ours = server.path().join("hooks/pre-receive.d/klacht");
    std::fs::write(&ours, "#!/bin/sh\nexec /usr/local/bin/klacht hook pre-receive\n").unwrap();
    assert_eq!(office.doctor(&server).0, 0);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&ours, std::fs::Permissions::from_mode(0o644)).unwrap();
        office.ill(&server, "fault", "is not executable", "klacht hook install --server");
    }
    office.mend(&server, "klacht hook install --server");
    // And the forge's own does run it.
    office.desk.write("vertrouwelijk/naam.txt", "x").git(&["add", "--force", "vertrouwelijk"]);
    office.desk.git(&["commit", "--quiet", "--no-verify", "--message", "Een naam"]);
    let pushed = office.desk.push(&server, &["main"]);
    assert!(!pushed.accepted && pushed.text.contains("D609"), "{}", pushed.text);
}

#[test]
fn hooks_of_a_desk_do_not_come_to_a_server() {
    let office = Office::new();
    let server = office.world.bare("server.git");
    let (code, _, notes) = office.run(&server, &["--lang", "en", "hook", "install"]);
    assert!(code == 2 && notes.contains("klacht hook install --server"), "{notes}");
    assert!(!server.path().join("hooks/pre-commit").exists());
    server.git(&["config", "core.hooksPath", "elders"]);
    let line = office.remedy(&server, "core.hooksPath");
    office.mend(&server, &line);
    assert!(line.ends_with(" --server") && server.path().join("hooks/pre-receive").exists(), "{line}");
}
