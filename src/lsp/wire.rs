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
#[path = "../../tests/unit/lsp/wire.rs"]
mod tests;
