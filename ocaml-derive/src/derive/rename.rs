//! The conventions that `rename_all` knows.

/// A convention for names.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Convention {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    /// As in `End_of_file`: what OCaml's own constructors look like.
    CapitalSnake,
    ScreamingSnake,
}

/// Each convention, called by a name that follows it.
const CONVENTIONS: &[(&str, Convention)] = &[
    ("lowercase", Convention::Lower),
    ("UPPERCASE", Convention::Upper),
    ("PascalCase", Convention::Pascal),
    ("camelCase", Convention::Camel),
    ("snake_case", Convention::Snake),
    ("Snake_case", Convention::CapitalSnake),
    ("SCREAMING_SNAKE_CASE", Convention::ScreamingSnake),
];

impl Convention {
    pub fn parse(text: &str) -> Option<Convention> {
        let (_, convention) = CONVENTIONS.iter().find(|(name, _)| *name == text)?;
        Some(*convention)
    }

    pub fn names() -> Vec<&'static str> {
        CONVENTIONS.iter().map(|(name, _)| *name).collect()
    }

    /// The name of a Rust field or constructor by this convention. Leading underscores stay.
    pub fn apply(self, name: &str) -> String {
        let bare = name.trim_start_matches('_');
        let underscores = &name[..name.len() - bare.len()];
        let words = words(bare);
        let capitalised = || words.iter().map(|word| capitalised(word)).collect::<String>();
        let renamed = match self {
            Convention::Lower => bare.to_lowercase(),
            Convention::Upper => bare.to_uppercase(),
            Convention::Pascal => capitalised(),
            Convention::Camel => uncapitalised(&capitalised()),
            Convention::Snake => words.join("_"),
            Convention::CapitalSnake => self::capitalised(&words.join("_")),
            Convention::ScreamingSnake => words.join("_").to_uppercase(),
        };
        format!("{underscores}{renamed}")
    }
}

/// The words of a name in lower case: `HTTPServer2` is `http`, `server2`.
fn words(name: &str) -> Vec<String> {
    let characters: Vec<char> = name.chars().collect();
    let mut words = vec![String::new()];
    for (index, &character) in characters.iter().enumerate() {
        let before = index.checked_sub(1).map(|index| characters[index]);
        let after = characters.get(index + 1);
        let starts = character.is_uppercase()
            && before.is_some_and(|before| !before.is_uppercase() || after.is_some_and(|after| after.is_lowercase()));
        if character == '_' || starts {
            words.push(String::new());
        }
        if character != '_' {
            let last = words.len() - 1;
            words[last].extend(character.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters
        .next()
        .map(|first| first.to_uppercase().chain(characters).collect())
        .unwrap_or_default()
}

fn uncapitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters
        .next()
        .map(|first| first.to_lowercase().chain(characters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conventions_are_called_by_names_that_follow_them() {
        for (name, convention) in CONVENTIONS {
            assert_eq!(Convention::parse(name), Some(*convention));
        }
        assert_eq!(Convention::Snake.apply("SnakeCase"), "snake_case");
        assert_eq!(Convention::CapitalSnake.apply("SnakeCase"), "Snake_case");
        assert_eq!(
            Convention::ScreamingSnake.apply("screamingSnake_case"),
            "SCREAMING_SNAKE_CASE"
        );
        assert_eq!(Convention::Camel.apply("camel_case"), "camelCase");
        assert_eq!(Convention::Pascal.apply("pascal_case"), "PascalCase");
        assert_eq!(Convention::Lower.apply("LowerCase"), "lowercase");
        assert_eq!(Convention::Upper.apply("UpperCase"), "UPPERCASE");
    }

    #[test]
    fn words_end_where_a_reader_sees_it() {
        assert_eq!(Convention::Snake.apply("HTTPServer2"), "http_server2");
        assert_eq!(Convention::Snake.apply("XMLHttpRequest"), "xml_http_request");
        assert_eq!(Convention::Snake.apply("already_snake"), "already_snake");
        assert_eq!(Convention::Camel.apply("_private_name"), "_privateName");
        assert_eq!(Convention::Pascal.apply("A"), "A");
    }
}
