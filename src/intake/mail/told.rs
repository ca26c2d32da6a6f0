//! What is said of a message. Nothing of it is repeated but days and numbers of attachments.

use chrono::{DateTime, NaiveDate, Utc};

use super::parts::Document;
use super::words::Unreadable;
use crate::calendar::date_words;
use crate::diagnostics::{Text, text};
use crate::intake::row::Remark;
use crate::regulation::HOME;

fn day(at: DateTime<Utc>) -> Text {
    date_words(at.with_timezone(&HOME).date_naive())
}

fn note(message: Text) -> Remark {
    Remark::told(None, message, false)
}

/// That the server and the sender do not mean one day.
pub(super) fn days_apart(came: DateTime<Utc>, written: DateTime<Utc>) -> Remark {
    let (came, written) = (day(came), day(written));
    note(text!(
        "volgens de server kwam dit binnen op {came}, volgens de afzender is het van {written}; de dag van de server telt; klopt die niet, geef dan `--received DATUM`",
        "by the server this came in on {came}, by the sender it is of {written}; the day of the server counts; if that is not so, give `--received DATE`",
        came,
        written
    ))
}

/// That the day of the week is another one.
pub(super) fn other_weekday(at: DateTime<Utc>) -> Remark {
    let day = day(at);
    note(text!(
        "de dag van de week past niet bij de datum van het bericht; gelezen als {day}; klopt dat niet, geef dan `--received DATUM`",
        "the day of the week does not fit the date of the message; read as {day}; if that is not so, give `--received DATE`",
        day
    ))
}

/// That there is a date which is none.
pub(super) fn unread_day(words: Option<String>, plain: Option<NaiveDate>) -> Text {
    let (nl, en) = words.map_or_else(Default::default, |words| (format!(" (`{words}`)"), format!(" (`{words}`)")));
    match plain {
        Some(day) => Text::new(
            format!("de datum van het bericht{nl} is niet te lezen; geef `--received {day}` als dat de dag is"),
            format!("the date of the message{en} cannot be read; give `--received {day}` if that is the day"),
        ),
        None => Text::new(
            format!("de datum van het bericht{nl} kan niet kloppen; geef `--received DATUM`"),
            format!("the date of the message{en} cannot be right; give `--received DATE`"),
        ),
    }
}

pub(super) fn answered() -> Remark {
    note(text!(
        "een formulier of lijst stuurde dit; klager is wie het antwoord krijgt (Reply-To)",
        "a form or list sent this; the complainant is who gets the answer (Reply-To)"
    ))
}

pub(super) fn several() -> Remark {
    note(text!(
        "er staan meer afzenders in; hun namen en adressen zijn allemaal bewaard; voeg de anderen toe met `klacht add`",
        "it has several senders; all names and addresses are kept; add the others with `klacht add`"
    ))
}

pub(super) fn broken_name() -> Remark {
    note(text!(
        "in de naam van de afzender zijn letters verloren gegaan; verbeter hem in het vertrouwelijke deel",
        "letters of the sender's name are lost; mend it in the confidential part"
    ))
}

pub(super) fn message_inside(at: DateTime<Utc>) -> Remark {
    let day = day(at);
    note(text!(
        "een collega stuurde dit door; klager en dag ({day}) komen uit het bericht dat erin zit; klopt de dag niet, geef dan `--received DATUM`",
        "a colleague forwarded this; complainant and day ({day}) are those of the message inside; if the day is not so, give `--received DATE`",
        day
    ))
}

pub(super) fn forwarded(at: DateTime<Utc>) -> Remark {
    let day = day(at);
    note(text!(
        "een collega stuurde dit door; klager en dag ({day}) komen uit wat er boven de doorgestuurde tekst staat; klopt de dag niet, geef dan `--received DATUM`",
        "a colleague forwarded this; complainant and day ({day}) are those above the forwarded text; if the day is not so, give `--received DATE`",
        day
    ))
}

pub(super) fn unreadable(why: Unreadable) -> Remark {
    note(match why {
        Unreadable::Encrypted => text!(
            "dit bericht is versleuteld: het verhaal is hier niet te lezen; open message.eml in uw mailprogramma (S/MIME of PGP) en geef `--sealed narrative` als het verhaal erin staat",
            "this message is encrypted: its words cannot be read here; open message.eml in your mail program (S/MIME or PGP) and give `--sealed narrative` if the words are in it"
        ),
        Unreadable::Signed => text!(
            "dit bericht zit in zijn handtekening (smime.p7m): het verhaal is hier niet te lezen; open message.eml in uw mailprogramma en geef `--sealed narrative` als het verhaal erin staat",
            "this message is wrapped in its signature (smime.p7m): its words cannot be read here; open message.eml in your mail program and give `--sealed narrative` if the words are in it"
        ),
    })
}

pub(super) fn words_inside() -> Remark {
    note(text!(
        "het verhaal komt uit een bericht dat als bijlage is meegestuurd",
        "the words are those of a message that is attached"
    ))
}

pub(super) fn no_words() -> Remark {
    note(text!(
        "er is geen verhaal: het bericht heeft hooguit een onderwerp; staat de klacht daarin, geef dan `--sealed narrative`",
        "there are no words: the message has a subject at most; if that is the complaint, give `--sealed narrative`"
    ))
}

/// That the words may be in attachments, by their numbers: a name of a file may be that of a person.
pub(super) fn words_attached(documents: &[(usize, Document)]) -> Remark {
    let list = |of: &dyn Fn(&Text) -> String| {
        let each =
            documents.iter().take(5).map(|(number, what)| format!("attachments/{number:03} ({})", of(&what.words())));
        each.collect::<Vec<_>>().join(", ")
    };
    let (nl, en) = (list(&|t| t.nl.clone()), list(&|t| t.en.clone()));
    note(Text::new(
        format!(
            "het verhaal staat misschien in een bijlage: {nl}; lees die, en geef `--sealed narrative` als het daarin staat"
        ),
        format!("the words may be in an attachment: {en}; read it, and give `--sealed narrative` if they are there"),
    ))
}
