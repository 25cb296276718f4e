//! The layout of the runtime's per-domain record, from `caml/domain_state.tbl`.

/// Names of the fields of `caml_domain_state` in order. Every field takes one slot of [`DomainState::SLOT`] bytes.
///
/// The order changes between OCaml versions, so it is always read from the installed header. OCaml before 4.10 has no
/// such record: there the list is empty and the runtime uses separate global variables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DomainState {
    fields: Vec<String>,
}

impl DomainState {
    /// Bytes per field on every platform: `domain_state.h` aligns each of them to 8.
    pub const SLOT: usize = 8;

    /// Reads the table. Entries inside `#if` belong to special builds and come last; they are left out.
    pub fn parse(table: &str) -> Self {
        let mut fields = Vec::new();
        let mut conditions = 0usize;
        for line in strip_comments(table).lines().map(str::trim) {
            match line.strip_prefix('#').map(str::trim_start) {
                Some(directive) if directive.starts_with("if") => conditions += 1,
                Some(directive) if directive.starts_with("endif") => conditions = conditions.saturating_sub(1),
                Some(_) => {}
                None if conditions == 0 => fields.extend(field_name(line)),
                None => {}
            }
        }
        Self { fields }
    }

    /// Byte offset of a field; `None` if this runtime has no such field.
    pub fn offset(&self, name: &str) -> Option<usize> {
        self.fields
            .iter()
            .position(|field| field == name)
            .map(|index| index * Self::SLOT)
    }

    /// The fields with their byte offsets.
    pub fn fields(&self) -> impl Iterator<Item = (&str, usize)> {
        self.fields
            .iter()
            .enumerate()
            .map(|(index, name)| (name.as_str(), index * Self::SLOT))
    }
}

/// `DOMAIN_STATE(type, name)` -> `name`.
fn field_name(line: &str) -> Option<String> {
    let arguments = line.strip_prefix("DOMAIN_STATE")?.trim_start().strip_prefix('(')?;
    let (arguments, _) = arguments.rsplit_once(')')?;
    let (_, name) = arguments.rsplit_once(',')?;
    Some(name.trim().to_owned())
}

/// C comments become a space; an unfinished one reaches to the end.
fn strip_comments(text: &str) -> String {
    let mut rest = text;
    let mut out = String::with_capacity(text.len());
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        out.push(' ');
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_of_4_13() {
        let state = DomainState::parse(include_str!("../../fixtures/domain_state-4.13.tbl"));
        assert_eq!(state.offset("young_limit"), Some(0));
        assert_eq!(state.offset("young_ptr"), Some(8));
        assert_eq!(state.offset("exception_pointer"), Some(16));
        assert_eq!(
            state.offset("local_roots"),
            Some(24),
            "`struct caml__roots_block *, local_roots`"
        );
        assert_eq!(state.offset("checking_pointer_pc"), None, "inside #if");
        assert_eq!(state.fields().count(), 4);
    }

    #[test]
    fn table_of_5_3() {
        let state = DomainState::parse(include_str!("../../fixtures/domain_state-5.3.tbl"));
        let fields: Vec<_> = state.fields().collect();
        let expected = [
            ("young_limit", 0),
            ("young_ptr", 8),
            ("id", 16),
            ("minor_tables", 24),
            ("extra_params", 32),
        ];
        assert_eq!(
            fields, expected,
            "the comment that mentions DOMAIN_STATE(int, no) does not count"
        );
    }

    #[test]
    fn nothing_in_an_empty_table() {
        assert_eq!(DomainState::parse(""), DomainState::default());
        assert_eq!(DomainState::parse("/* DOMAIN_STATE(value, x)"), DomainState::default());
    }
}
