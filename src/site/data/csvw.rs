//! What the columns of a CSV file mean, by CSV on the Web (W3C, 2015).

use serde_json::{Value, json};

use super::super::fault::SiteFault;
use super::super::input::{ClosedYear, Input, Published};
use super::super::pages::organisation;
use super::csv_files::COLUMNS;
use super::json_file::bytes;
use super::lines::HIDDEN;
use super::{Both, Format, LICENCE, path};
use crate::diagnostics::Lang;

/// The metadata of a year's CSV file.
pub fn metadata(
    published: &Published,
    closed: &ClosedYear,
    input: &Input,
    words: Both<'_>,
) -> Result<Vec<u8>, SiteFault> {
    let csv = path(&published.id, closed.figures.year, Format::Csv);
    let year = closed.figures.year.to_string();
    let texts = [("year", year.as_str())];
    let title = words.say(|w| w.with("figures-year-title", &texts))?;
    let description = words.say(|w| w.say("figures-data-description"))?;
    let columns: Vec<Value> = COLUMNS.iter().map(|name| column(name, words)).collect::<Result<_, _>>()?;
    bytes(
        &json!({
            "@context": ["http://www.w3.org/ns/csvw", {"@language": Lang::Nl.tag()}],
            "url": csv.rsplit('/').next(),
            "dc:title": tagged(&title),
            "dc:description": tagged(&description),
            "dc:publisher": organisation(published, input),
            "dc:license": {"@id": LICENCE},
            "dc:issued": {"@value": closed.closed_on.to_string(), "@type": "xsd:date"},
            "dialect": {"encoding": "utf-8", "delimiter": ",", "header": true, "lineTerminators": ["\r\n"]},
            "tableSchema": {"columns": columns, "primaryKey": ["table", "row", "column"]},
        }),
        &csv,
    )
}

/// A column: the name in the file is one of its titles, by which a reader finds it.
fn column(name: &str, words: Both<'_>) -> Result<Value, SiteFault> {
    let dutch = words.nl.say(&format!("figures-column-{name}"))?;
    let titles = if dutch == name { json!([name]) } else { json!([dutch, name]) };
    let description = words.say(|w| w.say(&format!("figures-column-{name}-description")))?;
    let mut column =
        json!({"name": name, "titles": {"nl": titles, "en": [name]}, "dc:description": tagged(&description)});
    if let Some(column) = column.as_object_mut() {
        if name == "count" {
            column.insert("datatype".to_owned(), json!("nonNegativeInteger"));
            column.insert("null".to_owned(), json!([HIDDEN]));
        } else {
            column.insert("datatype".to_owned(), json!("string"));
            column.insert("required".to_owned(), json!(true));
        }
    }
    Ok(column)
}

/// Texts by language as a list of values with their language.
fn tagged(texts: &Value) -> Value {
    let of = |lang: Lang| json!({"@value": texts.get(lang.tag()), "@language": lang.tag()});
    Lang::ALL.map(of).into_iter().collect()
}
