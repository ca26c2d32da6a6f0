//! Where the repository stands, which decides the files for continuous integration and for forms.

/// A kind of forge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forge {
    /// GitHub.
    GitHub,
    /// GitLab.
    GitLab,
    /// Forgejo, such as Codeberg.
    Forgejo,
    /// Gitea.
    Gitea,
    /// None: a server of one's own, or no server.
    None,
}

impl Forge {
    /// Every one.
    pub const ALL: [Self; 5] = [Self::GitHub, Self::GitLab, Self::Forgejo, Self::Gitea, Self::None];

    /// The word by which it is chosen.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::GitHub => "github",
            Self::GitLab => "gitlab",
            Self::Forgejo => "forgejo",
            Self::Gitea => "gitea",
            Self::None => "none",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|forge| forge.word() == word)
    }

    /// The forge that the address of a remote looks like; none when it shows nothing.
    #[must_use]
    pub fn guessed(remote: &str) -> Self {
        let rest = remote.split_once("://").map_or(remote, |(_, rest)| rest);
        let place = rest.split('/').next().unwrap_or_default();
        // Somebody's name, or more, may stand before an `@`, and a port or a path after a `:`.
        let host = place.rsplit('@').next().and_then(|h| h.split(':').next()).unwrap_or_default().to_lowercase();
        let known =
            [("github", Self::GitHub), ("gitlab", Self::GitLab), ("forgejo", Self::Forgejo), ("gitea", Self::Gitea)];
        let by_name = known.into_iter().find(|(word, _)| host.contains(word)).map(|(_, forge)| forge);
        by_name.unwrap_or(if host == "codeberg.org" { Self::Forgejo } else { Self::None })
    }
}

#[cfg(test)]
#[path = "../../tests/unit/init/forge.rs"]
mod tests;
