//! `klacht dossier`: what is held of a case, as one document on standard output: for a person (GDPR, article 15), or for an external body.

use std::path::Path;

use clap::Args;

use super::hands::Hands;
use super::people::recipients;
use crate::casework::{OpenedCase, Workspace, case_report, opened, still_kept};
use crate::cli::context::day_of;
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::values::choice;
use crate::cli::world::World;
use crate::diagnostics::text;
use crate::docket::Docket;
use crate::dossier::{Dossier as Document, Whom};
use crate::vault::{Vault, VaultError};

/// `dossier`.
#[derive(Debug, Args)]
pub struct Dossier {
    /// The case id.
    #[arg(id = "case_id", value_name = "ID")]
    pub id: String,
    /// For whom: a party such as p1, an external body of the regulation, or `external`.
    #[arg(id = "dossier_for", long = "for", value_name = "WHOM")]
    pub whom: String,
}

/// Runs it; the exit code.
pub fn run(args: &Dossier, global: &Global, world: &World<'_>, out: &Output) -> Result<u8, Failure> {
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    let (workspace, file) = Workspace::open_case(dir, &args.id)?;
    still_kept(&file.case)?;
    let (version, history) = workspace.version(&file)?;
    let docket = Docket::replay(&file.case, version, &history.people);
    let whom = Whom::named(&args.whom, &docket).map_err(|known| {
        let word = &args.whom;
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        Failure::Usage(
            text!(
                "`{word}` is geen partij in deze zaak en geen instantie van de regeling",
                "`{word}` is no party of this case and no body of its regulation"
            ),
            choice(word, &known),
        )
    })?;
    let opened = if file.case.sealed.iter().all(|sealed| sealed.pieces.is_empty()) {
        out.note(
            text!(
                "Van deze zaak is niets verzegeld: wat in een map ligt, hoort er ook bij, en wie anderen zijn, kent het programma niet.",
                "Nothing of this case is sealed: what lies in a folder belongs to it too, and the program does not know who others are."
            )
            .in_(out.lang),
        );
        OpenedCase::default()
    } else {
        let id = file.case.id.to_string();
        let vault = Vault::open(&workspace.register)?.ok_or(VaultError::Nothing(id))?;
        let identities = Hands::new(&workspace.register, global, world, out)?.needed(&recipients(&workspace))?;
        opened(&vault, &file.case, &identities)?
    };
    let discussed = workspace.context.discussed(&file.regulation);
    let report = case_report(&docket, &file.regulation, &discussed, day_of(&workspace, global, world));
    let document =
        Document { file: &file, docket: &docket, report: &report, opened: &opened, whom: &whom, lang: out.lang };
    out.print(&document.written())?;
    told(&document, opened.incomplete, &whom, out);
    Ok(0)
}

/// What a person does before it is given.
fn told(document: &Document<'_>, incomplete: bool, whom: &Whom, out: &Output) {
    let mut said = Vec::new();
    if incomplete {
        said.push(text!(
            "Let op: er zijn stukken die hier nog niet zijn. Voer klacht sync uit, en dan dit opnieuw.",
            "Note: there are pieces that are not here yet. Run klacht sync, and then this again."
        ));
    }
    if let Whom::Party(person) = whom {
        said.push(text!(
            "Lees het na voor u het geeft. Vervangen is wat verzegeld bekend is van anderen; wie alleen in een zin voorkomt, kent het programma niet.",
            "Read it over before you give it. Replaced is what the sealed part knows of others; the program does not know who is named in a sentence only."
        ));
        let others = document.of_others().iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        if !others.is_empty() {
            said.push(text!(
                "Van een ander: {others}. Laat daarin alleen staan wat over {person} gaat.",
                "Somebody else's: {others}. Leave in only what is about {person}."
            ));
        }
    }
    match whom {
        _ if !document.has_files() => {}
        Whom::Party(_) => said.push(text!(
            "In bijlagen kijkt geen programma: open ze zelf (klacht open NUMMER --piece N), en maak onleesbaar wat over anderen gaat.",
            "No program looks into attachments: open them yourself (klacht open ID --piece N), and black out what is about others."
        )),
        Whom::Outside(_) => said.push(text!(
            "De bijlagen staan er niet in: voeg ze erbij (klacht open NUMMER --piece N).",
            "The attachments are not in it: add them (klacht open ID --piece N)."
        )),
    }
    said.push(text!(
        "Geef het op papier (… | lp), of verstuur het versleuteld. Bewaart u het in een bestand, verwijder dat dan weer.",
        "Give it on paper (… | lp), or send it encrypted. If you keep it in a file, remove that again."
    ));
    said.iter().for_each(|said| out.note(said.in_(out.lang)));
}
