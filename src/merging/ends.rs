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
mod tests {
    use super::*;

    #[test]
    fn whoever_changed_the_line_ends_is_followed() {
        let (unix, windows) = ("a\nb\n", "a\r\nb\r\n");
        for (three, all) in [
            ([unix, unix, windows], windows),
            ([unix, windows, unix], windows),
            ([windows, unix, windows], unix),
            ([windows, windows, unix], unix),
            ([unix, windows, windows], windows),
            ([unix, unix, unix], unix),
        ] {
            assert_eq!(alike(three), [all; 3], "{three:?}");
        }
        // Where all agree by their first line, no byte is touched.
        let mixed = ["a\nb\r\n", "a\nb\r\nc\n", "a\n"];
        assert_eq!(alike(mixed), mixed);
    }
}
