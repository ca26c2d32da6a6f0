//! Keys that many groups of `regulation.yaml` and the files around it share: in a [`group!`](crate::yaml) they are `..note;`.

/// Continues a declaration with a key that many groups have.
macro_rules! shared {
    (id { $($before:tt)* } $($after:tt)*) => {
        $crate::yaml::group! { $($before)*
            must id: String as Id,
                "naam waarmee regels en zaken dit noemen", "the id by which rules and cases name it";
            $($after)*
        }
    };
    (name { $($before:tt)* } $($after:tt)*) => {
        $crate::yaml::group! { $($before)*
            must name: String, "zoals het gedrukt wordt", "as printed";
            $($after)*
        }
    };
    // The words that a rule must rest on.
    (quoted { $($before:tt)* } $($after:tt)*) => {
        $crate::yaml::group! { $($before)*
            must quote: Vec<String>, "de woorden uit de tekst waarop dit rust", "the words of the text it rests on";
            $($after)*
        }
    };
    // The words that a part of a rule may rest on.
    (quote { $($before:tt)* } $($after:tt)*) => {
        $crate::yaml::group! { $($before)*
            may quote: Vec<String>, "de woorden uit de tekst waarop dit rust", "the words of the text it rests on";
            $($after)*
        }
    };
    (note { $($before:tt)* } $($after:tt)*) => {
        $crate::yaml::group! { $($before)*
            may note: Option<String>, "toelichting voor wie dit bestand leest", "a note for the reader of this file";
            $($after)*
        }
    };
    // Which days are open.
    (days { $($before:tt)* } $($after:tt)*) => {
        $crate::yaml::group! { $($before)*
            may holidays: Holidays, "de feestdagen die het programma kent", "the holidays that the program knows";
            /// Monday to Friday when absent.
            may weekdays: Option<Vec<DayOfWeek>>, "de dagen van de week die meetellen", "the days of the week that count";
            may closed: Vec<ClosedDays>, "dagen die niet meetellen", "days that do not count";
            /// The end of the last year that `closed` names when absent.
            may known_until: Option<NaiveDate>, "tot wanneer de lijst compleet is", "until when the list is complete";
            $($after)*
        }
    };
    // The bounds of a number or an amount.
    (limits { $($before:tt)* } $($after:tt)*) => {
        $crate::yaml::group! { $($before)*
            may at_least: Option<String> as Amount, "minstens (een getal of bedrag)", "at least (a number or amount)";
            may at_most: Option<String> as Amount, "hoogstens (een getal of bedrag)", "at most (a number or amount)";
            $($after)*
        }
    };
    (when { $($before:tt)* } $($after:tt)*) => {
        $crate::yaml::group! { $($before)*
            may when: Option<$crate::regulation::Condition>,
                "geldt alleen als dit waar is", "applies only when this holds";
            $($after)*
        }
    };
}

pub(super) use shared;
