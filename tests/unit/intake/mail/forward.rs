use super::*;

const INVENTED: &str = "klaas@post.example";

fn read(text: &str) -> Option<Forwarded> {
    forwarded(text, &|email, _| email.ends_with("@beeldhoek.example"))
}

#[test]
fn a_block_of_headers_tells_who_wrote_and_when() {
    for text in [
        "Voor het register.\n\n-----Oorspronkelijk bericht-----\nVan: Klaas Duin <klaas@post.example>\nVerzonden: maandag 9 november 2026 09:00\nAan: Sanne\nOnderwerp: Klacht\n\nTe laat.",
        "---------- Forwarded message ---------\nFrom: Klaas Duin <klaas@post.example>\nDate: Mon, Nov 9, 2026 at 9:00 AM\nSubject: Klacht\nTo: <info@beeldhoek.example>\n\n\nTe laat.",
        "Begin doorgestuurd bericht:\n\nVan: Klaas Duin <klaas@post.example>\nOnderwerp: Klacht\nDatum: 9 november 2026 om 09:00:00 CET\nAan: info@beeldhoek.example\n\nTe laat.",
        "> Van: Klaas Duin [mailto:klaas@post.example]\n> Verzonden: maandag 9 november 2026 09:00\n> Aan: Sanne\n> \n> Te laat.",
        "*Van:* Klaas Duin <klaas@post.example>\n*Verzonden:* maandag 9 november 2026 09:00\n*Aan:* Sanne\n*Onderwerp:* Klacht\n\nTe laat.",
        // Passed on twice: whoever is not of the organisation.
        "Van: Tess <m2@beeldhoek.example>\nVerzonden: dinsdag 10 november 2026 09:00\nAan: Sanne\n\nZie onder.\n\nVan: Klaas Duin <klaas@post.example>\nVerzonden: maandag 9 november 2026 09:00\nAan: Tess\n\nTe laat.",
    ] {
        let found = read(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((found.name.as_str(), found.email.as_str()), ("Klaas Duin", INVENTED), "{text}");
        assert_eq!(found.moment.unwrap().at.to_rfc3339(), "2026-11-09T08:00:00+00:00", "{text}");
        assert_eq!(found.words, "Te laat.", "{text}");
    }
    assert_eq!(read("Van: mij\nHet was koud."), None);
    assert_eq!(
        read("Van: Tess <m2@beeldhoek.example>\nVerzonden: dinsdag 10 november 2026 09:00\nAan: Sanne\n\nx"),
        None
    );
}
