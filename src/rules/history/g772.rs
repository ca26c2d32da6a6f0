//! G772: only a keeper lets the history begin anew, with the same files and the truth about what was there.

use crate::diagnostics::text;
use crate::rules::{Message, Rule};

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/G772.md"));

/// What is not as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untrue {
    /// Its form: it is not made by this program.
    Form,
    /// The history before ended with another commit.
    Head,
    /// Its files are others.
    Files,
    /// What it says of the history before is not so.
    Past,
    /// Its day is before that of the last commit, or still to come.
    Day,
}

/// The words for it.
#[must_use]
pub fn untrue(what: Untrue) -> Message {
    let told = match what {
        Untrue::Form => text!(
            "de eerste commit van de nieuwe geschiedenis is niet zoals `klacht history renew` die maakt",
            "the first commit of the new history is not as `klacht history renew` makes it"
        ),
        Untrue::Head => text!(
            "de nieuwe geschiedenis komt in de plaats van een andere dan die er nu is",
            "the new history takes the place of another one than is there now"
        ),
        Untrue::Files => text!(
            "de bestanden van de nieuwe geschiedenis zijn andere dan die er nu zijn",
            "the files of the new history are other ones than are there now"
        ),
        Untrue::Past => text!(
            "wat de nieuwe geschiedenis van de oude zegt, klopt niet",
            "what the new history says of the old one is not true"
        ),
        Untrue::Day => text!(
            "de dag van de nieuwe geschiedenis ligt voor de laatste commit, of nog voor ons",
            "the day of the new history is before the last commit, or still to come"
        ),
    };
    Message::new(told, again())
}

/// The words for a signature that does not count.
#[must_use]
pub fn not_signed(why: &Message) -> Message {
    let why = &why.message;
    Message::new(
        text!("de geschiedenis is niet vernieuwd: {why}", "the history is not renewed: {why}", why),
        text!(
            "een beheerder met een sleutel in people.yaml vernieuwt: `git config gpg.format ssh`, `git config user.signingKey ~/.ssh/id_ed25519.pub`, dan `klacht history renew`",
            "a keeper with a key in people.yaml renews it: `git config gpg.format ssh`, `git config user.signingKey ~/.ssh/id_ed25519.pub`, then `klacht history renew`"
        ),
    )
}

/// The words for the signature of somebody who does not keep the register.
#[must_use]
pub fn no_keeper(person: &str) -> Message {
    Message::new(
        text!(
            "{person} vernieuwde de geschiedenis en is geen beheerder van dit register",
            "{person} renewed the history and is no keeper of this register"
        ),
        text!(
            "vraag het een beheerder; klacht.yaml noemt hen onder `authority.keepers`",
            "ask a keeper to do it; klacht.yaml names them under `authority.keepers`"
        ),
    )
}

/// The words for a history with this many errors: a new one would hide them.
#[must_use]
pub fn errors(many: usize) -> Message {
    Message::new(
        text!(
            "de geschiedenis kan niet opnieuw beginnen: `klacht check --history` vindt fouten ({many})",
            "the history cannot begin anew: `klacht check --history` finds errors ({many})"
        ),
        text!(
            "herstel wat daar staat; wat alleen in oude commits fout is, blijft staan, en dan blijft ook de geschiedenis",
            "put right what it tells; what is wrong in old commits only stays, and then the history stays as well"
        ),
    )
}

fn again() -> crate::diagnostics::Text {
    text!(
        "haal op wat er is, en laat een beheerder `klacht history renew` opnieuw uitvoeren",
        "fetch what is there, and let a keeper run `klacht history renew` again"
    )
}
