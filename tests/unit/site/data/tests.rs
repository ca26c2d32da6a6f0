//! The data files: what is in them is what is published, in the forms that their readers expect.

use std::collections::{BTreeMap, BTreeSet};

use insta::assert_snapshot;
use serde_json::Value;

use super::lines::{lines, unformulated, written};
use crate::site::figures_fixture::{fewer, input, made, one_way, star};
use crate::statistics::{Count, Figures};

const CSV: &str = "wilgenhof/data/2025.csv";
const EXCEL: &str = "wilgenhof/data/2025-excel.csv";
const JSON: &str = "wilgenhof/data/2025.json";
const METADATA: &str = "wilgenhof/data/2025.csv-metadata.json";

type Files = BTreeMap<String, Vec<u8>>;

fn site(figures: Figures) -> Files {
    made(&input(vec![figures])).unwrap()
}

fn text(site: &Files, path: &str) -> String {
    String::from_utf8(site[path].clone()).unwrap()
}

fn json(site: &Files, path: &str) -> Value {
    serde_json::from_str(&text(site, path)).unwrap()
}

#[test]
fn the_comma_separated_file_says_the_tables() {
    for figures in [fewer(2025), one_way(2025), star(2025)] {
        let site = site(figures.clone());
        let mut reader = csv::ReaderBuilder::new().from_reader(site[CSV].as_slice());
        assert_eq!(reader.headers().unwrap(), vec!["table", "row", "column", "count"]);
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        for table in &figures.tables {
            for (row, column, count) in table.cells() {
                let place = [table.id.as_str(), row.unwrap_or("_total"), column.unwrap_or("_total")];
                let found: Vec<&str> = rows.iter().filter(|r| [&r[0], &r[1], &r[2]] == place).map(|r| &r[3]).collect();
                assert_eq!(found, [written(count)], "{place:?}");
            }
        }
        assert_eq!(rows.len(), lines(&figures).len());
    }
}

#[test]
fn every_value_of_the_count_column_is_a_number_or_the_declared_null() {
    let site = site(star(2025));
    let metadata = json(&site, METADATA);
    let columns = metadata["tableSchema"]["columns"].as_array().unwrap();
    let null: Vec<&str> = columns[3]["null"].as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect();
    assert_eq!(null, ["[c]"]);
    let mut reader = csv::ReaderBuilder::new().from_reader(site[CSV].as_slice());
    let head = reader.headers().unwrap().clone();
    for (name, column) in head.iter().zip(columns) {
        assert_eq!(column["name"], name);
        for lang in ["nl", "en"] {
            let titles = column["titles"][lang].as_array().unwrap();
            assert!(titles.iter().any(|t| t == name), "{name} is no title of its column in {lang}");
        }
    }
    let mut keys = BTreeSet::new();
    for row in reader.records().map(Result::unwrap) {
        assert!(null.contains(&&row[3]) || row[3].parse::<u64>().is_ok(), "{row:?}");
        assert!(keys.insert((row[0].to_owned(), row[1].to_owned(), row[2].to_owned())), "twice: {row:?}");
    }
    assert_eq!(metadata["url"], "2025.csv");
    assert_snapshot!("metadata", text(&site, METADATA));
}

#[test]
fn the_files_look_like_this() {
    let site = site(one_way(2025));
    assert_snapshot!("csv", text(&site, CSV));
    assert_snapshot!("excel", text(&site, EXCEL));
    assert_snapshot!("json", text(&site, JSON));
}

#[test]
fn lines_end_as_the_standard_says_and_excel_finds_its_mark() {
    let site = site(one_way(2025));
    for path in [CSV, EXCEL] {
        let text = text(&site, path);
        assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count(), "{path}");
    }
    assert!(site[EXCEL].starts_with(b"\xef\xbb\xbftabel;rij;kolom;aantal\r\n"));
    assert!(!site[CSV].starts_with(b"\xef\xbb\xbf"));
}

#[test]
fn no_field_is_a_formula() {
    for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
        assert_eq!(unformulated(formula), format!("'{formula}"));
    }
    assert_eq!(unformulated("[c]"), "[c]");
    let mut input = input(vec![one_way(2025)]);
    let version = &mut input.regulations[0].editions[0].version;
    let source = version.source.replace("name: Planning en rooster", "name: \"=HYPERLINK()\"");
    version.tree = crate::regulation::read_regulation(&source).tree.unwrap();
    let excel = text(&made(&input).unwrap(), EXCEL);
    assert!(excel.contains("Onderwerp;'=HYPERLINK();Totaal;14\r\n"), "{excel}");
}

/// Every number in a value, and how many nulls.
fn numbers(value: &Value, found: &mut BTreeSet<u64>) {
    match value {
        Value::Number(number) => {
            found.insert(number.as_u64().unwrap());
        }
        Value::Array(items) => items.iter().for_each(|v| numbers(v, found)),
        Value::Object(fields) => fields.values().for_each(|v| numbers(v, found)),
        _ => {}
    }
}

#[test]
fn the_json_file_holds_the_published_numbers_and_no_others() {
    let figures = star(2025);
    let site = site(figures.clone());
    let mut value = json(&site, JSON);
    // Parameters and the audit's own counts are public, and no counts of complaints.
    for key in ["year", "threshold", "audit"] {
        value.as_object_mut().unwrap().remove(key).unwrap();
    }
    let mut found = BTreeSet::new();
    numbers(&value, &mut found);
    let published: BTreeSet<u64> = lines(&figures).into_iter().filter_map(|l| Count::shown(l.count)).collect();
    assert_eq!(found, published);
}

#[test]
fn the_page_tells_search_engines_where_the_files_are() {
    let site = site(one_way(2025));
    let html = text(&site, "wilgenhof/cijfers/2025/index.html");
    let told = html.split("application/ld+json\">").skip(1).map(|rest| &rest[..rest.find("</script>").unwrap()]);
    let told: Vec<Value> = told.map(|json| serde_json::from_str(json).unwrap()).collect();
    let data = told.iter().find(|value| value["@type"] == "Dataset").unwrap();
    for download in data["distribution"].as_array().unwrap() {
        let address = download["contentUrl"].as_str().unwrap();
        let path = address.strip_prefix("https://www.wilgenhof.example/klachten/").unwrap();
        assert!(site.contains_key(path), "{path}");
    }
}
