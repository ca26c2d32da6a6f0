//! What is sealed, judged without a key: by what anybody sees of it, and by what the register says of the case.
//!
//! - `gate`: the references of a push. - `key`: who can open a case. - `part`: its pieces. - `envelope`: one sealed file.
//! - `register`: what the register says of a case. - `named`: the pieces that case files name.
//! - `ended`: the stubs of cases that were destroyed. - `whole`: all of it, where no hook runs.

mod ended;
mod envelope;
mod gate;
mod key;
mod named;
mod part;
mod register;
mod whole;

pub(crate) use gate::{VAULT, VaultGate};
pub(crate) use named::here;
pub(crate) use whole::check_sealed;
