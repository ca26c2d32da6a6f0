//! The sealed part of a case, at work: what somebody says of a party, sealed and named in the case file; for whom; what the
//! register says of a case whose pieces are here.

pub mod contents;
pub mod fates;
pub mod folder;
pub mod known;
pub mod naming_pieces;
pub mod office;
pub mod opened;
pub mod reach;
pub mod trusted;
pub mod who;
