//! The frame that all pages share: head, menu, breadcrumb, contact and date.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::address::{Address, Part, path_of};
use super::contact;
use super::engine::Engine;
use super::fault::SiteFault;
use super::feed;
use super::input::{Edition, Input};
use super::page::{Crumb, Page};
use super::structured;
use crate::calendar::day_words;
use crate::diagnostics::Lang;
use crate::regulation::AddressAs;

/// The main pages of a regulation with the sentences that name them, in the order of the menu.
const MENU: [(Part, &str); 4] = [
    (Part::Complaint, "menu-complaint"),
    (Part::Regulation, "menu-regulation"),
    (Part::Figures, "menu-figures"),
    (Part::Privacy, "menu-privacy"),
];

/// Puts pages in their frame.
pub struct Framer<'a> {
    input: &'a Input,
    engine: &'a Engine,
    addresses: BTreeSet<&'a Address>,
}

impl<'a> Framer<'a> {
    /// For a site of these pages.
    #[must_use]
    pub fn new(input: &'a Input, engine: &'a Engine, pages: &'a [Page]) -> Self {
        Self { input, engine, addresses: pages.iter().map(|page| &page.address).collect() }
    }

    /// Renders a page.
    pub fn render(&self, page: &Page) -> Result<String, SiteFault> {
        self.engine.render(page.template, &self.context(page)?)
    }

    /// The day on which what a page says last changed.
    #[must_use]
    pub fn updated(&self, page: &Page) -> Option<NaiveDate> {
        page.updated.or(self.edition(&page.address).map(Edition::changed_on))
    }

    /// Everything that a template may name.
    fn context(&self, page: &Page) -> Result<Value, SiteFault> {
        let lang = page.address.lang();
        let base = &self.input.base_url;
        let edition = self.edition(&page.address);
        let updated = self.updated(page);
        let organisation = page.organisation.clone().or_else(|| self.organisation(&page.address));
        let menu = if page.menu.is_empty() { self.menu(&page.address)? } else { page.menu.clone() };
        let canonical = page.canonical.as_ref().unwrap_or(&page.address).absolute(base);
        Ok(json!({
            "lang": lang.tag(),
            "informal": edition.is_some_and(|e| e.version.regulation.organisation.address_as == AddressAs::Je),
            "title": page.title,
            "description": page.description,
            "organisation": organisation,
            "notice": self.input.notice.as_ref().map(|n| n.in_(lang)),
            "style": self.link(page, &self.engine.style().name),
            "icon": self.link(page, &self.engine.icon().name),
            "picture": format!("{base}{}", self.engine.picture().name),
            "feed": self.link(page, feed::file(lang)),
            "start": self.to(page, &Address::Start(lang)),
            "starts": Lang::ALL.map(|l| json!({"lang": l.tag(), "href": self.to(page, &Address::Start(l))})),
            "accessibility": self.to(page, &Address::Accessibility(lang)),
            "languages": self.languages(page),
            "crumbs": self.links(page, &page.crumbs),
            "menu": self.links(page, &menu),
            "canonical": canonical,
            "contact": self.contact(page),
            "updated": updated.map(|day| json!({"iso": day.to_string(), "words": day_words(day, lang)})),
            "revision": edition.and_then(|e| e.changed.as_ref()).map(|c| &c.commit),
            "valid_from": edition.map(|e| day_of(e, lang)),
            "structured": self.structured(page, &canonical),
            "page": page.content,
        }))
    }

    /// The version that a page is about: the one of its address, otherwise the one in force.
    fn edition(&self, address: &Address) -> Option<&'a Edition> {
        let (id, part) = address.regulation()?;
        let published = self.input.regulations.iter().find(|p| p.id == id)?;
        match part {
            Part::Version(day) | Part::Changes(day) => published.of_day(day),
            _ => published.in_force(self.input.provenance.on),
        }
    }

    /// The version in force of the regulation whose page it is: whom to reach is never a matter of the past.
    fn in_force(&self, address: &Address) -> Option<&'a Edition> {
        let (id, _) = address.regulation()?;
        self.input.regulations.iter().find(|p| p.id == id)?.in_force(self.input.provenance.on)
    }

    fn organisation(&self, address: &Address) -> Option<String> {
        self.in_force(address).map(|e| e.version.regulation.organisation.name.clone())
    }

    /// A link to a file of the site: relative, but from the root of the host on the page that is served anywhere.
    fn link(&self, page: &Page, file: &str) -> String {
        match page.address {
            Address::NotFound => format!("{}{file}", path_of(&self.input.base_url)),
            _ => page.address.to(file),
        }
    }

    fn to(&self, page: &Page, address: &Address) -> String {
        self.link(page, &address.file())
    }

    fn links(&self, page: &Page, crumbs: &[Crumb]) -> Vec<Value> {
        let one =
            |c: &Crumb| json!({"name": c.name, "href": self.to(page, &c.address), "here": c.address == page.address});
        crumbs.iter().map(one).collect()
    }

    /// The languages of the page, the page's own too.
    fn languages(&self, page: &Page) -> Vec<Value> {
        let one = |lang: &Lang| {
            let address = page.address.in_language(*lang);
            let absolute = address.absolute(&self.input.base_url);
            let here = *lang == page.address.lang();
            json!({"lang": lang.tag(), "href": self.to(page, &address), "absolute": absolute, "here": here})
        };
        page.languages.iter().map(one).collect()
    }

    /// The main pages of the same regulation, as far as the site has them.
    fn menu(&self, address: &Address) -> Result<Vec<Crumb>, SiteFault> {
        let Some((id, _)) = address.regulation() else { return Ok(Vec::new()) };
        let words = self.engine.words(address.lang());
        let of = |part: &Part| Address::Of(address.lang(), id.to_owned(), part.clone());
        let there = MENU.iter().map(|(part, key)| (of(part), key)).filter(|(at, _)| self.addresses.contains(at));
        there.map(|(address, key)| Ok(Crumb { name: words.say(key)?, address })).collect()
    }

    /// The contact block, the same on every page of a regulation.
    fn contact(&self, page: &Page) -> Option<Value> {
        let edition = self.in_force(&page.address)?;
        let own = &edition.version.regulation.organisation;
        let ways = contact::grouped(&contact::public(edition, page.address.lang()));
        (!ways.is_empty()).then(|| json!({"organisation": own.name, "site": own.site, "ways": ways}))
    }

    /// Structured data, ready for a script element.
    fn structured(&self, page: &Page, canonical: &str) -> Vec<String> {
        let updated = self.updated(page);
        let own = self.in_force(&page.address).map(|e| structured::organisation(e, page.address.lang()));
        let web_page = (page.address != Address::NotFound).then(|| structured::web_page(page, canonical, updated));
        own.iter().chain(&web_page).chain(&page.structured).map(structured::script_safe).collect()
    }
}

/// The day on which a version took effect.
fn day_of(edition: &Edition, lang: Lang) -> Value {
    let day = edition.version.regulation.valid_from;
    json!({"iso": day.to_string(), "words": day_words(day, lang)})
}
