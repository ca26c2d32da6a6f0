//! What is sealed, on several desks around one server: nobody reads what is not for them, nothing of it lies about anywhere, two
//! at once lose nothing, and what is destroyed is gone.

mod destroyed;
mod dossier;
mod endings;
mod house;
mod keys;
mod known;
mod letters;
mod over_http;
mod renewed;
mod walk;
mod withdrawn;
