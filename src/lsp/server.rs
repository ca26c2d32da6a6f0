//! The server: one message after the other, and findings whenever none waits: what is quick first, one document at a time,
//! and what takes a search of the workflow after that.

use std::io::{self, BufRead, Write};
use std::sync::mpsc::{Receiver, channel};

use chrono::NaiveDate;
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::documents::{Documents, Judged};
use super::place::Encoding;
use super::protocol::{AboutDocument, Actions, At, Client, DidChange, DidOpen};
use super::search::{Outcome, Searcher};
use super::wire::{self, Incoming};
use super::{actions, complete, hover};
use crate::diagnostics::Lang;
use crate::register::Register;

/// The files by which cases are judged.
const WATCHED: [&str; 3] = ["**/klacht.yaml", "**/policy/**", "**/yearbook.yaml"];

/// What the server is told from outside.
pub struct Setting<'a> {
    /// The language of what it says.
    pub lang: Lang,
    /// The day to judge by, where one was asked for.
    pub asked: Option<NaiveDate>,
    /// The day that it is now; an editor stays open for days.
    pub today: &'a dyn Fn() -> NaiveDate,
    /// The address of whoever would commit in a register.
    pub author: &'a dyn Fn(&Register) -> Option<String>,
}

impl Setting<'_> {
    /// The day to judge by: the one asked for, the one on which the register stands still, or today.
    #[must_use]
    pub fn day(&self, stands_on: Option<NaiveDate>) -> NaiveDate {
        self.asked.or(stands_on).unwrap_or_else(self.today)
    }
}

/// What the server waits for.
#[allow(clippy::large_enum_variant, reason = "one at a time is there")]
enum Event {
    /// The editor said something.
    Message(Incoming),
    /// A search has ended.
    Searched(Outcome),
}

/// How far a session has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Before,
    Running,
    ShutDown,
}

/// Serves an editor until it leaves; the exit code: 0 after an orderly end, 1 when the editor just left. Fails when nothing
/// can be written any more.
pub fn serve(input: impl BufRead + Send + 'static, output: &mut impl Write, setting: &Setting<'_>) -> io::Result<u8> {
    let (sender, events) = channel();
    let found = sender.clone();
    std::thread::spawn(move || {
        let mut input = input;
        loop {
            // A stream that fails has ended.
            let next = wire::read(&mut input).unwrap_or(Incoming::End);
            let last = matches!(next, Incoming::End);
            if sender.send(Event::Message(next)).is_err() || last {
                return;
            }
        }
    });
    let mut server = Server {
        setting,
        output,
        stage: Stage::Before,
        client: Client::default(),
        documents: Documents::default(),
        searcher: Searcher::start(move |outcome| found.send(Event::Searched(outcome)).is_ok()),
    };
    server.run(&events)
}

struct Server<'a, W> {
    setting: &'a Setting<'a>,
    output: &'a mut W,
    stage: Stage,
    client: Client,
    documents: Documents,
    searcher: Searcher,
}

