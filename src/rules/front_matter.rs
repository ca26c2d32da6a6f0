//! What stands above a rule's page, read by the compiler: a page that is written wrongly does not compile, and a running
//! program finds everything read.
//!
//! It is YAML, but of one form: these keys in this order, the summaries in double quotes without a backslash.

use super::rule::Rule;
use crate::diagnostics::Severity;

impl Rule {
    /// The rule that a page of `docs/rules/` is about.
    ///
    /// # Panics
    ///
    /// While the program is compiled, when what stands above the page is not as it should be.
    #[must_use]
    pub const fn on_page(page: &'static str) -> Self {
        let (open, rest) = line(page);
        assert!(same(open, "---"), "a rule's page begins with a line ---");
        let (code, rest) = value(rest, "code: ");
        let (name, rest) = value(rest, "name: ");
        let (severity, rest) = value(rest, "severity: ");
        let (_, rest) = value(rest, "summary:");
        let (nl, rest) = value(rest, "  nl: ");
        let (en, rest) = value(rest, "  en: ");
        let (softened, rest) = value(rest, "softened: ");
        let (accepted, rest) = value(rest, "accepted: ");
        let (since, rest) = value(rest, "since: ");
        let (check, rest) = value(rest, "check: ");
        let (close, text) = line(rest);
        assert!(same(close, "---"), "a line --- parts what stands above a rule's page from the page");
        Self {
            code,
            name,
            severity: grave(severity),
            summary: (unquoted(nl), unquoted(en)),
            softened: is_yes(softened),
            accepted: is_yes(accepted),
            since,
            check,
            text,
        }
    }
}

/// The first line without its end, and what follows.
const fn line(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let mut end = 0;
    while end < bytes.len() && bytes[end] != b'\n' {
        end += 1;
    }
    let (line, rest) = text.split_at(end);
    let rest = if rest.is_empty() { rest } else { rest.split_at(1).1 };
    // A checkout may have other line ends.
    if end > 0 && bytes[end - 1] == b'\r' { (line.split_at(end - 1).0, rest) } else { (line, rest) }
}

/// What the first line has after its key, and the lines below it.
const fn value<'a>(text: &'a str, key: &str) -> (&'a str, &'a str) {
    let (line, rest) = line(text);
    assert!(
        line.len() >= key.len() && same(line.split_at(key.len()).0, key),
        "above a rule's page stand code, name, severity, summary (nl, en), softened, accepted, since and check"
    );
    (line.split_at(key.len()).1, rest)
}

const fn unquoted(text: &str) -> &str {
    let bytes = text.as_bytes();
    let last = bytes.len().saturating_sub(1);
    assert!(last > 0 && bytes[0] == b'"' && bytes[last] == b'"', "a summary stands in double quotes");
    let mut at = 1;
    while at < last {
        assert!(bytes[at] != b'"' && bytes[at] != b'\\', "a summary holds no double quote and no backslash");
        at += 1;
    }
    text.split_at(last).0.split_at(1).1
}

const fn grave(word: &str) -> Severity {
    if same(word, "error") {
        return Severity::Error;
    }
    if same(word, "warning") {
        return Severity::Warning;
    }
    assert!(same(word, "hint"), "a rule's severity is error, warning or hint");
    Severity::Hint
}

const fn is_yes(word: &str) -> bool {
    assert!(same(word, "true") || same(word, "false"), "true or false");
    same(word, "true")
}

/// Whether two texts are equal; `==` does not run in the compiler.
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}
