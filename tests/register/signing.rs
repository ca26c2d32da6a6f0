//! SSH signatures made by the real git and ssh-keygen (T7, T58, T59).

use chrono::NaiveDate;
use klacht::register::{KnownKey, SignatureStatus, verify};

use crate::common::{Repo, World};
use crate::register::{id, open};

/// Makes a key and gives its public line.
fn key(world: &World, name: &str, kind: &str) -> String {
    let file = world.path().join(name);
    let mut command = world.command("ssh-keygen", world.path());
    let done = command.args(["-q", "-t", kind, "-N", "", "-C", name, "-f"]).arg(&file).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    std::fs::read_to_string(file.with_extension("pub")).unwrap()
}

/// Commits with a signature by this key.
fn signed(repo: &Repo, name: &str) -> String {
    let key = repo.world().path().join(name);
    repo.git(&["config", "gpg.format", "ssh"]);
    repo.git(&["config", "user.signingKey", key.to_str().unwrap()]);
    repo.git(&["commit", "--quiet", "--allow-empty", "-S", "--message", "signed"]);
    repo.head()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn judge(repo: &Repo, commit: &str, keys: &[KnownKey]) -> SignatureStatus {
    verify(&open(repo).commit(id(commit)).unwrap(), keys, day("2026-03-01"))
}

#[test]
fn the_key_counts_and_not_the_author() {
    for format in ["sha1", "sha256"] {
        let world = World::new();
        let lines = [key(&world, "clerk", "ed25519"), key(&world, "manager", "ecdsa"), key(&world, "rsa", "rsa")];
        let keys: Vec<KnownKey> = lines.iter().map(|line| KnownKey::parse(line, None, None).unwrap()).collect();
        let repo = world.repo_with("r", &[&format!("--object-format={format}")]);
        for (place, name) in ["clerk", "manager", "rsa"].into_iter().enumerate() {
            let commit = signed(&repo, name);
            let SignatureStatus::Good { key, fingerprint } = judge(&repo, &commit, &keys) else {
                panic!("{format} {name}")
            };
            assert_eq!((key, fingerprint), (place, keys[place].fingerprint()));
            assert!(matches!(judge(&repo, &commit, &[]), SignatureStatus::UnknownKey { .. }));
        }
        let unsigned = repo.write("a", "a").commit("unsigned");
        assert_eq!(judge(&repo, &unsigned, &keys), SignatureStatus::Unsigned);
    }
}

#[test]
fn a_key_counts_on_the_day_of_receipt_whatever_the_commit_says() {
    let world = World::new();
    let line = key(&world, "clerk", "ed25519");
    world.set_clock(1_704_106_800);
    let repo = world.repo("r");
    let backdated = signed(&repo, "clerk");
    let window =
        |from: Option<&str>, until: Option<&str>| KnownKey::parse(&line, from.map(day), until.map(day)).unwrap();
    let expired = window(Some("2023-01-01"), Some("2025-01-01"));
    assert!(matches!(judge(&repo, &backdated, std::slice::from_ref(&expired)), SignatureStatus::NotValidThen { .. }));
    assert!(matches!(
        judge(&repo, &backdated, &[window(Some("2026-03-02"), None)]),
        SignatureStatus::NotValidThen { .. }
    ));
    // Both ends count, and a later window of the same key counts too.
    let exactly = window(Some("2026-03-01"), Some("2026-03-01"));
    assert!(matches!(judge(&repo, &backdated, &[expired, exactly]), SignatureStatus::Good { key: 1, .. }));
}

#[test]
fn a_changed_commit_a_wrong_purpose_and_another_kind_of_signature() {
    let world = World::new();
    let keys = [KnownKey::parse(&key(&world, "clerk", "ed25519"), None, None).unwrap()];
    let repo = world.repo("r");
    let good = signed(&repo, "clerk");
    let raw = repo.git(&["cat-file", "commit", &good]) + "\n";
    let stored = |text: &str| repo.store("commit", text.as_bytes());
    assert!(matches!(judge(&repo, &stored(&raw), &keys), SignatureStatus::Good { .. }));
    assert_eq!(judge(&repo, &stored(&raw.replace("\nsigned", "\nforged")), &keys), SignatureStatus::Bad);
    let pgp = raw.replace("BEGIN SSH SIGNATURE", "BEGIN PGP SIGNATURE");
    assert_eq!(judge(&repo, &stored(&pgp), &keys), SignatureStatus::Unreadable);

    let payload = open(&repo).commit(id(&good)).unwrap().signature.unwrap().payload;
    std::fs::write(world.path().join("payload"), payload).unwrap();
    let mut command = world.command("ssh-keygen", world.path());
    assert!(command.args(["-q", "-Y", "sign", "-n", "file", "-f", "clerk", "payload"]).status().unwrap().success());
    let armor = std::fs::read_to_string(world.path().join("payload.sig")).unwrap();
    let start = raw.find("gpgsig ").unwrap();
    let end = raw.find("-----END SSH SIGNATURE-----\n").unwrap() + 28;
    let folded = armor.trim_end().replace('\n', "\n ");
    let for_files = format!("{}gpgsig {folded}\n{}", &raw[..start], &raw[end..]);
    assert_eq!(judge(&repo, &stored(&for_files), &keys), SignatureStatus::WrongPurpose);
}

#[test]
fn what_is_no_key_is_no_key() {
    assert_eq!(KnownKey::parse("ssh-ed25519 AAAA", None, None), None);
    assert_eq!(KnownKey::parse("", None, None), None);
}
