//! A regulation in two languages and figures of every size, made by hand, for the tests of the pages and the data files.

mod regulation;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::data;
use super::engine::Engine;
use super::fault::SiteFault;
use super::frame::Framer;
use super::input::{About, ClosedYear, Edition, Input, Lesson, Provenance, Published};
use super::pages;
use crate::diagnostics::Lang;
use crate::statistics::{
    ALSO, Basis, Certificate, Count, Counts, Dimension, Figures, Flow, MAIN, MENTIONS, NOTATION, OTHER, Row, Size,
    Table, Times,
};

pub use regulation::version;

/// A count that is hidden.
pub const H: Count = Count::Hidden;

/// A count that is shown.
pub const fn n(number: u64) -> Count {
    Count::Shown(number)
}

/// A day.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A site with these years, each closed on the first of February after it.
pub fn input(years: Vec<Figures>) -> Input {
    let lessons = vec![
        Lesson { nl: "Het rooster staat nu een maand vooraf vast.".to_owned(), en: None },
        Lesson {
            nl: "Wij noemen de kosten voortaan bij de inschrijving.".to_owned(),
            en: Some("We now name the costs at enrolment.".to_owned()),
        },
    ];
    let closed = |figures: Figures| ClosedYear {
        revision: if figures.year == 2024 { 2 } else { 1 },
        closed_on: day(&format!("{}-02-01", figures.year + 1)),
        lessons: lessons.clone(),
        figures,
    };
    let published = Published {
        id: "wilgenhof".to_owned(),
        editions: vec![Edition { version: version(true), changed: None }],
        years: years.into_iter().map(closed).collect(),
        sealed: false,
        backups: None,
    };
    Input {
        base_url: "https://www.wilgenhof.example/klachten/".to_owned(),
        notice: None,
        about: About::default(),
        regulations: vec![published],
        overrides: BTreeMap::new(),
        elsewhere: Vec::new(),
        private: Vec::new(),
        provenance: Provenance { commit: None, on: day("2026-03-01") },
    }
}

/// The pages of the figures and the data files, by path: these only, since the regulation lacks what other pages need.
pub fn made(input: &Input) -> Result<BTreeMap<String, Vec<u8>>, Vec<SiteFault>> {
    let engine = Engine::new(&input.overrides)?;
    let mut files: BTreeMap<String, Vec<u8>> =
        engine.assets().into_iter().chain(data::files(input, &engine)?).collect();
    let in_each = Lang::ALL.map(|lang| pages::of_figures(input, &engine, lang));
    let planned = in_each.into_iter().collect::<Result<Vec<_>, _>>()?.concat();
    let framer = Framer::new(input, &engine, &planned);
    for page in &planned {
        let html = framer.render(page).map_err(|fault| vec![fault])?;
        files.insert(page.address.file(), html.into_bytes());
    }
    Ok(files)
}

/// A table of one dimension.
pub fn alone(dimension: Dimension, rows: &[(&str, Count)], total: Count) -> Table {
    let row = |(id, count): &(&str, Count)| Row { id: (*id).to_owned(), counts: Counts(vec![*count]) };
    Table {
        id: dimension.id().to_owned(),
        dimensions: vec![dimension],
        basis: Basis::Complaints,
        columns: Vec::new(),
        rows: rows.iter().map(row).collect(),
        total: Counts(vec![total]),
    }
}

/// A table with columns.
pub fn lined(
    id: &str,
    dimensions: &[Dimension],
    basis: Basis,
    columns: &[&str],
    rows: &[(&str, &[Count])],
    total: &[Count],
) -> Table {
    let row = |(id, counts): &(&str, &[Count])| Row { id: (*id).to_owned(), counts: Counts(counts.to_vec()) };
    Table {
        id: id.to_owned(),
        dimensions: dimensions.to_vec(),
        basis,
        columns: columns.iter().map(|c| (*c).to_owned()).collect(),
        rows: rows.iter().map(row).collect(),
        total: Counts(total.to_vec()),
    }
}

/// A year without tables.
pub fn bare(year: i32, size: Size, received: Count) -> Figures {
    Figures {
        schema: NOTATION.to_owned(),
        year,
        k: 5,
        width: 5,
        size,
        received,
        flow: Flow { carried_in: H, received, closed: H, carried_out: H },
        hub: None,
        merged: Vec::new(),
        tables: Vec::new(),
        times: None,
        certificate: Certificate::default(),
    }
}

/// Fewer than 5.
pub fn fewer(year: i32) -> Figures {
    bare(year, Size::Fewer, Count::Fewer)
}

/// 12, of whom no more is said than how many were closed.
pub fn total(year: i32) -> Figures {
    let mut figures = bare(year, Size::Total, n(12));
    figures.flow.closed = n(14);
    figures
}

