use super::*;

#[test]
fn the_same_is_found_in_both_languages() {
    let pairs = [
        ("Binnen drieëntwintig dagen, op 1 maart 2025.", "Within twenty-three days, on 1 March 2025."),
        ("Mail naar a@b.example of kijk op www.b.example.", "E-mail a@b.example or see www.b.example."),
        ("Dit mag beide partijen zes weken kosten.", "This may cost both parties six weeks."),
        ("Eén klacht, € 12,50.", "One complaint, € 12.50."),
    ];
    for (nl, en) in pairs {
        assert_eq!(figures(nl, Lang::Nl), figures(en, Lang::En), "{nl}");
    }
    assert_ne!(figures("twee weken", Lang::Nl), figures("three weeks", Lang::En));
    assert_ne!(figures("1 april", Lang::Nl), figures("1 May", Lang::En));
    assert_eq!(figures("1 april 2025", Lang::Nl), ["1", "2025", "month 4"]);
}
