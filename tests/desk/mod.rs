//! Cases handled by commands: by staff at a desk who know neither git nor YAML.

mod adding;
mod bytes;
mod correcting;
mod destroying;
mod extending;
mod handled;
mod odd;
mod opening;
mod refusing;
mod showing;
mod spoken;
mod stepping;
mod terminal;
mod together;
mod undoing;
mod walk;
mod wander;
