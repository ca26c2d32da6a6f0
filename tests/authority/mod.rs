//! Who may change what cases are judged by: `docs/decisions/authority.md`, row by row, under each strength, as an attack and as
//! honest work.

mod acts;
mod agree;
mod attacks;
mod cases;
mod coming_in;
mod eyes;
mod honest;
mod kept;
mod missing;
mod office;
mod seals;
mod table;

/// Leaves out what a change gives back.
fn done<T>(_: T) {}
