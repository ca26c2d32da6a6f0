//! The pages of the figures: what they say at each size, and that they say no more than what is published.

use std::collections::{BTreeMap, BTreeSet};

use insta::assert_snapshot;
use proptest::prelude::*;
use regex::Regex;

use crate::regulation::{UnreadText, read_regulation};
use crate::site::Edition;
use crate::site::figures_fixture::{H, alone, bare, day, fewer, input, lined, made, n, one_way, star, total, version};
use crate::statistics::{Basis, Count, Dimension, Figures, Size};

const NL: &str = "wilgenhof/cijfers/";
const EN: &str = "en/wilgenhof/figures/";

type Files = BTreeMap<String, Vec<u8>>;

fn site(years: Vec<Figures>) -> Files {
    made(&input(years)).unwrap()
}

fn page(site: &Files, path: &str) -> String {
    String::from_utf8(site[path].clone()).unwrap()
}

/// The part that is the page's own.
fn main_of(html: &str) -> &str {
    let start = html.find("<h1>").unwrap();
    &html[start..html.find("</main>").unwrap()]
}

fn shown(site: &Files, path: &str) -> String {
    main_of(&page(site, path)).to_owned()
}

/// The fixture's year 2024 was corrected once, 2025 was not.
#[test]
fn a_corrected_year_says_so() {
    let site = site(vec![total(2024), total(2025)]);
    let says = |path: &str, words: &str| shown(&site, path).contains(words);
    assert!(says(&format!("{NL}2024/index.html"), "later verbeterd"));
    assert!(says(&format!("{EN}2024/index.html"), "corrected later"));
    assert!(says(&format!("{NL}2025/index.html"), "definitief") && !says(&format!("{NL}2025/index.html"), "verbeterd"));
}

#[test]
fn every_size_in_both_languages() {
    for (name, figures) in [
        ("fewer", vec![fewer(2025)]),
        ("total", vec![total(2025)]),
        ("one-way", vec![one_way(2024), one_way(2025)]),
        ("star", vec![star(2024), star(2025)]),
    ] {
        let site = site(figures);
        assert_snapshot!(format!("year-{name}-nl"), shown(&site, &format!("{NL}2025/index.html")));
        assert_snapshot!(format!("year-{name}-en"), shown(&site, &format!("{EN}2025/index.html")));
    }
}

#[test]
fn the_overview_has_a_line_for_every_year_and_no_sum() {
    let site = site(vec![total(2022), fewer(2023), one_way(2024), star(2025)]);
    let (nl, en) = (shown(&site, &format!("{NL}index.html")), shown(&site, &format!("{EN}index.html")));
    for sum in ["1288", "1.288", "1276", "1.276", "1,276"] {
        assert!(!nl.contains(sum) && !en.contains(sum), "{sum}");
    }
    assert_snapshot!("overview-nl", nl);
    assert_snapshot!("overview-en", en);
}

#[test]
fn without_a_closed_year_the_overview_says_so_and_there_is_a_method() {
    let site = site(Vec::new());
    assert!(shown(&site, &format!("{NL}index.html")).contains("Er zijn nog geen cijfers."));
    for (path, words) in
        [("wilgenhof/cijfers/methode/", "id=\"hidden-figures\""), ("en/wilgenhof/figures/method/", "CC0")]
    {
        assert!(shown(&site, &format!("{path}index.html")).contains(words), "{path}");
    }
}

#[test]
fn a_regulation_without_english_has_dutch_pages_only() {
    let mut input = input(vec![one_way(2025)]);
    input.regulations[0].editions[0].version = version(false);
    let site = made(&input).unwrap();
    assert!(site.contains_key(&format!("{NL}2025/index.html")));
    assert!(!site.keys().any(|path| path.starts_with(EN)), "{:?}", site.keys());
}

#[test]
fn a_code_without_a_name_keeps_the_site_from_being_built() {
    let mut figures = one_way(2025);
    figures.tables.push(alone(Dimension::Handling, &[("telepathy", n(36))], n(36)));
    let faults = format!("{:?}", made(&input(vec![figures])).unwrap_err());
    assert!(faults.contains("figures-handling-telepathy"), "{faults}");
}

#[test]
fn a_page_of_a_large_year_is_light() {
    let site = site(vec![star(2024), star(2025)]);
    for path in [format!("{NL}2025/index.html"), format!("{EN}2025/index.html")] {
        let bytes = site[&path].len();
        assert!(bytes <= 40_000, "{path}: {bytes}");
    }
    let bytes = made(&input(vec![one_way(2024), one_way(2025)])).unwrap()[&format!("{NL}2025/index.html")].len();
    assert!(bytes <= 20_000, "{bytes}");
}

