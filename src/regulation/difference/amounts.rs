//! Sentences about a length of time, a number or an amount that was one thing and becomes another.

use crate::calendar::Duration;
use crate::diagnostics::Text;

/// `van 2 naar 3 weken`, `van 2 weken naar 1 maand`.
fn from_to(from: Duration, to: Duration) -> Text {
    let (long, short) = (from.words(), from.count().to_string());
    let (nl, en) = if from.unit() == to.unit() { (short.clone(), short) } else { (long.nl, long.en) };
    let to = to.words();
    Text::new(format!("van {nl} naar {}", to.nl), format!("from {en} to {}", to.en))
}

pub(super) fn length(name: &str, from: Option<Duration>, to: Option<Duration>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => {
            let words = from_to(from, to);
            Text::new(
                format!("De termijn “{name}” gaat {}.", words.nl),
                format!("The term “{name}” goes {}.", words.en),
            )
        }
        (None, Some(to)) => {
            let to = to.words();
            Text::new(format!("De termijn “{name}” is nu {}.", to.nl), format!("The term “{name}” is now {}.", to.en))
        }
        _ => Text::new(
            format!("De termijn “{name}” heeft geen vaste duur meer."),
            format!("The term “{name}” no longer has a fixed length."),
        ),
    }
}

pub(super) fn most(from: Option<Duration>, to: Option<Duration>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => {
            let words = from_to(from, to);
            Text::new(
                format!("Het langste uitstel gaat {}.", words.nl),
                format!("The longest extension goes {}.", words.en),
            )
        }
        (None, Some(to)) => {
            let to = to.words();
            Text::new(
                format!("Uitstel mag nu hoogstens {} duren.", to.nl),
                format!("An extension may now last at most {}.", to.en),
            )
        }
        _ => Text::new("Uitstel heeft geen grens meer.", "An extension no longer has a limit."),
    }
}

pub(super) fn times(from: Option<usize>, to: Option<usize>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => Text::new(
            format!("Uitstel kan nu hoogstens {to} keer; dat was {from}."),
            format!("There can now be at most {to} extensions; it was {from}."),
        ),
        (None, Some(to)) => Text::new(
            format!("Uitstel kan nu hoogstens {to} keer."),
            format!("There can now be at most {to} extensions."),
        ),
        _ => Text::new("Uitstel kan nu vaker dan voorheen.", "There is no longer a limit to the number of extensions."),
    }
}

pub(super) fn persons(count: Option<usize>) -> Text {
    match count {
        Some(count) => Text::new(format!("hoogstens {count}"), format!("at most {count}")),
        None => Text::new("niet begrensd", "not limited"),
    }
}

pub(super) fn kept_for(from: Option<Duration>, to: Option<Duration>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => {
            let words = from_to(from, to);
            Text::new(
                format!("De bewaartijd gaat {}.", words.nl),
                format!("The time for which a complaint is kept goes {}.", words.en),
            )
        }
        (None, Some(to)) => {
            let to = to.words();
            Text::new(
                format!("Wij bewaren een klacht nu {}.", to.nl),
                format!("We now keep a complaint for {}.", to.en),
            )
        }
        _ => Text::new(
            "Voor het bewaren van een klacht geldt geen vaste tijd meer.",
            "There is no longer a fixed time for which a complaint is kept.",
        ),
    }
}

pub(super) fn file_within(from: Option<Duration>, to: Option<Duration>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => {
            let words = from_to(from, to);
            Text::new(
                format!("De tijd om beroep in te stellen gaat {}.", words.nl),
                format!("The time for lodging an appeal goes {}.", words.en),
            )
        }
        (None, Some(to)) => {
            let to = to.words();
            Text::new(
                format!("Beroep moet nu binnen {} worden ingesteld.", to.nl),
                format!("An appeal must now be lodged within {}.", to.en),
            )
        }
        _ => Text::new(
            "Voor het instellen van beroep geldt geen termijn meer.",
            "There is no longer a time limit for lodging an appeal.",
        ),
    }
}

pub(super) fn every(from: Duration, to: Duration) -> Text {
    let words = from_to(from, to);
    Text::new(
        format!("De tijd tussen twee verslagen gaat {}.", words.nl),
        format!("The time between two reports goes {}.", words.en),
    )
}

pub(super) fn money(costs: &str) -> Text {
    match costs {
        "none" => Text::new("gratis", "free of charge"),
        "unknown" => Text::new("niet bekend", "not known"),
        amount => Text::new(format!("{amount} euro"), format!("{amount} euros")),
    }
}
