//! Who decides on the register: named, known, and for how long.

use super::examination::{Patient, Sign};
use crate::check;
use crate::context::Strength;
use crate::diagnostics::text;
use crate::register::{KnownKey, RegisterError};
use crate::regulation::Person;

/// How many days before a keeper's last key ends it is told.
const WARNED: i64 = 30;

/// What there is to say of the keepers.
pub(super) fn signs(patient: &Patient<'_>) -> Result<Vec<Sign>, RegisterError> {
    let named = &patient.context.settings.authority.keepers;
    let mut found: Vec<Sign> = repair(patient)?.into_iter().collect();
    if named.is_empty() {
        found.extend(nobody(patient));
        return Ok(found);
    }
    let told = found.len();
    for name in named {
        if !check::is_somebody(patient.context, name) {
            found.push(Sign::warning(
                "keepers",
                text!(
                    "{name} staat als beheerder in klacht.yaml, en is niemand van people.yaml",
                    "klacht.yaml names {name} as a keeper, but nobody in people.yaml has that key"
                ),
                text!("schrijf REGELING/SLEUTEL, zoals cmm/m1", "write REGULATION/KEY, such as cmm/m1"),
            ));
        }
        found.extend(person(patient, name).and_then(|person| ending(patient, name, person)));
    }
    if named.len() == 1 {
        found.push(Sign::warning(
            "keepers",
            text!(
                "er is één beheerder: raakt die zijn sleutel kwijt, dan kan niemand het register nog wijzigen",
                "there is one keeper: if that key is lost, nobody can change the register any more"
            ),
            text!(
                "noem er een tweede bij onder `authority: keepers` in klacht.yaml",
                "name a second under `authority: keepers` in klacht.yaml"
            ),
        ));
    }
    if found.len() == told {
        let count = named.len();
        found.push(Sign::good("keepers", text!("beheerders: {count}", "keepers: {count}")));
    }
    Ok(found)
}

/// A register that asks who pushes, and names nobody who decides on it: what that cannot stop is told.
fn nobody(patient: &Patient<'_>) -> Option<Sign> {
    (patient.context.settings.identity.strength != Strength::Author).then(|| {
        Sign::warning(
            "keepers",
            text!(
                "niemand is genoemd als beheerder: wie een rol heeft, gaat over alles, en kan een tweede zichzelf toevoegen",
                "no keeper is named: whoever holds a role decides on everything, and can add a second identity for themselves"
            ),
            text!(
                "noem er twee in klacht.yaml: `authority: {{keepers: [REGELING/m1, REGELING/m2]}}`",
                "name two in klacht.yaml: `authority: {{keepers: [REGULATION/m1, REGULATION/m2]}}`"
            ),
        )
    })
}

fn person<'a>(patient: &'a Patient<'_>, name: &str) -> Option<&'a Person> {
    let (regulation, key) = name.split_once('/')?;
    patient.context.policy.histories.get(regulation)?.people.person(key)
}

/// The last key of a keeper, where it ends within a month and signatures are asked for.
fn ending(patient: &Patient<'_>, name: &str, person: &Person) -> Option<Sign> {
    if patient.context.settings.identity.strength != Strength::Signature {
        return None;
    }
    let live = person.keys.iter().filter(|key| !key.revoked && key.until.is_none_or(|end| patient.day <= end));
    let ends: Vec<_> = live.map(|key| key.until).collect();
    let last = ends.iter().copied().max_by_key(|end| end.unwrap_or(chrono::NaiveDate::MAX)).flatten();
    let days = match (ends.is_empty(), last) {
        (true, _) => 0,
        (false, Some(last)) => (last - patient.day).num_days(),
        (false, None) => return None,
    };
    (days <= WARNED).then(|| {
        let said = if ends.is_empty() {
            text!("beheerder {name} heeft geen sleutel die nog geldt", "keeper {name} has no key that is still valid")
        } else {
            text!(
                "de sleutel van beheerder {name} geldt nog {days} dagen",
                "the key of keeper {name} is valid for {days} more days"
            )
        };
        let remedy = text!("zet er een nieuwe bij onder `keys:`", "add a new one under `keys:`");
        Sign::warning("keepers", said, remedy)
    })
}

/// The key by which the server lets keepers be named anew, as long as it stands there.
fn repair(patient: &Patient<'_>) -> Result<Option<Sign>, RegisterError> {
    let set = patient.register.setting("klacht.keeper")?;
    Ok(set.map(|line| {
        let said = if KnownKey::parse(&line, None, None).is_some() {
            text!(
                "`klacht.keeper` staat in de instellingen van git: met die sleutel zijn beheerders te noemen",
                "`klacht.keeper` is set in git's configuration: keepers can be named with that key"
            )
        } else {
            text!(
                "`klacht.keeper` in de instellingen van git is geen sleutel, en helpt niemand",
                "`klacht.keeper` in git's configuration is not a key, and has no effect"
            )
        };
        let remedy = text!(
            "zijn de beheerders genoemd, haal hem weg: git config --unset klacht.keeper",
            "once the keepers are named, remove it: git config --unset klacht.keeper"
        );
        Sign::warning("keepers", said, remedy)
    }))
}
