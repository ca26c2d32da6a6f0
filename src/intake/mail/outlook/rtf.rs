//! The words of RTF, as Outlook makes it of a message that was text or HTML.

use super::item::in_code_page;

/// Groups that hold no words.
const WORDLESS: &[&str] =
    &["fonttbl", "colortbl", "stylesheet", "info", "pict", "header", "footer", "generator", "listtable"];

/// The text of it, by lines.
pub(super) fn text(rtf: &str) -> String {
    let mut reader = Reader::of(rtf);
    reader.run();
    reader.flush();
    reader.text
}

struct Reader<'r> {
    rest: std::iter::Peekable<std::str::Chars<'r>>,
    text: String,
    /// Bytes of the code page that wait to be read together.
    bytes: Vec<u8>,
    page: i64,
    /// How many characters stand for one that was written by its number.
    instead: usize,
    skip: usize,
    /// For each open group, whether nothing of it is shown, and `instead` before it.
    groups: Vec<(bool, usize)>,
    unseen: bool,
}

impl<'r> Reader<'r> {
    fn of(rtf: &'r str) -> Self {
        Self {
            rest: rtf.chars().peekable(),
            text: String::new(),
            bytes: Vec::new(),
            page: 1252,
            instead: 1,
            skip: 0,
            groups: Vec::new(),
            unseen: false,
        }
    }

    fn run(&mut self) {
        while let Some(c) = self.rest.next() {
            match c {
                '{' => self.groups.push((self.unseen, self.instead)),
                '}' => {
                    if let Some((unseen, instead)) = self.groups.pop() {
                        (self.unseen, self.instead) = (unseen, instead);
                    }
                }
                '\\' => self.control(),
                '\r' | '\n' => {}
                _ => self.say(c),
            }
        }
    }

    fn control(&mut self) {
        let Some(first) = self.rest.next() else { return };
        match first {
            '\'' => {
                let hex: String = self.rest.by_ref().take(2).collect();
                if self.skip > 0 {
                    self.skip -= 1;
                } else if let Ok(byte) = u8::from_str_radix(&hex, 16)
                    && !self.unseen
                {
                    self.bytes.push(byte);
                }
            }
            '*' => self.unseen = true,
            '~' => self.say('\u{a0}'),
            '_' => self.say('-'),
            '-' => {}
            '\r' | '\n' => self.say('\n'),
            c if c.is_ascii_alphabetic() => self.word(c),
            c => self.say(c),
        }
    }

    fn word(&mut self, first: char) {
        let mut name = first.to_string();
        while let Some(c) = self.rest.next_if(char::is_ascii_alphabetic) {
            name.push(c);
        }
        let mut number = String::new();
        number.extend(self.rest.next_if_eq(&'-'));
        while let Some(c) = self.rest.next_if(char::is_ascii_digit) {
            number.push(c);
        }
        self.rest.next_if_eq(&' ');
        let number: Option<i64> = number.parse().ok();
        match name.as_str() {
            "par" | "line" | "row" | "sect" | "page" => self.say('\n'),
            "tab" | "cell" => self.say('\t'),
            "emdash" => self.say('—'),
            "endash" => self.say('–'),
            "lquote" => self.say('‘'),
            "rquote" => self.say('’'),
            "ldblquote" => self.say('“'),
            "rdblquote" => self.say('”'),
            "bullet" => self.say('•'),
            "ansicpg" => self.page = number.unwrap_or(1252),
            "uc" => self.instead = number.and_then(|n| usize::try_from(n).ok()).unwrap_or(1),
            "u" => {
                let unit = number.unwrap_or_default().rem_euclid(65_536);
                let said = u32::try_from(unit).ok().and_then(char::from_u32).unwrap_or('\u{fffd}');
                self.skip = 0;
                self.say(said);
                self.skip = self.instead;
            }
            "bin" => {
                let length = number.and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
                self.rest.by_ref().take(length).for_each(drop);
            }
            other if WORDLESS.contains(&other) => self.unseen = true,
            _ => {}
        }
    }

    fn say(&mut self, c: char) {
        if self.unseen {
            return;
        }
        if self.skip > 0 && c != '\n' {
            self.skip -= 1;
            return;
        }
        self.skip = 0;
        self.flush();
        self.text.push(c);
    }

    fn flush(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            self.text.push_str(&in_code_page(&bytes, self.page));
        }
    }
}
