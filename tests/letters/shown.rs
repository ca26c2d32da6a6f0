//! The letters of two regulations as they read.

use klacht::diagnostics::Lang;
use klacht::letters::Kind;

use super::register::{Stage, stages};

/// A letter of each kind that there is, each from the first stage that has it, the later kinds from later stages.
fn letters(regulation: &'static str, lang: Lang) -> String {
    let mut all: Vec<Stage> = stages(regulation);
    if let Some(mut bare) = stages(regulation).into_iter().find(|s| s.name.starts_with("open after")) {
        "without its data".clone_into(&mut bare.name);
        bare.case.sealed = None;
        bare.case.fields.clear();
        all.push(bare);
    }
    let mut text = String::new();
    for kind in Kind::ALL {
        let Some((stage, letter)) = all.iter().find_map(|s| Some((s, s.letter(kind, lang).ok()?))) else { continue };
        let head = format!("=== {} ({})", kind.name(lang), stage.name);
        text = [text, head, letter.text].join("\n");
    }
    text
}

#[test]
fn as_they_read() {
    for regulation in ["cmm", "square-mile"] {
        for lang in Lang::ALL {
            insta::assert_snapshot!(format!("{regulation}-{}", lang.tag()), letters(regulation, lang));
        }
    }
}
