//! Names for the places of a text, so that a link can lead to a paragraph: `artikel-5`, `artikel-5-lid-3`,
//! `artikel-5-lid-3-a`.

use std::collections::BTreeSet;

/// The number of an article by its heading: `Artikel 5. Hoe …`, `Article 5.`, `5. Hoe …`.
#[must_use]
pub fn article_number(heading: &str) -> Option<u32> {
    let lower = heading.to_lowercase();
    let prefixes = ["artikel ", "article ", "art. ", "art."];
    let rest = prefixes.iter().find_map(|p| lower.strip_prefix(p)).unwrap_or(&lower);
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    let stops = after.chars().next().is_none_or(|c| matches!(c, '.' | ':' | ')') || c.is_whitespace());
    if stops { digits.parse().ok() } else { None }
}

/// One list that is open.
#[derive(Debug)]
struct Open {
    numbered: Option<u64>,
    items: usize,
    name: String,
}

/// Gives each heading and each item its name, each name once.
#[derive(Debug, Default)]
pub struct Anchors {
    given: Vec<(usize, String)>,
    taken: BTreeSet<String>,
    heading: String,
    lists: Vec<Open>,
}

impl Anchors {
    /// A heading that begins at an event.
    pub fn heading(&mut self, event: usize, text: &str) -> String {
        let wanted = match article_number(text) {
            Some(number) => format!("artikel-{number}"),
            None => format!("kop-{}", slug(text)),
        };
        self.heading = self.give(event, &wanted);
        self.heading.clone()
    }

    /// A list begins, with the number of its first item when it has numbers.
    pub fn open_list(&mut self, numbered: Option<u64>) {
        self.lists.push(Open { numbered, items: 0, name: String::new() });
    }

    /// A list ends.
    pub fn close_list(&mut self) {
        self.lists.pop();
    }

    /// How deep the lists are nested here.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.lists.len()
    }

    /// An item begins at an event: its name, and its number in a numbered list.
    pub fn item(&mut self, event: usize) -> (String, Option<u64>) {
        let parent = match self.lists.len().checked_sub(2).and_then(|up| self.lists.get(up)) {
            Some(open) => open.name.clone(),
            None if self.heading.is_empty() => "tekst".to_owned(),
            None => self.heading.clone(),
        };
        let outermost = self.lists.len() == 1;
        let Some(list) = self.lists.last_mut() else { return (parent, None) };
        let number = list.numbered.map(|first| first.saturating_add(list.items as u64));
        let own = match number {
            Some(number) if outermost => format!("lid-{number}"),
            _ => letters(list.items),
        };
        list.items += 1;
        let name = self.give(event, &format!("{parent}-{own}"));
        if let Some(list) = self.lists.last_mut() {
            list.name.clone_from(&name);
        }
        (name, number)
    }

    /// All names with the events they belong to, in the order of the text.
    #[must_use]
    pub fn into_names(self) -> Vec<(usize, String)> {
        self.given
    }

    fn give(&mut self, event: usize, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let mut again = 2;
        while !self.taken.insert(name.clone()) {
            name = format!("{wanted}-{again}");
            again += 1;
        }
        self.given.push((event, name.clone()));
        name
    }
}

/// `a` for the first, `z` for the twenty-sixth, then `aa`.
fn letters(mut index: usize) -> String {
    let mut name = String::new();
    loop {
        let letter = u8::try_from(index % 26).unwrap_or_default() + b'a';
        name.insert(0, char::from(letter));
        match (index / 26).checked_sub(1) {
            Some(next) => index = next,
            None => return name,
        }
    }
}

fn slug(text: &str) -> String {
    let words: Vec<String> = text
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect();
    words.join("-")
}

#[cfg(test)]
#[path = "../../../tests/unit/regulation/text/anchors.rs"]
mod tests;