/// 36, in lists.
pub fn one_way(year: i32) -> Figures {
    let mut figures = bare(year, Size::OneWay, n(36));
    figures.flow = Flow { carried_in: n(6), received: n(36), closed: n(35), carried_out: n(7) };
    figures.times = Some(Times { median: 17, mean: 21 });
    figures.tables = vec![
        alone(
            Dimension::Topic,
            &[("inhoud", n(9)), ("trainer", H), ("planning", n(14)), ("rekening", H), ("locatie", H)],
            n(36),
        ),
        alone(
            Dimension::Outcome,
            &[("gegrond", n(13)), ("deels", H), ("ongegrond", n(11)), ("withdrawn", H), ("open", H)],
            n(36),
        ),
        alone(Dimension::Timeliness, &[("in-time", n(29)), ("late", H), ("open", H)], n(36)),
        alone(Dimension::Quarter, &[("q1", n(8)), ("q2", n(12)), ("q3", n(6)), ("q4", n(10))], n(36)),
        alone(Dimension::Satisfaction, &[("ja", H), ("nee", H), ("onbekend", H), ("not-asked", H)], n(36)),
    ];
    figures
}

/// 1 240, with tables by topic.
pub fn star(year: i32) -> Figures {
    let mut figures = bare(year, Size::Star, n(1240));
    figures.flow = Flow { carried_in: n(41), received: n(1240), closed: n(1250), carried_out: n(31) };
    figures.times = Some(Times { median: 19, mean: 26 });
    figures.hub = Some(Dimension::Topic);
    figures.merged = vec!["rekening".to_owned(), "locatie".to_owned()];
    figures.certificate =
        Certificate { cells: 60, hidden: 13, minimum_width: Some(5), enumerated: 2, beyond: 0, sha256: "0".repeat(64) };
    figures.tables = lists();
    figures.tables.extend(by_topic());
    figures
}

fn lists() -> Vec<Table> {
    vec![
        alone(
            Dimension::Topic,
            &[("inhoud", n(510)), ("trainer", n(302)), ("planning", n(421)), (OTHER, n(7))],
            n(1240),
        ),
        alone(Dimension::Source, &[("extern", n(1198)), ("intern", n(42))], n(1240)),
        alone(Dimension::Complainant, &[("cursist", n(1198)), ("medewerker", n(42))], n(1240)),
        alone(Dimension::Channel, &[("e-mail", n(1101)), ("telefoon", n(139))], n(1240)),
        alone(
            Dimension::Cause,
            &[("planning", n(402)), ("communicatie", n(551)), ("verwachting", n(120)), ("none", n(167))],
            n(1240),
        ),
        alone(
            Dimension::Outcome,
            &[("gegrond", n(498)), ("deels", n(302)), ("ongegrond", n(401)), ("withdrawn", n(8)), ("open", n(31))],
            n(1240),
        ),
        alone(
            Dimension::Timeliness,
            &[("in-time", n(1102)), ("extended", n(88)), ("late", n(19)), ("open", n(31))],
            n(1240),
        ),
        alone(Dimension::Acknowledgement, &[("in-time", n(1222)), ("late", n(18)), ("not-applicable", n(0))], n(1240)),
        alone(
            Dimension::HandlingBand,
            &[("half", n(612)), ("whole", n(490)), ("extended", n(88)), ("late", n(19)), ("open", n(31))],
            n(1240),
        ),
        alone(
            Dimension::Satisfaction,
            &[("ja", n(710)), ("nee", n(203)), ("onbekend", n(290)), ("not-asked", n(37))],
            n(1240),
        ),
        alone(Dimension::Escalation, &[("none", n(1229)), ("commissie", n(11))], n(1240)),
        alone(Dimension::Extension, &[("none", n(1120)), ("once", n(101)), ("several", n(19))], n(1240)),
        alone(Dimension::Progress, &[("in-time", n(96)), ("late", n(24)), ("not-applicable", n(1120))], n(1240)),
        alone(Dimension::Reopening, &[("none", n(1213)), ("reopened", n(27))], n(1240)),
        alone(Dimension::Redress, &[("none", n(1150)), ("amount", n(90))], n(1240)),
        alone(Dimension::Quarter, &[("q1", n(310)), ("q2", n(290)), ("q3", n(240)), ("q4", n(400))], n(1240)),
    ]
}

fn by_topic() -> [Table; 2] {
    [
        lined(
            "topic-outcome",
            &[Dimension::Topic, Dimension::Outcome],
            Basis::Complaints,
            &["gegrond", "deels", "ongegrond", "withdrawn", "open"],
            &[
                ("inhoud", &[n(200), n(130), n(160), H, H, n(510)]),
                ("trainer", &[n(120), n(72), n(99), H, H, n(302)]),
                ("planning", &[n(173), H, n(137), H, H, n(421)]),
                (OTHER, &[H, H, H, n(0), H, n(7)]),
            ],
            &[n(498), n(302), n(401), n(8), n(31), n(1240)],
        ),
        lined(
            MENTIONS,
            &[Dimension::Topic],
            Basis::Mentions,
            &[MAIN, ALSO],
            &[
                ("inhoud", &[n(510), n(64), n(574)]),
                ("trainer", &[n(302), n(51), n(353)]),
                ("planning", &[n(421), H, H]),
                (OTHER, &[n(7), H, H]),
            ],
            &[n(1240), H, H],
        ),
    ]
}
