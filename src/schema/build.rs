//! From tables to definitions.

use serde_json::{Map, Value, json};

use crate::calendar::Unit;
use crate::diagnostics::Lang;
use crate::yaml::{Field, Kind, Need, Table};

/// A single value of any kind: YAML makes numbers of what looks like one, and the files do not mind.
const WORD: [&str; 3] = ["string", "number", "boolean"];

/// Collects a definition for each table that is met; tables may name each other and themselves.
pub(super) struct Builder {
    lang: Lang,
    definitions: Map<String, Value>,
    named: Vec<(*const Table, String)>,
}

impl Builder {
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, definitions: Map::new(), named: Vec::new() }
    }

    pub(super) fn into_definitions(self) -> Map<String, Value> {
        self.definitions
    }

    /// A reference to a table's definition, which is made when the table is met for the first time.
    pub(super) fn reference(&mut self, table: &'static Table) -> Value {
        let known = self.named.iter().find(|(at, _)| std::ptr::eq(*at, table)).map(|(_, name)| name.clone());
        let name = known.unwrap_or_else(|| self.define(table));
        json!({"$ref": format!("#/$defs/{name}")})
    }

    fn define(&mut self, table: &'static Table) -> String {
        let plain = table.name.replace(' ', "-");
        let taken = |name: &String| self.named.iter().any(|(_, other)| other == name);
        // Two tables may have one name; the later one gets a number.
        let numbered = (2..).map(|n| format!("{plain}-{n}"));
        let name = std::iter::once(plain.clone()).chain(numbered).find(|n| !taken(n)).unwrap_or(plain);
        self.named.push((table, name.clone()));
        self.definitions.insert(name.clone(), Value::Null);
        let definition = self.group(table);
        self.definitions.insert(name.clone(), definition);
        name
    }

    fn group(&mut self, table: &'static Table) -> Value {
        let properties: Map<String, Value> = table.fields.iter().map(|f| (f.key.to_owned(), self.field(f))).collect();
        let required: Vec<&str> = table.fields.iter().filter(|f| f.need == Need::Required).map(|f| f.key).collect();
        let mut group = json!({"type": "object", "properties": properties, "additionalProperties": table.open});
        if let (Some(group), false) = (group.as_object_mut(), required.is_empty()) {
            group.insert("required".to_owned(), json!(required));
        }
        group
    }

    fn field(&mut self, field: &'static Field) -> Value {
        let mut schema = self.kind(&field.kind);
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("description".to_owned(), json!(field.about().in_(self.lang)));
        }
        schema
    }

    fn kind(&mut self, kind: &'static Kind) -> Value {
        match kind {
            // What has a check of its own says in words what is wrong; a schema could only say that something is.
            Kind::Any | Kind::Custom(_) => json!({}),
            Kind::Text => json!({"type": WORD}),
            Kind::Id => json!({"type": ["string", "integer"], "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}),
            Kind::Name => json!({"type": ["string", "integer"], "pattern": "^[a-z0-9]([a-z0-9_-]*[a-z0-9])?$"}),
            Kind::Date => {
                json!({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
            }
            Kind::Whole => json!({"type": "integer", "minimum": 0}),
            Kind::Amount => json!({"type": ["string", "number"], "minimum": 0, "pattern": "^[0-9]+(\\.[0-9]{2})?$"}),
            Kind::Flag => json!({"type": "boolean"}),
            Kind::YesNo => json!({"enum": ["ja", "nee"]}),
            Kind::Duration => json!({"type": "string", "pattern": duration()}),
            Kind::OneOf(words) => json!({"enum": words}),
            Kind::Sub(table) => self.reference(table),
            Kind::Each(kind) => json!({"type": "object", "additionalProperties": self.kind(kind)}),
            Kind::List(kind) => json!({"type": "array", "items": self.kind(kind)}),
            Kind::OneOrMany(kind) => {
                let one = self.kind(kind);
                json!({"anyOf": [one, {"type": "array", "items": one}]})
            }
            Kind::Either(kinds) => {
                let any: Vec<Value> = kinds.iter().map(|kind| self.kind(kind)).collect();
                json!({"anyOf": any})
            }
        }
    }
}

/// A count and a unit, as the calendar names its units.
fn duration() -> String {
    let units: Vec<String> = Unit::ALL.into_iter().flat_map(|unit| [1, 2].map(|count| unit.words(count).en)).collect();
    format!("^[1-9][0-9]{{0,3}} ({})$", units.join("|"))
}
