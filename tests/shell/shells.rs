//! The scripts in the shells themselves. A shell that is not installed is left out, and that is said.

use std::process::Command;

use crate::common::words as said;
use crate::shell::bundle::Bundle;

fn there(shell: &str) -> bool {
    let found = Command::new(shell).args(["-c", "exit 0"]).output().is_ok_and(|done| done.status.success());
    if !found {
        eprintln!("left out: {shell} is not installed");
    }
    found
}

fn run(bundle: &Bundle, shell: &str, script: &str) -> String {
    let done =
        bundle.command(shell).env("KLACHT_LANG", "nl").env("TERM", "dumb").args(["-c", script]).output().unwrap();
    said(&done)
}

/// What bash puts in place of the last word.
fn bash(bundle: &Bundle, words: &[&str]) -> String {
    let (last, before) = (words[words.len() - 1], words[words.len() - 2]);
    let script = format!(
        "source <(klacht completions bash)\nCOMP_WORDS=({}); COMP_CWORD={}; COMP_TYPE=9\n\
         _clap_complete_klacht klacht '{last}' '{before}'\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"",
        words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" "),
        words.len() - 1
    );
    run(bundle, "bash", &script)
}

#[test]
fn bash_completes() {
    if !there("bash") {
        return;
    }
    let bundle = Bundle::new();
    assert_eq!(bash(&bundle, &["klacht", "step", "K26-Y90"]), "K26-Y907C0\n");
    assert_eq!(bash(&bundle, &["klacht", "step", "K26-Y907C0", "ing"]), "ingetrokken\n");
    // Bash cuts at = and :, and puts in place only what comes after.
    assert_eq!(bash(&bundle, &["klacht", "check", "--format", "=", "js"]), "json\n");
    assert_eq!(bash(&bundle, &["klacht", "list", "--regulation", "=", "cm"]), "cmm\n");
    assert_eq!(bash(&bundle, &["klacht", "chec"]), "check\n");
}

#[test]
fn fish_completes_with_descriptions() {
    if !there("fish") {
        return;
    }
    let bundle = Bundle::new();
    bundle.looked_over();
    let script = "klacht completions fish | source; complete -C 'klacht step K26-Y90'; complete -C 'klacht nie'";
    assert_eq!(run(&bundle, "fish", script), "K26-Y907C0\tcbmk, in behandeling\nnieuw\tOpen een nieuwe klacht\n");
}

/// Zsh completes only on a terminal: it gets one of its own.
#[test]
fn zsh_completes() {
    if !there("zsh") {
        return;
    }
    let bundle = Bundle::new();
    // It answers when it is ready: it is asked now and then, and not for ever.
    let script = "zmodload zsh/zpty || exit 3\n\
        zpty z zsh -f -i\n\
        zpty -w z 'autoload -U compinit; compinit -u -D; PS1=; RPS1=; source <(klacht completions zsh); print klaar-$((1+1))'\n\
        wait_for() { for i in {1..600}; do zpty -r -t z out && all+=$out; [[ $all == *$1* ]] && return; sleep 0.1; done }\n\
        wait_for klaar-2\n\
        zpty -w -n z $'klacht step K26-Y90\\t'\n\
        wait_for K26-Y907C0 && print gevonden\n\
        zpty -d z";
    let text = run(&bundle, "zsh", script);
    assert!(text.contains("gevonden"), "{text}");
}

/// The other scripts cannot be run here; they must name the program and the variable.
#[test]
fn every_shell_has_its_script() {
    let bundle = Bundle::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = bundle.done(&["completions", shell]);
        assert!(script.contains("KLACHT_COMPLETE") && script.contains("klacht"), "{shell}: {script}");
        assert!(script.is_ascii() && !script.contains("/target/"), "a name is looked up on the path: {script}");
        assert_eq!(script, bundle.done(&["aanvulling", shell]));
    }
    let place = bundle.command(env!("CARGO_BIN_EXE_klacht")).args(["completions", "fish"]).output().unwrap();
    assert!(String::from_utf8(place.stdout).unwrap().contains(env!("CARGO_BIN_EXE_klacht")));
}