#[test]
fn nothing_on_the_pages_needs_a_style_or_a_script() {
    let site = site(vec![star(2024), star(2025)]);
    for (path, bytes) in site.iter().filter(|(path, _)| path.contains("cijfers/")) {
        let html = String::from_utf8(bytes.clone()).unwrap();
        assert!(!html.contains(" style=") && !html.contains("<text"), "{path}");
        assert!(!main_of(&html).contains("<script"), "{path}");
    }
}

/// The versions of the regulation: the first, and one from July 2025 that no longer has one of the topics.
fn versions() -> Vec<Edition> {
    let first = Edition { version: version(true), changed: None };
    let mut second = first.clone();
    second.version.regulation.valid_from = day("2025-07-01");
    let source = second.version.source.replace("    - {id: rekening, name: Rekening, quote: x}\n", "");
    second.version.tree = read_regulation(&source).tree.unwrap();
    second.version.english.as_mut().unwrap().words.names.remove("topics/rekening").unwrap();
    vec![first, second]
}

#[test]
fn a_year_names_the_versions_in_force_in_it() {
    let mut input = input(vec![one_way(2024), one_way(2025), one_way(2026)]);
    input.regulations[0].editions = versions();
    let of = |year: i32| -> Vec<String> {
        let versions = input.regulations[0].in_year(year);
        versions.iter().map(|e| e.version.regulation.valid_from.to_string()).collect()
    };
    assert_eq!(of(2020), ["2023-01-01"]);
    assert_eq!(of(2024), ["2023-01-01"]);
    assert_eq!(of(2025), ["2023-01-01", "2025-07-01"]);
    assert_eq!(of(2026), ["2025-07-01"]);
    let html = shown(&made(&input).unwrap(), &format!("{NL}2025/index.html"));
    assert!(html.contains("regeling/2023-01-01/index.html") && html.contains("regeling/2025-07-01/index.html"));
}

#[test]
fn a_code_keeps_its_name_when_a_later_version_drops_it() {
    let mut input = input(vec![one_way(2026)]);
    input.regulations[0].editions = versions();
    let site = made(&input).unwrap();
    assert!(shown(&site, &format!("{NL}2026/index.html")).contains(">Rekening<"));
    assert!(shown(&site, &format!("{EN}2026/index.html")).contains(">Invoice<"));
}

#[test]
fn what_was_not_translated_stands_there_in_dutch_and_is_marked_so() {
    let mut input = input(vec![one_way(2025)]);
    let english = input.regulations[0].editions[0].version.english.as_mut().unwrap();
    english.text = UnreadText::new("# Complaints regulation\n\nOne sentence.\n");
    let html = shown(&made(&input).unwrap(), &format!("{EN}2025/index.html"));
    assert!(html.contains("<q lang=\"nl\">Wij zijn op tijd.</q>"), "{html}");
    assert!(html.contains("<li lang=\"nl\">Het rooster staat"), "{html}");
}

#[test]
fn a_table_that_would_only_hide_is_named_and_not_drawn() {
    let html = shown(&site(vec![one_way(2025)]), &format!("{NL}2025/index.html"));
    assert!(html.contains("Hierover tonen wij geen aantallen: Tevreden over de behandeling."), "{html}");
    assert!(!html.contains("t-satisfaction"), "{html}");
}

/// Counts of which some are hidden; nothing stands behind a hidden one, so nothing can come out.
fn count() -> impl Strategy<Value = Count> {
    prop_oneof![2 => Just(H), 1 => Just(n(0)), 3 => (5u64..3000).prop_map(n)]
}

fn counts(length: usize) -> impl Strategy<Value = Vec<Count>> {
    proptest::collection::vec(count(), length)
}

fn figures() -> impl Strategy<Value = Figures> {
    let size = prop_oneof![Just(Size::OneWay), Just(Size::Star)];
    (size, count(), counts(5), counts(4), counts(4), counts(9)).prop_map(
        |(size, received, topics, kept, flow, inner)| {
            let mut figures = bare(2025, size, received);
            figures.flow.carried_in = flow[0];
            figures.flow.closed = flow[1];
            figures.flow.carried_out = flow[2];
            let rows =
                [("inhoud", topics[0]), ("trainer", topics[1]), ("planning", topics[2]), ("rekening", topics[3])];
            figures.tables.push(alone(Dimension::Topic, &rows, topics[4]));
            let rows = [("in-time", kept[0]), ("late", kept[1]), ("open", kept[2])];
            figures.tables.push(alone(Dimension::Timeliness, &rows, kept[3]));
            figures.tables.push(lined(
                "topic-timeliness",
                &[Dimension::Topic, Dimension::Timeliness],
                Basis::Complaints,
                &["in-time", "late"],
                &[("inhoud", &inner[0..3]), ("trainer", &inner[3..6])],
                &inner[6..9],
            ));
            figures
        },
    )
}

