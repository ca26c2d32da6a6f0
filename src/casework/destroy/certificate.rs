//! What can be said of a destroyed case: since when it is out of reach, and since when nothing that was ever made opens what was sealed of
//! it. Reckoned anew each time from what is there, and stored nowhere: a backup that is put back takes it away again.

use chrono::NaiveDate;
use serde::Serialize;

use crate::calendar::{Counting, Duration, date_words, due};
use crate::case::Destroyed;
use crate::casework::error::CaseworkError;
use crate::casework::open_case::workspace::CaseFile;
use crate::diagnostics::{Text, text};
use crate::register::{Content, Register, Snapshot};
use crate::regulation::{People, SealKey};
use crate::vault::Proof;

/// What was seen of a destroyed case.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    /// The day on which it was looked.
    pub on: NaiveDate,
    /// Whether a reference or a folder of the case is still on this desk.
    pub here: bool,
    /// All objects of this desk's store; nothing where it has none.
    pub proof: Option<Proof>,
    /// The server.
    pub server: Server,
    /// The past of the case in the history of the register.
    pub history: History,
    /// How long backups of the server are kept.
    pub backups: Option<Duration>,
}

/// What was seen of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Server {
    /// There is none: everything is on this desk.
    Nowhere,
    /// It could not be reached.
    Unreached,
    /// References of the case stand there.
    Holds,
    /// They are gone; that its objects are too, it has not said.
    Unproven,
    /// It saw itself clean on that day.
    Clean(NaiveDate),
    /// Whoever runs it says that it is clean since that day.
    Told(NaiveDate),
}

/// What the history of the register, as it is here, holds of the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum History {
    /// It is cut off here: not known.
    CutOff,
    /// What the case said before it was destroyed.
    Holds,
    /// Only the stub here; the server has not said yet that it let go of what was before.
    OnServer,
    /// Only the stub, since that day.
    Clean(NaiveDate),
}

/// What is waited for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Wait {
    /// A key such as `m8/1`, or `desk`, `server`, `history`, `backups`.
    #[serde(rename = "for")]
    pub what: String,
    /// The same in a sentence.
    pub words: Text,
}

/// One of the two days, or why it is not there yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Reached {
    /// The day; nothing as long as something is waited for.
    pub since: Option<NaiveDate>,
    /// Whether it never comes, whatever is done: a key is lost.
    pub never: bool,
    /// What is waited for.
    pub waits: Vec<Wait>,
}

/// The certificate. Nothing in it tells who complained, or of what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Certificate {
    /// `klacht.certificate/1`.
    pub schema: &'static str,
    /// The id of the case.
    pub id: String,
    /// The regulation it stood under.
    pub regulation: String,
    /// The day on which it was destroyed.
    pub destroyed: NaiveDate,
    /// The key of whoever did.
    pub by: String,
    /// The keys that could open what was sealed of it, ever.
    pub keys: Vec<String>,
    /// The day on which this was reckoned.
    pub reckoned: NaiveDate,
    /// How many objects of this desk were unpacked and looked at.
    pub objects: usize,
    /// How many of them were of what is sealed of cases that live.
    pub living: usize,
    /// What is known of the server's objects, and by whom.
    pub server: Option<Text>,
    /// Since when references and objects are gone from this desk and from the server.
    pub out_of_reach: Reached,
    /// Since when nothing opens any copy that was ever made.
    pub complete: Reached,
}

impl Certificate {
    /// Of a stub, by the people of its regulation and what was seen; nothing of a case that lives.
    pub(crate) fn of(file: &CaseFile, people: &People, seen: &Seen) -> Option<Self> {
        let stub = file.case.destroyed.as_ref()?;
        let out_of_reach = reach(stub.on, seen);
        let complete = completion(stub, people, seen, &out_of_reach);
        let proof = seen.proof.unwrap_or_default();
        Some(Self {
            schema: "klacht.certificate/1",
            id: file.case.id.to_string(),
            regulation: file.regulation.clone(),
            destroyed: stub.on,
            by: stub.by.clone(),
            keys: stub.keys.clone(),
            reckoned: seen.on,
            objects: proof.objects,
            living: proof.living,
            server: word(seen.server),
            out_of_reach,
            complete,
        })
    }
}

/// Whose word it is that the server is clean.
fn word(server: Server) -> Option<Text> {
    match server {
        Server::Clean(day) => Some(text!(
            "de server keek zichzelf na en was schoon op {day}",
            "the server looked at itself and was clean on {day}",
            day = date_words(day)
        )),
        Server::Told(day) => Some(text!(
            "wie de server beheert, verklaart dat hij schoon is sinds {day}; dit register zag dat niet zelf",
            "whoever runs the server attests that it is clean since {day}; this register did not see it itself",
            day = date_words(day)
        )),
        Server::Nowhere | Server::Unreached | Server::Holds | Server::Unproven => None,
    }
}

/// Gone from this desk and from the server.
fn reach(destroyed: NaiveDate, seen: &Seen) -> Reached {
    let mut waits = Vec::new();
    if seen.here || seen.proof.is_some_and(|proof| !proof.holds()) {
        waits.push(wait(
            "desk",
            text!(
                "op deze computer staat er nog iets van: klacht destroy --replay",
                "something of it is still on this computer: klacht destroy --replay"
            ),
        ));
    }
    let server = match seen.server {
        Server::Nowhere | Server::Clean(_) | Server::Told(_) => None,
        Server::Unreached => Some(text!("de server was niet te bereiken", "the server could not be reached")),
        Server::Holds => Some(text!(
            "op de server staat er nog iets van: klacht destroy --replay",
            "something of it is still on the server: klacht destroy --replay"
        )),
        Server::Unproven => Some(text!(
            "de server heeft nog niet gezegd dat alles weg is: daar draait elke nacht klacht hook tidy",
            "the server has not said yet that all of it is gone: klacht hook tidy runs there every night"
        )),
    };
    waits.extend(server.map(|words| wait("server", words)));
    let since = match seen.server {
        Server::Clean(day) | Server::Told(day) => day.max(destroyed),
        _ => destroyed,
    };
    Reached { since: waits.is_empty().then_some(since), never: false, waits }
}

