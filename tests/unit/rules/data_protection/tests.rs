//! What is found and what is left alone. A mark ¤ is taken out of every example before it is looked at, so that this file
//! holds nothing that a scan of the repository would find.

use proptest::prelude::*;

use super::*;
use crate::diagnostics::Lang;
use crate::rules::fixture::shown;

const TRUE: [(&str, Source, &str); 55] = [
    ("D601", Source::CaseBody, "Zij schrijft vanaf jan.jansen¤@post.test."),
    ("D601", Source::CaseData, "note: <J-Jansen+werk¤@mail.post.test>"),
    ("D601", Source::File, "mailto:j_j¤@post.test?subject=x"),
    ("D601", Source::File, "zoë¤@café.test, en verder"),
    ("D601", Source::Path, "cases/jan¤@post.test.md"),
    ("D601", Source::Branch, "klacht/jan¤@post.test"),
    ("D601", Source::Message, "Signed-off-by: J <jan¤@post.test>"),
    ("D601", Source::File, "https://jan¤@post.test/pad"),
    ("D602", Source::CaseBody, "Gebeld op 06-1234¤5678."),
    ("D602", Source::CaseBody, "Gebeld op 06 12 34 ¤56 78"),
    ("D602", Source::CaseBody, "tel:061234¤5678"),
    ("D602", Source::CaseBody, "tel.061234¤5678"),
    ("D602", Source::CaseBody, "(+31 6 1234¤5678)"),
    ("D602", Source::CaseBody, "+31 (0)6-1234¤5678"),
    ("D602", Source::CaseBody, "+31612¤345678,"),
    ("D602", Source::CaseBody, "0031 20 123¤ 45 67"),
    ("D602", Source::CaseBody, "020-123¤4567"),
    ("D602", Source::CaseBody, "(020) 123¤ 45 67"),
    ("D602", Source::CaseBody, "0345 - 12¤34 56 of 0345-12¤3456"),
    ("D602", Source::CaseBody, "06 12 34¤ 5678, 06 1234¤ 56 78"),
    ("D602", Source::CaseBody, "Bel +32 470 12¤ 34 56"),
    ("D602", Source::CaseBody, "0049 (0)151 23¤456789"),
    ("D602", Source::CaseBody, "(+44 20 7946¤ 0958)"),
    ("D602", Source::CaseBody, "+1 (415) 555¤-2671."),
    ("D602", Source::File, "06–1234¤ 5678"),
    ("D602", Source::File, "06\u{a0}1234¤\u{a0}5678"),
    ("D602", Source::Path, "cases/cmm/2026/04/06-1234¤5678.md"),
    ("D602", Source::Branch, "terugbellen_061234¤5678"),
    ("D603", Source::CaseBody, "Terug naar NL02 ABNA ¤0123 4567 89 en klaar"),
    ("D603", Source::CaseBody, "nl02abna01234¤56789."),
    ("D603", Source::File, "NL02-ABNA-¤0123-4567-89"),
    ("D603", Source::File, "DE893704004405¤32013000"),
    ("D603", Source::File, "BE68 5390 ¤0754 7034"),
    ("D603", Source::Path, "cases/NL02ABNA01234¤56789.md"),
    ("D604", Source::CaseBody, "Nummer 1234¤56782 genoemd"),
    ("D604", Source::CaseBody, "(1112¤22333)"),
    ("D604", Source::CaseBody, "haar nummer is 123 456 ¤782."),
    ("D604", Source::CaseBody, "haar nummer is 123-456-¤782"),
    ("D604", Source::CaseBody, "haar nummer is 1234.56.¤782"),
    ("D604", Source::CaseBody, "1234 56 ¤782"),
    ("D604", Source::CaseBody, "BSN: 1234.56.¤782"),
    ("D604", Source::CaseBody, "burgerservicenummer is 123 456 ¤782."),
    ("D604", Source::Path, "cases/cmm/2026/04/1234¤56782.md"),
    ("D604", Source::Branch, "bsn-1234¤56782"),
    ("D605", Source::CaseBody, "Bezocht: 1234 AB¤ 12."),
    ("D605", Source::CaseBody, "1234AB¤, nr. 12 a"),
    ("D605", Source::CaseBody, "Dorpsstraat 12-3,¤ 1234 AB Klinkerdam"),
    ("D605", Source::CaseBody, "Lange Dijk 7\n12¤34 AB"),
    ("D605", Source::File, "huisnummer: 12\npostcode: 12¤34 AB\n"),
    ("D605", Source::Path, "cases/1234AB¤-12.md"),
    ("D606", Source::Path, "cases/cmm/2026/04/Brief.PDF"),
    ("D607", Source::CaseBody, "Gesproken met mevrouw Jansen."),
    ("D607", Source::CaseBody, "Dhr. De Vries en de heer\nvan den Berg belden"),
    ("D607", Source::Message, "Geachte heer J.P. O'Neill, "),
    ("D607", Source::CaseData, "note: prof. dr. Évers, MW JANSEN"),
];

