//! On the server, where pushes come in.

use crate::office::Office;

#[test]
fn a_server_is_guarded_or_it_is_a_fault() {
    let office = Office::new();
    let server = office.world.bare("server.git");
    let pushed = office.desk.push(&server, &["main"]);
    assert!(pushed.accepted, "{}", pushed.text);
    office.ill(&server, "fault", "the hook pre-receive is not there", "klacht hook install --server");
    office.ill(&server, "fault", "receive.fsckObjects", "klacht hook install --server");
    assert_eq!(office.run(&server, &["hook", "install", "--server"]).0, 0);
    let (code, out) = office.doctor(&server);
    assert_eq!(code, 0, "{out}");
    insta::assert_snapshot!("server-en", out);
    server.git(&["config", "receive.denyDeletes", "false"]);
    office.ill(&server, "fault", "not as it should be: receive.denyDeletes", "klacht hook install --server");
}
