//! Words in: e-mails, tables and forms into cases, by the command and by the library.

mod form;
mod known;
mod mail;
mod room;
mod table;
mod watching;
