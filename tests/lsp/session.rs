//! A client: starts the program, speaks with it, and waits for what it tells.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

/// How long an answer may take; far longer than it does.
const PATIENCE: Duration = Duration::from_mins(1);

/// What an editor can do that can do everything.
pub fn able() -> Value {
    json!({
        "textDocument": {
            "completion": {"completionItem": {"snippetSupport": true}},
            "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
            "publishDiagnostics": {"relatedInformation": true, "codeDescriptionSupport": true},
        },
        "workspace": {"workspaceEdit": {"documentChanges": true}},
    })
}

/// An editor with a server.
pub struct Session {
    child: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    last: i64,
    version: i64,
    versions: BTreeMap<String, i64>,
    texts: BTreeMap<String, String>,
    /// What the server said at the beginning.
    pub greeting: Value,
}

impl Session {
    /// Starts the program; nothing is said yet.
    pub fn start(mut program: Command) -> Self {
        let program = program.arg("lsp").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = program.spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            while let Some(message) = message(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let input = child.stdin.take();
        let (versions, texts, greeting) = (BTreeMap::new(), BTreeMap::new(), Value::Null);
        Self { child, input, messages, last: 0, version: 0, versions, texts, greeting }
    }

    /// Starts the program and greets it.
    pub fn greeted(program: Command, capabilities: &Value) -> Self {
        let mut session = Self::start(program);
        session.greeting =
            session.ask("initialize", &json!({"processId": null, "rootUri": null, "capabilities": capabilities}));
        session.tell("initialized", &json!({}));
        session
    }

    /// Bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().unwrap();
        input.write_all(bytes).unwrap();
        input.flush().unwrap();
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        self.raw(format!("Content-Length: {}\r\n\r\n{text}", text.len()).as_bytes());
    }

    /// The next message, whatever it is.
    pub fn next(&self) -> Value {
        self.messages.recv_timeout(PATIENCE).expect("the server says something")
    }

    /// Tells something that gets no answer.
    pub fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Asks something; the whole answer.
    pub fn answer(&mut self, method: &str, params: &Value) -> Value {
        self.answered(method, params).1
    }

    /// Asks something; what was told before the answer, and the whole answer.
    pub fn answered(&mut self, method: &str, params: &Value) -> (Vec<Value>, Value) {
        self.last += 1;
        let id = self.last;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        let mut before = Vec::new();
        loop {
            let message = self.next();
            if message["id"] == json!(id) && message["method"].is_null() {
                return (before, message);
            }
            before.push(message);
        }
    }

    /// Asks something; its result.
    pub fn ask(&mut self, method: &str, params: &Value) -> Value {
        let answer = self.answer(method, params);
        assert!(answer["error"].is_null(), "{answer}");
        answer["result"].clone()
    }

    /// Opens a text under a path; its URI.
    pub fn open(&mut self, path: &Path, text: &str) -> String {
        let uri = format!("file://{}", path.display());
        self.version += 1;
        let document = json!({"uri": uri, "languageId": "markdown", "version": self.version, "text": text});
        self.tell("textDocument/didOpen", &json!({"textDocument": document}));
        self.versions.insert(uri.clone(), self.version);
        self.texts.insert(uri.clone(), text.to_owned());
        uri
    }

    /// Changes a text.
    pub fn change(&mut self, uri: &str, text: &str) {
        self.version += 1;
        let document = json!({"uri": uri, "version": self.version});
        self.tell("textDocument/didChange", &json!({"textDocument": document, "contentChanges": [{"text": text}]}));
        self.versions.insert(uri.to_owned(), self.version);
        self.texts.insert(uri.to_owned(), text.to_owned());
    }

    /// The next diagnostics of a document, for its present version.
    pub fn found(&mut self, uri: &str) -> Vec<Value> {
        loop {
            let message = self.next();
            let params = &message["params"];
            let present = params["version"].is_null() || params["version"] == json!(self.versions[uri]);
            if message["method"] == "textDocument/publishDiagnostics" && params["uri"] == uri && present {
                return params["diagnostics"].as_array().unwrap().clone();
            }
        }
    }

    /// Opens a text and waits for what is found in it.
    pub fn opened(&mut self, path: &Path, text: &str) -> (String, Vec<Value>) {
        let uri = self.open(path, text);
        let found = self.found(&uri);
        (uri, found)
    }

