//! Words as people write them in different ways: without capitals, accents, blanks and signs. What finds a name, masks it or
//! refuses it reads by this.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of a text.
pub(crate) struct Word {
    /// As it is compared.
    pub plain: String,
    /// Where it stands.
    pub span: Range<usize>,
    /// Whether it begins with a capital.
    pub capital: bool,
}

/// The letters and digits of a text without accents, in lower case, each with where it stands.
pub(crate) fn letters(text: &str) -> Vec<(char, Range<usize>)> {
    let mut all: Vec<(char, Range<usize>)> = Vec::new();
    for (start, sign) in text.char_indices() {
        let end = start + sign.len_utf8();
        if is_combining_mark(sign) {
            if let Some(last) = all.last_mut().filter(|last| last.1.end == start) {
                last.1.end = end;
            }
            continue;
        }
        let plain = std::iter::once(sign).nfkd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
        for letter in plain {
            let also: &[char] = match letter {
                'ß' => &['s', 's'],
                'ø' => &['o'],
                'ł' => &['l'],
                'đ' => &['d'],
                'æ' => &['a', 'e'],
                'œ' => &['o', 'e'],
                'ı' => &['i'],
                _ => &[],
            };
            if also.is_empty() {
                all.push((letter, start..end));
            }
            all.extend(also.iter().map(|letter| (*letter, start..end)));
        }
    }
    all
}

/// A text by its letters and digits alone.
pub(crate) fn plain(text: &str) -> String {
    letters(text).into_iter().map(|(letter, _)| letter).collect()
}

/// The words of a text.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (letter, span) in letters(text) {
        if let Some(word) = words.last_mut().filter(|word| word.span.end >= span.start) {
            word.plain.push(letter);
            word.span.end = span.end;
        } else {
            let capital = text[span.start..].chars().next().is_some_and(char::is_uppercase);
            words.push(Word { plain: letter.to_string(), span, capital });
        }
    }
    words
}

#[cfg(test)]
#[path = "../tests/unit/spelling.rs"]
mod tests;