/// The same, and no key is left that opens an old copy, backups are gone, and the history holds the stub only.
fn completion(stub: &Destroyed, people: &People, seen: &Seen, reached: &Reached) -> Reached {
    let mut waits = reached.waits.clone();
    let (mut days, mut never) = (vec![stub.on], false);
    for id in &stub.keys {
        match retired(people, id) {
            Ok(day) => days.push(day),
            Err(Left { lost, words }) => {
                never |= lost;
                waits.push(wait(id, words));
            }
        }
    }
    let history = cleared(seen.history);
    // As long as the server holds something of it, so does every new backup.
    let backups = reached.since.zip(history.as_ref().ok().copied()).map(|(one, other)| one.max(other));
    match history {
        Ok(day) => days.push(day),
        Err(words) => waits.push(wait("history", words)),
    }
    if seen.server != Server::Nowhere {
        match backups_over(seen.backups, backups, seen.on) {
            Ok(day) => days.extend(day),
            Err(words) => waits.push(wait("backups", words)),
        }
    }
    Reached { since: days.into_iter().max().filter(|_| waits.is_empty()), never, waits }
}

/// A key that still opens old copies, for all that is known.
struct Left {
    /// Whether nobody can say any more that it was destroyed.
    lost: bool,
    words: Text,
}

/// The day on which a key was destroyed, as whoever had it attests.
fn retired(people: &People, id: &str) -> Result<NaiveDate, Left> {
    let known: Option<&SealKey> = people.seal.iter().chain(&people.recovery).find(|key| key.id == id);
    let left = |lost, words| Err(Left { lost, words });
    match known.map(|key| (key.lost, key.retired)) {
        Some((Some(day), _)) => {
            let day = date_words(day);
            left(
                true,
                text!(
                    "{id} is kwijt sinds {day}: wie hem heeft, kan een oude kopie openen",
                    "{id} is lost since {day}: whoever has it can open an old copy",
                    day
                ),
            )
        }
        Some((None, Some(day))) => Ok(day),
        Some((None, None)) => left(false, text!("{id} is nog niet vernietigd", "{id} has not been destroyed yet")),
        None => left(false, text!("{id} staat niet meer in people.yaml", "{id} is no longer in people.yaml")),
    }
}

/// Since when the history holds the stub only.
fn cleared(history: History) -> Result<NaiveDate, Text> {
    match history {
        History::Clean(day) => Ok(day),
        History::Holds => Err(text!(
            "oude commits van het register zeggen nog wat er in de zaak stond, zonder namen: klacht history renew",
            "old commits of the register still say what the case said, without names: klacht history renew"
        )),
        History::OnServer => Err(text!(
            "de geschiedenis is vernieuwd; de server heeft nog niet gezegd dat de oude weg is: daar draait elke nacht klacht hook tidy",
            "the history was renewed; the server has not said yet that the old one is gone: klacht hook tidy runs there every night"
        )),
        History::CutOff => Err(text!(
            "de geschiedenis is hier niet heel: git fetch --unshallow",
            "the history is not complete here: git fetch --unshallow"
        )),
    }
}

/// The day on which the last backup went that was made while the server still held something; nothing while it does.
fn backups_over(kept: Option<Duration>, last: Option<NaiveDate>, on: NaiveDate) -> Result<Option<NaiveDate>, Text> {
    let Some(kept) = kept else {
        return Err(text!(
            "in klacht.yaml staat niet hoe lang reservekopieën blijven (vault.backups)",
            "klacht.yaml does not say how long backups are kept (vault.backups)"
        ));
    };
    let Some(last) = last else { return Ok(None) };
    let until = due(last, kept, Counting::AsStated).end;
    if until >= on {
        let until = date_words(until);
        return Err(text!(
            "reservekopieën van de server blijven tot en met {until}",
            "backups of the server are kept up to {until}",
            until
        ));
    }
    Ok(until.succ_opt())
}

fn wait(what: &str, words: Text) -> Wait {
    Wait { what: what.to_owned(), words }
}

/// What the history holds of a destroyed case, by every reference that is here.
pub(crate) fn past_of(register: &Register, path: &str) -> Result<History, CaseworkError> {
    if register.is_shallow() {
        return Ok(History::CutOff);
    }
    let mut first = None;
    for commit in register.commits_of(path)? {
        match register.at_commit(commit)?.read(path)? {
            None => {}
            Some(Content::Bytes(bytes)) if is_stub(&bytes) => {
                first = first.into_iter().chain(register.commit(commit)?.committer.date()).min();
            }
            Some(_) => return Ok(History::Holds),
        }
    }
    // What no commit holds yet was never committed as a stub: its past is the last thing that was.
    Ok(first.map_or(History::Holds, History::Clean))
}

fn is_stub(bytes: &[u8]) -> bool {
    let source = String::from_utf8_lossy(bytes);
    crate::case::read(&source).0.is_some_and(|case| case.destroyed.is_some())
}

#[cfg(test)]
#[path = "../../../tests/unit/casework/certificate.rs"]
mod tests;
