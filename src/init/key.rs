//! The parts of the five questions.

/// One part of a question: what is answered by one word or line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// The organisation's name.
    Organisation,
    /// The address of its site.
    Site,
    /// The address to which complaints are mailed.
    Email,
    /// The sector.
    Template,
    /// Whether short terms count working days or calendar days.
    Days,
    /// Within what time receipt is confirmed.
    Confirm,
    /// Within what time the outcome is told.
    Decide,
    /// By how much that may be extended.
    Extend,
    /// The address under which the handler commits.
    Handler,
    /// The same of the substitute.
    Substitute,
    /// The independent body.
    Body,
    /// The address of its site.
    BodySite,
    /// Whether its ruling binds.
    Binding,
    /// The forge; never asked, guessed from the remote.
    Forge,
}

impl Key {
    /// Every one, in the order of asking.
    pub const ALL: [Self; 14] = [
        Self::Organisation,
        Self::Site,
        Self::Email,
        Self::Template,
        Self::Days,
        Self::Confirm,
        Self::Decide,
        Self::Extend,
        Self::Handler,
        Self::Substitute,
        Self::Body,
        Self::BodySite,
        Self::Binding,
        Self::Forge,
    ];

    /// The word of its flag and of the file that keeps it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Site => "site",
            Self::Email => "email",
            Self::Template => "template",
            Self::Days => "days",
            Self::Confirm => "confirm",
            Self::Decide => "decide",
            Self::Extend => "extend",
            Self::Handler => "handler",
            Self::Substitute => "substitute",
            Self::Body => "body",
            Self::BodySite => "body-site",
            Self::Binding => "binding",
            Self::Forge => "forge",
        }
    }

    /// Which of the five questions it belongs to; nothing for what is not asked.
    #[must_use]
    pub fn question(self) -> Option<usize> {
        match self {
            Self::Organisation | Self::Site | Self::Email => Some(1),
            Self::Template => Some(2),
            Self::Days | Self::Confirm | Self::Decide | Self::Extend => Some(3),
            Self::Handler | Self::Substitute => Some(4),
            Self::Body | Self::BodySite | Self::Binding => Some(5),
            Self::Forge => None,
        }
    }
}
