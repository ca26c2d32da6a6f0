//! The protocol itself: order, errors, and the end.

use serde_json::{Value, json};

use crate::common::Office;
use crate::lsp::session::{Session, able};

fn office() -> Office {
    Office::new("cbmk", "klinkerdam.example")
}

#[test]
fn what_is_not_known_is_answered_and_what_is_broken_ends_nothing() {
    let mut session = Session::greeted(office().program(), &able());
    assert_eq!(session.answer("textDocument/definition", &json!({}))["error"]["code"], -32601);
    assert_eq!(session.answer("$/wat", &Value::Null)["error"]["code"], -32601);
    assert_eq!(session.answer("textDocument/hover", &json!({"x": 1}))["error"]["code"], -32602);
    assert_eq!(session.answer("textDocument/hover", &Value::Null)["error"]["code"], -32602);
    assert_eq!(session.answer("initialize", &json!({}))["error"]["code"], -32600);
    session.tell("$/cancelRequest", &json!({"id": 99}));
    session.tell("textDocument/didOpen", &json!({"wat": 1}));
    session.tell("textDocument/didChange", &json!({"textDocument": {"uri": "file:///x"}, "contentChanges": []}));
    session.tell("textDocument/didClose", &json!({"textDocument": {"uri": "file:///x"}}));
    session.raw(b"Content-Length: 5\r\n\r\n{nee}");
    let refused = session.next();
    assert_eq!((&refused["error"]["code"], &refused["id"]), (&json!(-32700), &Value::Null));
    session.raw(b"Content-Length: 2\r\n\r\n[]rommel\r\n\r\n");
    assert_eq!(session.next()["error"]["code"], -32600);
    assert_eq!(session.next()["error"]["code"], -32700);
    session.raw(b"Content-Length: 21\r\n\r\n{\"id\":\"a\",\"method\":1}");
    assert_eq!(session.next()["id"], "a");
    session.raw(b"\r\n\r\n");
    assert_eq!(session.left(), 0);
}

#[test]
fn requests_keep_their_order() {
    let mut session = Session::start(office().program());
    assert_eq!(session.answer("textDocument/hover", &json!({}))["error"]["code"], -32002);
    session.tell("textDocument/didOpen", &json!({}));
    session.ask("initialize", &json!({"capabilities": able()}));
    session.ask("shutdown", &Value::Null);
    assert_eq!(session.answer("textDocument/hover", &json!({}))["error"]["code"], -32600);
    session.tell("exit", &Value::Null);
    assert_eq!(session.ended(), 0);
}

#[test]
fn who_just_leaves_is_not_a_success() {
    let mut session = Session::greeted(office().program(), &able());
    session.tell("exit", &Value::Null);
    assert_eq!(session.ended(), 1);
    assert_eq!(Session::greeted(office().program(), &able()).ended(), 1, "the editor died");
    let mut session = Session::greeted(office().program(), &able());
    session.ask("shutdown", &Value::Null);
    assert_eq!(session.ended(), 0);
}

#[test]
fn an_editor_that_can_watch_is_asked_to() {
    let mut able = able();
    able["workspace"]["didChangeWatchedFiles"] = json!({"dynamicRegistration": true});
    let mut session = Session::greeted(office().program(), &able);
    let asked = session.next();
    assert_eq!(asked["method"], "client/registerCapability");
    let answer = json!({"jsonrpc": "2.0", "id": asked["id"], "result": null}).to_string();
    session.raw(format!("Content-Length: {}\r\n\r\n{answer}", answer.len()).as_bytes());
    assert_eq!(session.left(), 0);
}
