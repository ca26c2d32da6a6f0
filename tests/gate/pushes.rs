//! What a server accepts and refuses of the cases themselves: what was logged stays.

use crate::gate::office::{CASE, Office, Story};

#[test]
fn a_case_that_grows_step_by_step_is_accepted() {
    let office = Office::new();
    for entries in 1..=Story::plain().len() {
        office.grow(entries);
        office.accepts(&["main"]);
    }
}

#[test]
fn what_was_logged_stays() {
    let story = Story::plain();
    let whole = story.with(3);
    let swapped = {
        let (at, next) = (whole.find("  - step: toegewezen").unwrap(), whole.find("  - step: ontvangst").unwrap());
        let end = whole.rfind("---\n").unwrap();
        format!("{}{}{}{}", &whole[..at], &whole[next..end], &whole[at..next], &whole[end..])
    };
    let inserted = whole.replacen(
        "  - step: toegewezen",
        "  - step: klacht-vastgelegd\n    on: 2025-03-03\n    by: m5\n    reported_to: [m1]\n    note: nagekomen\n  - step: toegewezen",
        1,
    );
    let trials = [
        ("changed", whole.replacen("handler: m3", "handler: m4", 1), "G702"),
        ("removed", story.with(2), "G702"),
        ("reordered", swapped, "G703"),
        ("inserted", inserted, "G703"),
        ("received", whole.replacen("received: 2025-03-03", "received: 2025-03-02", 1), "G706"),
        ("since", whole.replacen("as: complainant}", "as: complainant, since: 2025-03-03}", 1), "G706"),
        ("channel", whole.replacen("  channel: e-mail\n\nparties", "  channel: telefoon\n\nparties", 1), "G706"),
    ];
    for (what, text, code) in trials {
        let office = Office::new();
        office.grow(3);
        office.accepts(&["main"]);
        assert_ne!(text, whole, "{what}");
        office.desk.write(CASE, &text).commit(what);
        let pushed = office.push(&["main"]);
        assert!(!pushed.accepted, "{what}: {}", pushed.text);
        assert!(pushed.text.contains(&format!("fout {code} ")), "{what}: {}", pushed.text);
    }
}
