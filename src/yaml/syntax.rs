//! Where the notation is not followed: which of the usual mistakes it is, and a mended copy so that reading can go on to
//! the next mistake.

use serde_saphyr::granit_parser::{ErrorKind, ScanError};

use super::build::MAX_DEPTH;
use super::fault::{FaultKind, Refused, Syntax, Unreadable};
use super::node::Span;

/// What kind of mistake stopped the parser and where; `last` is the scalar it read before. Offsets of `source`.
pub(super) fn classify(error: &ScanError, last: Span, source: &str) -> (Span, FaultKind) {
    let at = floor(source, error.marker().byte_offset().unwrap_or(source.len()));
    let here = one(source, at);
    let syntax = |span, kind| (span, FaultKind::Syntax(kind));
    match error.kind() {
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement | ErrorKind::MappingKeyNotAllowed => {
            colon(source, at, last)
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => no_key(source, at),
        ErrorKind::UnexpectedCharacter { character } => syntax(here, Syntax::Begins(*character)),
        ErrorKind::MissingAnchorOrAliasName => syntax(here, Syntax::Begins('*')),
        ErrorKind::RecursionLimitExceeded => (here, FaultKind::Unreadable(Unreadable::TooDeep { limit: MAX_DEPTH })),
        ErrorKind::DirectiveDisallowed => (here, FaultKind::Refused(Refused::Directive)),
        kind if is_tag(kind) => (here, FaultKind::Refused(Refused::Tag)),
        kind if is_tab(kind) => syntax(tabs(source, at), Syntax::Tab),
        kind if is_open_quote(kind) => syntax(opening(source, last.end, at), Syntax::OpenQuote),
        kind => match simple(kind) {
            Syntax::Brackets => match hidden(source, at) {
                Some(comment) => syntax(comment, Syntax::Swallowed),
                None => syntax(here, within_brackets(source, at)),
            },
            // One that closed on another line was left open there.
            Syntax::AfterQuote => {
                let opened = opening(source, last.end, at);
                let far = source.get(opened.start..at).is_some_and(|text| text.contains('\n'));
                if far { syntax(opened, Syntax::OpenQuote) } else { syntax(here, Syntax::AfterQuote) }
            }
            Syntax::Indentation | Syntax::NoKey | Syntax::ListOnKeyLine if below_closed(source, at) => {
                syntax(here, Syntax::ClosedList)
            }
            simple => syntax(here, simple),
        },
    }
}

/// Whether a place is that of an item right below a line that closed its list with `[]`.
fn below_closed(source: &str, at: usize) -> bool {
    let line = line_start(source, at);
    let item = source.get(line..).is_some_and(|rest| rest.trim_start().starts_with("- "));
    let before = source.get(..line).unwrap_or_default().trim_end();
    item && before.ends_with(": []")
}

/// What is wrong inside `[…]` or `{…}`, where it can be told from the marks around the place.
fn within_brackets(source: &str, at: usize) -> Syntax {
    let (before, after) = (source.get(..at).unwrap_or_default(), source.get(at..).unwrap_or_default());
    let item = before.rsplit(['\n', ',', '{', '[']).next().unwrap_or_default();
    if after.starts_with(',') && before.trim_end().ends_with([',', '{', '[']) {
        Syntax::ExtraComma
    } else if after.starts_with(": ") && item.contains(": ") {
        Syntax::SecondColon
    } else {
        Syntax::Brackets
    }
}

/// A comment that took the rest of a line with its closing bracket: on the line of `at`, or the one before it.
fn hidden(source: &str, at: usize) -> Option<Span> {
    let own = line_start(source, at);
    let before = source.get(..own).filter(|s| !s.is_empty()).map(|s| line_start(source, s.len() - 1));
    std::iter::once(own).chain(before).find_map(|line| {
        let text = source.get(line..rest_of_line(source, line).end)?;
        let comment = text.match_indices(" #").map(|(found, _)| found).find(|found| {
            let head = text.get(..*found).unwrap_or_default();
            ['"', '\''].iter().all(|quote| head.matches(*quote).count() % 2 == 0)
        })?;
        let (head, tail) = text.split_at(comment);
        let open = head.matches(['[', '{']).count() > head.matches([']', '}']).count();
        (open && tail.contains([']', '}'])).then(|| Span { start: line + comment + 1, end: line + text.len() })
    })
}

fn simple(kind: &ErrorKind) -> Syntax {
    use ErrorKind as K;
    match kind {
        K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar => Syntax::AfterQuote,
        K::UnknownQuotedScalarEscape
        | K::InvalidQuotedScalarHexEscape
        | K::InvalidLowSurrogateHexEscape
        | K::InvalidLowSurrogate
        | K::MissingLowSurrogate
        | K::UnpairedLowSurrogate
        | K::InvalidUnicodeEscape => Syntax::Backslash,
        K::UnclosedFlowCollection { .. }
        | K::MismatchedFlowCollectionEnd { .. }
        | K::MisplacedFlowCollectionEnd
        | K::ExpectedFlowMappingSeparator
        | K::ExpectedFlowSequenceSeparator
        | K::UnexpectedEofFlowMapping
        | K::UnexpectedEofFlowSequence
        | K::UnexpectedEofImplicitFlowMapping
        | K::BlockEntryInFlowCollection
        | K::FlowMappingValueAdjacentCollection
        | K::PlainScalarStartsWithDashFlowIndicator => Syntax::Brackets,
        K::BlockSequenceEntryNotAllowed | K::InvalidBlockEntryWhitespace => Syntax::ListOnKeyLine,
        K::ExpectedBlockMappingKey
        | K::ExpectedBlockSequenceEntry
        | K::InvalidIndentation
        | K::InvalidFlowScalarIndent
        | K::ExpectedDocumentStart
        | K::UnexpectedEndOfPlainScalar => Syntax::Indentation,
        K::ZeroBlockScalarIndent | K::InvalidBlockScalarHeader | K::InvalidBlockScalarIndent => Syntax::BlockText,
        _ => Syntax::Other,
    }
}

fn is_tag(kind: &ErrorKind) -> bool {
    use ErrorKind as K;
    matches!(
        kind,
        K::UndeclaredTagHandle
            | K::ExpectedTagBang
            | K::InvalidTagTerminator
            | K::MissingTagUri
            | K::UnclosedVerbatimTag
            | K::InvalidTagEscape
    )
}

fn is_tab(kind: &ErrorKind) -> bool {
    use ErrorKind as K;
    matches!(
        kind,
        K::TabNotAllowed
            | K::TabInBlockIndentation
            | K::TabAtBlockScalarStart
            | K::TabInIndentation
            | K::TabInPlainScalar
            | K::InvalidMappingValueWhitespace
    )
}

fn is_open_quote(kind: &ErrorKind) -> bool {
    use ErrorKind as K;
    matches!(kind, K::UnclosedQuotedScalar | K::InvalidQuotedScalarIndent | K::DocumentIndicatorInQuotedScalar)
}

/// A colon where none may stand: a second one in a line, or one after a line that the parser glued to the line before.
fn colon(source: &str, at: usize, last: Span) -> (Span, FaultKind) {
    let line = line_start(source, at);
    if last.start < line && last.end > line {
        let first = line_start(source, last.start);
        if let Some(span) = glued(source, first) {
            return (span, FaultKind::Syntax(Syntax::BlankAfterColon));
        }
        return (word(source, line), FaultKind::Syntax(Syntax::Indentation));
    }
    let before = source.get(line..at).unwrap_or_default();
    if before.contains(':') {
        return (one(source, at), FaultKind::Syntax(Syntax::SecondColon));
    }
    // The only colon of its line: an open bracket before it, or a line too far to the right.
    let open = source.get(line_start(source, last.start)..line).is_some_and(|s| s.contains(['[', '{']));
    let kind = if open { Syntax::Brackets } else { Syntax::Indentation };
    (word(source, line), FaultKind::Syntax(kind))
}

/// A line without a key: `key:value` without the blank, or words that belong nowhere.
fn no_key(source: &str, at: usize) -> (Span, FaultKind) {
    let line = line_start(source, at);
    match glued(source, line) {
        Some(span) => (span, FaultKind::Syntax(Syntax::BlankAfterColon)),
        None => (rest_of_line(source, at), FaultKind::Syntax(Syntax::NoKey)),
    }
}

/// The span of `key:value` at the beginning of the line at `line`, when its colon has no blank after it.
fn glued(source: &str, line: usize) -> Option<Span> {
    let start = word(source, line).start;
    let text = source.get(start..)?;
    let name = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-')))?;
    let value = text.get(name..)?.strip_prefix(':')?;
    let glued = name > 0 && value.starts_with(|c: char| !c.is_whitespace() && !matches!(c, ':' | '/'));
    glued.then(|| Span { start, end: rest_of_line(source, start).end })
}

/// From the first word of the line at `line` (past `- `) to the end of the line.
fn word(source: &str, line: usize) -> Span {
    let rest = source.get(line..).unwrap_or_default();
    let mut start = line + (rest.len() - rest.trim_start_matches([' ', '\t']).len());
    while source.get(start..).is_some_and(|s| s.starts_with("- ")) {
        let rest = source.get(start + 2..).unwrap_or_default();
        start += 2 + (rest.len() - rest.trim_start_matches(' ').len());
    }
    rest_of_line(source, start)
}

fn rest_of_line(source: &str, at: usize) -> Span {
    let rest = source.get(at..).unwrap_or_default();
    let line = rest.split(['\n', '\r']).next().unwrap_or_default();
    Span { start: at, end: at + line.trim_end().len() }
}

/// The run of tabs that the parser stumbled over: on the line of `at`, or the first after it.
fn tabs(source: &str, at: usize) -> Span {
    let line = line_start(source, at);
    let found = source.get(line..).and_then(|s| s.find('\t'));
    let Some(start) = found.map(|offset| line + offset) else { return one(source, at) };
    let run = source.get(start..).map_or(1, |t| t.len() - t.trim_start_matches('\t').len());
    Span { start, end: start + run }
}

/// The first quote after `from`: the one that opened.
fn opening(source: &str, from: usize, at: usize) -> Span {
    let found = source.get(from..at).and_then(|s| s.find(['"', '\'']));
    found.map_or_else(|| one(source, at), |offset| one(source, from + offset))
}

fn line_start(source: &str, at: usize) -> usize {
    source.get(..at).and_then(|s| s.rfind(['\n', '\r'])).map_or(0, |p| p + 1)
}

fn floor(source: &str, mut at: usize) -> usize {
    at = at.min(source.len());
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The one character at `at`; at the end of the text, or of a line, nothing.
fn one(source: &str, at: usize) -> Span {
    let next = source.get(at..).and_then(|s| s.chars().next()).filter(|c| !matches!(c, '\n' | '\r'));
    Span { start: at, end: at + next.map_or(0, char::len_utf8) }
}

/// A copy of equal length in which the mistake is gone, or `None` when mending would only make others.
pub(super) fn mend(source: &str, span: Span, kind: &FaultKind) -> Option<String> {
    let FaultKind::Syntax(kind) = kind else { return None };
    let line = line_start(source, span.start);
    let end = rest_of_line(source, line).end;
    let blanks = match kind {
        Syntax::SecondColon
        | Syntax::BlankAfterColon
        | Syntax::Begins(_)
        | Syntax::AfterQuote
        | Syntax::Backslash
        | Syntax::ListOnKeyLine => {
            let colon = source.get(line..end)?.find(':')?;
            Span { start: line + colon + 1, end }
        }
        Syntax::Tab | Syntax::ExtraComma => span,
        Syntax::NoKey => Span { start: line, end },
        _ => return None,
    };
    // Without the brackets that close on this line all that follows would seem wrong.
    let taken = source.get(blanks.start..blanks.end)?;
    if taken.matches(['[', '{']).count() != taken.matches([']', '}']).count() {
        return None;
    }
    let mut mended = String::with_capacity(source.len());
    mended.push_str(source.get(..blanks.start)?);
    mended.extend(std::iter::repeat_n(' ', blanks.end.checked_sub(blanks.start)?));
    mended.push_str(source.get(blanks.end..)?);
    (mended != source).then_some(mended)
}