const FALSE: [(Source, &str); 68] = [
    (Source::CaseBody, "m3@organisatie.example heeft geantwoord"),
    (Source::CaseBody, "klachten¤@eigen.test is ons adres"),
    (Source::File, "git@forge.test:team/register.git"),
    (Source::Path, "site/logo@2x.png"),
    (Source::File, "package@1.2.beta en @handle en a @ b"),
    (Source::File, "user@localhost"),
    (Source::CaseData, "received: 2026-04-17"),
    (Source::CaseData, "on: 06-04-2026 12:30"),
    (Source::CaseBody, "Op 06-04-2026 12.30 uur en 02-05-2026 10 uur"),
    (Source::CaseBody, "Tussen 09:30-10:15 en 08.00 - 12.00"),
    (Source::CaseBody, "Tussen 0900 - 1530 uur"),
    (Source::CaseData, "id: K26-7F3QXM"),
    (Source::CaseData, "earlier: K26-061234"),
    (Source::CaseData, "ref: crm/0612345678"),
    (Source::CaseData, "ref: OVK-2026-0612345678"),
    (Source::CaseData, "ref: OVK-123456782"),
    (Source::CaseData, "ref: crm/123456782"),
    (Source::CaseData, "ref: '#123456782'"),
    (Source::CaseData, "sha256: 061234567812345678291234ab12cdef061234567812345678291234ab12cdef"),
    (Source::CaseData, "sha256: 1234567820612345678212345678206123456782123456782061234567821234"),
    (Source::Message, "Revert commit 0612345678abcdef0612345678abcdef06123456"),
    (Source::File, "12345678-0612-3456-7890-0612345678ab"),
    (Source::CaseBody, "€ 123456782 of 123456782,50 of EUR 123456782"),
    (Source::CaseBody, "123456782 euro en 123.456.782"),
    (Source::CaseData, "  bytes: 123456782"),
    (Source::CaseData, "bedrag: 123456782"),
    (Source::CaseBody, "nummer 123456789 voldoet niet"),
    (Source::CaseBody, "000000000"),
    (Source::CaseBody, "1234567820 en 1123456782"),
    (Source::CaseBody, "Bel 0800-1234 of 0900 123 4567"),
    (Source::CaseBody, "Bel 088 000¤ 00 00, ons nummer"),
    (Source::CaseBody, "Bel +31 (0)88 000¤ 0000, ons nummer"),
    (Source::CaseBody, "0.0612345678 en 1,0612345678"),
    (Source::CaseBody, "06-123456 en 020-12345"),
    (Source::CaseBody, "van +12 naar +20 (2025) en +999 123 456 789"),
    (Source::CaseBody, "om 00 12 34 56 78 en 00-11-2026 12:30"),
    (Source::CaseBody, "+3247012 en 0049 1234"),
    (Source::Path, "cases/cmm/00-2026-11-30-1234.md"),
    (Source::CaseBody, "ruimte 0123 45"),
    (Source::File, "NL00ABNA01234¤56789"),
    (Source::File, "NL02ABNA01234¤567890"),
    (Source::File, "XNL02ABNA01234¤56789"),
    (Source::File, "ab12cdef0123456789abcdef0123"),
    (Source::CaseBody, "NL02 ABNA 0000 0000"),
    (Source::CaseBody, "1234 AB is een postcode"),
    (Source::CaseBody, "12¤34 AB 12-04-2026"),
    (Source::CaseBody, "in 2026 was het 1500 EUR 12"),
    (Source::CaseBody, "1234 ab 12"),
    (Source::CaseBody, "1234 SS 12"),
    (Source::CaseBody, "0234 AB 12"),
    (Source::CaseBody, "Kade 1, 99¤99 ZZ Klinkerdam, ons kantoor"),
    (Source::CaseBody, "12¤34 AB 12%"),
    (Source::Path, "cases/cmm/2026/04/K26-7F3QXM.md"),
    (Source::Path, "cases/cmm/2026/yearbook.yaml"),
    (Source::Path, "policy/cmm/2022-01-01/brief.pdf"),
    (Source::Path, "site-templates/2026-04-17-061234.html"),
    (Source::Branch, "klacht/K26-7F3QXM-2026-04-17"),
    (Source::CaseBody, "mevrouw p1 en de heer P2 belden"),
    (Source::CaseBody, "Met mevrouw. Zij was tevreden"),
    (Source::CaseBody, "De mevrouw\nZij belde, de heer\n\nDaan"),
    (Source::CaseBody, "de heer Directeur en mevrouw de Voorzitter"),
    (Source::CaseBody, "mevrouw Verkoopmanager"),
    (Source::CaseBody, "het verkeer Van hier; beheer Beter"),
    (Source::CaseBody, "Geachte mevrouw, Wij schrijven u"),
    (Source::File, "de heer Jansen staat in een ander bestand"),
    (Source::CaseBody, "art. 6:162 BW en artikel 12 Awb, 14 dagen"),
    (Source::CaseBody, "de heer K26-7F3QXM"),
    (Source::Message, "Log K26-7F3QXM: gehoord 2026-04-17, 3 van 10"),
];

