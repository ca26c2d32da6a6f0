//! The switches of a rule, with their words.

use crate::diagnostics::Text;

/// A switch of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// A step is never demanded.
    Optional,
    /// A step is not taken twice in a round.
    Once,
    /// A step is demanded anew after a re-opening.
    EachRound,
    /// A term may be extended.
    Extendable,
    /// The holders of a role hold no role of staff.
    Independent,
    /// The handler follows from the topic.
    ByTopic,
    /// Somebody who is excluded may after all, with a reason.
    Waivable,
    /// What comes in this way is a complaint at once.
    Formal,
    /// Somebody may complain for another.
    Representation,
    /// A complaint may have more than one topic.
    Several,
    /// Documents are kept for as long as the case.
    Documents,
    /// A term starts again when a case is re-opened.
    Restarts,
    /// That it was offered is enough.
    OfferSuffices,
}

impl Switch {
    /// The sentence.
    pub(super) fn words(self, name: &str, on: bool) -> Text {
        let (nl, en) = match (self, on) {
            (Self::Optional, true) => {
                (format!("“{name}” hoeft niet meer."), format!("“{name}” is no longer demanded."))
            }
            (Self::Optional, false) => (format!("“{name}” moet nu."), format!("“{name}” is now demanded.")),
            (Self::Once, true) => {
                (format!("“{name}” kan nu maar één keer."), format!("“{name}” can now be done only once."))
            }
            (Self::Once, false) => {
                (format!("“{name}” kan nu vaker."), format!("“{name}” can now be done more than once."))
            }
            (Self::EachRound, true) => (
                format!("“{name}” moet na heropening opnieuw."),
                format!("“{name}” must be done again after a re-opening."),
            ),
            (Self::EachRound, false) => (
                format!("“{name}” hoeft na heropening niet opnieuw."),
                format!("“{name}” need not be done again after a re-opening."),
            ),
            (Self::Extendable, true) => (
                format!("De termijn “{name}” kan nu worden verlengd."),
                format!("The term “{name}” can now be extended."),
            ),
            (Self::Extendable, false) => (
                format!("De termijn “{name}” kan niet meer worden verlengd."),
                format!("The term “{name}” can no longer be extended."),
            ),
            (Self::Independent, true) => (
                format!("“{name}” moet nu onafhankelijk zijn: zonder rol in de organisatie."),
                format!("“{name}” must now be independent: without a role in the organisation."),
            ),
            (Self::Independent, false) => (
                format!("“{name}” hoeft niet meer onafhankelijk te zijn."),
                format!("“{name}” need no longer be independent."),
            ),
            (Self::ByTopic, true) => (
                "Wie behandelt, hangt nu af van het onderwerp.".to_owned(),
                "Who handles now depends on the topic.".to_owned(),
            ),
            (Self::ByTopic, false) => (
                "Wie behandelt, hangt niet meer af van het onderwerp.".to_owned(),
                "Who handles no longer depends on the topic.".to_owned(),
            ),
            (Self::Waivable, true) => (
                "Wie is uitgesloten, mag nu toch, met een reden.".to_owned(),
                "Somebody who is excluded may now handle it after all, with a reason.".to_owned(),
            ),
            (Self::Waivable, false) => (
                "Wie is uitgesloten, mag ook met een reden niet meer.".to_owned(),
                "Somebody who is excluded may not handle it, not even with a reason.".to_owned(),
            ),
            (other, on) => return other.words_more(name, on),
        };
        Text::new(nl, en)
    }

    /// The same for what a complaint is.
    fn words_more(self, name: &str, on: bool) -> Text {
        let (nl, en) = match (self, on) {
            (Self::Formal, true) => (
                format!("Wat via “{name}” komt, is nu meteen een klacht."),
                format!("What comes by “{name}” is now a complaint at once."),
            ),
            (Self::Formal, false) => (
                format!("Wat via “{name}” komt, is nu eerst een melding."),
                format!("What comes by “{name}” is now a report at first."),
            ),
            (Self::Representation, true) => (
                "Iemand kan nu ook namens een ander klagen.".to_owned(),
                "Somebody can now complain for another.".to_owned(),
            ),
            (Self::Representation, false) => (
                "Niemand kan meer namens een ander klagen.".to_owned(),
                "Nobody can complain for another any more.".to_owned(),
            ),
            (Self::Several, true) => (
                "Een klacht kan nu meer onderwerpen hebben.".to_owned(),
                "A complaint can now have more than one topic.".to_owned(),
            ),
            (Self::Several, false) => {
                ("Een klacht heeft nu één onderwerp.".to_owned(), "A complaint now has one topic.".to_owned())
            }
            (Self::Documents, true) => (
                "Documenten bewaren wij nu even lang als de klacht.".to_owned(),
                "Documents are now kept for as long as the case.".to_owned(),
            ),
            (Self::Documents, false) => (
                "Hoe lang wij documenten bewaren, is niet meer bepaald.".to_owned(),
                "It is no longer said for how long documents are kept.".to_owned(),
            ),
            (Self::Restarts, true) => (
                format!("De termijn “{name}” begint nu opnieuw na heropening."),
                format!("The term “{name}” now starts again after a re-opening."),
            ),
            (Self::Restarts, false) => (
                format!("De termijn “{name}” begint niet meer opnieuw na heropening."),
                format!("The term “{name}” no longer starts again after a re-opening."),
            ),
            (_, true) => (
                format!("Voor “{name}” is het nu genoeg dat het is aangeboden."),
                format!("For “{name}” it is now enough that it was offered."),
            ),
            (_, false) => (
                format!("Voor “{name}” is aanbieden niet meer genoeg."),
                format!("For “{name}” an offer is no longer enough."),
            ),
        };
        Text::new(nl, en)
    }
}
