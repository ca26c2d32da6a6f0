//! Which files a register begins with, and what each of them says.

use std::path::Path;

use serde_json::{Value, json};

use super::answers::{ANSWERS, Answers};
use super::forge::Forge;
use super::form::form;
use super::key::Key;
use super::template::{TemplateFault, fill};
use crate::calendar::{Duration, date_words};
use crate::diagnostics::{Lang, text};
use crate::paths;
use crate::regulation::{Regulation, RoleKind, read_regulation};
use crate::schema::Document;

/// A file as it would be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The path in the register, with `/`.
    pub path: String,
    /// What it says.
    pub text: String,
}

const FORM: &str = "forge/form.yml";

/// The files with a schema, for editors.
const SCHEMAS: [Document; 5] =
    [Document::Regulation, Document::People, Document::Words, Document::Settings, Document::Yearbook];

/// Every file that these answers ask for. The answers themselves come first: a run that was interrupted can go on by them.
pub fn files(answers: &Answers) -> Result<Vec<Draft>, TemplateFault> {
    let id = answers.regulation();
    let mut values = values(answers, &id, "klacht init");
    let mut drafts = vec![
        filled(ANSWERS, "register/answers.yaml", &values)?,
        filled("klacht.yaml", "register/klacht.yaml", &values)?,
    ];
    drafts.extend(of_regulation(answers, &id, &values)?);
    let mut add = |path: &str, template: &str, values: &Value| -> Result<(), TemplateFault> {
        drafts.push(filled(path, template, values)?);
        Ok(())
    };
    add(".gitattributes", "register/gitattributes", &values)?;
    add(".gitignore", "register/gitignore", &values)?;
    add(".editorconfig", "register/editorconfig", &values)?;
    add("README.md", &format!("register/README.{}.md", answers.lang.tag()), &values)?;
    for name in ["settings.json", "tasks.json", "extensions.json"] {
        add(&format!(".vscode/{name}"), &format!("register/{name}"), &values)?;
    }
    values["form"] = form(&rules(answers, &values)?, "Klacht");
    for (path, template) in of_forge(answers.forge) {
        add(path, template, &values)?;
    }
    drafts.extend(SCHEMAS.map(|document| Draft {
        path: format!(".vscode/schema/{}.json", document.name()),
        text: document.text(answers.lang),
    }));
    Ok(drafts)
}

/// The files of one regulation more, under this id, in a register that is there already; and last, the issue forms for it at
/// these places.
pub fn regulation_files(answers: &Answers, id: &str, forms: &[String]) -> Result<Vec<Draft>, TemplateFault> {
    let mut values = values(answers, id, "klacht policy new");
    let mut drafts = of_regulation(answers, id, &values)?;
    values["form"] = form(&rules(answers, &values)?, &format!("Klacht – {id}"));
    for path in forms {
        drafts.push(filled(path, FORM, &values)?);
    }
    Ok(drafts)
}

/// Where the issue forms of another regulation belong: beside that with which the register began, as far as that is there.
#[must_use]
pub fn forms_beside(root: &Path, id: &str) -> Vec<String> {
    let all = Forge::ALL.into_iter().flat_map(of_forge).filter(|(_, template)| *template == FORM);
    let there = all.filter(|(path, _)| root.join(path).is_file());
    there.filter_map(|(path, _)| Some(format!("{}/klacht-{id}.yml", path.rsplit_once('/')?.0))).collect()
}

/// Its people, and its first version.
fn of_regulation(answers: &Answers, id: &str, values: &Value) -> Result<Vec<Draft>, TemplateFault> {
    let mut values = values.clone();
    values["staff"] = json!(other_staff(&rules(answers, &values)?));
    let values = &values;
    let mut drafts = vec![filled(&paths::people(id), "register/people.yaml", values)?];
    for name in ["regulation.yaml", "text.nl.md", "text.en.md", "words.en.yaml"] {
        let template = format!("regulation/{}/{name}", answers.sector.word());
        let path = paths::version_file(id, &answers.valid_from.to_string(), name);
        drafts.push(filled(&path, &template, values)?);
    }
    Ok(drafts)
}

/// The rules that the answers give.
fn rules(answers: &Answers, values: &Value) -> Result<Regulation, TemplateFault> {
    let rules = fill(&format!("regulation/{}/regulation.yaml", answers.sector.word()), values)?;
    read_regulation(&rules).value.ok_or_else(|| TemplateFault("regulation.yaml".to_owned()))
}

/// The roles of the staff besides those who handle: whoever is complained about has one, and must be known by it.
fn other_staff(rules: &Regulation) -> Vec<&str> {
    let handles = rules.assignment.handler.role.as_deref();
    let staff = rules.roles.iter().filter(|role| role.kind == RoleKind::Staff);
    staff.map(|role| role.id.as_str()).filter(|id| Some(*id) != handles).collect()
}

fn filled(path: &str, template: &str, values: &Value) -> Result<Draft, TemplateFault> {
    Ok(Draft { path: path.to_owned(), text: fill(template, values)? })
}

fn of_forge(forge: Forge) -> &'static [(&'static str, &'static str)] {
    const WORKFLOW: &str = "forge/workflow.yml";
    match forge {
        Forge::GitHub => &[(".github/workflows/klacht.yml", WORKFLOW), (".github/ISSUE_TEMPLATE/klacht.yml", FORM)],
        Forge::Forgejo => &[(".forgejo/workflows/klacht.yml", WORKFLOW), (".forgejo/ISSUE_TEMPLATE/klacht.yml", FORM)],
        Forge::Gitea => &[(".gitea/workflows/klacht.yml", WORKFLOW), (".gitea/ISSUE_TEMPLATE/klacht.yml", FORM)],
        Forge::GitLab => &[(".gitlab-ci.yml", "forge/gitlab.yml")],
        Forge::None => &[],
    }
}

/// What the templates are filled with.
fn values(answers: &Answers, id: &str, maker: &str) -> Value {
    let lang = answers.lang;
    let mark = text!("gemaakt door {maker}; u mag dit wijzigen", "made by {maker}; you may change this");
    let title = text!(
        "Klachtenregeling {organisation}",
        "Complaint rules of {organisation}",
        organisation = answers.organisation
    );
    let asked = Key::ALL.map(|key| (key.word(), answers.kept(key)));
    let day = |lang: Lang| {
        let words = date_words(answers.valid_from);
        let words = words.in_(lang);
        words.split_once(' ').map_or(words, |(_, rest)| rest).to_owned()
    };
    json!({
        "mark": mark.in_(lang),
        "lang": lang.tag(),
        "title": {"nl": title.nl, "en": title.en},
        "id": id,
        "name": answers.organisation,
        "site": answers.site,
        "address": format!("{}/klachten/", answers.site),
        "email": answers.email,
        "day": answers.valid_from.to_string(),
        "date": {"nl": day(Lang::Nl), "en": day(Lang::En)},
        "confirm": term(answers.confirm),
        "decide": term(answers.decide),
        "extend": term(answers.extend),
        "handler": answers.handler,
        "substitute": answers.substitute,
        "body": {"name": answers.body.name, "address": answers.body.address, "binding": answers.body.binding},
        "forge": answers.forge.word(),
        "answers": asked.map(|(word, answer)| json!({"word": word, "answer": answer})),
    })
}

fn term(duration: Duration) -> Value {
    let words = duration.words();
    json!({"data": duration.to_string(), "nl": words.nl, "en": words.en})
}