fn allowed() -> Allowed {
    Allowed::new()
        .with_email(&clean("Klachten¤@eigen.test"))
        .with_phone(&clean("088 000¤0000"))
        .with_postcode("9999ZZ")
        .with_iban(&clean("NL86 INGB¤ 0002 4455 88"))
        .with_word("verkoopmanager")
}

fn clean(example: &str) -> String {
    example.replace('¤', "")
}

#[test]
fn what_is_personal_is_found_as_what_it_is() {
    for (code, source, example) in TRUE {
        let found: Vec<&str> = scan(&clean(example), source, &allowed()).iter().map(|hit| hit.code).collect();
        assert!(!found.is_empty() && found.iter().all(|other| *other == code), "{example:?}: {found:?}, not {code}");
    }
}

#[test]
fn what_only_looks_like_it_is_left_alone() {
    for (source, example) in FALSE {
        let found: Vec<&str> = scan(&clean(example), source, &allowed()).iter().map(|hit| hit.code).collect();
        assert!(found.is_empty(), "{example:?}: {found:?}");
    }
}

#[test]
fn a_hint_never_hides_what_its_rule_finds() {
    // With a space before it every example stands at the start of a line, in the middle and at the end.
    for (code, source, example) in TRUE.into_iter().filter(|(_, source, _)| !source.is_name()) {
        let text = format!("Eerst dit.\n{}", clean(example));
        assert!(scan(&text, source, &allowed()).iter().any(|hit| hit.code == code), "{text:?}");
    }
}

#[test]
fn the_span_is_what_was_found() {
    let text = clean("é mail jan¤@post.test, bel 06-1234¤5678; mevrouw Jansen");
    let found = scan(&text, Source::CaseBody, &Allowed::new());
    let words: Vec<&str> = found.iter().map(|hit| &text[hit.span.start..hit.span.end]).collect();
    assert_eq!(words.join("|"), clean("jan¤@post.test|06-1234¤5678|mevrouw Jansen"));
}

#[test]
fn what_is_not_allowed_is_found() {
    let text = clean("m3¤@organisatie.example, 088 000¤ 00 00, NL86 INGB¤ 0002 4455 88, Kade 1, 99¤99 ZZ");
    assert_eq!(scan(&text, Source::File, &Allowed::default()).len(), 4);
    assert_eq!(scan(&text, Source::File, &allowed()), vec![]);
    let lookalike = clean("m3¤@organisatie.anexample, m3¤@example.test, x.klachten¤@eigen.test");
    assert_eq!(scan(&lookalike, Source::File, &allowed()).len(), 3);
}

#[test]
fn pages_and_words_hold_nothing_that_would_be_found() {
    for rule in RULES {
        for lang in Lang::ALL {
            assert_eq!(scan(&rule.page(lang), Source::File, &Allowed::new()), vec![], "{}", rule.code);
        }
    }
}

#[test]
fn this_file_holds_nothing_that_would_be_found() {
    assert_eq!(scan(include_str!("tests.rs"), Source::File, &Allowed::new()), vec![]);
}

#[test]
fn a_published_contact_is_known_wherever_it_stands() {
    let contact = clean("Kade 1, 99¤99 ZZ Klinkerdam, 088 000¤ 00 00, info¤@eigen.test");
    let known = Allowed::new().with_contact(&contact);
    let text = clean("Kade 1, 99¤99ZZ; +31 88 000¤ 0000; INFO¤@eigen.test");
    assert_eq!(scan(&text, Source::CaseBody, &Allowed::new()).len(), 3);
    assert_eq!(scan(&text, Source::CaseBody, &known), vec![]);
    let other = clean("Kade 1, 99¤98 ZZ; 088 000¤ 00 01; jan¤@eigen.test");
    assert_eq!(scan(&other, Source::CaseBody, &known).len(), 3);
}

