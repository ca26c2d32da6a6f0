use proptest::prelude::*;

use super::{Additions, to_html};
use crate::diagnostics::Lang;
use crate::regulation::RegulationText;

/// Elements and attributes that the writer may write.
const ELEMENTS: &[&str] = &[
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "code",
    "ul",
    "ol",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "section",
    "div",
    "em",
    "strong",
    "dfn",
    "a",
    "sup",
    "br",
    "hr",
];
const VOID: &[&str] = &["br", "hr"];
const ATTRIBUTES: &[&str] = &["id", "class", "href", "role", "start", "scope", "tabindex", "aria-label"];

/// The tags of a page, each without its brackets. Any other bracket is written as an entity.
fn tags(html: &str) -> Vec<String> {
    html.split('<').skip(1).map(|rest| rest.split_once('>').expect("a tag is not closed").0.to_owned()).collect()
}

/// Names and values of a tag's attributes.
fn attributes(tag: &str) -> Vec<(String, String)> {
    let mut rest = tag.split_once(' ').map_or("", |(_, rest)| rest).trim();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (name, after) = rest.split_once("=\"").expect("an attribute has a quoted value");
        let (value, after) = after.split_once('"').expect("a value is closed");
        found.push((name.to_owned(), value.to_owned()));
        rest = after.trim();
    }
    found
}

fn sound(html: &str) {
    let (mut open, mut ids) = (Vec::new(), std::collections::BTreeSet::new());
    for tag in tags(html) {
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        assert!(ELEMENTS.contains(&name), "<{tag}> in {html}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "{html}");
            continue;
        }
        if !VOID.contains(&name) {
            if name == "a" {
                assert!(!open.iter().any(|o| o == "a"), "a link in a link: {html}");
            }
            open.push(name.to_owned());
        }
        for (name, value) in attributes(&tag) {
            assert!(ATTRIBUTES.contains(&name.as_str()), "{name} in {html}");
            let head = value.split(['/', '?', '#']).next().unwrap_or_default();
            let scheme = head.split_once(':').map_or("", |(scheme, _)| scheme).to_ascii_lowercase();
            assert!(name != "href" || ["", "http", "https", "mailto", "tel"].contains(&scheme.as_str()), "{value}");
            assert!(name != "id" || ids.insert(value.clone()), "twice the id {value}: {html}");
        }
    }
    assert!(open.is_empty(), "{open:?} open in {html}");
}

fn html(source: &str) -> String {
    to_html(source, Lang::Nl, &Additions::default())
}

/// With all anchors, and a mark at the end of each sentence.
fn dressed(source: &str) -> String {
    let text = RegulationText::read(source);
    let mark = |(n, s): (usize, &crate::regulation::Sentence)| (s.end, format!("<sup><a href=\"#n{n}\">{n}</a></sup>"));
    let additions = Additions {
        anchors: text.anchors.iter().cloned().collect(),
        marks: text.sentences.iter().enumerate().map(mark).collect(),
        ..Additions::default()
    };
    to_html(source, Lang::En, &additions)
}

#[test]
fn a_regulation_becomes_a_page() {
    let source = "# Titel\n\nVooraf, met <b>tekst</b>.\n\n## Artikel 1. Wat\n\n- **Klacht**: *elke* uiting. Ook deze.\n  - a. zus;\n  - b. zo.\n\n1. Lees [hier](https://a.example/?a=1&b=2). Of [daar](javascript:alert).[^1]\n2. Zie `code`. En ![een plaatje](x.png).\n3. See Article 1 paragraph 2, not Article 9, `Article 1` or [Article 1](https://a.example).\n\n| Stap | Dagen |\n|---|--:|\n| Een | 2 |\n\n<script>alert(1)</script>\n\n[^1]: Een noot.\n";
    insta::assert_snapshot!(dressed(source));
}

#[test]
fn what_could_run_is_shown_as_words() {
    for source in [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "[x](javascript:alert(1)) <javascript:alert(1)> [x](data:text/html;base64,xx)",
        "[x](https://a.example \"on\\\"click=1\")",
        "![x](javascript:alert(1))",
        "[^1] [^1]\n\n[^1]: a\n\n[^1]: b",
        "[![[a](b)](c)](https://d.example)",
        "# [a](b)[^1]\n\n[^1]: c",
    ] {
        sound(&html(source));
        sound(&dressed(source));
    }
}

fn piece() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "# ",
        "## Artikel 5. ",
        "\n",
        "\n\n",
        "1. ",
        "- ",
        "    ",
        "> ",
        "| a | b |\n|---|---|\n| c | d |\n",
        "[x](",
        ")",
        "![",
        "](",
        "]",
        "javascript:",
        "data:",
        "https://a.example",
        "<script>",
        "</p>",
        "<a onclick=x>",
        "[^1]",
        "[^1]: ",
        "**",
        "*",
        "`",
        "```\n",
        "&lt;",
        "\"",
        "'",
        "<",
        ">",
        "\u{1}",
        "\0",
        "Zin. ",
        "Mevrouw Q. ",
        "artikel 5 lid 1",
        "Article 5 paragraph 1. ",
        "---\n",
        "<!--",
        "-->",
        "<https://b.example>",
    ]);
    prop_oneof![4 => fixed.prop_map(str::to_owned), 1 => "\\PC{0,8}"]
}

proptest! {
    #[test]
    fn any_text_gives_a_sound_page(pieces in prop::collection::vec(piece(), 0..40)) {
        let source: String = pieces.concat();
        sound(&html(&source));
        sound(&dressed(&source));
    }
}
