//! A preview of the site while somebody works on it: built from the files on disk, kept in memory, and built again when
//! one of them changes. Only this machine can ask for it.
//!
//! - `compose`: the site of the files as they are now. `trace`: whether they changed.
//! - `shown`: the last good site with what is wrong now. `banner`: how a page of it says so.
//! - `answer`: what a request gets, without a network. `listen`: the network.

mod answer;
mod banner;
mod compose;
mod listen;
mod shown;
mod trace;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::diagnostics::{Finding, Lang};
use crate::register::{Register, RegisterError};
use compose::{Composer, register_of};
use shown::Shown;
use trace::WatchedFiles;

/// What is to be previewed.
#[derive(Debug, Clone)]
pub struct Preview {
    /// A folder in the register.
    pub dir: PathBuf,
    /// The port on 127.0.0.1; 0 for any that is free.
    pub port: u16,
    /// The day to build by, when one was asked for; otherwise the one on which the register stands still, or the clock's.
    pub today: Option<NaiveDate>,
    /// The day on the clock.
    pub clock: NaiveDate,
    /// Language of what is said about faults.
    pub lang: Lang,
}

/// What happens while a preview runs.
#[derive(Debug)]
pub enum Event<'a> {
    /// It can be opened here.
    Open(SocketAddr),
    /// A site of so many files is shown, with what is worth knowing about it.
    Built(usize, &'a [Finding]),
    /// There is no new site, for these reasons; the last good one stays.
    Kept(&'a [Finding]),
    /// There is no new site, since the files cannot be read; the last good one stays.
    Unreadable(&'a RegisterError),
}

/// Why there is no preview.
#[derive(Debug)]
pub enum NotServed {
    /// The register cannot be read.
    Register(RegisterError),
    /// Nobody can listen on that port.
    Port(u16, io::Error),
    /// The system does not let a program wait for requests.
    Failed(io::Error),
}

/// How often the files are looked at. Asking the system to tell of changes would be quicker by as much, and misses those on
/// network disks and in containers.
const LOOK: Duration = Duration::from_millis(200);
/// How long the files must be the same before a site is built of them: editors write in several steps.
const SETTLE: Duration = Duration::from_millis(60);

/// Serves a preview until it is interrupted.
pub fn serve(preview: &Preview, tell: &mut dyn FnMut(Event<'_>)) -> Result<(), NotServed> {
    let root = root(&preview.dir).map_err(NotServed::Register)?;
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().map_err(NotServed::Failed)?;
    let done = runtime.block_on(run(preview, root, tell));
    // A build that is under way writes nothing; nobody waits for it.
    runtime.shutdown_background();
    done
}

fn root(dir: &std::path::Path) -> Result<PathBuf, RegisterError> {
    let register: Register = register_of(dir)?;
    register.work_tree()?;
    Ok(register.root().unwrap_or(dir).to_path_buf())
}

async fn run(preview: &Preview, root: PathBuf, tell: &mut dyn FnMut(Event<'_>)) -> Result<(), NotServed> {
    let port = |error| NotServed::Port(preview.port, error);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, preview.port)).await.map_err(port)?;
    let address = listener.local_addr().map_err(port)?;
    let composer = Arc::new(Composer {
        dir: preview.dir.clone(),
        base_url: format!("http://{address}/"),
        today: preview.today,
        clock: preview.clock,
    });
    let (sender, receiver) = watch::channel(Arc::new(Shown::nothing(preview.lang)));
    // Looked at before it is built: what changes meanwhile is seen afterwards.
    let before = WatchedFiles::of(&root);
    let work = async {
        renew(&composer, &sender, tell).await;
        tell(Event::Open(address));
        tokio::select! {
            () = listen::accept(listener, receiver, address.port()) => {}
            () = follow(root, before, &composer, &sender, tell) => {}
        }
    };
    tokio::select! {
        ended = tokio::signal::ctrl_c() => ended.map_err(NotServed::Failed),
        () = work => Ok(()),
    }
}

/// Builds again whenever the files changed.
async fn follow(
    root: PathBuf,
    before: WatchedFiles,
    composer: &Arc<Composer>,
    sender: &watch::Sender<Arc<Shown>>,
    tell: &mut dyn FnMut(Event<'_>),
) {
    let mut seen = before;
    loop {
        tokio::time::sleep(LOOK).await;
        let mut now = look(&root).await;
        if now == seen {
            continue;
        }
        loop {
            tokio::time::sleep(SETTLE).await;
            let again = look(&root).await;
            if again == now {
                break;
            }
            now = again;
        }
        seen = now;
        renew(composer, sender, tell).await;
    }
}

async fn look(root: &std::path::Path) -> WatchedFiles {
    let root = root.to_path_buf();
    // Without a look nothing changed; the next one tells.
    tokio::task::spawn_blocking(move || WatchedFiles::of(&root)).await.unwrap_or_default()
}

/// Builds, and shows what came of it.
async fn renew(composer: &Arc<Composer>, sender: &watch::Sender<Arc<Shown>>, tell: &mut dyn FnMut(Event<'_>)) {
    let own = Arc::clone(composer);
    let Ok(outcome) = tokio::task::spawn_blocking(move || own.compose()).await else { return };
    match &outcome {
        Ok(done) => match &done.site {
            Some(site) => tell(Event::Built(site.files.len(), &done.findings)),
            None => tell(Event::Kept(&done.findings)),
        },
        Err(error) => tell(Event::Unreadable(error)),
    }
    let next = sender.borrow().next(outcome);
    sender.send_replace(Arc::new(next));
}
