//! How is counted and protected: the page that every hidden number points to. Its text is `method.nl.md` and `method.en.md`.

use pulldown_cmark::{Event, Options, Parser, Tag, html};
use serde_json::json;

use super::super::address::{Address, Part};
use super::super::engine::Engine;
use super::super::fault::SiteFault;
use super::super::figure_words::FigureWords;
use super::super::input::{Input, Published};
use super::super::markdown::allowed;
use super::super::page::Page;
use super::figures::{crumbs, languages, organisation};
use crate::diagnostics::Lang;

/// One page per regulation, with or without figures.
pub fn pages(input: &Input, engine: &Engine, lang: Lang) -> Result<Vec<Page>, Vec<SiteFault>> {
    let text = rendered(engine.text(&format!("method.{}.md", lang.tag())).unwrap_or_default());
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

/// The text as HTML. Marks of HTML in it are shown as they stand; a link leads to the web, to a mail address or within the site.
fn rendered(text: &str) -> String {
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let safe = Parser::new_ext(text, options).map(|event| match event {
        Event::Html(source) | Event::InlineHtml(source) => Event::Text(source),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = allowed(&dest_url).unwrap_or_default().into();
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        other => other,
    });
    let mut out = String::new();
    html::push_html(&mut out, safe);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_scripts_do_not_get_through() {
        let html = rendered("# A {#a}\n\n<script>x</script>\n\n[b](javascript:x) [c](https://c.example) <b>d</b>\n");
        assert!(html.contains("<h1 id=\"a\">A</h1>"), "{html}");
        assert!(html.contains("&lt;script&gt;") && html.contains("&lt;b&gt;"), "{html}");
        assert!(html.contains("<a href=\"\">b</a>") && html.contains("https://c.example"), "{html}");
    }
}
