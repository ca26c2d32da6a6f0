//! Whatever somebody types, and whatever is asked meanwhile: every question is answered, and the server leaves in order.

use std::io::Cursor;

use klacht::diagnostics::Lang;
use klacht::lsp::{Setting, serve};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::common::{chance, copy, root};
use crate::lsp::session::able;

/// What is typed somewhere, in the place of some characters.
const TYPED: &str = "(\n|  - |- step: |step: toegewezen|: |[{]|[}]|[\\[]|\\]|,|#|\"|'|---\n|é|😀|\t|\r\n|by: m1|log:|&a|\\*a|on: 2026-13-99|[ -~]{0,6}){0,4}";

fn framed(message: &Value) -> Vec<u8> {
    let text = message.to_string();
    format!("Content-Length: {}\r\n\r\n{text}", text.len()).into_bytes()
}

/// A session from bytes to bytes: the answers by id, and the exit code.
fn session(messages: &[Value]) -> (Vec<Value>, u8) {
    let input: Vec<u8> = messages.iter().flat_map(framed).collect();
    let mut output = Vec::new();
    let today = || "2026-11-20".parse().unwrap();
    let setting = Setting { lang: Lang::Nl, asked: None, today: &today, author: &|_| None };
    let code = serve(Cursor::new(input), &mut output, &setting).unwrap();
    let text = String::from_utf8(output).unwrap();
    let parts = text.split("Content-Length: ").skip(1);
    let all = parts.map(|part| serde_json::from_str(part.split_once("\r\n\r\n").unwrap().1).unwrap());
    (all.collect(), code)
}

fn tried(file: &str, edits: &[(usize, usize, String)]) {
    let dir = tempfile::tempdir().unwrap();
    let here = dir.path().canonicalize().unwrap();
    copy(&root().join("policy/square-mile"), &here.join("policy/square-mile"));
    std::fs::write(here.join("klacht.yaml"), "schema: klacht.register/1\n").unwrap();
    let mut text = std::fs::read_to_string(root().join(file)).unwrap();
    let uri = format!("file://{}/{file}", here.display());
    let mut messages = vec![
        json!({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {"capabilities": able()}}),
        json!({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {"uri": uri, "version": 0, "text": text}}}),
    ];
    let mut id = 0;
    for (at, length, put) in edits {
        let start = text.floor_char_boundary(at % (text.len() + 1));
        let end = text.floor_char_boundary((start + length).min(text.len()));
        text.replace_range(start..end, put);
        let change = json!({"textDocument": {"uri": uri, "version": id}, "contentChanges": [{"text": text}]});
        messages.push(json!({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": change}));
        let before = &text[..start + put.len()];
        let line = before.matches('\n').count();
        let character: usize = before.rsplit('\n').next().unwrap().chars().map(char::len_utf16).sum();
        let position = json!({"line": line, "character": character});
        let (document, range) = (json!({"uri": uri}), json!({"start": position, "end": position}));
        for method in ["completion", "hover", "codeAction"] {
            id += 1;
            let params = json!({"textDocument": document, "position": position, "range": range, "context": {}});
            messages.push(
                json!({"jsonrpc": "2.0", "id": id, "method": format!("textDocument/{method}"), "params": params}),
            );
        }
    }
    messages.push(json!({"jsonrpc": "2.0", "id": id + 1, "method": "shutdown"}));
    messages.push(json!({"jsonrpc": "2.0", "method": "exit"}));
    let (all, code) = session(&messages);
    let answers: Vec<&Value> = all.iter().filter(|m| m["method"].is_null()).collect();
    assert_eq!(code, 0);
    assert_eq!(answers.iter().map(|m| m["id"].as_i64().unwrap()).collect::<Vec<_>>(), (0..=id + 1).collect::<Vec<_>>());
    assert!(answers.iter().all(|m| m["error"].is_null()), "{answers:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 64, ..chance(6, 24) })]
    #[test]
    fn a_case_that_is_torn_apart_is_answered(
        edits in prop::collection::vec((0usize..5000, 0usize..40, TYPED), 1..6)
    ) {
        tried("cases/square-mile/2026/09/K26-SRWVMK.md", &edits);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 16, ..chance(2, 4) })]
    #[test]
    fn a_regulation_that_is_torn_apart_is_answered(
        edits in prop::collection::vec((0usize..30_000, 0usize..40, TYPED), 1..3)
    ) {
        tried("policy/square-mile/2025-01-01/regulation.yaml", &edits);
    }
}
