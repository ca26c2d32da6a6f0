//! A commit, read from its raw bytes. Programs disagree on a commit with two authors, on names that are no UTF-8 and on
//! impossible dates; here each of those is a fault, and nothing is guessed.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{Id, RegisterError};
use crate::diagnostics::{Text, text};

/// The headers that git writes, signatures besides.
const OWN: [&[u8]; 6] = [b"tree", b"parent", b"author", b"committer", b"encoding", b"mergetag"];
/// The last second of the year 9999: later times are forged or broken.
const LAST_SECOND: i64 = 253_402_300_799;
/// The zones of the world lie within 14 hours of UTC.
const MAX_OFFSET_MINUTES: i32 = 14 * 60;

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its id.
    pub id: Id,
    /// Its folder.
    pub tree: Id,
    /// Its parents, in order.
    pub parents: Vec<Id>,
    /// Who says to have written it: an honour system, proves nothing.
    pub author: Signer,
    /// Who says to have committed it, and when.
    pub committer: Signer,
    /// The message.
    pub message: Vec<u8>,
    /// What stands in headers that git does not write itself.
    pub extra: Vec<u8>,
    /// Its signature, not yet verified.
    pub signature: Option<Signature>,
    /// What is wrong with it.
    pub faults: Vec<CommitFault>,
}

/// A name, an address and a time as a commit states them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signer {
    /// The name; any bytes.
    pub name: Vec<u8>,
    /// The address; bytes that are not UTF-8 are replaced (and a fault is recorded).
    pub email: String,
    /// The time; `None` when it is impossible (and a fault is recorded).
    pub time: Option<DateTime<FixedOffset>>,
}

impl Signer {
    /// The calendar date at the place where the commit was made.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        self.time.map(|time| time.date_naive())
    }
}

/// A signature and what it signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The armoured signature.
    pub armor: Vec<u8>,
    /// The commit without its signature headers.
    pub payload: Vec<u8>,
}

/// What can be wrong with a commit itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommitFault {
    /// Not exactly one author, or one that is not `name <address> time zone`.
    Author,
    /// Not exactly one committer, or one that is not `name <address> time zone`.
    Committer,
    /// A name or address that is not UTF-8.
    NotUtf8,
    /// A time before 1970 or after 9999, or a zone that does not exist.
    ImpossibleTime,
    /// More than one tree or signature, or headers out of order.
    Headers,
    /// The message holds a NUL: git shows only what precedes it.
    NulInMessage,
}

impl CommitFault {
    /// What is wrong, in both languages.
    #[must_use]
    pub fn message(self) -> Text {
        let (nl, en) = match self {
            Self::Author => ("de commit heeft niet precies één auteur", "the commit does not have exactly one author"),
            Self::Committer => (
                "de commit heeft niet precies één vastlegger (committer)",
                "the commit does not have exactly one committer",
            ),
            Self::NotUtf8 => ("een naam in de commit is geen UTF-8", "a name in the commit is not UTF-8"),
            Self::ImpossibleTime => {
                ("de tijd of tijdzone van de commit kan niet bestaan", "the commit's time or time zone cannot exist")
            }
            Self::Headers => (
                "de koppen van de commit staan dubbel of in de verkeerde volgorde",
                "the commit's headers are doubled or out of order",
            ),
            Self::NulInMessage => ("het bericht van de commit bevat een NUL-teken", "the commit's message holds a NUL"),
        };
        Text::new(nl, en)
    }

    /// One thing to do about it, in both languages.
    #[must_use]
    pub fn remedy(self) -> Text {
        match self {
            Self::NotUtf8 => text!(
                "zet uw naam opnieuw: `git config user.name \"…\"`, dan `git commit --amend --reset-author`",
                "set your name anew: `git config user.name \"…\"`, then `git commit --amend --reset-author`"
            ),
            Self::ImpossibleTime => text!(
                "zet de klok van uw computer goed, dan `git commit --amend --reset-author`",
                "set your computer's clock, then `git commit --amend --reset-author`"
            ),
            _ => text!("maak de commit opnieuw met git zelf", "make the commit again with git itself"),
        }
    }
}

