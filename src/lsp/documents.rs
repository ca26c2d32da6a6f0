//! What is open in the editor, and the registers that it belongs to.

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;

use super::diagnose::{Reader, diagnostic};
use super::kind::FileKind;
use super::outline::Outline;
use super::overlay::Texts;
use super::place::Ruler;
use super::protocol::{Client, Diagnostic};
use super::room::{Room, placed};
use super::scene::Scene;
use super::search::{Outcome, Workflow};
use super::server::Setting;
use super::uri::path_of;

/// A document that is open.
struct Document {
    version: Option<i64>,
    /// The register and the path in it; nothing when it belongs to none, and then nothing is said of it.
    place: Option<(PathBuf, String, FileKind)>,
    text: String,
}

/// A document that was judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// Its URI.
    pub uri: String,
    /// The version of the text that was judged.
    pub version: Option<i64>,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}

/// Everything that is open.
#[derive(Default)]
pub struct Documents {
    open: BTreeMap<String, Document>,
    rooms: BTreeMap<PathBuf, Room>,
    /// What must be judged again, in this order.
    stale: VecDeque<String>,
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
        self.stale.retain(|stale| stale != uri);
        self.open.remove(uri).is_some()
    }

    /// Something on disk changed: everything that is open may be judged otherwise.
    pub fn disk_changed(&mut self) {
        let open: Vec<String> = self.open.keys().cloned().collect();
        open.into_iter().for_each(|uri| self.stale_too(uri));
    }

    /// A document is judged again, before all else: somebody is looking at it. Where others are judged by it, they are too.
    fn changed(&mut self, uri: &str) {
        let Some((root, _, kind)) = self.open.get(uri).and_then(|d| d.place.as_ref()) else { return };
        let beside = |(_, d): &(&String, &Document)| d.place.as_ref().is_some_and(|(r, ..)| r == root);
        let others: Vec<String> = match *kind {
            FileKind::CASE => Vec::new(),
            _ => self.open.iter().filter(beside).map(|(u, _)| u.clone()).collect(),
        };
        self.stale.retain(|stale| stale != uri);
        self.stale.push_front(uri.to_owned());
        others.into_iter().for_each(|uri| self.stale_too(uri));
    }

    fn stale_too(&mut self, uri: String) {
        if !self.stale.contains(&uri) {
            self.stale.push_back(uri);
        }
    }

    /// Whether nothing must be judged again.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.stale.is_empty()
    }

    /// Judges the next document that must be judged again, by all that is quick: its diagnostics, with its version. Nothing
    /// when there is none, or when its register cannot be read.
    pub fn judge_next(&mut self, setting: &Setting<'_>, client: Client) -> Option<Judged> {
        let uri = self.stale.pop_front()?;
        let diagnostics = self.with(&uri, setting, client, |scene| {
            let found = scene.room.judge(scene.texts, scene.path, scene.day).unwrap_or_default();
            let reader = Reader { root: &scene.room.workspace.root, lang: scene.lang, client };
            found.iter().map(|f| diagnostic(f, &scene.ruler, reader)).collect::<Vec<_>>()
        })?;
        let version = self.open.get(&uri)?.version;
        Some(Judged { uri, version, diagnostics })
    }

    /// The workflows of open regulations, by the newest text, that must still be searched.
    #[must_use]
    pub fn unsearched(&self) -> Vec<Workflow> {
        let places = self.open.values().filter_map(|d| d.place.as_ref());
        let machines = places.filter_map(|(root, path, _)| Some((root, path, self.rooms.get(root)?.unsearched(path)?)));
        machines.map(|(root, path, machine)| Workflow { root: root.clone(), path: path.clone(), machine }).collect()
    }

    /// A search has ended: the regulation is judged again, with what was found. What was found for a workflow that is not the
    /// newest is dropped.
    pub fn searched(&mut self, outcome: Outcome) {
        let (Workflow { root, path, machine }, Some(explored)) = (outcome.workflow, outcome.explored) else { return };
        let Some(room) = self.rooms.get_mut(&root) else { return };
        if room.found(&path, machine, explored) {
            let here = |d: &Document| d.place.as_ref().is_some_and(|(r, p, _)| *r == root && *p == path);
            let uris: Vec<String> = self.open.iter().filter(|(_, d)| here(d)).map(|(uri, _)| uri.clone()).collect();
            uris.into_iter().for_each(|uri| self.stale_too(uri));
        }
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
            day: setting.day(room.workspace.context.settings.stands_on),
            lang: setting.lang,
            client,
            author: setting.author,
        };
        Some(look(&scene))
    }
}