    /// Changes a text and waits for what is found in it.
    pub fn changed(&mut self, uri: &str, text: &str) -> Vec<Value> {
        self.change(uri, text);
        self.found(uri)
    }

    /// The text of a document in the editor.
    pub fn text(&self, uri: &str) -> &str {
        &self.texts[uri]
    }

    /// The place of `|` in a text, which is taken out of it: the document gets that text.
    pub fn at(&mut self, uri: &str, marked: &str) -> Value {
        let offset = marked.find('|').expect("a place is marked");
        self.changed(uri, &marked.replacen('|', "", 1));
        place(marked, offset)
    }

    /// What is proposed at the mark.
    pub fn proposed(&mut self, uri: &str, marked: &str) -> Vec<Value> {
        let position = self.at(uri, marked);
        let items = self.ask("textDocument/completion", &json!({"textDocument": {"uri": uri}, "position": position}));
        items.as_array().unwrap().clone()
    }

    /// What is said at the mark; empty when nothing is.
    pub fn hovered(&mut self, uri: &str, marked: &str) -> String {
        let position = self.at(uri, marked);
        let hover = self.ask("textDocument/hover", &json!({"textDocument": {"uri": uri}, "position": position}));
        hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
    }

    /// What can be done at the mark.
    pub fn actions(&mut self, uri: &str, marked: &str) -> Vec<Value> {
        let position = self.at(uri, marked);
        let range = json!({"start": position, "end": position});
        let asked = json!({"textDocument": {"uri": uri}, "range": range, "context": {"diagnostics": []}});
        self.ask("textDocument/codeAction", &asked).as_array().unwrap().clone()
    }

    /// The text after an action.
    pub fn after(&self, uri: &str, action: &Value) -> String {
        let change = &action["edit"]["documentChanges"][0];
        assert_eq!(change["textDocument"], json!({"uri": uri, "version": self.version}));
        applied(self.text(uri), change["edits"].as_array().unwrap())
    }

    /// Leaves in order; the exit code. Nothing may have been said beside the messages.
    pub fn left(mut self) -> i32 {
        self.ask("shutdown", &Value::Null);
        self.tell("exit", &Value::Null);
        self.ended()
    }

    /// Waits for the end; the exit code.
    pub fn ended(mut self) -> i32 {
        drop(self.input.take());
        let status = self.child.wait().unwrap();
        let mut said = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(said, "", "nothing is logged");
        status.code().unwrap()
    }
}

/// The labels or titles of items.
pub fn named<'a>(items: &'a [Value], key: &str) -> Vec<&'a str> {
    items.iter().map(|i| i[key].as_str().unwrap()).collect()
}

/// The item with this label or title.
pub fn one<'a>(items: &'a [Value], key: &str, name: &str) -> &'a Value {
    items.iter().find(|i| i[key] == name).unwrap_or_else(|| panic!("{name} is not among {:?}", named(items, key)))
}

/// The codes of diagnostics.
pub fn codes(found: &[Value]) -> Vec<&str> {
    named(found, "code")
}

/// A place in UTF-16, by a way of its own.
pub fn place(text: &str, offset: usize) -> Value {
    let before = &text[..offset];
    let line = before.matches('\n').count();
    let on_line = before.rsplit('\n').next().unwrap();
    json!({"line": line, "character": on_line.chars().map(char::len_utf16).sum::<usize>()})
}

/// The offset of a place in UTF-16, by a way of its own.
pub fn offset(text: &str, place: &Value) -> usize {
    let line = usize::try_from(place["line"].as_u64().unwrap()).unwrap();
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let mut left = usize::try_from(place["character"].as_u64().unwrap()).unwrap();
    let rest = text[start..].char_indices();
    for (at, c) in rest {
        if left == 0 || c == '\n' {
            return start + at;
        }
        left -= c.len_utf16();
    }
    text.len()
}

/// A text with edits applied, the last first.
pub fn applied(text: &str, edits: &[Value]) -> String {
    let mut parts: Vec<(usize, usize, &str)> = edits
        .iter()
        .map(|e| (offset(text, &e["range"]["start"]), offset(text, &e["range"]["end"]), e["newText"].as_str().unwrap()))
        .collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.0));
    let mut text = text.to_owned();
    for (start, end, put) in parts {
        text.replace_range(start..end, put);
    }
    text
}

fn message(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut bytes = vec![0; length];
    output.read_exact(&mut bytes).ok()?;
    Some(serde_json::from_slice(&bytes).unwrap())
}
