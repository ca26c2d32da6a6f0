//! `klacht policy check` and `klacht policy coverage`.

use std::collections::BTreeMap;
use std::path::Path;

use crate::check::{JudgedDraft, Verdict};
use crate::cli::find_register::{must_be_register, register_or_folder};
use crate::cli::global::Global;
use crate::cli::output::{Failure, Output};
use crate::cli::regulation::args::PolicyArgs;
use crate::cli::report::report_of;
use crate::context::{Context, Kept};
use crate::diagnostics::{FailOn, Finding, Format, Severity, exit_code, tally, text};
use crate::draft::{judged, meant};
use crate::publish::demands;
use crate::register::{Register, WorkTree};
use crate::regulation::Version;
use crate::regulation::coverage::{coverage as coverage_of, render};
use crate::{check, paths};

/// Runs `policy check`; the exit code.
pub fn check(args: &PolicyArgs, global: &Global, out: &mut Output) -> Result<u8, Failure> {
    let format = args.format;
    let register = register(global)?;
    let context = context(&register)?;
    let judged = draft_asked(&register, &context, args, global)?;
    if let Some(draft) = judged {
        let path = format!("{}/regulation.yaml", args.regulation.as_deref().unwrap_or_default().trim_end_matches('/'));
        let own = Context { files: draft.files, ..context };
        let mut findings = draft.findings;
        findings.extend(draft.version.iter().flat_map(|version| demands(&own, version, global.today)));
        return told(findings, vec![path], &own.files, format, out);
    }
    let versions = chosen(&context, args)?;
    let mut sink = check::sink_of(&context);
    context.findings.iter().cloned().for_each(|f| sink.push(f));
    for version in &versions {
        if let Some(history) = context.policy.histories.get(&version.id) {
            sink.extend(check::judge_version(&context, history, version, global.today));
        }
    }
    // The settings of the site are asked for once, not by each version. Nothing softens or sharpens what is only foretold.
    let mut findings = sink.into_findings();
    let foretold = versions.iter().flat_map(|version| demands(&context, version, global.today));
    foretold.for_each(|finding| {
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    });
    let paths = versions.iter().map(|v| v.path.clone()).collect();
    told(findings, paths, &context.files, format, out)
}

/// Prints what was found in versions; the exit code.
fn told(
    findings: Vec<Finding>,
    paths: Vec<String>,
    files: &BTreeMap<String, Kept>,
    format: Format,
    out: &Output,
) -> Result<u8, Failure> {
    let checked = paths.len();
    let report = report_of(Verdict { findings, checked, paths, ..Verdict::default() });
    let source = |path: &str, _: Option<&str>| files.get(path).map(|f| f.source.clone());
    out.report(format, &report, false, &source)?;
    let counted = match checked {
        1 => text!("1 versie van een regeling gecontroleerd", "1 version of a regulation checked"),
        many => text!("{many} versies van regelingen gecontroleerd", "{many} versions of regulations checked"),
    };
    out.note(&format!("{}, {}", counted.in_(out.lang), tally(report.counts(), out.lang)));
    Ok(exit_code(&report, FailOn::Error))
}

/// The draft in a folder that was named, judged, where no regulation of the register has that name.
fn draft_asked(
    register: &Register,
    context: &Context,
    args: &PolicyArgs,
    global: &Global,
) -> Result<Option<JudgedDraft>, Failure> {
    let (Some(asked), Some(root)) = (&args.regulation, register.root()) else { return Ok(None) };
    if context.files.contains_key(&format!("{}/{asked}/{}", paths::POLICY, paths::REGULATION))
        || context.regulations.contains(asked)
    {
        return Ok(None);
    }
    let dir = global.dir.as_deref().unwrap_or(Path::new("."));
    Ok(judged(context, dir, root, asked, global.today)?)
}

/// Runs `policy coverage`; the exit code.
pub fn coverage(args: &PolicyArgs, global: &Global, out: &mut Output) -> Result<u8, Failure> {
    let context = context(&register(global)?)?;
    let versions = chosen(&context, args)?;
    for version in &versions {
        out.print(&format!("{}\n\n", version.path))?;
        out.print(&render(&coverage_of(version), out.lang))?;
        out.print("\n")?;
    }
    // A version that cannot be read is not left out in silence.
    let id = args.regulation.as_deref().map_or("", crate::paths::top);
    let own = |f: &&Finding| paths::regulation_of(&f.path).is_some_and(|of| id.is_empty() || of == id);
    let unread: Vec<Finding> = context.findings.iter().filter(own).cloned().collect();
    if unread.iter().all(|f| f.severity < Severity::Error) {
        return Ok(0);
    }
    let paths = versions.iter().map(|v| v.path.clone()).collect();
    told(unread, paths, &context.files, args.format, out)
}

fn register(global: &Global) -> Result<Register, Failure> {
    let register = register_or_folder(global)?;
    must_be_register(&register)?;
    Ok(register)
}

fn context(register: &Register) -> Result<Context, Failure> {
    if register.is_bare() {
        let Some(head) = register.head()? else { return Ok(Context::default()) };
        return Ok(Context::read(&register.at_commit(head)?)?);
    }
    let tree: WorkTree = register.work_tree()?;
    Ok(Context::read(&tree)?)
}

/// The versions that were asked for: all, those of a regulation, or one. None of a regulation that is there and cannot be read:
/// what is wrong with it stands in the findings of the context.
fn chosen<'a>(context: &'a Context, args: &PolicyArgs) -> Result<Vec<&'a Version>, Failure> {
    let all = context.policy.histories.values().flat_map(|d| d.versions.values());
    let Some(asked) = &args.regulation else { return Ok(all.collect()) };
    let (id, folder) = asked.split_once('/').map_or((asked.as_str(), None), |(id, day)| (id, Some(day)));
    let matches =
        |v: &&Version| v.id == id && folder.is_none_or(|f| v.path == paths::version_file(id, f, paths::REGULATION));
    let found: Vec<&Version> = all.filter(matches).collect();
    let folder = folder.map_or_else(|| format!("{}/{id}/", paths::POLICY), |f| format!("{}/{id}/{f}/", paths::POLICY));
    let unread = context.findings.iter().any(|f| f.path.starts_with(&folder));
    if found.is_empty() && !unread {
        if asked == id && context.regulations.contains(id) {
            return Err(Failure::Usage(
                text!("van regeling `{id}` is er geen enkele versie", "regulation `{id}` has no version"),
                text!(
                    "zet haar in policy/{id}/<dag van ingang>/regulation.yaml, zoals policy/{id}/2026-01-01/regulation.yaml",
                    "put it in policy/{id}/<first day>/regulation.yaml, such as policy/{id}/2026-01-01/regulation.yaml"
                ),
            ));
        }
        return Err(Failure::Usage(
            text!("er is geen regeling `{asked}`", "there is no regulation `{asked}`"),
            meant(context, asked),
        ));
    }
    Ok(found)
}
