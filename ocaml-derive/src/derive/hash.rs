//! The hash of a polymorphic variant's tag.

/// The number that stands for a tag, as in `ocaml::hash_variant`: macros cannot call what they are part of.
pub fn hash(name: &str) -> isize {
    let hash = name
        .bytes()
        .fold(0u32, |hash, byte| hash.wrapping_mul(223).wrapping_add(byte.into()));
    // 31 bits with a sign.
    ((hash << 1) as i32 >> 1) as isize
}

#[cfg(test)]
mod tests {
    use super::hash;

    /// The numbers are those of `Obj.magic` in OCaml.
    #[test]
    fn as_ocaml_does() {
        assert_eq!(hash("A"), 65);
        assert_eq!(hash("Red"), 4_100_401);
        assert_eq!(hash("azdwbie"), hash("c7diagq"));
    }
}
