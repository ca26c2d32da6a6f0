//! Whoever was given data of a case that is destroyed is told so (GDPR, article 19): who they are, by the log of the case, and a text for them.

use chrono::NaiveDate;

use crate::calendar::date_words;
use crate::casework::{CaseFile, Workspace, parties_or_staff};
use crate::cli::output::{Failure, Output};
use crate::diagnostics::text;
use crate::docket::Docket;

/// The text for whoever was given data of a case, with to whom it goes; empty where nobody was.
pub fn notices(workspace: &Workspace, file: &CaseFile, on: NaiveDate, out: &Output) -> Result<Vec<String>, Failure> {
    let (version, history) = workspace.version(file)?;
    let docket = Docket::replay(&file.case, version, &history.people);
    let recipients = docket.recipients();
    if recipients.is_empty() {
        return Ok(Vec::new());
    }
    let (id, organisation) = (file.case.id, &version.regulation.organisation.name);
    let head = text!(
        "Volgens het verloop kregen deze mensen of instanties gegevens uit {id}. Is hun gemeld dat die vernietigd zijn (AVG, artikel 19)?",
        "By its history these people or bodies were given data of {id}. Have they been told that these are destroyed (GDPR, article 19)?"
    );
    let mut lines = vec![head.in_(out.lang).to_owned()];
    for key in recipients {
        let name = parties_or_staff(&docket, key, on).name;
        lines.push(format!("  {key}  {}", name.in_(out.lang)));
    }
    let on = date_words(on);
    let letter = text!(
        "Een tekst daarvoor: “Op {on} hebben wij klacht {id} en alles wat daarbij hoorde, vernietigd. Hebt u daar nog gegevens van? Vernietig die dan ook, tenzij u ze zelf moet bewaren. {organisation}”",
        "A text for that: “On {on} we destroyed complaint {id} and everything that belonged to it. Do you still have data of it? Then destroy these too, unless you must keep them yourself. {organisation}”",
        on
    );
    lines.push(letter.in_(out.lang).to_owned());
    Ok(lines)
}
