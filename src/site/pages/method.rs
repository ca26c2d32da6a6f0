//! How is counted and protected: the page that every hidden number points to. Its text is `method.nl.md` and `method.en.md`.

use serde_json::json;

use super::super::address::{Address, Part};
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::figure_words::FigureWords;
use super::super::input::{Input, Published};
use super::super::markdown::{Additions, to_html};
use super::super::page::Page;
use super::figures::{crumbs, languages, organisation};
use crate::diagnostics::Lang;
use crate::regulation::{Block, RegulationText, Shape};

/// One page per regulation, with or without figures.
pub fn pages(input: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    let text = rendered(engine.text(&format!("method.{}.md", lang.tag())).unwrap_or_default(), lang);
    let of = |published: &Published| page(published, input, engine, lang, &text);
    let wanted = input.regulations.iter().filter(|p| languages(p, input).contains(&lang));
    let made: Result<Vec<Option<Page>>, SiteFault> = wanted.map(of).collect();
    made.map(|pages| pages.into_iter().flatten().collect()).map_err(|fault| vec![fault])
}

fn page(
    published: &Published,
    input: &Input,
    engine: &Engine,
    lang: Lang,
    text: &str,
) -> Result<Option<Page>, SiteFault> {
    let words = FigureWords::new(published, engine, lang, i32::MAX);
    Ok(Some(Page {
        title: words.say("figures-method-title")?,
        description: words.say("figures-method-description")?,
        languages: languages(published, input),
        organisation: organisation(published, input),
        crumbs: crumbs(published, input, &words, &[Part::Figures])?,
        menu: Vec::new(),
        updated: None,
        canonical: None,
        structured: Vec::new(),
        template: "method.html",
        content: json!({"text": text}),
        address: Address::Of(lang, published.id.clone(), Part::Method),
    }))
}

/// The text as HTML, by the same writer as a regulation. A heading may name its place, as in `## Averages {#averages}`.
fn rendered(text: &str, lang: Lang) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut names = Vec::new();
    for line in text.lines() {
        let named = line.starts_with('#').then(|| line.trim_end().strip_suffix('}')?.rsplit_once(" {#")).flatten();
        names.extend(named.map(|(heading, name)| (heading.trim_start_matches('#').trim(), name)));
        plain.push_str(named.map_or(line, |(heading, _)| heading));
        plain.push('\n');
    }
    let of = |block: &Block| {
        let name = names.iter().find(|(heading, _)| *heading == block.text).map(|(_, name)| *name)?;
        matches!(block.shape, Shape::Heading(_)).then(|| (block.event, name.to_owned()))
    };
    let anchors = RegulationText::read(&plain).blocks.iter().filter_map(of).collect();
    to_html(&plain, lang, &Additions { anchors, ..Additions::default() })
}

#[cfg(test)]
#[path = "../../../tests/unit/site/pages/method.rs"]
mod tests;
