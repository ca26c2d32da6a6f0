use std::collections::BTreeSet;

use crate::case::LogEntry;
use crate::diagnostics::Lang;
use crate::naming;
use crate::yaml::Group;

#[test]
fn what_remedies_name_is_a_flag_of_the_verb() {
    let whole = crate::cli::command(Lang::En);
    let flags = |verb: &str| -> BTreeSet<String> {
        let verb = whole.find_subcommand(verb).unwrap();
        verb.get_arguments().filter_map(|a| a.get_long()).map(|long| format!("--{long}")).collect()
    };
    let (step, new, add) = (flags("step"), flags("new"), flags("add"));
    // The step itself is said without a flag.
    for key in LogEntry::TABLE.keys().filter(|key| *key != "step") {
        assert!(step.contains(&naming::flag(key)), "{key}");
    }
    assert_eq!(naming::flag("streefdatum"), "--set streefdatum=…");
    assert!(["--set", "--attest", "--attest-by"].iter().all(|flag| step.contains(*flag)));
    let said = ["--received", "--source", "--party", "--topic", "--field", "--sealed"];
    assert!(said.iter().all(|flag| new.contains(*flag)));
    assert!(said.iter().filter(|flag| **flag != "--received").all(|flag| add.contains(*flag)));
}
