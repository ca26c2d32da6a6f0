//! What the regulation says, in its own words and with its article.

use crate::diagnostics::Lang;
use crate::regulation::{RuleRef, Version};
use crate::yaml::Node;

/// The sentences that a rule quotes, with the heading above the first and where the rule stands; empty when it quotes none.
#[must_use]
pub fn words(version: &Version, rule: &RuleRef, lang: Lang) -> String {
    let quotes = quotes(version, rule);
    if quotes.is_empty() {
        return String::new();
    }
    let cited: Vec<String> = quotes.iter().map(|quote| format!("> {}", version.quoted_in(quote, lang))).collect();
    let first = quotes.iter().find_map(|quote| version.text.touched(quote).first().copied());
    let heading = first.and_then(|number| version.text.sentences.get(number)).map(|sentence| sentence.heading.clone());
    let heading = heading.filter(|h| !h.is_empty()).map_or(String::new(), |h| format!("{h} · "));
    let word = match lang {
        Lang::Nl => "regel",
        Lang::En => "rule",
    };
    format!("{}\n\n{heading}{word} `{rule}`", cited.join("\n>\n"))
}

fn quotes(version: &Version, rule: &RuleRef) -> Vec<String> {
    let node = rule.route(&version.tree).find(&version.tree);
    let Some(quote) = node.and_then(|n| n.get("quote")) else { return Vec::new() };
    match quote.text() {
        Some(text) => vec![text.to_owned()],
        None => quote.items().iter().filter_map(Node::text).map(str::to_owned).collect(),
    }
}
