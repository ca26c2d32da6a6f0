//! A regulation as plain text.

use std::fmt::Write;

use super::super::super::fault::SiteFault;
use super::super::super::phrases::Phrases;
use super::content::About;
use crate::calendar::day_words;
use crate::regulation::Shape;

/// The text of a version without signs, with what it is on top. It begins with a mark of UTF-8, since a server or a disk
/// says nothing of how a text is written.
pub fn text(about: &About<'_>, phrases: &Phrases) -> Result<String, SiteFault> {
    let from = day_words(about.edition.version.regulation.valid_from, about.lang);
    let mut out = format!("\u{feff}{}\n{}\n", about.names.title(), about.organisation());
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{}: {}", phrases.say("regulation-valid-from")?, from);
    if let Some(changed) = &about.edition.changed {
        let day = day_words(changed.on, about.lang);
        let _ = writeln!(out, "{}: {} ({})", phrases.say("regulation-changed")?, day, changed.commit);
    }
    if about.translated() {
        let _ = writeln!(out, "{}", phrases.say("regulation-prevails")?);
    }
    for block in &about.text().blocks {
        let text = &block.text;
        let _ = match block.shape {
            Shape::Heading(_) => write!(out, "\n{text}\n{}\n", "-".repeat(text.chars().count())),
            Shape::Item { depth, number } => {
                let indent = "   ".repeat(depth.saturating_sub(1));
                match number {
                    Some(number) => writeln!(out, "{indent}{number}. {text}"),
                    None => writeln!(out, "{indent}- {text}"),
                }
            }
            Shape::Cell => writeln!(out, "| {text}"),
            Shape::Paragraph => write!(out, "\n{text}\n"),
        };
    }
    Ok(out)
}