/// What may be said of a year: its published counts, and the shares and the bars that follow from them.
struct Sayable {
    numbers: BTreeSet<String>,
    widths: BTreeSet<String>,
}

impl Sayable {
    fn of(figures: &Figures) -> Self {
        let flow = &figures.flow;
        let mut counts = vec![figures.received, flow.carried_in, flow.received, flow.closed, flow.carried_out];
        let mut sayable = Self { numbers: BTreeSet::new(), widths: BTreeSet::new() };
        for table in &figures.tables {
            counts.extend(table.cells().map(|(_, _, count)| count));
            let line: Vec<u64> = table.rows.iter().filter_map(|r| r.counts.0.last()?.shown()).collect();
            let total = table.total.0.last().and_then(|c| c.shown());
            for number in &line {
                // The nearest whole percent, but neither all nor nothing of a part.
                let share = total.filter(|t| *t >= 20 && number <= t).map(|t| {
                    let nearest = (0..=100).find(|s| (s * t).abs_diff(number * 100) * 2 <= t).unwrap();
                    if *number == 0 || *number == t { nearest } else { nearest.clamp(1, 99) }
                });
                let up =
                    share.filter(|s| total.is_some_and(|t| (number * 200).abs_diff(s * 2 * t) == t)).map(|s| s + 1);
                sayable.numbers.extend(share.into_iter().chain(up).map(|s| s.to_string()));
                let most = *line.iter().max().unwrap();
                if let Some(thousandths) = (number * 1000).checked_div(most) {
                    sayable.widths.insert(format!("{}.{}", thousandths / 10, thousandths % 10));
                }
            }
        }
        sayable.numbers.extend(counts.into_iter().filter_map(Count::shown).map(|number| number.to_string()));
        sayable.widths.insert("100.0".to_owned());
        sayable
    }
}

/// Every number in the text of the cells.
fn in_cells(html: &str) -> Vec<String> {
    let cell = Regex::new(r"<td[^>]*>(.*?)</td>").unwrap();
    let number = Regex::new(r"[0-9][0-9.,]*").unwrap();
    let plain = |text: &str| text.replace(['.', ','], "");
    cell.captures_iter(html)
        .flat_map(|c| number.find_iter(c.get(1).unwrap().as_str()).map(|m| plain(m.as_str())).collect::<Vec<_>>())
        .collect()
}

fn bars(html: &str) -> Vec<String> {
    let width = Regex::new(r#"<rect width="([0-9.]+)%" height="100%"/>"#).unwrap();
    let tenths = |text: &str| if text.contains('.') { text.to_owned() } else { format!("{text}.0") };
    let found: Vec<String> = width.captures_iter(html).map(|c| tenths(&c[1])).collect();
    assert_eq!(found.len(), html.matches("<rect").count(), "a bar that is not drawn as a share of a width");
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_page_says_no_number_that_is_not_published(figures in figures()) {
        let may = Sayable::of(&figures);
        let drawn = figures.tables.iter().filter(|t| t.columns.is_empty());
        let most = drawn.flat_map(|t| &t.rows).filter(|r| r.counts.0[0].shown().is_some_and(|c| c > 0)).count();
        let site = site(vec![figures]);
        for path in [format!("{NL}2025/index.html"), format!("{EN}2025/index.html")] {
            let html = shown(&site, &path);
            for number in in_cells(&html) {
                prop_assert!(may.numbers.contains(&number), "{number} in {path}");
            }
            let bars = bars(&html);
            prop_assert!(bars.len() <= most, "a hidden count has a bar in {path}");
            for width in bars {
                prop_assert!(may.widths.contains(&width), "{width} in {path}");
            }
        }
    }
}

/// For whoever wants to look at it: `KLACHT_SITE=/tmp/site cargo test --lib look_at_the_site`.
#[test]
fn look_at_the_site() {
    let Some(folder) = std::env::var_os("KLACHT_SITE") else { return };
    let input = input(vec![total(2021), fewer(2022), one_way(2023), one_way(2024), star(2025)]);
    for (path, bytes) in made(&input).unwrap() {
        let file = std::path::Path::new(&folder).join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }
}