#[test]
fn a_hit_tells_nothing_of_what_was_found() {
    let text = clean("bel 06-1234¤5678");
    let hits = scan(&text, Source::CaseBody, &Allowed::new());
    let told = format!("{hits:?}{:?}", hits[0].say(Source::CaseBody));
    assert!(!told.contains(&clean("1234¤5678")) && told.contains("telefoonnummer"));
}

#[test]
fn an_acceptance_counts_only_when_it_is_whole() {
    use AcceptanceFault::{NoPath, NoPerson, NoReason, NotAcceptable};
    let accepted = |path: Option<&str>, code: &str, why: &str, by: &str| Acceptance {
        path: path.map(str::to_owned),
        code: code.to_owned(),
        why: why.to_owned(),
        by: by.to_owned(),
    };
    let whole = accepted(Some("docs/a.md"), "D602", "bestelnummer", "m3");
    assert!(whole.covers_file("docs/a.md", "D602") && whole.covers_in_case("D602"));
    assert!(!whole.covers_file("docs/b.md", "D602") && !whole.covers_file("docs/a.md", "D601"));
    let nothing = accepted(None, "", "…", " ");
    assert_eq!(nothing.faults(false), [NoReason, NoPerson, NoPath, NotAcceptable]);
    assert_eq!(nothing.faults(true), [NoReason, NoPerson, NotAcceptable]);
    for code in ["D606", "D608", "W202"] {
        let one = accepted(Some("a"), code, "omdat", "m3");
        assert_eq!(one.faults(false), [NotAcceptable]);
        assert!(!one.covers_file("a", code));
    }
    assert!(!accepted(Some("a"), "D602", "-", "m3").covers_file("a", "D602"));
}

#[test]
fn the_confidential_folder_is_known_by_its_place_in_any_capitals() {
    for (path, is) in [
        ("vertrouwelijk/K26/data.json", true),
        ("Vertrouwelijk/x", true),
        ("vertrouwelijk", false),
        ("docs/vertrouwelijk/x", false),
        ("vertrouwelijkheid/x", false),
    ] {
        assert_eq!(d609::is_confidential(path), is, "{path}");
    }
}

#[test]
fn very_many_hits_are_found_at_once() {
    let text = clean("jan¤@post.test 06-1234¤5678\n").repeat(20_000);
    assert_eq!(scan(&text, Source::File, &Allowed::new()).len(), 40_000);
}

#[test]
fn the_words_of_every_rule() {
    let mut words = Vec::new();
    for code in RULES.iter().map(|rule| rule.code).filter(|code| !["D608", "D609"].contains(code)) {
        let said = |source| scan::Hit { span: crate::yaml::Span::default(), code }.say(source);
        words.extend(Source::ALL.map(|source| shown(code, &format!("{source:?}"), &said(source))));
    }
    let faults =
        [AcceptanceFault::NoReason, AcceptanceFault::NoPerson, AcceptanceFault::NoPath, AcceptanceFault::NotAcceptable];
    words.extend(faults.map(|fault| shown("D608", &format!("{fault:?}"), &say_of_acceptance(fault))));
    words.push(shown("D609", "", &d609::say()));
    insta::assert_snapshot!(words.join("\n"));
}

proptest! {
    #[test]
    fn any_text_can_be_scanned(text in r"([\PC\n]|[0-9 .@+()A-Z-]|06|\+31|NL|mevrouw |é|1234 AB){0,60}", at in 0usize..6) {
        let source = Source::ALL[at];
        let hits = scan(&text, source, &Allowed::new());
        for hit in &hits {
            prop_assert!(text.get(hit.span.start..hit.span.end).is_some_and(|found| !found.is_empty()));
        }
        prop_assert!(hits.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start));
    }

    #[test]
    fn personal_data_is_found_amid_other_words(before in "[a-zé ,;:\n]{0,30}", after in "[ ,;:\n][a-zé ,;:\n]{0,30}", which in 0usize..8) {
        let example = TRUE[[0, 8, 9, 17, 28, 34, 40, 47][which]];
        let text = format!("{before} {}{after}", clean(example.2));
        prop_assert!(scan(&text, Source::CaseBody, &allowed()).iter().any(|hit| hit.code == example.0), "{}", text);
    }
}
