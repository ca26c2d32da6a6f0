//! What may stand anywhere: the organisation's own contacts and the addresses its staff commit under. And what may not, since
//! whoever sits at this desk knows whose it is.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Known, Source, scan};

/// Values that are no finding, and words that are no name. Empty by [`Default`]; [`Allowed::new`] knows the domain that
/// nobody can own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allowed {
    emails: BTreeSet<String>,
    domains: BTreeSet<String>,
    phones: BTreeSet<String>,
    postcodes: BTreeSet<String>,
    ibans: BTreeSet<String>,
    words: BTreeSet<String>,
    known: Arc<Known>,
}

impl Allowed {
    /// Nothing but addresses under `.example`, which belong to nobody (RFC 2606).
    #[must_use]
    pub fn new() -> Self {
        Self::default().with_domain("example")
    }

    /// An e-mail address: an organisation's contact, a git identity.
    #[must_use]
    pub fn with_email(mut self, email: &str) -> Self {
        self.emails.insert(email.trim().to_lowercase());
        self
    }

    /// Every address at a domain and the domains under it.
    #[must_use]
    pub fn with_domain(mut self, domain: &str) -> Self {
        self.domains.insert(domain.trim().trim_start_matches('.').to_lowercase());
        self
    }

    /// A telephone number, however written.
    #[must_use]
    pub fn with_phone(mut self, phone: &str) -> Self {
        self.phones.insert(national(phone));
        self
    }

    /// The postcode of an organisation's own address.
    #[must_use]
    pub fn with_postcode(mut self, postcode: &str) -> Self {
        self.postcodes.insert(compact(postcode));
        self
    }

    /// An organisation's own account.
    #[must_use]
    pub fn with_iban(mut self, iban: &str) -> Self {
        self.ibans.insert(compact(iban));
        self
    }

    /// A word that is written with a capital behind "de heer" and is no name: what the regulation calls a role.
    #[must_use]
    pub fn with_word(mut self, word: &str) -> Self {
        self.words.insert(word.trim().to_lowercase());
        self
    }

    /// What this desk knows of persons, which may stand nowhere.
    #[must_use]
    pub fn knowing(self, known: Arc<Known>) -> Self {
        Self { known, ..self }
    }

    pub(super) fn known(&self) -> &Known {
        &self.known
    }

    /// Everything in the value of a published contact, of whatever kind: an address, a number, a postal address.
    #[must_use]
    pub fn with_contact(self, value: &str) -> Self {
        scan(value, Source::File, &self).into_iter().fold(self, |known, hit| {
            let found = value.get(hit.span.start..hit.span.end).unwrap_or_default();
            match hit.code {
                "D601" => known.with_email(found),
                "D602" => known.with_phone(found),
                "D603" => known.with_iban(found),
                "D605" => known.with_postcode(found),
                _ => known,
            }
        })
    }

    pub(super) fn email(&self, local: &str, domain: &str) -> bool {
        let domain = domain.to_lowercase();
        let within = |known: &String| {
            domain.strip_suffix(known.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        self.domains.iter().any(within) || self.emails.contains(&format!("{}@{domain}", local.to_lowercase()))
    }

    pub(super) fn phone(&self, phone: &str) -> bool {
        self.phones.contains(&national(phone))
    }

    pub(super) fn postcode(&self, postcode: &str) -> bool {
        self.postcodes.contains(&compact(postcode))
    }

    pub(super) fn iban(&self, iban: &str) -> bool {
        self.ibans.contains(&compact(iban))
    }

    pub(super) fn word(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase())
    }
}

/// Letters and digits only, in capitals.
fn compact(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// The digits as dialled from abroad, behind a plus: without the two noughts, and without a nought in brackets, which is for
/// callers at home.
pub(super) fn international(phone: &str) -> String {
    let digits: String = phone.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    format!("+{}", digits.strip_prefix("00").unwrap_or(&digits))
}

/// The digits as dialled within the country; those of another country behind their plus.
pub(super) fn national(phone: &str) -> String {
    let phone = phone.trim_start();
    if !phone.starts_with('+') && !phone.starts_with("00") {
        return phone.chars().filter(char::is_ascii_digit).collect();
    }
    let abroad = international(phone);
    abroad.strip_prefix("+31").map_or(abroad.clone(), |rest| format!("0{}", rest.trim_start_matches('0')))
}
