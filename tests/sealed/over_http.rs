//! Three machines and a server that is reached over http: from what came in to what is gone, with a laptop stolen on the way.

use super::destroyed::{house, server_tidied};
use super::house::{CANARY, House};
use crate::common::http::serve;

/// The same house, each desk by way of http.
fn by_http(house: House) -> House {
    let variables = &[("KLACHT_TODAY", "2026-05-04"), ("KLACHT_LANG", "nl")];
    let address = format!("{}/server.git", serve(&house.world, Some("office"), variables));
    house.server.git(&["config", "http.receivepack", "true"]);
    for person in ["m2", "m3", "m6"] {
        house.desk(person).git(&["remote", "set-url", "origin", &address]);
    }
    house
}

#[test]
fn a_complaint_goes_from_desk_to_desk_over_http_and_is_gone_at_the_end() {
    let (house, id, objects) = house();
    let house = by_http(house.with(&["m6"]));
    // Whoever may not read seals what came in.
    house.fed("m6", &["seal", id, "--as", "words", "--of", "p1", "--commit"], "Kanariegeel belde mij op.\n");
    house.push("m6");
    for person in ["m2", "m3"] {
        house.done(person, &["sync"]);
        assert!(house.done(person, &["open", id]).contains("belde mij op"), "{person}");
    }
    assert!(house.refused("m6", &["open", id]).contains("niet voor u"));
    assert!(house.done("m2", &["sync"]).contains("niets nieuws"));

    // The laptop of m3 is stolen; she gets another, with another key.
    let stolen = house.world.path().join("stolen");
    std::fs::rename(house.keys("m3"), &stolen).unwrap();
    assert!(house.done("m2", &["keys", "lost", "m3", "--commit"]).contains(id));
    house.done("m2", &["keys", "remove", "m3", "--anew"]);
    house.fed("m2", &["seal", id, "--as", "note", "--commit"], "Kanariegeel, later.\n");
    house.push("m2");
    house.done("m3", &["sync"]);
    house.done("m3", &["keys", "new", "--commit"]);
    house.push("m3");
    house.done("m2", &["sync"]);
    house.done("m2", &["keys", "add", "m3/2"]);
    house.push("m2");
    house.done("m3", &["sync"]);
    assert!(house.done("m3", &["open", id]).contains("later."));
    let mut thief = house.program("m3");
    let read = crate::common::words(&thief.env("KLACHT_KEYS", &stolen).args(["open", id]).output().unwrap());
    assert!(!read.contains("later."), "{read}");
    assert_eq!(house.holding(CANARY), Vec::<String>::new());

    // What is destroyed goes from all of them.
    house.done("m2", &["destroy", id, "--by", "m2", "--commit"]);
    house.push("m2");
    server_tidied(&house);
    for person in ["m3", "m6"] {
        assert!(house.done(person, &["sync"]).contains("vernietigd: 1"), "{person}");
    }
    for place in [house.server.path().to_path_buf(), house.store("m2"), house.store("m3"), house.store("m6")] {
        assert_eq!(house.there(&place, &objects), 0, "{}", place.display());
    }
    house.done("m3", &["check", "--history"]);
}
