//! What somebody waits for in an editor: `klacht lsp` as a process, on a copy of the bundled register in a temporary folder. From
//! the sending of a message to the reading of its answer; each the best and the middle of some runs.
//!
//! ```text
//! cargo bench --bench editor
//! ```

#![allow(clippy::print_stdout, reason = "a table is what it is for")]

#[allow(dead_code, reason = "only the program and the kind of fault are needed here")]
mod measuring;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use measuring::{Fault, klacht};
use serde_json::{Value, json};
use walkdir::WalkDir;

/// Each measurement is made so many times.
const RUNS: usize = 7;
/// What stands before the id of a step in a log.
const STEP: &str = "- step: ";
/// What a register is made of.
const PARTS: [&str; 3] = ["klacht.yaml", "policy", "cases"];

fn main() -> Result<(), Fault> {
    let folder = tempfile::tempdir()?;
    let root = folder.path().canonicalize()?;
    copied(&root)?;
    println!("| file | work | best ms | middle ms |");
    println!("|---|---|---|---|");
    let mut editor = Editor::start()?;
    let regulations = files(&root, "policy", "regulation.yaml")?;
    case(&mut editor, &root, regulations.first().ok_or("no regulation")?)?;
    for path in &regulations {
        regulation(&mut editor, &root, path)?;
    }
    editor.leave()
}

/// A case: opened, changed, asked after.
fn case(editor: &mut Editor, root: &Path, regulation: &Path) -> Result<(), Fault> {
    let id = regulation.components().nth_back(2).ok_or("a regulation without a name")?;
    let cases = files(&root.join("cases").join(id), "", ".md")?;
    let told = cases.iter().filter_map(|path| Some((path, fs::read_to_string(path).ok()?)));
    let (path, text) = told.into_iter().find(|(_, text)| text.contains(STEP)).ok_or("no case with a log")?;
    let name = name(root, path);
    let first = editor.open(path, &text)?;
    row(&name, "open the first file: the register is read", &[first]);
    let mut opened = Vec::new();
    for _ in 0..RUNS {
        editor.close(path)?;
        opened.push(editor.open(path, &text)?);
    }
    row(&name, "open", &opened);
    let mut changed = Vec::new();
    for run in 0..RUNS {
        changed.push(editor.change(path, &format!("{text}\n<!-- {run} -->\n"), 1)?);
    }
    row(&name, "change", &changed.concat());
    let line = text.lines().position(|l| l.contains(STEP)).ok_or("a case without a log")?;
    let column = text.lines().nth(line).and_then(|l| l.find(STEP)).ok_or("a log without steps")? + STEP.len();
    for (work, method) in [("completion", "textDocument/completion"), ("hover", "textDocument/hover")] {
        let place = json!({"line": line, "character": column});
        let asked = json!({"textDocument": {"uri": uri(path)}, "position": place});
        let answers: Result<Vec<Duration>, Fault> = (0..RUNS).map(|_| editor.ask(method, &asked)).collect();
        row(&name, work, &answers?);
    }
    editor.close(path)
}

/// A regulation whose workflow is changed, so that it must be searched anew.
fn regulation(editor: &mut Editor, root: &Path, path: &Path) -> Result<(), Fault> {
    let text = fs::read_to_string(path)?;
    let name = name(root, path);
    editor.open(path, &text)?;
    editor.findings(path)?;
    let (mut quick, mut all) = (Vec::new(), Vec::new());
    for run in 0..RUNS {
        // Each time one more: another name alone makes no other workflow, and would not be searched.
        let more = |nth| format!("  - {{id: proef-{nth}, name: Proef, by: [anyone], optional: true, quote: Proef}}\n");
        let steps: String = (0..=run).map(more).collect();
        let told = editor.change(path, &text.replacen("\nsteps:\n", &format!("\nsteps:\n{steps}"), 1), 2)?;
        quick.extend(told.first());
        all.extend(told.last());
    }
    row(&name, "change, until the first findings", &quick);
    row(&name, "change, until all findings", &all);
    editor.close(path)
}

fn row(file: &str, work: &str, times: &[Duration]) {
    let mut ms: Vec<f64> = times.iter().map(|t| t.as_secs_f64() * 1000.0).collect();
    ms.sort_by(f64::total_cmp);
    let at = |nth: usize| ms.get(nth).map_or_else(String::new, |ms| format!("{ms:.1}"));
    println!("| {file} | {work} | {} | {} |", at(0), at(ms.len() / 2));
}