/// One header: its key, and its value with continuation lines joined by line ends.
struct Header<'a> {
    key: &'a [u8],
    value: Vec<u8>,
}

impl Commit {
    /// Reads a commit object. An error only when it has no tree or names a parent that is no id: no commit at all.
    pub fn parse(id: Id, raw: &[u8]) -> Result<Self, RegisterError> {
        let end = raw.windows(2).position(|pair| pair == b"\n\n").map_or(raw.len(), |at| at + 1);
        let message = raw.get(end + 1..).unwrap_or_default().to_vec();
        let headers = headers(&raw[..end]);
        let mut faults = Vec::new();
        let (tree, parents) = links(id, &headers)?;
        let author = one_signer(&headers, b"author", CommitFault::Author, &mut faults);
        let committer = one_signer(&headers, b"committer", CommitFault::Committer, &mut faults);
        let signatures: Vec<&Header<'_>> = headers.iter().filter(|header| is_signature(header.key)).collect();
        if signatures.len() > 1 || !in_order(&headers) {
            faults.push(CommitFault::Headers);
        }
        if message.contains(&0) {
            faults.push(CommitFault::NulInMessage);
        }
        let own = if id.as_bytes().len() == 20 { &b"gpgsig"[..] } else { b"gpgsig-sha256" };
        let signature = signatures
            .iter()
            .find(|header| header.key == own)
            .map(|header| Signature { armor: header.value.clone(), payload: unsigned(raw, end) });
        faults.sort_unstable();
        faults.dedup();
        let others = headers.iter().filter(|header| !OWN.contains(&header.key) && !is_signature(header.key));
        let extra = others.flat_map(|header| [header.value.as_slice(), b"\n"].concat()).collect();
        Ok(Self { id, tree, parents, author, committer, message, extra, signature, faults })
    }
}

fn is_signature(key: &[u8]) -> bool {
    matches!(key, b"gpgsig" | b"gpgsig-sha256")
}

fn headers(head: &[u8]) -> Vec<Header<'_>> {
    let mut found: Vec<Header<'_>> = Vec::new();
    for line in head.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        if let (Some(rest), Some(last)) = (line.strip_prefix(b" "), found.last_mut()) {
            last.value.push(b'\n');
            last.value.extend_from_slice(rest);
            continue;
        }
        let blank = line.iter().position(|byte| *byte == b' ').unwrap_or(line.len());
        found.push(Header { key: &line[..blank], value: line.get(blank + 1..).unwrap_or_default().to_vec() });
    }
    found
}

