//! # S804: broken-link
//!
//! ## What it checks
//!
//! Every link, picture and style sheet of each page, of the feed and of the list of pages leads to a file of the
//! site, and after a `#` to a place in it. Links to other sites are not followed: building needs no network.
//!
//! ## Why
//!
//! Whoever follows a dead link to “complain here” gives up.
//!
//! ## Example
//!
//! ```html
//! <a href="regeling/#artikel-9">artikel 9</a>
//! ```
//!
//! A link to a folder finds nothing when the site is opened from a disk, and there may be no article 9.
//!
//! ## How to put it right
//!
//! Correct the link in the template or the text. Within the site a link is relative and names the file:
//! `regeling/index.html#artikel-8`.
//!
//! ---
//!
//! ## Wat wordt nagekeken
//!
//! Elke verwijzing, afbeelding en stijl van elke pagina, van de feed en van de lijst van pagina's leidt naar een
//! bestand van de site, en na een `#` naar een plek daarin. Verwijzingen naar andere sites worden niet gevolgd:
//! voor het bouwen is geen netwerk nodig.
//!
//! ## Waarom
//!
//! Wie op “klacht indienen” klikt en niets vindt, geeft het op.
//!
//! ## Voorbeeld
//!
//! ```html
//! <a href="regeling/#artikel-9">artikel 9</a>
//! ```
//!
//! Een verwijzing naar een map vindt niets als de site vanaf een schijf wordt geopend, en misschien is er geen
//! artikel 9.
//!
//! ## Zo zet u het recht
//!
//! Verbeter de verwijzing in het sjabloon of de tekst. Binnen de site is zij relatief en noemt zij het bestand:
//! `regeling/index.html#artikel-8`.

use super::super::{Message, Rule};
use super::said;
use crate::diagnostics::Severity;

/// The rule.
pub static RULE: Rule = Rule {
    code: "S804",
    name: "broken-link",
    severity: Severity::Error,
    summary: (
        "Elke verwijzing binnen de site leidt naar een pagina en een plek die er zijn.",
        "Every link within the site leads to a page and a place that are there.",
    ),
    source: include_str!("s804.rs"),
};

/// What is said of a link; `anchor` when the page is there and the place in it is not.
#[must_use]
pub fn say(page: &str, link: &str, anchor: bool) -> Message {
    let message = if anchor {
        (
            format!("{page} verwijst naar een plek die er niet is: `{link}`"),
            format!("{page} links to a place that is not there: `{link}`"),
        )
    } else {
        (
            format!("{page} verwijst naar een bestand dat er niet is: `{link}`"),
            format!("{page} links to a file that is not there: `{link}`"),
        )
    };
    said(message, ("verbeter de verwijzing".to_owned(), "correct the link".to_owned()))
}
