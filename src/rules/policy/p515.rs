//! P515: what is kept for ever has a reason and a date of review.

use super::{Remark, Subject};
use crate::diagnostics::text;
use crate::regulation::Regime;
use crate::rules::{Message, Rule};
use crate::yaml::Route;

/// The rule, as its page has it.
pub static RULE: Rule = Rule::on_page(include_str!("../../../docs/rules/P515.md"));

/// What a regime without end lacks.
#[must_use]
pub fn judge(subject: &Subject<'_>) -> Vec<Remark> {
    let regulation = &subject.version.regulation;
    let Some(retention) = regulation.retention.as_ref().filter(|r| r.regime == Regime::Indefinite) else {
        return Vec::new();
    };
    let at = Route::root().key("retention");
    let mut found = Vec::new();
    // An openly declared gap says the same thing already.
    if !regulation.declares_gap("retention") {
        for (key, given) in [("basis", retention.basis.is_some()), ("review_on", retention.review_on.is_some())] {
            if !given {
                found.push(Remark::on(
                    at.key("regime"),
                    Message::new(
                        text!(
                            "klachten worden voor altijd bewaard, maar `{key}` ontbreekt",
                            "complaints are kept for ever, but `{key}` is missing"
                        ),
                        text!("voeg `{key}` toe of kies een bewaartermijn", "add `{key}` or choose a term"),
                    ),
                ));
            }
        }
    }
    let past = retention.review_on.zip(subject.today).filter(|(review, today)| review < today);
    if let Some((review, _)) = past {
        found.push(Remark::on(
            at.key("review_on"),
            Message::new(
                text!("op {review} zou het bewaren opnieuw worden bekeken", "retention was to be reviewed on {review}"),
                text!(
                    "bekijk het, en zet de nieuwe datum in een nieuwe versie",
                    "review it, and set the new date in a new version"
                ),
            ),
        ));
    }
    found
}
