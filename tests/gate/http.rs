//! A push over HTTP: the real `git http-backend` behind a server that says who logged in.

use crate::common::Pushed;
use crate::common::http::serve;
use crate::gate::identity::by_transport;
use crate::gate::office::{CASE, Office, Story, codes};

fn push(office: &Office, address: &str) -> Pushed {
    let url = format!("{address}/server.git");
    let mut command = office.desk.command(&["push", "--quiet", &url, "main"]);
    command.env("GIT_ALLOW_PROTOCOL", "http").output().unwrap().into()
}

#[test]
fn a_push_over_http_is_judged_by_who_logged_in() {
    let office = by_transport("REMOTE_USER", "");
    office.server.git(&["config", "http.receivepack", "true"]);
    let addresses =
        [None, Some("stranger"), Some("m2-account"), Some("m5-account")].map(|user| serve(&office.world, user, &[]));
    office.on("2025-03-03").desk.write(CASE, Story::plain().with(1)).commit("Klacht");
    for (address, wanted) in addresses.iter().zip([vec!["G722"], vec!["G713"], vec!["G714"], vec![]]) {
        let pushed = push(&office, address);
        assert_eq!(codes(&pushed.text), wanted, "{}", pushed.text);
        assert_eq!(pushed.accepted, wanted.is_empty(), "{}", pushed.text);
    }
    office.desk.write(CASE, Story::plain().with(1).replace("m5", "m3")).commit("Verdraaid");
    let pushed = push(&office, &addresses[3]);
    assert!(!pushed.accepted && pushed.text.contains("remote: fout G702"), "{}", pushed.text);
}
