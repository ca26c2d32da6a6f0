//! Plain text from templates: letters, and the files of a new register.

use tera::Tera;

/// An engine that prints values as they are: what it makes is no HTML.
#[must_use]
pub(crate) fn engine() -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on(Vec::<&str>::new());
    tera
}

/// Without blanks at the ends of lines and without two blank lines together: what a template leaves out leaves no hole.
#[must_use]
pub(crate) fn tidy(text: &str) -> String {
    let mut tidied = String::new();
    let mut blank = true;
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && blank) {
            tidied.push_str(line);
            tidied.push('\n');
        }
        blank = line.is_empty();
    }
    tidied.trim_end().to_owned() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_holes() {
        assert_eq!(tidy("\n\na  \n\n\n\nb\n\n"), "a\n\nb\n");
    }
}
