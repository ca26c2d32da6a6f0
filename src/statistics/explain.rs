//! Why a number is not shown, in words for the public.
//!
//! The words never say whether a hidden number is small, or which of the two reasons holds: one wording for all hidden numbers of a table.

use super::count::Count;
use super::figures::{Figures, Size};
use super::schema::OTHER;
use crate::diagnostics::{Text, text};

/// Why a table's count is not shown; none when it is shown. Nothing tells a hidden number from another hidden number of the table.
///
/// `table` may also be one that the figures do not have, or `flow`; a row that was merged is explained as such.
#[must_use]
pub fn explain(figures: &Figures, table: &str, row: Option<&str>, column: Option<&str>) -> Option<Text> {
    if figures.size == Size::Fewer {
        return Some(fewer(figures.k));
    }
    if table == "flow" {
        return Some(hidden(figures.k));
    }
    let Some(found) = figures.table(table) else { return Some(left_out(figures)) };
    if let Some(row) = row.filter(|row| *row != OTHER && figures.merged.iter().any(|m| m == row)) {
        let hub = found.dimensions.first().copied();
        return (hub == figures.hub).then(|| merged(figures, row));
    }
    match found.count(row, column)? {
        Count::Shown(_) => None,
        Count::Fewer => Some(fewer(figures.k)),
        Count::Hidden => Some(hidden(figures.k)),
    }
}

fn hidden(k: u32) -> Text {
    text!(
        "Een streepje betekent: dit getal is kleiner dan {k}, of het zou samen met de andere cijfers een klein getal verraden. Welke \
             van de twee zeggen we niet. Ook nul kan een streepje zijn.",
        "A dash means: this number is smaller than {k}, or together with the other figures it would give a small number away. Which \
             of the two, we do not say. Zero can be a dash too."
    )
}

fn fewer(k: u32) -> Text {
    text!(
        "In dit jaar waren er minder dan {k} klachten. Meer zeggen we niet: het zou over één klacht kunnen gaan.",
        "There were fewer than {k} complaints in this year. We say no more: it could be about one complaint."
    )
}

fn merged(figures: &Figures, row: &str) -> Text {
    let k = figures.k;
    text!(
        "{row} telt mee onder overig: daar staan waarden met minder dan {k} klachten, en zo nodig waarden die ze aanvullen.",
        "{row} is counted under other: values with fewer than {k} complaints, and where needed values that fill them up."
    )
}

fn left_out(figures: &Figures) -> Text {
    let (nl, en) = match figures.size {
        Size::Fewer | Size::Total => (
            "Van dit jaar zeggen we alleen het totaal: bij zo weinig klachten zou een tabel over personen gaan.",
            "Of this year we say only the total: with so few complaints a table would be about persons.",
        ),
        Size::OneWay => (
            "Van dit jaar zijn er alleen tabellen met één kenmerk: in een tabel met twee kenmerken zou te veel verborgen zijn.",
            "Of this year there are only tables by one characteristic: in a table by two, too much would be hidden.",
        ),
        Size::Star => (
            "Deze tabel is weggelaten: er zou te veel in verborgen zijn, of hij zou kleine getallen verraden.",
            "This table is left out: too much of it would be hidden, or it would give small numbers away.",
        ),
    };
    Text::new(nl, en)
}
