//! How each part of the five questions is asked, and what is proposed: a person who only presses enter gets a register.

use super::answers::{Given, slug};
use super::forge::Forge;
use super::key::Key;
use super::sector::{Sector, duration};
use crate::calendar::Unit;
use crate::casework::Choice;
use crate::diagnostics::{Lang, Text, text};

/// What is known before anything is asked.
#[derive(Debug, Clone)]
pub struct Around {
    /// The address under which git records this person.
    pub own_address: Option<String>,
    /// The forge that the remote looks like.
    pub forge: Forge,
}

/// One part of a question.
#[derive(Debug, Clone)]
pub struct Question {
    /// What is asked.
    pub label: Text,
    /// What may be chosen; empty for a free answer.
    pub choices: Vec<Choice>,
    /// What is proposed.
    pub proposed: String,
}

/// The headings of the five questions, in their order.
pub const QUESTIONS: [(&str, &str); 5] = [
    ("Wie bent u?", "Who are you?"),
    ("In welke sector werkt u?", "Which sector do you work in?"),
    ("Binnen welke tijd hoort de klager iets?", "How soon does the complainant hear from you?"),
    (
        "Wie behandelt klachten? Een git-adres is wat iemand instelt met `git config user.email`.",
        "Who handles complaints? A git address is what somebody sets with `git config user.email`.",
    ),
    (
        "Bij welke onafhankelijke instantie kan de klager daarna terecht?",
        "Which independent body can the complainant turn to next?",
    ),
];

/// The part of a question that asks for a key, by what was answered before.
#[must_use]
pub fn question(key: Key, given: &Given, around: &Around, lang: Lang) -> Question {
    Question { label: label(key), choices: choices(key), proposed: proposed(key, given, around, lang) }
}

fn label(key: Key) -> Text {
    let (nl, en) = match key {
        Key::Organisation => ("naam van de organisatie", "name of the organisation"),
        Key::Site | Key::BodySite => ("adres van haar site", "address of its site"),
        Key::Email => ("e-mailadres voor klachten", "e-mail address for complaints"),
        Key::Template => ("sector", "sector"),
        Key::Days => {
            ("korte termijnen in werkdagen of kalenderdagen", "short time limits in working days or calendar days")
        }
        Key::Confirm => ("ontvangst bevestigen binnen", "acknowledge receipt within"),
        Key::Decide => ("uitkomst melden binnen", "report the outcome within"),
        Key::Extend => ("te verlengen met hoogstens", "to be extended by at most"),
        Key::Handler => ("git-adres van wie behandelt", "git address of the handler"),
        Key::Substitute => ("git-adres van wie vervangt", "git address of the substitute"),
        Key::Body => ("naam van de instantie", "name of the body"),
        Key::Binding => ("bindt haar uitspraak u", "does its ruling bind you"),
        Key::Forge => ("waar het register staat", "where the register is hosted"),
    };
    Text::new(nl, en)
}

fn choices(key: Key) -> Vec<Choice> {
    match key {
        Key::Template => Sector::ALL.into_iter().map(|s| Choice::new(s.word(), s.name())).collect(),
        Key::Days => vec![
            Choice::new("working", text!("werkdagen", "working days")),
            Choice::new("calendar", text!("kalenderdagen", "calendar days")),
        ],
        Key::Binding => vec![
            Choice::new("yes", text!("ja, bindend", "yes, binding")),
            Choice::new("no", text!("nee, een advies", "no, advice")),
        ],
        _ => Vec::new(),
    }
}

fn proposed(key: Key, given: &Given, around: &Around, lang: Lang) -> String {
    let earlier = |key: Key| given.or_proposed(key, around);
    let sector = || Sector::named(&earlier(Key::Template)).unwrap_or(Sector::Minimal).proposal();
    let term = |count: u32, unit: Unit| {
        duration(count, unit).map(|term| term.words().in_(lang).to_owned()).unwrap_or_default()
    };
    let mailbox = |local: &str| format!("{local}@{}", domain(&earlier(Key::Site)));
    match key {
        Key::Organisation => "Voorbeeldorganisatie".to_owned(),
        Key::Site => match slug(&earlier(Key::Organisation)) {
            id if id.is_empty() => "https://www.voorbeeld.example".to_owned(),
            id => format!("https://www.{id}.example"),
        },
        Key::Email => mailbox("klachten"),
        Key::Template => Sector::Minimal.word().to_owned(),
        Key::Days => "working".to_owned(),
        Key::Confirm if earlier(Key::Days) == "calendar" => term(7, Unit::CalendarDays),
        Key::Confirm => term(5, Unit::WorkingDays),
        Key::Decide => term(sector().decide, Unit::Weeks),
        Key::Extend => term(sector().extend, Unit::Weeks),
        Key::Handler => around.own_address.clone().unwrap_or_else(|| mailbox("klachtbehandelaar")),
        Key::Substitute => match mailbox("plaatsvervanger") {
            taken if taken == earlier(Key::Handler) => mailbox("collega"),
            free => free,
        },
        Key::Body => sector().body.to_owned(),
        Key::BodySite => sector().body_site.to_owned(),
        Key::Binding => if sector().binding { "yes" } else { "no" }.to_owned(),
        Key::Forge => around.forge.word().to_owned(),
    }
}

/// The domain under which a site and its mailboxes stand.
fn domain(site: &str) -> &str {
    let rest = site.split_once("://").map_or(site, |(_, rest)| rest);
    let host = rest.split(['/', ':']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}
