//! The search of a workflow as a model, on a thread of its own: one at a time, and one that nobody waits for ends early.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};

use crate::rules::policy::model::{Explored, Machine, explore};

/// Which workflow: of which regulation, and how it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workflow {
    /// The folder of the register.
    pub root: PathBuf,
    /// The path of its `regulation.yaml`.
    pub path: String,
    /// What is searched.
    pub machine: Machine,
}

/// A search that has ended.
#[derive(Debug)]
pub struct Outcome {
    /// What was searched.
    pub workflow: Workflow,
    /// What was found; nothing when it was told to stop.
    pub explored: Option<Explored>,
}

/// A search that is to be made.
struct Job {
    workflow: Workflow,
    stop: Arc<AtomicBool>,
}

/// The thread that searches, and what it is searching.
pub struct Searcher {
    jobs: Sender<Job>,
    running: Option<(Workflow, Arc<AtomicBool>)>,
}

impl Searcher {
    /// Starts the thread, which tells when a search has ended. It ends with the searcher, or at the first `false`: nobody
    /// listens any more.
    pub fn start(told: impl Fn(Outcome) -> bool + Send + 'static) -> Self {
        let (jobs, waiting) = channel::<Job>();
        std::thread::spawn(move || {
            for Job { workflow, stop } in waiting {
                let explored = explore(&workflow.machine, &stop);
                if !told(Outcome { workflow, explored }) {
                    return;
                }
            }
        });
        Self { jobs, running: None }
    }

    /// Searches the first of what is wanted, if nothing is being searched; what is being searched and is not wanted is stopped.
    pub fn pursue(&mut self, wanted: Vec<Workflow>) {
        match &self.running {
            Some((workflow, _)) if wanted.contains(workflow) => {}
            Some(_) => self.stop(),
            None => {
                let Some(workflow) = wanted.into_iter().next() else { return };
                let stop = Arc::new(AtomicBool::new(false));
                let job = Job { workflow: workflow.clone(), stop: Arc::clone(&stop) };
                self.running = self.jobs.send(job).ok().map(|()| (workflow, stop));
            }
        }
    }

    /// Whether something is being searched.
    #[cfg(test)]
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// The search that was running has ended, and another may begin.
    pub fn ended(&mut self) {
        self.running = None;
    }

    /// Tells the search that is running to end.
    pub fn stop(&self) {
        if let Some((_, stop)) = &self.running {
            stop.store(true, Ordering::Relaxed);
        }
    }
}

impl Drop for Searcher {
    fn drop(&mut self) {
        self.stop();
    }
}
