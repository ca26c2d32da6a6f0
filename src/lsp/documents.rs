//! What is open in the editor, and the registers that it belongs to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::diagnose::{Reader, diagnostic};
use super::kind::FileKind;
use super::outline::Outline;
use super::overlay::Texts;
use super::place::Ruler;
use super::protocol::{Client, Diagnostic};
use super::room::{Room, placed};
use super::scene::Scene;
use super::server::Setting;
use super::uri::path_of;

/// A document that is open.
struct Document {
    version: Option<i64>,
    /// The register and the path in it; nothing when it belongs to none, and then nothing is said of it.
    place: Option<(PathBuf, String, FileKind)>,
    text: String,
}

/// Everything that is open.
#[derive(Default)]
pub struct Documents {
    open: BTreeMap<String, Document>,
    rooms: BTreeMap<PathBuf, Room>,
    /// What must be judged again.
    stale: BTreeSet<String>,
}

impl Documents {
    /// A document was opened.
    pub fn open(&mut self, uri: &str, version: Option<i64>, text: String) {
        let place = path_of(uri).and_then(|path| placed(&path));
        let place = place.and_then(|(root, path)| FileKind::of(&path).map(|kind| (root, path, kind)));
        self.open.insert(uri.to_owned(), Document { version, place, text });
        self.changed(uri);
    }

    /// The text of a document changed.
    pub fn change(&mut self, uri: &str, version: Option<i64>, text: String) {
        if let Some(document) = self.open.get_mut(uri) {
            (document.version, document.text) = (version, text);
            self.changed(uri);
        }
    }

    /// A document was closed; what stands on disk counts again. Whether it was open.
    pub fn close(&mut self, uri: &str) -> bool {
        self.changed(uri);
        self.stale.remove(uri);
        self.open.remove(uri).is_some()
    }

    /// Something on disk changed: everything that is open may be judged otherwise.
    pub fn disk_changed(&mut self) {
        self.stale.extend(self.open.keys().cloned());
    }

    /// A document is judged again; where others are judged by it, they are too.
    fn changed(&mut self, uri: &str) {
        let Some((root, _, kind)) = self.open.get(uri).and_then(|d| d.place.as_ref()) else { return };
        let others = self.open.iter().filter(|(_, d)| d.place.as_ref().is_some_and(|(r, ..)| r == root));
        let stale: Vec<String> =
            others.filter(|(u, _)| *kind != FileKind::CASE || *u == uri).map(|(u, _)| u.clone()).collect();
        self.stale.extend(stale);
    }

    /// Whether nothing must be judged again.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.stale.is_empty()
    }

    /// Whether only cases must be judged again, which takes no time; a regulation takes a moment, and waits for a pause.
    #[must_use]
    pub fn is_quick(&self) -> bool {
        let kind = |uri: &String| self.open.get(uri).and_then(|d| d.place.as_ref()).map(|(_, _, kind)| *kind);
        self.stale.iter().all(|uri| kind(uri) == Some(FileKind::CASE))
    }

    /// Judges what must be judged again: the diagnostics of each document, with its version. A register that cannot be read
    /// says nothing.
    pub fn judged(&mut self, setting: &Setting<'_>, client: Client) -> Vec<(String, Option<i64>, Vec<Diagnostic>)> {
        let stale = std::mem::take(&mut self.stale);
        stale.into_iter().filter_map(|uri| self.judged_one(uri, setting, client)).collect()
    }

    fn judged_one(
        &mut self,
        uri: String,
        setting: &Setting<'_>,
        client: Client,
    ) -> Option<(String, Option<i64>, Vec<Diagnostic>)> {
        let diagnostics = self.with(&uri, setting, client, |scene| {
            let found = scene.room.judge(scene.texts, scene.path, scene.day).unwrap_or_default();
            let reader = Reader { root: &scene.room.desk.root, lang: scene.lang, client };
            found.iter().map(|f| diagnostic(f, &scene.ruler, reader)).collect::<Vec<_>>()
        })?;
        let version = self.open.get(&uri)?.version;
        Some((uri, version, diagnostics))
    }

    /// Looks at a document in its register; nothing when it is not open or belongs to none.
    pub fn with<T>(
        &mut self,
        uri: &str,
        setting: &Setting<'_>,
        client: Client,
        look: impl FnOnce(&Scene<'_>) -> T,
    ) -> Option<T> {
        let document = self.open.get(uri)?;
        let (root, path, kind) = document.place.as_ref()?;
        let of =
            |d: &Document| d.place.as_ref().filter(|(r, ..)| r == root).map(|(_, p, _)| (p.clone(), d.text.clone()));
        let texts: Texts = self.open.values().filter_map(of).collect();
        if !self.rooms.contains_key(root) {
            self.rooms.insert(root.clone(), Room::open(root).ok()?);
        }
        let room = self.rooms.get_mut(root)?;
        room.refresh(&texts).ok()?;
        let room = &*room;
        let data = kind.data(&document.text).unwrap_or(0..0);
        let scene = Scene {
            uri,
            version: document.version,
            path,
            text: &document.text,
            kind: *kind,
            outline: Outline::of(&document.text, data.clone()),
            data,
            ruler: Ruler::new(&document.text, client.encoding),
            room,
            texts: &texts,
            day: setting.day(room.desk.basis.settings.stands_on),
            lang: setting.lang,
            client,
            author: setting.author,
        };
        Some(look(&scene))
    }
}