/// Tree and parents; the first tree counts, and a second one is a fault of order.
fn links(id: Id, headers: &[Header<'_>]) -> Result<(Id, Vec<Id>), RegisterError> {
    let malformed = || RegisterError::Malformed(id);
    let named = |header: &Header<'_>| Id::from_hex(&header.value).ok_or_else(malformed);
    let tree = headers.iter().find(|header| header.key == b"tree").ok_or_else(malformed)?;
    let parents = headers.iter().filter(|header| header.key == b"parent").map(named).collect::<Result<_, _>>()?;
    Ok((named(tree)?, parents))
}

/// Git writes tree, parents, author, committer, and only then the rest; each but `parent` once.
fn in_order(headers: &[Header<'_>]) -> bool {
    let rank = |key: &[u8]| match key {
        b"tree" => 0,
        b"parent" => 1,
        b"author" => 2,
        b"committer" => 3,
        _ => 4,
    };
    let sorted = headers.windows(2).all(|pair| rank(pair[0].key) <= rank(pair[1].key));
    sorted && headers.iter().filter(|header| header.key == b"tree").count() == 1
}

fn one_signer(headers: &[Header<'_>], key: &[u8], fault: CommitFault, faults: &mut Vec<CommitFault>) -> Signer {
    let mut named = headers.iter().filter(|header| header.key == key);
    let signer = named.next().and_then(|header| signer(&header.value, faults));
    if signer.is_none() || named.next().is_some() {
        faults.push(fault);
        // Which of two is meant is not for us to choose.
        return Signer::default();
    }
    signer.unwrap_or_default()
}

/// Reads `name <address> seconds zone`.
fn signer(value: &[u8], faults: &mut Vec<CommitFault>) -> Option<Signer> {
    let open = value.iter().position(|byte| *byte == b'<')?;
    let close = value.iter().rposition(|byte| *byte == b'>').filter(|close| *close > open)?;
    let (name, email) = (value[..open].trim_ascii(), &value[open + 1..close]);
    if email.contains(&b'<') || email.contains(&b'>') {
        return None;
    }
    if std::str::from_utf8(name).is_err() || std::str::from_utf8(email).is_err() {
        faults.push(CommitFault::NotUtf8);
    }
    let time = std::str::from_utf8(value[close + 1..].trim_ascii()).ok().and_then(moment);
    if time.is_none() {
        faults.push(CommitFault::ImpossibleTime);
    }
    Some(Signer { name: name.to_vec(), email: String::from_utf8_lossy(email).into_owned(), time })
}

/// Reads `seconds zone`, such as `1770000000 +0100`.
fn moment(words: &str) -> Option<DateTime<FixedOffset>> {
    let (seconds, zone) = words.split_once(' ')?;
    let seconds: i64 = seconds.parse().ok().filter(|seconds| (0..=LAST_SECOND).contains(seconds))?;
    let sign = match zone.as_bytes() {
        [b'+', rest @ ..] if rest.len() == 4 && rest.iter().all(u8::is_ascii_digit) => 1,
        [b'-', rest @ ..] if rest.len() == 4 && rest.iter().all(u8::is_ascii_digit) => -1,
        _ => return None,
    };
    let (hours, minutes): (i32, i32) = (zone[1..3].parse().ok()?, zone[3..].parse().ok()?);
    let offset = hours * 60 + minutes;
    if minutes > 59 || offset > MAX_OFFSET_MINUTES {
        return None;
    }
    let zone = FixedOffset::east_opt(sign * offset * 60)?;
    Some(DateTime::from_timestamp(seconds, 0)?.with_timezone(&zone))
}

/// What a signature signs: the commit without any signature header, in either format.
fn unsigned(raw: &[u8], end: usize) -> Vec<u8> {
    let mut payload = Vec::with_capacity(raw.len());
    let mut skipping = false;
    for line in raw[..end].split_inclusive(|byte| *byte == b'\n') {
        skipping = if line.starts_with(b" ") {
            skipping
        } else {
            line.starts_with(b"gpgsig ") || line.starts_with(b"gpgsig-sha256 ")
        };
        if !skipping {
            payload.extend_from_slice(line);
        }
    }
    payload.extend_from_slice(&raw[end..]);
    payload
}

/// What a walk needs of a commit: its parents and, as a hint for the order of visiting only, its committer's seconds.
pub(super) fn outline(id: Id, raw: &[u8]) -> Result<(Id, Vec<Id>, i64), RegisterError> {
    let mut tree = None;
    let (mut parents, mut seconds) = (Vec::new(), 0);
    for line in raw.split(|byte| *byte == b'\n').take_while(|line| !line.is_empty()) {
        let named = |hex: &[u8]| Id::from_hex(hex).ok_or(RegisterError::Malformed(id));
        if let Some(hex) = line.strip_prefix(b"tree ") {
            tree = tree.or(Some(named(hex)?));
        } else if let Some(hex) = line.strip_prefix(b"parent ") {
            parents.push(named(hex)?);
        } else if let Some(who) = line.strip_prefix(b"committer ") {
            let mut words = who.rsplit(|byte| *byte == b' ');
            let stated =
                words.nth(1).and_then(|word| std::str::from_utf8(word).ok()).and_then(|word| word.parse().ok());
            seconds = stated.unwrap_or(0);
        }
    }
    Ok((tree.ok_or(RegisterError::Malformed(id))?, parents, seconds))
}

#[cfg(test)]
#[path = "../../tests/unit/register/commit/tests.rs"]
mod tests;
