use super::*;
use crate::diagnostics::text;

fn report(checked: usize, severities: &[Severity]) -> Report {
    let finding = |s: &Severity| Finding::new("C101", *s, "a", text!("", ""), text!("", ""));
    Report { checked, findings: severities.iter().map(finding).collect(), ..Report::default() }
}

#[test]
fn one_line_says_what_it_comes_to() {
    use Severity::{Error, Hint, Warning};
    assert_eq!(summary(&report(128, &[]), Lang::Nl), "128 klachten gecontroleerd, geen fouten");
    assert_eq!(summary(&report(128, &[]), Lang::En), "128 complaints checked, no errors");
    assert_eq!(summary(&report(1, &[Error]), Lang::Nl), "1 klacht gecontroleerd, 1 fout");
    assert_eq!(summary(&report(0, &[]), Lang::Nl), "geen klachten gecontroleerd, geen fouten");
    let mixed = report(2, &[Error, Warning, Error, Warning, Hint, Hint]);
    assert_eq!(summary(&mixed, Lang::Nl), "2 klachten gecontroleerd, 2 fouten, 2 waarschuwingen, 2 tips");
    assert_eq!(summary(&mixed, Lang::En), "2 complaints checked, 2 errors, 2 warnings, 2 hints");
}

#[test]
fn exit_code_follows_the_worst() {
    use Severity::{Error, Hint, Warning};
    let rows: [(&[Severity], [u8; 4]); 4] =
        [(&[], [0, 0, 0, 0]), (&[Hint], [0, 0, 1, 0]), (&[Hint, Warning], [0, 1, 1, 0]), (&[Error], [1, 1, 1, 0])];
    for (severities, codes) in rows {
        let limits = FailOn::ALL;
        let got = limits.map(|limit| exit_code(&report(1, severities), limit));
        assert_eq!(got, codes, "{severities:?}");
    }
}

#[test]
fn gravest_come_first_and_keep_their_order() {
    let mixed = report(1, &[Severity::Hint, Severity::Error, Severity::Warning]);
    let order: Vec<_> = mixed.gravest_first().iter().map(|f| f.severity).collect();
    assert_eq!(order, [Severity::Error, Severity::Warning, Severity::Hint]);
}
