//! A small organisation whose people have keys to read what is sealed, and what the program would make of them: made here by
//! hand, so that it can be made wrong.

use std::io::Write;
use std::sync::LazyLock;

use age::secrecy::SecretString;
use age::{Encryptor, Recipient, scrypt, x25519};
use sha2::{Digest, Sha256};

pub use crate::gate::office::{CASE, Story};
use crate::gate::office::{Office as Gate, REGULATION};

/// The case that grows.
pub const ID: &str = "K25-0000A7";
/// A case that nobody knows.
pub const OTHER: &str = "K25-0000H8";
/// A case that was destroyed before there was a server.
pub const GONE: &str = "K25-0000D4";
/// Who can open a case, as it should be.
pub const ACCESS: &str = "may m2/1\nmay m3/1\nmay recovery/1\n";
/// Two names of pieces.
pub const PIECES: [&str; 2] = ["aaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbbbbbbbb"];

/// Who makes the commits of what is sealed, and when.
const MAKER: &str = "klacht <klacht> 0 +0000";

/// The desk and the server.
pub struct Office {
    pub gate: Gate,
}

/// A public key that somebody has.
pub fn recipient() -> String {
    x25519::Identity::generate().to_public().to_string()
}

/// The public key of the case.
pub static OF_CASE: LazyLock<String> = LazyLock::new(recipient);

/// So many bytes sealed for so many keys.
pub fn sealed(keys: usize, size: usize) -> Vec<u8> {
    let keys: Vec<_> = (0..keys).map(|_| x25519::Identity::generate().to_public()).collect();
    encrypted(keys.iter().map(|key| key as &dyn Recipient), &vec![0; size])
}

/// Bytes under a passphrase.
pub fn under_passphrase(plain: &[u8]) -> Vec<u8> {
    let mut key = scrypt::Recipient::new(SecretString::from("een twee drie".to_owned()));
    key.set_work_factor(2);
    encrypted(std::iter::once(&key as &dyn Recipient), plain)
}

fn encrypted<'a>(keys: impl Iterator<Item = &'a dyn Recipient>, plain: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = Encryptor::with_recipients(keys).unwrap().wrap_output(&mut bytes).unwrap();
    writer.write_all(plain).unwrap();
    writer.finish().unwrap();
    bytes
}

/// A piece as it should be: of a size that says little.
pub fn piece() -> Vec<u8> {
    sealed(1, 1024)
}

/// The file of a piece.
pub fn file(name: &str) -> String {
    format!("{name}.age")
}

impl Office {
    pub fn new() -> Self {
        Self::with("")
    }

    /// With these settings besides.
    pub fn with(settings: &str) -> Self {
        let gate = Gate::with(&format!("schema: klacht.register/1\nprotected: [main]\n{settings}"));
        let office = Self { gate };
        let people = format!("policy/{REGULATION}/people.yaml");
        let mut text = std::fs::read_to_string(office.desk().path().join(&people)).unwrap();
        text.push_str("seal:\n");
        let line =
            |id: &str, more: &str| format!("  - {{id: {id}, recipient: {}, from: 2025-01-02{more}}}\n", recipient());
        text.extend(["m1/1", "m2/1", "m3/1"].map(|id| line(id, "")));
        text.push_str(&line("m4/1", ", superseded: 2025-02-01"));
        text.push_str("recovery:\n");
        text.push_str(&line("recovery/1", ""));
        office.gate.on("2025-01-03").by("m2");
        office.desk().write(&people, text).commit("Leessleutels");
        assert!(office.gate.push(&["main"]).accepted);
        office
    }

    pub fn desk(&self) -> &crate::common::Repo {
        &self.gate.desk
    }

    fn blob(&self, bytes: &[u8]) -> String {
        self.desk().git_with(&["hash-object", "-w", "--stdin"], bytes)
    }

    /// A tree of these files.
    pub fn tree(&self, files: &[(&str, &[u8])]) -> String {
        let mut lines: Vec<(&str, String)> = files.iter().map(|(name, bytes)| (*name, self.blob(bytes))).collect();
        lines.sort();
        let lines: Vec<_> = lines.iter().map(|(name, id)| ("100644", name.as_bytes(), id.as_str())).collect();
        self.desk().tree(&lines)
    }

    /// A commit of a tree, by a maker and with what follows it.
    pub fn commit_by(&self, tree: &str, parents: &[&str], maker: &str, rest: &str) -> String {
        let parents = parents.iter().map(|parent| format!("parent {parent}\n")).collect::<Vec<_>>().concat();
        let raw = format!("tree {tree}\n{parents}author {maker}\ncommitter {MAKER}\n{rest}");
        self.desk().store("commit", raw.as_bytes())
    }

    /// A commit of a tree as the program makes it.
    pub fn commit_of(&self, tree: &str, parents: &[&str]) -> String {
        self.commit_by(tree, parents, MAKER, "\n")
    }

    /// A commit of files as the program makes it.
    pub fn commit(&self, files: &[(&str, &[u8])], parents: &[&str]) -> String {
        self.commit_of(&self.tree(files), parents)
    }

    /// A key with this list, sealed for so many.
    pub fn key(&self, access: &str, keys: usize) -> String {
        let public = format!("{}\n", *OF_CASE);
        let wrapped = sealed(keys, 75);
        self.commit(&[("access", access.as_bytes()), ("key.age", &wrapped), ("key.pub", public.as_bytes())], &[])
    }

    /// The first piece, sent with a key; the commit of the piece, and the case that names it.
    pub fn begun(&self) -> (String, String) {
        let bytes = piece();
        let part = self.commit(&[(&file(PIECES[0]), &bytes)], &[]);
        self.accepts(&[("key", ID, &self.key(ACCESS, 3)), ("part", ID, &part)]);
        (part, naming(&[(PIECES[0], &bytes)], ""))
    }

    /// Writes the case and commits it.
    pub fn write(&self, text: &str) {
        self.gate.on("2025-03-03").by("m5");
        self.desk().write(CASE, text).commit("Klacht");
    }

    /// Pushes references of cases, forced, which are taken.
    pub fn accepts(&self, moves: &[(&str, &str, &str)]) {
        let specs = specs(moves);
        self.gate.accepts(&specs.iter().map(String::as_str).collect::<Vec<_>>());
    }

    /// The same, refused for these reasons.
    pub fn refuses(&self, moves: &[(&str, &str, &str)], reasons: &[&str]) -> String {
        let specs = specs(moves);
        self.gate.refuses(&specs.iter().map(String::as_str).collect::<Vec<_>>(), reasons)
    }
}

fn specs(moves: &[(&str, &str, &str)]) -> Vec<String> {
    let forced = |new: &str| if new.is_empty() { "" } else { "+" };
    moves.iter().map(|(kind, id, new)| format!("{}{new}:refs/klacht/{kind}/{id}", forced(new))).collect()
}

/// The case that names these pieces, all that it must have in the first of them, with what else `sealed` says.
pub fn naming(pieces: &[(&str, &[u8])], besides: &str) -> String {
    let line = |(nth, (id, bytes)): (usize, &(&str, &[u8]))| {
        let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(bytes));
        let holds = if nth == 0 { ", holds: [name, narrative]" } else { "" };
        format!("    - {{id: {id}, sha256: {digest}{holds}}}\n")
    };
    let lines = pieces.iter().enumerate().map(line).collect::<Vec<_>>().concat();
    let text = Story::plain().with(1);
    assert!(text.contains("sealed:\n  fields: [name, narrative]\n"));
    text.replace("  fields: [name, narrative]\n", &format!("  pieces:\n{lines}{besides}"))
}
