//! Files that come in under one regulation: an e-mail, and a table of three complaints with its map.

use std::fs;
use std::path::Path;

const MESSAGE: &str = "From: Quirijn Zonderland <quirijn@zonderland.example>\r\nTo: <klachten@klinkerdam.example>\r\nDate: Tue, 3 Mar 2026 09:00:00 +0100\r\nMessage-ID: <a1@zonderland.example>\r\nSubject: Boos\r\n\r\nDe brief was onjuist.\r\n";

const TABLE: &str = "Nummer;Datum;Hoe;Waarover;Wie;Naam;Verhaal\n1;3-3-2026;Tel;incasso;debiteur;Quirijn;een\n2;3-3-2026;Tel;incasso;debiteur;Zonderland;twee\n3;3-3-2026;Tel;incasso;debiteur;Zuidema;drie\n";

const MAP: &str = include_str!("../fixtures/import/map.yaml");

/// What is typed, in the register, to import the message that [`put`] puts down beside it.
pub const MAIL: [&str; 8] =
    ["import", "../in.eml", "--confidential", "../vertrouwelijk", "--topic", "incasso", "--role", "debiteur"];

/// The same for the table.
pub const ROWS: [&str; 6] = ["import", "../oud.csv", "--map", "../kaart.yaml", "--confidential", "../vertrouwelijk"];

/// Puts the files down in a folder.
pub fn put(folder: &Path) {
    for (name, text) in [("in.eml", MESSAGE), ("oud.csv", TABLE), ("kaart.yaml", MAP)] {
        fs::write(folder.join(name), text).unwrap();
    }
}
