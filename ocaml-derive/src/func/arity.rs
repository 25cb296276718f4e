//! How many arguments an OCaml type has that the user has written.

/// The arrows of a type along its right side; why it is none, if its brackets are wrong or it is empty.
pub fn arity(ty: &str) -> Result<usize, &'static str> {
    let ty = ty.trim();
    if ty.is_empty() {
        return Err("is empty");
    }
    let (mut closing, mut arrows, mut start) = (Vec::new(), 0, 0);
    let mut characters = ty.char_indices().peekable();
    while let Some((index, c)) = characters.next() {
        match c {
            '-' if characters.peek().is_some_and(|(_, next)| *next == '>') => {
                characters.next();
                if closing.is_empty() {
                    arrows += 1;
                    start = index + 2;
                }
            }
            '(' => closing.push(')'),
            '{' => closing.push('}'),
            '[' => {
                closing.push(']');
                // `[<` and `[>` begin a polymorphic variant, no object.
                characters.next_if(|(_, next)| matches!(next, '<' | '>'));
            }
            '<' => closing.push('>'),
            // Between the tags of `[< …`.
            '>' if closing.last() == Some(&']') => {}
            ')' | ']' | '}' | '>' if closing.pop() != Some(c) => return Err("has brackets that do not fit together"),
            _ => {}
        }
    }
    if !closing.is_empty() {
        return Err("has brackets that do not fit together");
    }
    // To OCaml `a -> (b -> c)` is `a -> b -> c`, and so is `a -> (b -> c) as 'd`.
    let result = ty[start..].trim();
    let is_variable = |name: &str| name.starts_with('\'') && !name.contains([')', ']', '>']);
    let result = match result.rsplit_once(" as ") {
        Some((result, name)) if is_variable(name.trim()) => result.trim(),
        _ => result,
    };
    let inner = result.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    match inner {
        Some(inner) => match arity(inner) {
            Ok(more) => Ok(arrows + more),
            // `(a) * (b)`
            Err(_) => Ok(arrows),
        },
        None if result.is_empty() => Err("ends with an arrow"),
        None => Ok(arrows),
    }
}

#[cfg(test)]
mod tests {
    use super::arity;

    #[test]
    fn arrows_are_counted() {
        assert_eq!(arity("int"), Ok(0));
        assert_eq!(arity("unit -> int"), Ok(1));
        assert_eq!(arity("?x:int -> y:(int -> int) -> 'a list -> 'a"), Ok(3));
        assert_eq!(arity("int -> (int -> int)"), Ok(2));
        assert_eq!(arity("int -> (int -> int) as 'a"), Ok(2));
        assert_eq!(arity("(int as 'a) -> (int as 'a)"), Ok(1));
        assert_eq!(arity("int -> (int -> int) list"), Ok(1));
        assert_eq!(arity("int -> (int -> int) * (int -> int)"), Ok(1));
        assert_eq!(arity("< m : int -> int > -> [> `A of int -> int ] -> unit"), Ok(2));
        assert_eq!(arity("[< `A | `B > `A ] -> (float[@unboxed])"), Ok(1));
    }

    #[test]
    fn what_is_no_type_is_told() {
        assert!(arity(" ").is_err());
        assert!(arity("int -> (int").is_err());
        assert!(arity("int -> int)").is_err());
        assert!(arity("int ->").is_err());
    }
}
