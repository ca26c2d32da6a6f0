//! Who commits here, whether that can be signed, and whether anybody is known and anything judged at all.

use super::examination::{Patient, Sign, command};
use crate::check;
use crate::context::Strength;
use crate::diagnostics::text;
use crate::register::{KnownKey, RegisterError};
use crate::regulation::Person;

/// Whether somebody in people.yaml commits under the address that git uses here. The address itself is not repeated: an
/// answer of this program may be sent to others.
pub(super) fn author(patient: &Patient<'_>) -> Sign {
    let Some(email) = patient.about.email.as_deref() else {
        return Sign::fault(
            "identity",
            text!("git weet hier niet wie u bent", "git does not know who you are here"),
            command("git config user.email ADDRESS"),
        );
    };
    let known = patient.context.policy.histories.values().any(|d| d.people.by_git(email).is_some());
    if known {
        return Sign::good("identity", text!("u staat in people.yaml", "you are in people.yaml"));
    }
    Sign::warning(
        "identity",
        text!(
            "het adres waarmee u vastlegt, staat in geen people.yaml",
            "the address you commit under is not in any people.yaml"
        ),
        text!(
            "git config user.email ADRES, of zet het adres onder `git:` bij uw sleutel in people.yaml",
            "git config user.email ADDRESS, or put the address under `git:` in your entry of people.yaml"
        ),
    )
}

/// What nobody has though the settings ask for it: on a server no push comes in any more, and the way back is named; on a desk
/// it can still be put right before it is pushed.
pub(super) fn unknown_actors(patient: &Patient<'_>) -> Option<Sign> {
    let nobody = check::unknown_actors(patient.context, Some(patient.day));
    let paths: Vec<&str> = nobody.iter().map(|history| history.people_path.as_str()).collect();
    let key = if patient.context.settings.identity.strength == Strength::Transport { "transport" } else { "keys" };
    let paths = (!paths.is_empty()).then(|| paths.join(", "))?;
    let said = text!(
        "klacht.yaml vraagt om `{key}:`, en niemand in {paths} heeft dat: van hen komt geen push binnen",
        "klacht.yaml asks for `{key}:`, which nobody in {paths} has: none of their pushes will be accepted"
    );
    Some(if patient.register.is_bare() && nobody.len() == patient.context.policy.histories.len() {
        let remedy = text!(
            "git config klacht.keeper 'ssh-ed25519 …'; leg met die sleutel de beheerders vast, en dan hun `{key}:`",
            "git config klacht.keeper 'ssh-ed25519 …'; commit the keepers with that key, and then their `{key}:`"
        );
        Sign::fault("known", said, remedy)
    } else {
        let remedy = text!(
            "zet `{key}:` bij wie mag insturen, of neem tot dan `strength: author` in klacht.yaml",
            "add `{key}:` to whoever may push, or take `strength: author` in klacht.yaml until then"
        );
        Sign::fault("known", said, remedy)
    })
}

/// The branch that is the register, where what is pushed to it is not judged.
pub(super) fn unguarded(patient: &Patient<'_>) -> Result<Option<Sign>, RegisterError> {
    let Some(head) = patient.register.main_branch()? else { return Ok(None) };
    if patient.context.settings.protects(&head) {
        return Ok(None);
    }
    let branch = head.strip_prefix("refs/heads/").unwrap_or(&head);
    let said = text!(
        "wat naar {branch} wordt gepusht, wordt niet beoordeeld: `protected:` in klacht.yaml noemt die tak niet",
        "what is pushed to {branch} is not judged: `protected:` in klacht.yaml does not name that branch"
    );
    let remedy = text!(
        "voeg `{branch}` toe onder `protected:` in klacht.yaml",
        "add `{branch}` under `protected:` in klacht.yaml"
    );
    let bare = patient.register.is_bare();
    Ok(Some(if bare { Sign::fault("protected", said, remedy) } else { Sign::warning("protected", said, remedy) }))
}

/// How commits are signed, where the register asks for it.
pub(super) fn signing(patient: &Patient<'_>) -> Result<Vec<Sign>, RegisterError> {
    if patient.context.settings.identity.strength != Strength::Signature {
        return Ok(Vec::new());
    }
    let setting = |key: &str| patient.register.setting(key);
    let wanted = [
        ("gpg.format", "ssh", "git config gpg.format ssh"),
        ("commit.gpgSign", "true", "git config commit.gpgSign true"),
    ];
    for (key, value, remedy) in wanted {
        if setting(key)?.is_none_or(|is| !is.eq_ignore_ascii_case(value)) {
            return Ok(vec![Sign::fault(
                "signing",
                text!(
                    "dit register vraagt een handtekening, maar `{key}` is niet `{value}`",
                    "this register asks for a signature, but `{key}` is not `{value}`"
                ),
                command(remedy),
            )]);
        }
    }
    let Some(key) = setting("user.signingKey")? else {
        return Ok(vec![Sign::fault(
            "signing",
            text!("git weet niet met welke sleutel u tekent", "git does not know which key you sign with"),
            command("git config user.signingKey ~/.ssh/id_ed25519.pub"),
        )]);
    };
    Ok(vec![known_key(patient, &key)])
}

/// Whether the key that signs here counts today, for whoever commits here.
fn known_key(patient: &Patient<'_>, setting: &str) -> Sign {
    let text = public(setting);
    let today = patient.day;
    let print = |key: &str| KnownKey::parse(key, None, None).map(|k| k.fingerprint());
    let own = text.as_deref().and_then(print);
    let counts = |person: &Person| {
        let live =
            person.keys.iter().filter(|k| !k.revoked && k.from <= today && k.until.is_none_or(|end| today <= end));
        live.into_iter().any(|k| own.is_some() && print(&k.key) == own)
    };
    let mut persons = patient.context.policy.histories.values().flat_map(|d| &d.people.persons);
    if persons.any(counts) {
        return Sign::good("signing", text!("uw sleutel staat in people.yaml", "your key is in people.yaml"));
    }
    Sign::fault(
        "signing",
        text!(
            "de sleutel waarmee u tekent, geldt vandaag in geen people.yaml",
            "the key you sign with is not valid today in any people.yaml"
        ),
        text!(
            "zet de openbare sleutel onder `keys:` bij uw sleutel in people.yaml, of kies een andere: git config user.signingKey BESTAND",
            "put the public key under `keys:` in your entry of people.yaml, or choose another: git config user.signingKey FILE"
        ),
    )
}

/// The public key that the setting means: written out, or in a file (beside the private one).
fn public(setting: &str) -> Option<String> {
    if let Some(key) = setting.strip_prefix("key::") {
        return Some(key.to_owned());
    }
    if setting.starts_with("ssh-") || setting.starts_with("ecdsa-") {
        return Some(setting.to_owned());
    }
    let path = match setting.strip_prefix("~/") {
        Some(below) => std::env::home_dir()?.join(below),
        None => setting.into(),
    };
    let beside = if path.extension().is_some_and(|end| end == "pub") { path } else { path.with_extension("pub") };
    std::fs::read_to_string(beside).ok()
}
