//! As much of the language server protocol (3.17) as is spoken here. What a client sends is read leniently: an unknown or
//! missing part is passed over, not refused.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::place::{CursorPlace, Encoding, Stretch};

/// What the client can do, as far as it matters here.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a capability by itself")]
pub struct Client {
    /// How columns are counted.
    pub encoding: Encoding,
    /// Whether a completion may hold places to fill in.
    pub snippets: bool,
    /// Whether an edit may name the version of the document it was made for.
    pub versioned: bool,
    /// Whether code actions may be more than commands.
    pub literal_actions: bool,
    /// Whether it can be asked to watch files.
    pub watches: bool,
    /// Whether a diagnostic may point to other places.
    pub related: bool,
    /// Whether a diagnostic may name a page.
    pub pages: bool,
}

impl Client {
    /// From the parameters of `initialize`.
    #[must_use]
    pub fn of(params: &Value) -> Self {
        let can = |path: &str| params.pointer(&format!("/capabilities/{path}")).and_then(Value::as_bool) == Some(true);
        let offered = params.pointer("/capabilities/general/positionEncodings").and_then(Value::as_array);
        let utf8 = offered.is_some_and(|all| all.iter().any(|e| e.as_str() == Some("utf-8")));
        let actions = params.pointer("/capabilities/textDocument/codeAction/codeActionLiteralSupport");
        Self {
            encoding: if utf8 { Encoding::Utf8 } else { Encoding::Utf16 },
            snippets: can("textDocument/completion/completionItem/snippetSupport"),
            versioned: can("workspace/workspaceEdit/documentChanges"),
            literal_actions: actions.is_some_and(|a| !a.is_null()),
            watches: can("workspace/didChangeWatchedFiles/dynamicRegistration"),
            related: can("textDocument/publishDiagnostics/relatedInformation"),
            pages: can("textDocument/publishDiagnostics/codeDescriptionSupport"),
        }
    }
}

/// A document, by name.
#[derive(Debug, Clone, Deserialize)]
pub struct Named {
    /// Its URI.
    pub uri: String,
}

/// `didClose`, `didSave`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AboutDocument {
    /// The document.
    pub text_document: Named,
}

/// `didOpen`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DidOpen {
    /// The document.
    pub text_document: Opened,
}

/// A document that was opened.
#[derive(Debug, Clone, Deserialize)]
pub struct Opened {
    /// Its URI.
    pub uri: String,
    /// Its version.
    #[serde(default)]
    pub version: Option<i64>,
    /// Its text.
    pub text: String,
}

/// `didChange`, with the whole text.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DidChange {
    /// The document.
    pub text_document: Changed,
    /// What it became; the last one counts.
    pub content_changes: Vec<Change>,
}

/// A document that was changed.
#[derive(Debug, Clone, Deserialize)]
pub struct Changed {
    /// Its URI.
    pub uri: String,
    /// Its version.
    #[serde(default)]
    pub version: Option<i64>,
}

/// One change of a text. With a range it would be of a part, which was not agreed.
#[derive(Debug, Clone, Deserialize)]
pub struct Change {
    /// The part that was replaced.
    #[serde(default)]
    pub range: Option<Stretch>,
    /// The text.
    pub text: String,
}

/// `completion`, `hover`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct At {
    /// The document.
    pub text_document: Named,
    /// Where the cursor is.
    pub position: CursorPlace,
}

/// `codeAction`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Actions {
    /// The document.
    pub text_document: Named,
    /// What is selected, or where the cursor is.
    pub range: Stretch,
    /// What is wanted.
    #[serde(default)]
    pub context: Wanted,
}

/// Which code actions are wanted.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Wanted {
    /// Only these kinds, and what is more special.
    #[serde(default)]
    pub only: Option<Vec<String>>,
}

impl Wanted {
    /// Whether a kind is wanted: `refactor` asks for `refactor.rewrite` too.
    #[must_use]
    pub fn prompts(&self, kind: &str) -> bool {
        let within = |asked: &String| {
            asked.is_empty() || kind.strip_prefix(asked.as_str()).is_some_and(|r| r.is_empty() || r.starts_with('.'))
        };
        self.only.as_ref().is_none_or(|only| only.iter().any(within))
    }
}

/// A finding, shown in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// Where.
    pub range: Stretch,
    /// 1 error, 2 warning, 3 information.
    pub severity: u8,
    /// The rule.
    pub code: String,
    /// The page of the rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_description: Option<Page>,
    /// `klacht`.
    pub source: &'static str,
    /// What is wrong and what to do about it.
    pub message: String,
    /// The article that demands it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related_information: Vec<Related>,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    /// Its address.
    pub href: String,
}

/// Another place that a finding speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Related {
    /// The place.
    pub location: Location,
    /// What stands there.
    pub message: String,
}

/// A place in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Location {
    /// The document.
    pub uri: String,
    /// Where in it.
    pub range: Stretch,
}

/// A replacement of a part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TextEdit {
    /// The part.
    pub range: Stretch,
    /// What comes in its place.
    pub new_text: String,
}

/// Words as Markdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Markup {
    /// `markdown`.
    pub kind: &'static str,
    /// The words.
    pub value: String,
}

impl Markup {
    /// Markdown.
    #[must_use]
    pub fn markdown(value: String) -> Self {
        Self { kind: "markdown", value }
    }
}

/// Something to insert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CompletionItem {
    /// What is shown.
    pub label: String,
    /// 5 field, 12 value, 15 snippet, 20 member of an enumeration.
    pub kind: u8,
    /// A few words beside it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// What it is, with the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documentation: Option<Markup>,
    /// By what it is found while somebody types.
    pub filter_text: String,
    /// By what it is sorted.
    pub sort_text: String,
    /// 1 plain, 2 with places to fill in.
    pub insert_text_format: u8,
    /// What it inserts.
    pub text_edit: TextEdit,
}
