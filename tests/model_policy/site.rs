//! What the pages need is told before somebody builds them.

use super::Desk;

#[test]
fn m51_what_a_build_refuses_is_told_before() {
    let told = |from: &str, to: &str| {
        let (code, said) = Desk::with(&[(from, to)], &[]).policy();
        assert_eq!(code, 0, "{said}");
        let block: Vec<&str> = said.split("\n\n").filter(|block| block.contains("warning[S801]")).collect();
        assert_eq!(block.len(), 1, "{from}: {said}");
        block[0].to_owned()
    };
    let said = told("publish: true", "publish: false");
    assert!(said.contains("`publish: true`") && !said.contains("write `organisation.contact`"), "{said}");
    let exclude = "  exclude:\n    - {id: zelf, who: handler, not: [respondent], quote: \"Gaat de klacht over de bibliothecaris, dan behandelt een ander de klacht.\"}\n";
    assert!(told(exclude, "").contains("about: conflict-of-interest"));
    assert!(told("at_most: 2 weeks, ", "").contains("about: extension-maximum"));
    assert!(
        told(
            "  - {id: raad, about: external-term, why: De tekst noemt geen termijn.}\n",
            "  - {id: raad, about: text, why: Zo.}\n"
        )
        .contains("about: external-term")
    );
    // A list of roles does where one role is asked.
    let (_, said) = Desk::with(
        &[(
            "role: bibliothecaris, quote: De bibliothecaris behandelt",
            "roles: [bibliothecaris], quote: De bibliothecaris behandelt",
        )],
        &[],
    )
    .policy();
    assert!(!said.contains("[S801]"), "{said}");
}

#[test]
fn m51_a_version_that_was_succeeded_has_no_pages() {
    let desk = Desk::with(&[("publish: true", "publish: false")], &[]);
    let later = |source: &str| source.replace("valid_from: 2026-01-01", "valid_from: 2026-06-01");
    desk.repo.write("policy/boekhoek/2026-06-01/regulation.yaml", later(super::RULES));
    desk.repo.write("policy/boekhoek/2026-06-01/text.nl.md", super::TEXT);
    let (code, said) = desk.policy();
    assert!(code == 0 && !said.contains("[S801]"), "{said}");
}

#[test]
fn m51_what_the_settings_lack_is_told_once_a_site_is_meant() {
    let desk = Desk::new();
    desk.repo
        .write("klacht.yaml", "schema: klacht.register/1\nsite: {address: \"https://klacht.boekhoek.example/\"}\n");
    let (code, said) = desk.policy();
    assert!(code == 0 && said.contains("`site.contact`") && said.contains("klacht.yaml"), "{said}");
}
