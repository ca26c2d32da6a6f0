use super::*;

#[test]
fn links_are_relative() {
    let page = Address::Of(Lang::Nl, "cmm".to_owned(), Part::Regulation);
    assert_eq!(page.file(), "cmm/regeling/index.html");
    assert_eq!(page.to("cmm/index.html"), "../index.html");
    assert_eq!(page.to("cmm/regeling/versies/index.html"), "versies/index.html");
    assert_eq!(page.to("en/cmm/regulation/index.html"), "../../en/cmm/regulation/index.html");
    assert_eq!(Address::Start(Lang::Nl).to("style.css"), "style.css");
    assert_eq!(page.in_language(Lang::En).file(), "en/cmm/regulation/index.html");
}

#[test]
fn the_path_of_an_address() {
    assert_eq!(path_of("https://klachten.example/"), "/");
    assert_eq!(path_of("https://example.org/over/klachten/"), "/over/klachten/");
}