/// The register in a folder of its own.
fn copied(to: &Path) -> Result<(), Fault> {
    let from = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in PARTS.iter().flat_map(|part| WalkDir::new(from.join(part))) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The files below a folder whose path ends so, in order.
fn files(root: &Path, folder: &str, end: &str) -> Result<Vec<PathBuf>, Fault> {
    let mut found = Vec::new();
    for entry in WalkDir::new(root.join(folder)).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() && entry.path().to_string_lossy().ends_with(end) {
            found.push(entry.into_path());
        }
    }
    Ok(found)
}

fn name(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}

fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// An editor with its server.
struct Editor {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    last: i64,
}

impl Editor {
    fn start() -> Result<Self, Fault> {
        let mut program = Command::new(klacht());
        let mut child = program.arg("lsp").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let input = child.stdin.take().ok_or("no input")?;
        let output = BufReader::new(child.stdout.take().ok_or("no output")?);
        let mut editor = Self { child, input, output, last: 0 };
        let snippets = json!({"textDocument": {"completion": {"completionItem": {"snippetSupport": true}}}});
        editor.ask("initialize", &json!({"capabilities": snippets}))?;
        editor.tell("initialized", &json!({}))?;
        Ok(editor)
    }

    fn leave(mut self) -> Result<(), Fault> {
        self.ask("shutdown", &Value::Null)?;
        self.tell("exit", &Value::Null)?;
        if self.child.wait()?.success() { Ok(()) } else { Err("the server did not leave in order".into()) }
    }

    fn send(&mut self, message: &Value) -> Result<(), Fault> {
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len())?;
        Ok(self.input.flush()?)
    }

    fn next(&mut self) -> Result<Value, Fault> {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if self.output.read_line(&mut line)? == 0 {
                return Err("the server said nothing more".into());
            }
            match line.trim_end().split_once(": ") {
                Some((_, value)) => length = value.parse()?,
                None => break,
            }
        }
        let mut bytes = vec![0; length];
        self.output.read_exact(&mut bytes)?;
        Ok(serde_json::from_slice(&bytes)?)
    }

    fn tell(&mut self, method: &str, params: &Value) -> Result<(), Fault> {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}))
    }

    /// Asks something that must be answered; how long that took.
    fn ask(&mut self, method: &str, params: &Value) -> Result<Duration, Fault> {
        self.last += 1;
        let began = Instant::now();
        self.send(&json!({"jsonrpc": "2.0", "id": self.last, "method": method, "params": params}))?;
        loop {
            let message = self.next()?;
            if message.get("id") == Some(&json!(self.last)) {
                let answered = message.get("error").is_none();
                return if answered { Ok(began.elapsed()) } else { Err(format!("{method}: {message}").into()) };
            }
        }
    }

    /// Waits for the next findings of a file.
    fn findings(&mut self, path: &Path) -> Result<(), Fault> {
        while self.next()?.pointer("/params/uri") != Some(&json!(uri(path))) {}
        Ok(())
    }

    /// Opens a file; how long until its first findings.
    fn open(&mut self, path: &Path, text: &str) -> Result<Duration, Fault> {
        let began = Instant::now();
        let document = json!({"uri": uri(path), "languageId": "yaml", "version": 0, "text": text});
        self.tell("textDocument/didOpen", &json!({"textDocument": document}))?;
        self.findings(path)?;
        Ok(began.elapsed())
    }

    /// Changes a file; how long until its findings, told so many times.
    fn change(&mut self, path: &Path, text: &str, times: usize) -> Result<Vec<Duration>, Fault> {
        self.last += 1;
        let began = Instant::now();
        let document = json!({"uri": uri(path), "version": self.last});
        let change = json!({"textDocument": document, "contentChanges": [{"text": text}]});
        self.tell("textDocument/didChange", &change)?;
        (0..times).map(|_| self.findings(path).map(|()| began.elapsed())).collect()
    }

    /// Closes a file, which clears its findings.
    fn close(&mut self, path: &Path) -> Result<(), Fault> {
        self.tell("textDocument/didClose", &json!({"textDocument": {"uri": uri(path)}}))?;
        self.findings(path)
    }
}
