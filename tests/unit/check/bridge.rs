//! What a bridge says is read as it was written, and only so.

use super::*;
fn id(digit: char) -> Id {
    Id::from_hex(digit.to_string().repeat(40).as_bytes()).unwrap()
}

fn bridge() -> Bridge {
    Bridge {
        renews: id('1'),
        beginnings: vec![id('2')],
        commits: 3214,
        program: "klacht 0.1.0".to_owned(),
        destroyed: 41,
        earlier: vec![Earlier { beginning: id('3'), head: id('4'), commits: 12 }],
        reason: Some("het jaar is gesloten".to_owned()),
    }
}

fn commit(message: &str, parents: &[Id]) -> Commit {
    let before: String = parents.iter().fold(String::new(), |lines, id| lines + &format!("parent {id}\n"));
    let who = "Ada <ada@register.example> 1767603600 +0100";
    let raw = format!("tree {}\n{before}author {who}\ncommitter {who}\n\n{message}", id('6'));
    Commit::parse(id('5'), raw.as_bytes()).unwrap()
}

#[test]
fn what_is_written_is_read() {
    insta::assert_snapshot!(bridge().message());
    assert_eq!(Bridge::of(&commit(&bridge().message(), &[])), Some(bridge()));
    let plain = Bridge { reason: None, earlier: Vec::new(), ..bridge() };
    assert_eq!(Bridge::of(&commit(&plain.message(), &[])), Some(plain));
}

#[test]
fn whatever_is_otherwise_is_none() {
    let text = bridge().message();
    assert_eq!(Bridge::of(&commit(&text, &[id('7')])), None);
    for (from, to) in [
        ("no errors", "3 errors"),
        ("Klacht-Renews", "Klacht-renews"),
        ("3214", "03214"),
        ("Geschiedenis vernieuwd", "Vernieuwd"),
        ("Klacht-Program: klacht 0.1.0\n", ""),
        ("Klacht-Destroyed: 41\n", "Klacht-Destroyed: 41\nKlacht-Destroyed: 41\n"),
        (" 12\n", " 12\n\nSigned-off-by: iemand\n"),
    ] {
        assert!(text.contains(from), "{from}");
        assert_eq!(Bridge::of(&commit(&text.replacen(from, to, 1), &[])), None, "{to}");
    }
}

#[test]
fn a_chain_remembers_every_history() {
    let first = bridge();
    assert_eq!(first.all(), (2, 3226));
    assert_eq!(first.past(), [id('2'), id('3')]);
    assert_eq!(first.gone(), [id('2'), id('3'), id('4'), id('1')]);
    let next =
        Bridge { renews: id('8'), beginnings: vec![id('5')], commits: 10, earlier: first.remembered(), ..bridge() };
    assert_eq!(next.all(), (3, 3236));
    assert_eq!(next.past(), [id('5'), id('3'), id('2')]);
    let both = Bridge { beginnings: vec![id('2'), id('9')], ..bridge() };
    let next = Bridge { beginnings: vec![id('5')], commits: 1, earlier: both.remembered(), ..bridge() };
    assert_eq!(next.all().1, 1 + 3226, "two beginnings of one history are one history");
}