impl<W: Write> Server<'_, W> {
    fn run(&mut self, events: &Receiver<Event>) -> io::Result<u8> {
        loop {
            let next = match events.try_recv() {
                Ok(next) => next,
                Err(_) if !self.documents.is_fresh() => {
                    self.judge_next()?;
                    continue;
                }
                Err(_) => {
                    self.searcher.pursue(self.documents.unsearched());
                    events.recv().unwrap_or(Event::Message(Incoming::End))
                }
            };
            let said = match next {
                Event::Message(said) => said,
                Event::Searched(outcome) => {
                    self.searcher.ended();
                    self.documents.searched(outcome);
                    continue;
                }
            };
            match said {
                Incoming::End => return Ok(self.code()),
                Incoming::Broken(id, code) => wire::refuse(self.output, &id, code)?,
                Incoming::Message(Message::Request(request)) => {
                    let answer = self.answer(request);
                    wire::write(self.output, &answer.into())?;
                }
                Incoming::Message(Message::Notification(note)) if note.method == "exit" => return Ok(self.code()),
                Incoming::Message(Message::Notification(note)) => self.told(note)?,
                // What was asked of the editor needs no more than to have been asked.
                Incoming::Message(Message::Response(_)) => {}
            }
        }
    }

    fn code(&self) -> u8 {
        u8::from(self.stage != Stage::ShutDown)
    }

    /// Judges one document. Only one: whoever asks something meanwhile does not wait for the others.
    fn judge_next(&mut self) -> io::Result<()> {
        match self.documents.judge_next(self.setting, self.client) {
            Some(Judged { uri, version, diagnostics }) => {
                self.notify("textDocument/publishDiagnostics", published(&uri, version, &json!(diagnostics)))
            }
            None => Ok(()),
        }
    }

    fn notify(&mut self, method: &str, params: Value) -> io::Result<()> {
        wire::write(self.output, &Notification { method: method.to_owned(), params }.into())
    }

    fn answer(&mut self, request: Request) -> Response {
        let Request { id, method, params } = request;
        match (self.stage, method.as_str()) {
            (Stage::Before, "initialize") => {
                self.stage = Stage::Running;
                self.client = Client::of(&params);
                ok(id, capabilities(self.client))
            }
            (Stage::Before, _) => failed(id, ErrorCode::ServerNotInitialized, "initialize comes first"),
            (Stage::ShutDown, _) => failed(id, ErrorCode::InvalidRequest, "only exit comes after shutdown"),
            (Stage::Running, "initialize") => failed(id, ErrorCode::InvalidRequest, "initialize comes once"),
            (Stage::Running, "shutdown") => {
                self.stage = Stage::ShutDown;
                // Nobody waits for findings any more, nor for a search that is under way.
                self.documents = Documents::default();
                ok(id, Value::Null)
            }
            (Stage::Running, method) => self.looked_up(id, method, params),
        }
    }

    /// Completion, hover and code actions.
    fn looked_up(&mut self, id: RequestId, method: &str, params: Value) -> Response {
        let (setting, client) = (self.setting, self.client);
        let found = match method {
            "textDocument/completion" => read::<At>(params).map(|at| {
                let items = |s: &super::scene::Scene<'_>| json!(complete::items(s, s.ruler.offset(at.position)));
                self.documents.with(&at.text_document.uri, setting, client, items)
            }),
            "textDocument/hover" => read::<At>(params).map(|at| {
                let words = |s: &super::scene::Scene<'_>| json!(hover::words(s, s.ruler.offset(at.position)));
                self.documents.with(&at.text_document.uri, setting, client, words)
            }),
            "textDocument/codeAction" => read::<Actions>(params).map(|asked| {
                let all = |s: &super::scene::Scene<'_>| json!(actions::all(s, asked.range, &asked.context));
                self.documents.with(&asked.text_document.uri, setting, client, all)
            }),
            _ => return failed(id, ErrorCode::MethodNotFound, "this server does not do that"),
        };
        match found {
            Some(found) => ok(id, found.unwrap_or(Value::Null)),
            None => failed(id, ErrorCode::InvalidParams, "the parameters are not those of this request"),
        }
    }

    /// What the editor tells. What cannot be read or is not known is passed over, as the protocol wants.
    fn told(&mut self, note: Notification) -> io::Result<()> {
        if self.stage != Stage::Running {
            return Ok(());
        }
        let Notification { method, params } = note;
        match method.as_str() {
            "initialized" if self.client.watches => self.watch()?,
            "textDocument/didOpen" => {
                if let Some(DidOpen { text_document: opened }) = read(params) {
                    self.documents.open(&opened.uri, opened.version, opened.text);
                }
            }
            "textDocument/didChange" => {
                let Some(DidChange { text_document: changed, content_changes }) = read(params) else { return Ok(()) };
                if let Some(whole) = content_changes.into_iter().rfind(|c| c.range.is_none()) {
                    self.documents.change(&changed.uri, changed.version, whole.text);
                }
            }
            "textDocument/didClose" => {
                let Some(AboutDocument { text_document: closed }) = read(params) else { return Ok(()) };
                if self.documents.close(&closed.uri) {
                    self.notify("textDocument/publishDiagnostics", published(&closed.uri, None, &json!([])))?;
                }
            }
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => self.documents.disk_changed(),
            _ => {}
        }
        Ok(())
    }

    /// Asks the editor to tell when a file changes by which cases are judged.
    fn watch(&mut self) -> io::Result<()> {
        let watchers: Vec<Value> = WATCHED.iter().map(|glob| json!({"globPattern": glob})).collect();
        let registration = json!({
            "id": "klacht-files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": {"watchers": watchers},
        });
        let id = RequestId::from("klacht-files".to_owned());
        let params = json!({"registrations": [registration]});
        wire::write(self.output, &Request { id, method: "client/registerCapability".to_owned(), params }.into())
    }
}

fn read<P: DeserializeOwned>(params: Value) -> Option<P> {
    serde_json::from_value(params).ok()
}

fn ok(id: RequestId, result: Value) -> Response {
    Response { id, response_result: Ok(result) }
}

fn failed(id: RequestId, code: ErrorCode, message: &str) -> Response {
    Response::new_err(id, code as i32, message.to_owned())
}

fn published(uri: &str, version: Option<i64>, diagnostics: &Value) -> Value {
    match version {
        Some(version) => json!({"uri": uri, "version": version, "diagnostics": diagnostics}),
        None => json!({"uri": uri, "diagnostics": diagnostics}),
    }
}

/// What this server does. Texts come whole at each change: a case is a few kB.
fn capabilities(client: Client) -> Value {
    let encoding = match client.encoding {
        Encoding::Utf8 => "utf-8",
        Encoding::Utf16 => "utf-16",
    };
    json!({
        "capabilities": {
            "positionEncoding": encoding,
            "textDocumentSync": {"openClose": true, "change": 1, "save": {"includeText": false}},
            "completionProvider": {"triggerCharacters": [" ", ":", "[", "{", ","]},
            "hoverProvider": true,
            "codeActionProvider": {"codeActionKinds": [actions::QUICK_FIX, actions::NEXT_STEP]},
        },
        "serverInfo": {"name": "klacht", "version": env!("CARGO_PKG_VERSION")},
    })
}
