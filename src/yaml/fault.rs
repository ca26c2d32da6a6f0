//! What can be wrong with a YAML text, apart from what its keys mean. The words stand in [`super::wording`].

use super::node::Span;
use super::route::Route;
use crate::diagnostics::{Severity, Text};

/// One thing that is wrong, with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, in byte offsets of the file.
    pub span: Span,
    /// A second place that belongs to it, such as the first of two equal keys.
    pub other: Option<Span>,
    /// The way to the value; the root where the text could not be read as a tree.
    pub route: Route,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong, with what the wording needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// C101: the file cannot be read at all.
    Unreadable(Unreadable),
    /// C102: the text does not follow the notation.
    Syntax(Syntax),
    /// C103: allowed in YAML, refused here.
    Refused(Refused),
    /// C104: the same key twice in one group.
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// C105: a key that no table knows.
    UnknownKey {
        /// The key.
        key: String,
        /// The known key that looks most like it.
        suggestion: Option<&'static str>,
        /// Every key that may stand here, in the order of the table.
        known: Vec<&'static str>,
    },
    /// C105: the end of a text without quotes that a comma inside `{…}` cut off, so that it reads as a key.
    CutText {
        /// The key whose text it most likely belongs to.
        of: String,
    },
    /// C106: a key that must be there is not.
    MissingKey {
        /// The key.
        key: &'static str,
        /// What it is for.
        about: Text,
    },
    /// C107: a value of another kind than the table says.
    WrongKind(Wrong),
    /// C114: a character that cannot be seen, or turns text around.
    Suspicious {
        /// The character.
        character: char,
        /// It stands in the blank space before a line's first word.
        indentation: bool,
    },
    /// C116: the end of a text that was taken for a comment. A warning.
    SwallowedComment,
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// More bytes than allowed.
    TooLarge {
        /// The most bytes allowed.
        limit: usize,
    },
    /// More values than allowed.
    TooMany {
        /// The most values allowed.
        limit: usize,
    },
    /// Values within values, deeper than allowed.
    TooDeep {
        /// The greatest depth allowed.
        limit: usize,
    },
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A zero byte: not a text file.
    ZeroByte,
    /// The file does not begin with `---`.
    NoFrontMatter,
    /// The closing `---` is missing.
    NotClosed,
    /// Lines that git left after a merge.
    ConflictMarker,
    /// A lone carriage return as line end.
    LoneReturn,
    /// Nothing between the two `---`, or an empty file.
    Empty,
}

/// In what way the notation was not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// `onderwerp: Klacht: te laat`.
    SecondColon,
    /// `step:x` without a blank after the colon.
    BlankAfterColon,
    /// A tab in the blank space before a line's first word.
    Tab,
    /// A text that begins with a character that has a meaning of its own.
    Begins(char),
    /// “curly” quotes around a text.
    CurlyQuotes,
    /// A quote that is never closed.
    OpenQuote,
    /// A comma inside `[…]` or `{…}` with nothing before it.
    ExtraComma,
    /// Words after the closing quote.
    AfterQuote,
    /// A backslash within double quotes.
    Backslash,
    /// `[` or `{` without its counterpart, or a comma missing between.
    Brackets,
    /// ` #` within `[…]` or `{…}`: the rest of the line is a comment, with the bracket that closes.
    Swallowed,
    /// A line that stands too far to the left or right.
    Indentation,
    /// An item below a list that `[]` closed on the line of its key.
    ClosedList,
    /// A line without `key:`.
    NoKey,
    /// `key: - item` on one line.
    ListOnKeyLine,
    /// A faulty `|` or `>` text.
    BlockText,
    /// A key without a name.
    EmptyKey,
    /// Anything else.
    Other,
}

/// What YAML allows and a register does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// `&name`.
    Anchor,
    /// `*name`.
    Alias,
    /// `!tag`.
    Tag,
    /// `<<`.
    Merge,
    /// A second document after `---` or `...`.
    SecondDocument,
    /// A line that begins with `%`.
    Directive,
    /// A list or group as key.
    ComplexKey,
}

/// In what way a value is of the wrong kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing stands there.
    Empty,
    /// Nothing stands there, not even a colon: most likely a word of the text before the comma.
    NoColon {
        /// The key of that text.
        of: String,
    },
    /// A text is wanted.
    Text,
    /// A group of keys is wanted.
    Group {
        /// It looks like `key:value` without the blank.
        colon: bool,
    },
    /// A list is wanted.
    List,
    /// Several values stand in one text, with commas between them.
    Several,
    /// A lower-case id of letters, digits and hyphens is wanted.
    Id,
    /// A lower-case name of letters, digits, hyphens and underscores is wanted.
    Name,
    /// A date in another order or without its zeros.
    DateOrder {
        /// The date as it should be written.
        instead: Option<String>,
    },
    /// No date at all.
    Date,
    /// A date that no calendar has.
    NoSuchDate,
    /// A whole number is wanted.
    Whole,
    /// An amount is wanted.
    Amount {
        /// The amount as it should be written.
        instead: Option<String>,
    },
    /// `true` or `false` is wanted.
    Flag {
        /// The word that was probably meant.
        instead: Option<&'static str>,
    },
    /// `ja` or `nee` is wanted.
    YesNo {
        /// The word that was probably meant.
        instead: Option<&'static str>,
    },
    /// A duration is wanted.
    Duration,
    /// Days that are neither calendar nor working days.
    BareDays {
        /// How many.
        count: u32,
    },
    /// One of a few words is wanted.
    OneOf {
        /// The words.
        allowed: &'static [&'static str],
        /// The word that looks most like it.
        instead: Option<&'static str>,
    },
    /// What a check of its own has to say, and the remedy.
    Special {
        /// What is wrong.
        message: Text,
        /// What to do about it.
        remedy: Text,
    },
}

impl Fault {
    /// A fault without a route.
    #[must_use]
    pub fn at(span: Span, kind: FaultKind) -> Self {
        Self { span, other: None, route: Route::root(), kind }
    }

    /// A value of the wrong kind.
    #[must_use]
    pub fn wrong(span: Span, route: Route, wrong: Wrong) -> Self {
        Self { span, other: None, route, kind: FaultKind::WrongKind(wrong) }
    }

    /// The code of the rule that is broken.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.kind {
            FaultKind::Unreadable(_) => "C101",
            FaultKind::Syntax(_) => "C102",
            FaultKind::Refused(_) => "C103",
            FaultKind::DuplicateKey { .. } => "C104",
            FaultKind::UnknownKey { .. } | FaultKind::CutText { .. } => "C105",
            FaultKind::MissingKey { .. } => "C106",
            FaultKind::WrongKind(_) => "C107",
            FaultKind::Suspicious { .. } => "C114",
            FaultKind::SwallowedComment => "C116",
        }
    }

    /// How grave it is: everything refuses but a swallowed comment.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self.kind {
            FaultKind::SwallowedComment => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
