//! Keys that many groups of `regulation.yaml` and the files around it share: in a [`group!`](crate::yaml) they are `..note;`.

/// Continues a declaration with a key that many groups have.
macro_rules! shared {
    (note { $($before:tt)* } $($after:tt)*) => {
        $crate::yaml::group! { $($before)*
            may note: Option<String>, "toelichting voor wie dit bestand leest", "a note for the reader of this file";
            $($after)*
        }
    };
}

pub(super) use shared;
