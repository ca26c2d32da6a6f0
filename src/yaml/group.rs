//! The declaration of a file format: each key once.

/// A group of keys, declared once: the struct that the program reads it into, and the table that checks it, from which the
/// schema and the completion in editors follow ([`Group::TABLE`](crate::yaml::Group)).
///
/// ```ignore
/// group! {
///     /// A role held for a time.
///     pub struct HeldRole = "held role" {
///         must role: String as Id, "de rol", "the role";
///         must from: NaiveDate, "eerste dag", "first day";
///         may until: Option<NaiveDate>, "laatste dag", "last day";
///         may kind("type"): Vec<Kind>, "soorten", "kinds";
///         /// More than the words say; they are the first line of the documentation.
///         may deputy: bool, "als plaatsvervanger", "as a deputy";
///         ..note;
///     }
/// }
/// ```
///
/// - `"held role"` is the name of the group in schemas.
/// - `must` be there, or `may`: then the field is what its type is by default, or what the function gives that is named in
///   `else "function"` behind `may`.
/// - The kind of the value follows from the type ([`Written`](crate::yaml::Written)); where it does not, `as` gives it, one of
///   [`kinds`](crate::yaml::kinds).
///   A group that may hold itself names its own table there: `as Sub(&TABLE)`.
/// - `("type")` is the key in the file, where it is no name for a field.
/// - The words say what the key is for, in Dutch and in English, wherever somebody asks: in a fault, a schema, an editor.
/// - `..note;` is a key that many groups share, from the macro `shared!` of the room.
/// - `besides field: Type, "words";` is a field that is no key of the file.
///
/// The struct is read by serde. With `, read by hand` behind the name the room reads it itself from the tree; with `, open` the
/// group may hold other keys too.
macro_rules! group {
    ($(#[$about:meta])* $vis:vis struct $Type:ident = $name:literal { $($keys:tt)* }) => {
        $crate::yaml::group! { @keys serde {
            $(#[$about])*
            #[derive(Debug, Clone, serde::Deserialize)]
            #[serde(deny_unknown_fields)]
            $vis struct $Type = $name, false
        } {} {} $($keys)* }
    };
    ($(#[$about:meta])* $vis:vis struct $Type:ident = $name:literal, read by hand { $($keys:tt)* }) => {
        $crate::yaml::group! { @keys hand {
            $(#[$about])*
            #[derive(Debug, Clone)]
            $vis struct $Type = $name, false
        } {} {} $($keys)* }
    };
    ($(#[$about:meta])* $vis:vis struct $Type:ident = $name:literal, open, read by hand { $($keys:tt)* }) => {
        $crate::yaml::group! { @keys hand {
            $(#[$about])*
            #[derive(Debug, Clone)]
            $vis struct $Type = $name, true
        } {} {} $($keys)* }
    };

    // One key after another: its field goes in the first pair of braces, its line of the table in the second.
    (@keys serde $head:tt { $($fields:tt)* } { $($table:tt)* }
        $(#[$more:meta])*
        must $field:ident $(($key:literal))?: $Of:ty $(as $kind:expr)?, $nl:literal, $en:literal;
        $($rest:tt)*
    ) => {
        $crate::yaml::group! { @keys serde $head
            { $($fields)* #[doc = $en] #[doc = ""] $(#[$more])* $(#[serde(rename = $key)])? pub $field: $Of, }
            { $($table)* required [$field $($key)?] [$Of $(as $kind)?] $nl, $en; }
            $($rest)*
        }
    };
    (@keys serde $head:tt { $($fields:tt)* } { $($table:tt)* }
        $(#[$more:meta])*
        may else $default:literal $field:ident $(($key:literal))?: $Of:ty $(as $kind:expr)?, $nl:literal, $en:literal;
        $($rest:tt)*
    ) => {
        $crate::yaml::group! { @keys serde $head
            {
                $($fields)*
                #[doc = $en] #[doc = ""] $(#[$more])* $(#[serde(rename = $key)])? #[serde(default = $default)]
                pub $field: $Of,
            }
            { $($table)* optional [$field $($key)?] [$Of $(as $kind)?] $nl, $en; }
            $($rest)*
        }
    };
    (@keys serde $head:tt { $($fields:tt)* } { $($table:tt)* }
        $(#[$more:meta])*
        may $field:ident $(($key:literal))?: $Of:ty $(as $kind:expr)?, $nl:literal, $en:literal;
        $($rest:tt)*
    ) => {
        $crate::yaml::group! { @keys serde $head
            {
                $($fields)*
                #[doc = $en] #[doc = ""] $(#[$more])* $(#[serde(rename = $key)])? #[serde(default)]
                pub $field: $Of,
            }
            { $($table)* optional [$field $($key)?] [$Of $(as $kind)?] $nl, $en; }
            $($rest)*
        }
    };
    (@keys serde $head:tt { $($fields:tt)* } $table:tt
        $(#[$more:meta])* besides $field:ident: $Of:ty, $en:literal;
        $($rest:tt)*
    ) => {
        $crate::yaml::group! { @keys serde $head
            { $($fields)* #[doc = $en] #[doc = ""] $(#[$more])* #[serde(skip)] pub $field: $Of, }
            $table $($rest)*
        }
    };
    (@keys hand $head:tt { $($fields:tt)* } { $($table:tt)* }
        $(#[$more:meta])*
        must $field:ident $(($key:literal))?: $Of:ty $(as $kind:expr)?, $nl:literal, $en:literal;
        $($rest:tt)*
    ) => {
        $crate::yaml::group! { @keys hand $head
            { $($fields)* #[doc = $en] #[doc = ""] $(#[$more])* pub $field: $Of, }
            { $($table)* required [$field $($key)?] [$Of $(as $kind)?] $nl, $en; }
            $($rest)*
        }
    };
    (@keys hand $head:tt { $($fields:tt)* } { $($table:tt)* }
        $(#[$more:meta])*
        may $field:ident $(($key:literal))?: $Of:ty $(as $kind:expr)?, $nl:literal, $en:literal;
        $($rest:tt)*
    ) => {
        $crate::yaml::group! { @keys hand $head
            { $($fields)* #[doc = $en] #[doc = ""] $(#[$more])* pub $field: $Of, }
            { $($table)* optional [$field $($key)?] [$Of $(as $kind)?] $nl, $en; }
            $($rest)*
        }
    };
    (@keys hand $head:tt { $($fields:tt)* } $table:tt
        $(#[$more:meta])* besides $field:ident: $Of:ty, $en:literal;
        $($rest:tt)*
    ) => {
        $crate::yaml::group! { @keys hand $head
            { $($fields)* #[doc = $en] #[doc = ""] $(#[$more])* pub $field: $Of, }
            $table $($rest)*
        }
    };
    (@keys $read:ident $head:tt $fields:tt $table:tt ..$shared:ident; $($rest:tt)*) => {
        shared! { $shared { @keys $read $head $fields $table } $($rest)* }
    };
    (@keys $read:ident
        { $(#[$about:meta])* $vis:vis struct $Type:ident = $name:literal, $open:literal }
        { $($fields:tt)* }
        { $($need:ident [$($key:tt)*] [$($kind:tt)*] $nl:literal, $en:literal;)* }
    ) => {
        $(#[$about])*
        $vis struct $Type { $($fields)* }

        impl $crate::yaml::Group for $Type {
            const TABLE: &'static $crate::yaml::Table = {
                static TABLE: $crate::yaml::Table = $crate::yaml::Table {
                    name: $name,
                    open: $open,
                    fields: &[$($crate::yaml::Field::$need(
                        $crate::yaml::group!(@key $($key)*),
                        $crate::yaml::group!(@kind $($kind)*),
                        $nl,
                        $en,
                    ),)*],
                };
                &TABLE
            };
        }
    };
    (@keys $read:ident $head:tt $fields:tt $table:tt $($rest:tt)+) => {
        compile_error!(concat!(
            "a key of a file is declared as `must key: Type, \"waarvoor\", \"what for\";` or as `may …`; this is not: ",
            stringify!($($rest)+)
        ));
    };

    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    (@kind $Of:ty) => { <$Of as $crate::yaml::Written>::KIND };
    (@kind $Of:ty as $kind:expr) => {{
        // Only here: some kinds have the name of a type.
        use $crate::yaml::kinds::*;
        $kind
    }};
}

/// A list of words of which a key takes one, declared once: the enum, and what is written for each.
///
/// ```ignore
/// words! {
///     /// How often.
///     pub enum Per {
///         /// For each case.
///         Case = "case",
///         /// For each year.
///         Year = "year",
///     }
/// }
/// ```
macro_rules! words {
    ($(#[$about:meta])* $vis:vis enum $Type:ident { $($(#[$more:meta])* $Variant:ident = $word:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
        $vis enum $Type { $($(#[$more])* #[serde(rename = $word)] $Variant,)+ }

        #[allow(dead_code, reason = "not every list of words is asked for each of these")]
        impl $Type {
            /// Every one, in order.
            $vis const ALL: [Self; Self::WORDS.len()] = [$(Self::$Variant),+];
            /// The words, in the same order.
            $vis const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word in the file.
            #[must_use]
            $vis const fn word(self) -> &'static str {
                match self { $(Self::$Variant => $word,)+ }
            }

            /// The one with this word.
            #[must_use]
            $vis fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$Variant),)+ _ => None }
            }
        }

        impl $crate::yaml::Written for $Type {
            const KIND: $crate::yaml::Kind = $crate::yaml::Kind::OneOf(Self::WORDS);
        }
    };
}

pub(crate) use {group, words};
