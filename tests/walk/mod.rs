//! A complaint that arrives as an e-mail, handled under each of the five regulations to its very end by commands alone: with
//! every letter that fits, the due list, the calendar, the hook at each commit and the server at each push.

mod arrival;
mod looked;
mod scripts;
mod walked;
