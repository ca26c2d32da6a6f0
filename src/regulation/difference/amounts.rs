//! Sentences about a length of time, a number or an amount that was one thing and becomes another.

use crate::calendar::Duration;
use crate::diagnostics::{Text, text};

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
            text!("De termijn “{name}” gaat {words}.", "The term “{name}” goes {words}.", words)
        }
        (None, Some(to)) => {
            let to = to.words();
            text!("De termijn “{name}” is nu {to}.", "The term “{name}” is now {to}.", to)
        }
        _ => {
            text!("De termijn “{name}” heeft geen vaste duur meer.", "The term “{name}” no longer has a fixed length.")
        }
    }
}

pub(super) fn most(from: Option<Duration>, to: Option<Duration>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => {
            let words = from_to(from, to);
            text!("Het langste uitstel gaat {words}.", "The longest extension goes {words}.", words)
        }
        (None, Some(to)) => {
            let to = to.words();
            text!("Uitstel mag nu hoogstens {to} duren.", "An extension may now last at most {to}.", to)
        }
        _ => text!("Uitstel heeft geen grens meer.", "An extension no longer has a limit."),
    }
}

pub(super) fn times(from: Option<usize>, to: Option<usize>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => text!(
            "Uitstel kan nu hoogstens {to} keer; dat was {from}.",
            "There can now be at most {to} extensions; it was {from}."
        ),
        (None, Some(to)) => text!("Uitstel kan nu hoogstens {to} keer.", "There can now be at most {to} extensions."),
        _ => text!("Uitstel kan nu vaker dan voorheen.", "There is no longer a limit to the number of extensions."),
    }
}

pub(super) fn persons(count: Option<usize>) -> Text {
    match count {
        Some(count) => text!("hoogstens {count}", "at most {count}"),
        None => text!("niet begrensd", "not limited"),
    }
}

pub(super) fn kept_for(from: Option<Duration>, to: Option<Duration>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => {
            let words = from_to(from, to);
            text!("De bewaartijd gaat {words}.", "The time for which a complaint is kept goes {words}.", words)
        }
        (None, Some(to)) => {
            let to = to.words();
            text!("Wij bewaren een klacht nu {to}.", "We now keep a complaint for {to}.", to)
        }
        _ => text!(
            "Voor het bewaren van een klacht geldt geen vaste tijd meer.",
            "There is no longer a fixed time for which a complaint is kept."
        ),
    }
}

pub(super) fn file_within(from: Option<Duration>, to: Option<Duration>) -> Text {
    match (from, to) {
        (Some(from), Some(to)) => {
            let words = from_to(from, to);
            text!(
                "De tijd om beroep in te stellen gaat {words}.",
                "The time for lodging an appeal goes {words}.",
                words
            )
        }
        (None, Some(to)) => {
            let to = to.words();
            text!("Beroep moet nu binnen {to} worden ingesteld.", "An appeal must now be lodged within {to}.", to)
        }
        _ => text!(
            "Voor het instellen van beroep geldt geen termijn meer.",
            "There is no longer a time limit for lodging an appeal."
        ),
    }
}

pub(super) fn every(from: Duration, to: Duration) -> Text {
    let words = from_to(from, to);
    text!("De tijd tussen twee verslagen gaat {words}.", "The time between two reports goes {words}.", words)
}

pub(super) fn money(costs: &str) -> Text {
    match costs {
        "none" => text!("gratis", "free of charge"),
        "unknown" => text!("niet bekend", "not known"),
        amount => text!("{amount} euro", "{amount} euros"),
    }
}
