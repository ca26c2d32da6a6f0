//! C109: a case file stands in the place that belongs to its id and its day of receipt.

use crate::diagnostics::{Text, text};
use crate::paths::CENTURY;
use crate::rules::{Message, Rule};
use crate::yaml::is_id;
use chrono::{Datelike, NaiveDate};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/C109.md"));

/// Compares the path of a case (with `/`, from the top of the register) with its id, which must be a proper one, and its
/// day of receipt. Nothing when they agree.
#[must_use]
pub fn judge(path: &str, id: &str, received: NaiveDate) -> Option<Message> {
    misplaced(path, id, Some(received))
}

/// The same for the stub of a destroyed case, which no longer has its day of receipt: any month of the year of its id will do.
#[must_use]
pub fn of_stub(path: &str, id: &str) -> Option<Message> {
    misplaced(path, id, None)
}

/// The same for a case whose receipt was corrected: it keeps the folder it was made in, that of the day first recorded.
#[must_use]
pub fn of_corrected(path: &str, id: &str) -> Option<Message> {
    misplaced(path, id, None)
}

fn misplaced(path: &str, id: &str, received: Option<NaiveDate>) -> Option<Message> {
    let parts: Vec<&str> = path.split('/').collect();
    if let Some((on, own)) = received.zip(year_of(id)).filter(|(on, own)| on.year() != *own) {
        // Under its own year alone it is looked for, and everybody looks for its like there.
        return Some(Message::new(
            text!(
                "{id} is het nummer van een klacht uit {own}, en de dag van ontvangst is {on}",
                "{id} is the id of a complaint of {own}, and the day of receipt is {on}"
            ),
            text!(
                "zet `received` terug; was de dag verkeerd: `klacht step {id} correctie --of received`",
                "put `received` back; if the day was wrong: `klacht step {id} correctie --of received`"
            ),
        ));
    }
    let place = place(&parts, id, received);
    if place.nl == path {
        return None;
    }
    let file = format!("{id}.md");
    let message = match (parts.as_slice(), received) {
        (["cases", _, _, _, name], _) if *name != file => text!(
            "de naam van het bestand is niet het nummer van de klacht, {id}",
            "the name of the file is not the id of the case, {id}"
        ),
        (["cases", _, _, _, _], Some(received)) => text!(
            "de map hoort niet bij de dag van ontvangst, {received}",
            "the folder does not belong to the day of receipt, {received}"
        ),
        _ => text!("een klacht hoort hier niet te staan", "a case does not belong here"),
    };
    let remedy = text!(
        "verplaats het met `git mv` naar `{place}`, of verbeter `id` of `received`",
        "move it with `git mv` to `{place}`, or put `id` or `received` right",
        place
    );
    Some(Message::new(message, remedy))
}

/// Where the case belongs. What its path and its data do not tell is left to fill in.
fn place(parts: &[&str], id: &str, received: Option<NaiveDate>) -> Text {
    let regulation = parts.get(1).copied().filter(|part| is_id(part));
    let month = match (received, parts) {
        (Some(on), _) => Some(format!("{}/{:02}", on.year(), on.month())),
        (None, ["cases", _, year, month, _]) if digits(year, 4) && digits(month, 2) => {
            Some(format!("{}/{month}", year_of(id).map_or_else(|| (*year).to_owned(), |own| own.to_string())))
        }
        (None, _) => None,
    };
    let regulation =
        if let Some(id) = regulation { text!("{id}", "{id}") } else { text!("<regeling>", "<regulation>") };
    let month =
        if let Some(month) = month { text!("{month}", "{month}") } else { text!("<jaar>/<maand>", "<year>/<month>") };
    text!("cases/{regulation}/{month}/{id}.md", "cases/{regulation}/{month}/{id}.md", regulation, month)
}

/// The year in which the complaint with this id came in.
fn year_of(id: &str) -> Option<i32> {
    Some(CENTURY + id.get(1..3)?.parse::<i32>().ok()?)
}

fn digits(part: &str, count: usize) -> bool {
    part.len() == count && part.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a file below `cases/` is neither in the place of a case nor in that of a yearbook; nothing when it is.
#[must_use]
pub fn stray(path: &str) -> Option<Message> {
    let parts: Vec<&str> = path.split('/').collect();
    let has_place = match parts.as_slice() {
        ["cases", regulation, year, "yearbook.yaml"] => is_id(regulation) && digits(year, 4),
        ["cases", regulation, year, month, name] => {
            is_id(regulation) && digits(year, 4) && digits(month, 2) && name.strip_suffix(".md").is_some()
        }
        [first, ..] => *first != "cases",
        [] => true,
    };
    if has_place {
        return None;
    }
    let message = text!(
        "dit bestand hoort niet onder `cases/`: daar staan alleen klachten en jaarboeken",
        "this file does not belong below `cases/`: only cases and yearbooks stand there"
    );
    let remedy = text!(
        "haal het weg met `git rm --cached`, of verplaats een klacht naar `cases/<regeling>/<jaar>/<maand>/<NUMMER>.md`",
        "take it out with `git rm --cached`, or move a case to `cases/<regulation>/<year>/<month>/<ID>.md`"
    );
    Some(Message::new(message, remedy))
}
