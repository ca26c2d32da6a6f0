use proptest::prelude::*;

use super::*;

#[test]
fn the_id_of_the_examples_is_right() {
    let id: CaseId = "K26-7F3QXM".parse().expect("a right id");
    assert_eq!((id.year(), id.to_string().as_str()), (26, "K26-7F3QXM"));
}

#[test]
fn strict_and_spoken() {
    let id: CaseId = "K26-7F3QXM".parse().expect("a right id");
    for text in ["k26-7f3qxm", "K267F3QXM", " K26 7F3 QXM", "K26–7F3QXM"] {
        assert_eq!(text.parse::<CaseId>(), Err(IdError::Shape), "{text}");
        assert_eq!(CaseId::parse_normalised(text), Ok(id), "{text}");
    }
    for text in ["", "K", "K26-", "K26-7F3QX", "K26-7F3QXMM", "K26-7F3QXU", "X26-7F3QXM", "Kéé-7F3QXM"] {
        assert_eq!(text.parse::<CaseId>(), Err(IdError::Shape), "{text}");
        assert_eq!(CaseId::parse_normalised(text), Err(IdError::Shape), "{text}");
    }
    assert_eq!("K26-7F3QXN".parse::<CaseId>(), Err(IdError::Check));
    let round = CaseId { year: 26, number: 1 };
    let spoken = round.to_string().replacen("0000", "oOoO", 1).replace('1', "l");
    assert_eq!(CaseId::parse_normalised(&spoken), Ok(round));
}

#[test]
fn every_wrong_character_and_every_exchange_is_caught() {
    for random in [0, u64::MAX, 0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210] {
        let text = CaseId::from_random(2026, random).to_string();
        for at in [1, 2, 4, 5, 6, 7, 8, 9] {
            for other in ALPHABET.iter().map(|c| char::from(*c)).filter(|c| at > 2 || c.is_ascii_digit()) {
                let mut wrong: Vec<char> = text.chars().collect();
                wrong[at] = other;
                let wrong: String = wrong.into_iter().collect();
                assert_eq!(wrong.parse::<CaseId>().is_ok(), wrong == text, "{text} {wrong}");
            }
            for with in [1, 2, 4, 5, 6, 7, 8, 9] {
                let mut wrong: Vec<char> = text.chars().collect();
                wrong.swap(at, with);
                let wrong: String = wrong.into_iter().collect();
                assert_eq!(wrong.parse::<CaseId>().is_ok(), wrong == text, "{text} {wrong}");
            }
        }
    }
}

proptest! {
    #[test]
    fn what_is_printed_is_read(year in 2000_u16..2100, random: u64) {
        let id = CaseId::from_random(year, random);
        prop_assert_eq!(id.to_string().parse(), Ok(id));
        prop_assert_eq!(CaseId::parse_normalised(&id.to_string().to_lowercase()), Ok(id));
        prop_assert_eq!(u16::from(id.year()), year % 100);
    }

    #[test]
    fn nothing_panics(text: String) {
        let _ = text.parse::<CaseId>();
        let _ = CaseId::parse_normalised(&text);
    }
}
