//! What search engines read: the list of pages, and that they are welcome.

use std::fmt::Write;

use chrono::NaiveDate;
use quick_xml::escape::escape;

use super::address::Address;
use super::page::Page;

/// `sitemap.xml`: every page that is its own canonical one, with its other languages.
#[must_use]
pub fn sitemap(base_url: &str, pages: &[Page], updated: &dyn Fn(&Page) -> Option<NaiveDate>) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
        <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
        .to_owned();
    let mut listed: Vec<&Page> = pages
        .iter()
        .filter(|page| page.address != Address::NotFound)
        .filter(|page| page.canonical.as_ref().is_none_or(|canonical| *canonical == page.address))
        .collect();
    listed.sort_by_key(|page| page.address.file());
    for page in listed {
        // Writing to a string cannot fail.
        let _ = write!(text, "<url>\n<loc>{}</loc>\n", escape(page.address.absolute(base_url)));
        if let Some(day) = updated(page) {
            let _ = writeln!(text, "<lastmod>{day}</lastmod>");
        }
        for lang in &page.languages {
            let other = page.address.in_language(*lang).absolute(base_url);
            let _ = writeln!(
                text,
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                lang.tag(),
                escape(other.as_str())
            );
        }
        text += "</url>\n";
    }
    text + "</urlset>\n"
}

/// `robots.txt`: everything may be read.
#[must_use]
pub fn robots(base_url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {base_url}sitemap.xml\n")
}
