//! Whose complaint it is: who wrote it, not whose program passed it on.

use mail_parser::{Addr, Address, Message};

use super::own::Own;

/// How addresses begin from which no person writes.
const ROBOTS: &[&str] = &[
    "noreply",
    "no-reply",
    "no_reply",
    "donotreply",
    "do-not-reply",
    "niet-beantwoorden",
    "geenantwoord",
    "wordpress",
    "webmaster",
    "website",
    "formulier",
    "forms",
    "form",
    "apache",
    "www-data",
    "notifications",
    "notification",
];

/// Those who wrote it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct People {
    pub names: Vec<String>,
    pub emails: Vec<String>,
}

/// Who a message says that it is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sender {
    /// Who wrote it.
    Person(People),
    /// A form or a list sent it for whoever is to get the answer.
    Answered(People),
    /// Somebody of the organisation, or its own program.
    Own(People),
}

/// Whose message it is.
pub(super) fn sender(message: &Message<'_>, own: &Own) -> Sender {
    let from = people(message.from());
    let answer = people(message.reply_to());
    let ours = from.emails.iter().any(|email| own.has(email));
    let robot = from.emails.iter().any(|email| is_robot(email))
        || from.names.iter().any(|name| name.to_lowercase().contains(" via "));
    let other = answer.emails.iter().any(|email| !own.has(email) && !is_robot(email) && !from.emails.contains(email));
    if (ours || robot) && other {
        return Sender::Answered(answer);
    }
    if ours { Sender::Own(from) } else { Sender::Person(from) }
}

/// Whether nobody reads what is sent to an address.
pub(super) fn is_robot(email: &str) -> bool {
    let local = email.split('@').next().unwrap_or_default().to_lowercase();
    ROBOTS.contains(&local.as_str()) || local.starts_with("noreply") || local.starts_with("no-reply")
}

/// The people of a header, each once.
fn people(header: Option<&Address<'_>>) -> People {
    let mut found = People::default();
    for one in header.into_iter().flat_map(Address::iter) {
        let (name, email) = (name(one), email(one));
        if !email.is_empty() && !found.emails.contains(&email) {
            found.emails.push(email);
        }
        if !name.is_empty() && !found.names.contains(&name) {
            found.names.push(name);
        }
    }
    found
}

fn email(one: &Addr<'_>) -> String {
    one.address().unwrap_or_default().trim().trim_matches(['<', '>', '\'', '"']).to_owned()
}

/// The name, unless a program put the address in its place.
fn name(one: &Addr<'_>) -> String {
    let name = one.name().unwrap_or_default().trim().trim_matches(['\'', '"']).trim();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.contains('@') && !name.contains(' ') { String::new() } else { name }
}
