//! Who the organisation is among senders: its published addresses, and those of its people.

use std::collections::BTreeSet;

use crate::context::Context;

/// Providers at which anybody may have an address: that of the organisation says nothing of others there.
const ANYBODYS: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.nl",
    "hotmail.nl",
    "icloud.com",
    "yahoo.com",
    "ziggo.nl",
    "kpnmail.nl",
    "xs4all.nl",
    "planet.nl",
    "proton.me",
];

/// The addresses of an organisation, in lower case.
#[derive(Debug, Clone, Default)]
pub(crate) struct Own {
    addresses: BTreeSet<String>,
    domains: BTreeSet<String>,
}

impl Own {
    /// Of every regulation of a register, and all its versions.
    pub fn of(context: &Context) -> Self {
        let mut own = Self::default();
        for history in context.policy.histories.values() {
            let organisations = history.versions.values().map(|version| &version.regulation.organisation);
            for contact in organisations.flat_map(|o| &o.contact).filter(|contact| contact.kind == "email") {
                own.add(&contact.value, true);
            }
            history.people.persons.iter().flat_map(|person| &person.git).for_each(|git| own.add(git, false));
        }
        own
    }

    /// Adds an address, and its domain where everybody there is of the organisation.
    pub fn add(&mut self, address: &str, domain: bool) {
        let address = address.trim().to_lowercase();
        if let Some((_, host)) = address.rsplit_once('@').filter(|(_, host)| domain && !ANYBODYS.contains(host)) {
            self.domains.insert(host.to_owned());
        }
        self.addresses.insert(address);
    }

    /// Whether an address is one of the organisation.
    pub fn has(&self, address: &str) -> bool {
        let address = address.trim().to_lowercase();
        self.addresses.contains(&address) || address.rsplit_once('@').is_some_and(|(_, host)| self.is_home(host))
    }

    /// Whether a host is one of the organisation.
    pub fn is_home(&self, host: &str) -> bool {
        let host = host.to_lowercase();
        self.domains.iter().any(|own| host == *own || host.ends_with(&format!(".{own}")))
    }
}
