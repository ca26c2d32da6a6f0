//! Case ids: `K26-7F3QXM`. Made without a server, telling nobody how many complaints there are, fit to be read over the
//! phone.

use std::fmt;
use std::str::FromStr;

/// Crockford's base 32: no `I`, `L`, `O`, `U`.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters after the hyphen without the check character.
const LENGTH: u32 = 5;
/// Added to every check so that the id which all examples use, `K26-7F3QXM`, is a right one.
const OFFSET: u8 = 11;

/// The id of a case. Ordered by year, then as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseId {
    /// The last two digits of the year.
    year: u8,
    /// 25 random bits.
    number: u32,
}

/// Why a text is no case id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdError {
    /// Not `K`, two digits, a hyphen and six characters of the alphabet.
    Shape,
    /// The last character does not fit the others: a typing mistake.
    Check,
}

impl CaseId {
    /// An id from chance; `year` in full (2026), `random` from a good source.
    #[must_use]
    pub fn from_random(year: u16, random: u64) -> Self {
        // 25 bits of the upper half, which is the better one of weak sources.
        let number = u32::try_from(random >> (64 - 5 * LENGTH)).unwrap_or(0);
        Self { year: u8::try_from(year % 100).unwrap_or(0), number }
    }

    /// The last two digits of the year.
    #[must_use]
    pub fn year(self) -> u8 {
        self.year
    }

    /// Reads an id as somebody said or typed it: lower case, `O` for `0`, `I` and `L` for `1`, blanks, no hyphen.
    pub fn parse_normalised(text: &str) -> Result<Self, IdError> {
        let plain: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
        let rest = plain.strip_prefix('K').filter(|r| r.len() == 8).ok_or(IdError::Shape)?;
        let digits = rest.replace('O', "0").replace(['I', 'L'], "1");
        let (year, number) = digits.split_at_checked(2).ok_or(IdError::Shape)?;
        format!("K{year}-{number}").parse()
    }

    /// The five values of the number, first character first.
    fn values(self) -> [u8; 5] {
        [20, 15, 10, 5, 0].map(|shift| u8::try_from((self.number >> shift) & 31).unwrap_or(0))
    }

    fn check(self) -> u8 {
        check([self.year / 10, self.year % 10].into_iter().chain(self.values()))
    }
}

/// The check value: the sum, in the field of 32 elements, of each value times a weight of its own. So any one wrong character
/// and any two that changed places are caught, without exception; a sum modulo 31 or 37 would need more or fewer characters than there are.
fn check(values: impl Iterator<Item = u8>) -> u8 {
    let mut sum = OFFSET;
    let mut weight = 1;
    for value in values {
        weight = times(weight, 2);
        sum ^= times(weight, value);
    }
    sum
}

/// The product in the field of 32 elements (modulo x⁵ + x² + 1).
fn times(a: u8, b: u8) -> u8 {
    let mut product = 0;
    let mut a = a;
    for bit in 0..5 {
        if b >> bit & 1 == 1 {
            product ^= a;
        }
        a <<= 1;
        if a & 0b10_0000 != 0 {
            a ^= 0b10_0101;
        }
    }
    product
}

fn value_of(character: u8) -> Option<u8> {
    ALPHABET.iter().position(|c| *c == character).and_then(|p| u8::try_from(p).ok())
}

impl fmt::Display for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "K{:02}-", self.year)?;
        for value in self.values().into_iter().chain([self.check()]) {
            let character = ALPHABET.get(usize::from(value)).copied().unwrap_or(b'0');
            write!(f, "{}", char::from(character))?;
        }
        Ok(())
    }
}

impl FromStr for CaseId {
    type Err = IdError;

    /// Reads an id as it stands in files and their names: exactly as it is printed.
    fn from_str(text: &str) -> Result<Self, IdError> {
        let [b'K', tens @ b'0'..=b'9', ones @ b'0'..=b'9', b'-', number @ ..] = text.as_bytes() else {
            return Err(IdError::Shape);
        };
        let [data @ .., last] = number else { return Err(IdError::Shape) };
        if data.len() != LENGTH as usize {
            return Err(IdError::Shape);
        }
        let number = data.iter().try_fold(0_u32, |n, c| Some(n << 5 | u32::from(value_of(*c)?)));
        let id = Self { year: (tens - b'0') * 10 + (ones - b'0'), number: number.ok_or(IdError::Shape)? };
        let last = value_of(*last).ok_or(IdError::Shape)?;
        if last == id.check() { Ok(id) } else { Err(IdError::Check) }
    }
}

#[cfg(test)]
#[path = "../../tests/unit/case/id.rs"]
mod tests;
