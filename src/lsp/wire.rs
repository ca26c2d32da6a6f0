//! Messages in and out. What cannot be read is answered and passed over: one broken message must not end a day's work. Nothing
//! that a message holds is repeated.

use std::io::{self, BufRead, Read, Write};

use lsp_server::{ErrorCode, Message};
use serde_json::{Value, json};

/// The longest line of a header, in bytes.
const LONGEST_LINE: u64 = 8 * 1024;
/// The longest message, in bytes: far above any file that the register takes.
const LONGEST_MESSAGE: u64 = 16 * 1024 * 1024;

/// What came in.
#[derive(Debug)]
pub enum Incoming {
    /// A message.
    Message(Message),
    /// Something that is none: its id where it has one, and why.
    Broken(Value, ErrorCode),
    /// Nothing comes any more.
    End,
}

/// Reads the next message. Fails when the stream does.
pub fn read(input: &mut impl BufRead) -> io::Result<Incoming> {
    let broken = || Incoming::Broken(Value::Null, ErrorCode::ParseError);
    let Some(length) = header(input)? else { return Ok(Incoming::End) };
    let Some(length) = length else { return Ok(broken()) };
    if length > LONGEST_MESSAGE {
        io::copy(&mut input.take(length), &mut io::sink())?;
        return Ok(broken());
    }
    let mut bytes = Vec::new();
    input.take(length).read_to_end(&mut bytes)?;
    if (bytes.len() as u64) < length {
        return Ok(Incoming::End);
    }
    let Ok(value) = serde_json::from_slice::<Value>(&bytes) else { return Ok(broken()) };
    let id = value.get("id").cloned().unwrap_or_default();
    // A request that has its parameters in another shape than the protocol's is still one that waits for its answer.
    Ok(serde_json::from_value(value).map_or(Incoming::Broken(id, ErrorCode::InvalidRequest), Incoming::Message))
}

/// The length that a header names: nothing at the end, and no length where the header names none.
#[allow(clippy::option_option, reason = "the end of the stream and a header without a length are two things")]
fn header(input: &mut impl BufRead) -> io::Result<Option<Option<u64>>> {
    let mut length = None;
    let mut any = false;
    loop {
        let mut line = Vec::new();
        if input.take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(any.then_some(None));
        }
        any = true;
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_end();
        if line.is_empty() {
            return Ok(Some(length));
        }
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
}

/// Writes a message. Fails when the stream does.
pub fn write(output: &mut impl Write, message: &Message) -> io::Result<()> {
    message.write(output)
}

/// Answers something that was no message; the answer names its id where it had one.
pub fn refuse(output: &mut impl Write, id: &Value, code: ErrorCode) -> io::Result<()> {
    let answer =
        json!({"jsonrpc": "2.0", "id": id, "error": {"code": code as i32, "message": "not a message"}}).to_string();
    write!(output, "Content-Length: {}\r\n\r\n{answer}", answer.len())?;
    output.flush()
}

#[cfg(test)]
mod tests {
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
}
