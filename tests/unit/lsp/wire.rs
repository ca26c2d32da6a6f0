use proptest::prelude::*;

use super::*;

fn all(mut input: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    loop {
        found.push(match read(&mut input).unwrap() {
            Incoming::Message(Message::Request(r)) => format!("request {}", r.method),
            Incoming::Message(Message::Notification(n)) => format!("notification {}", n.method),
            Incoming::Message(Message::Response(r)) => format!("response {}", r.id),
            Incoming::Broken(id, code) => format!("broken {id} {}", code as i32),
            Incoming::End => return found,
        });
    }
}

fn framed(text: &str) -> String {
    format!("Content-Length: {}\r\n\r\n{text}", text.len())
}

#[test]
fn what_is_no_message_is_passed_over() {
    let good = framed(r#"{"jsonrpc":"2.0","method":"exit"}"#);
    for (bad, wanted) in [
        (framed("{"), "broken null -32700"),
        (framed("{\"id\":7,\"method\":3}"), "broken 7 -32600"),
        (framed("[]"), "broken null -32600"),
        ("Content-Length: twee\r\n\r\n".to_owned(), "broken null -32700"),
        ("rommel\r\n\r\n".to_owned(), "broken null -32700"),
        (framed(&"[".repeat(100_000)), "broken null -32700"),
    ] {
        assert_eq!(all(format!("{bad}{good}").as_bytes()), [wanted, "notification exit"], "{wanted}");
    }
    let large = format!("Content-Length: 20000000\r\n\r\n{}{good}", " ".repeat(20_000_000));
    assert_eq!(all(large.as_bytes()), ["broken null -32700", "notification exit"]);
    assert_eq!(all(b"Content-Length: 99999999999999\r\n\r\n{}"), ["broken null -32700"]);
    assert_eq!(all(b"Content-Length: 9\r\n\r\n{}"), Vec::<String>::new());
}

#[test]
fn other_line_ends_and_headers_are_taken_too() {
    let text = r#"{"jsonrpc":"2.0","id":1,"result":null}"#;
    let framed = format!("content-length: {}\nContent-Type: application/json\n\n{text}", text.len());
    assert_eq!(all(framed.as_bytes()), ["response 1"]);
}

proptest! {
    #[test]
    fn any_bytes_come_to_an_end(bytes: Vec<u8>, text in "(Content-Length: [0-9]{1,3}\r\n|\r\n|\\{|\\}|\"id\":1|x|\n)*") {
        all(&bytes);
        all(text.as_bytes());
    }
}
