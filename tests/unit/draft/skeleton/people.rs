use super::*;
use crate::rules::policy::numbers::words;

#[test]
fn people_are_found_in_the_singular_and_the_plural_and_in_longer_words() {
    let ids = |text: &str| named(&words(text)).into_iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(ids("De klagers en de Klager horen van de klachtencommissie."), ["klager", "klachtencommissie"]);
    assert_eq!(
        ids("Onze klachtenfunctionarissen; de kwaliteitscoördinator."),
        ["klachtenfunctionaris", "kwaliteitscoordinator"]
    );
    assert_eq!(ids("Wij sturen u een brief."), Vec::<String>::new());
}
