//! Line ends. An editor that ends every line in another way changed every line, and nothing that was said: three versions
//! are compared with line ends of one kind.

use std::borrow::Cow;

/// How the lines of a text end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ends {
    Unix,
    Windows,
}

impl Ends {
    /// By its first line.
    fn of(text: &str) -> Self {
        let first = text.split_inclusive('\n').next().unwrap_or_default();
        if first.ends_with("\r\n") { Self::Windows } else { Self::Unix }
    }

    fn given(self, text: &str) -> Cow<'_, str> {
        if Self::of(text) == self {
            return Cow::Borrowed(text);
        }
        let unix = text.replace("\r\n", "\n");
        Cow::Owned(if self == Self::Windows { unix.replace('\n', "\r\n") } else { unix })
    }
}

/// The versions before both edits, ours and theirs, with line ends of one kind: that of whoever changed it. As they are
/// when all three agree.
#[must_use]
pub fn alike(three: [&str; 3]) -> [Cow<'_, str>; 3] {
    let [base, ours, theirs] = three.map(Ends::of);
    let ends = if ours == base { theirs } else { ours };
    three.map(|text| ends.given(text))
}

#[cfg(test)]
#[path = "../../tests/unit/merging/ends.rs"]
mod tests;
