use super::*;

fn phrase(text: &str) -> SecretString {
    SecretString::from(text.to_owned())
}

#[test]
fn a_stranger_opens_nothing() {
    let (mine, other) = (Identity::generate(), Identity::generate());
    let sealed = seal(&[mine.recipient()], b"Jansen").unwrap();
    assert_eq!(open(std::slice::from_ref(&mine), &sealed).unwrap().as_slice(), b"Jansen");
    assert_eq!(open(std::slice::from_ref(&other), &sealed).unwrap_err(), NotOpened::NotForMe);
    assert_eq!(open(&[other, mine], &sealed).unwrap().as_slice(), b"Jansen");
}

#[test]
fn a_changed_byte_is_seen() {
    let mine = Identity::generate();
    let sealed = seal(&[mine.recipient()], &[7; 100]).unwrap();
    for at in (0..sealed.len()).step_by(7) {
        let mut bytes = sealed.clone();
        bytes[at] ^= 1;
        assert!(open(std::slice::from_ref(&mine), &bytes).is_err(), "byte {at}");
    }
    assert!(open(std::slice::from_ref(&mine), &sealed[..sealed.len() - 1]).is_err());
}

#[test]
fn a_passphrase_is_the_right_one_or_none() {
    let mine = Identity::generate();
    let locked = lock(&mine, &phrase("vier woorden die niemand raadt")).unwrap();
    assert!(
        unlock(&locked, &phrase("vier woorden die niemand raadt")).is_ok_and(|i| i.recipient() == mine.recipient())
    );
    assert_eq!(unlock(&locked, &phrase("iets anders")).err(), Some(NotOpened::NotForMe));
    assert_eq!(open(&[mine], &locked).err(), Some(NotOpened::NotForMe));
}

#[test]
fn recipients_are_of_the_common_kind_only() {
    assert!("age1plugin1qqqq".parse::<Recipient>().is_err());
    assert!("ssh-ed25519 AAAA".parse::<Recipient>().is_err());
    assert!(Identity::generate().recipient().to_string().parse::<Recipient>().is_ok());
}
