use super::*;

#[test]
fn any_two_cards_open_it_and_no_single_one() {
    let identity = Identity::generate();
    let split = Split::of(&identity).unwrap();
    let files: Vec<Vec<u8>> = split.files.iter().map(|(_, bytes)| bytes.clone()).collect();
    let card = |n: usize| split.cards[n].1.clone();
    for (first, second) in [(0, 1), (1, 0), (0, 2), (2, 1)] {
        let joined = Split::joined(&files, &[card(first), card(second)]).unwrap();
        assert_eq!(joined.recipient(), identity.recipient());
    }
    for one in 0..3 {
        assert!(Split::joined(&files, &[card(one), card(one)]).is_none());
        assert!(Split::joined(&files, &[card(one), Identity::generate().text()]).is_none());
    }
    assert!(Split::joined(&files, &[SecretString::from("kaart A".to_owned()), card(1)]).is_none());
}
