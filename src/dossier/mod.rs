//! Words out: what is held of a case, as one document. For a person, who may see everything that is held about them (GDPR, article 15)
//! and nothing that tells who others are; for an external body, the whole of it.
//!
//! - `document`: what stands in it, in which order. - `masking`: what the sealed part knows of others, found in any text and replaced.
//! - `title`: what a piece is called.

mod document;
mod masking;
mod title;

pub(crate) use document::{Dossier, Whom};
pub(crate) use title::titled;
