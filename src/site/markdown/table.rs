//! Tables: the head names its columns, and one that is too wide can be scrolled by keyboard.

use super::escape;
use crate::diagnostics::Lang;

/// Where the writer is in a table.
#[derive(Debug, Default)]
pub struct Table {
    count: usize,
    in_head: bool,
    has_rows: bool,
}

impl Table {
    /// The table begins; `under` is the heading above it.
    pub fn start(&mut self, lang: Lang, under: &str) -> String {
        self.count += 1;
        self.has_rows = false;
        let name = match lang {
            Lang::Nl => "Tabel",
            Lang::En => "Table",
        };
        let label = match under {
            "" => format!("{name} {}", self.count),
            under => format!("{name} {}: {under}", self.count),
        };
        format!("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">\n<table>\n", escape(&label))
    }

    /// The table ends.
    pub fn end(&self) -> &'static str {
        if self.has_rows { "</tbody>\n</table>\n</div>\n" } else { "</table>\n</div>\n" }
    }

    /// The head begins.
    pub fn start_head(&mut self) -> &'static str {
        self.in_head = true;
        "<thead>\n<tr>"
    }

    /// The head ends.
    pub fn end_head(&mut self) -> &'static str {
        self.in_head = false;
        "</tr>\n</thead>\n"
    }

    /// A row begins.
    pub fn start_row(&mut self) -> &'static str {
        if std::mem::replace(&mut self.has_rows, true) { "<tr>" } else { "<tbody>\n<tr>" }
    }

    /// A cell begins.
    pub fn start_cell(&self) -> &'static str {
        if self.in_head { "<th scope=\"col\">" } else { "<td>" }
    }

    /// A cell ends.
    pub fn end_cell(&self) -> &'static str {
        if self.in_head { "</th>" } else { "</td>" }
    }
}
