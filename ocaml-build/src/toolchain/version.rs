//! OCaml version numbers.

use std::fmt;

use crate::Error;

/// A version such as 5.3.0. The part after `~` or `+` (`5.4.0~beta1`, `4.14.1+flambda`) is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// 5 in 5.3.0.
    pub major: u32,
    /// 3 in 5.3.0.
    pub minor: u32,
    /// 0 in 5.3.0.
    pub patch: u32,
}

impl Version {
    /// The oldest version whose runtime is supported.
    pub const OLDEST: Version = Version::new(4, 6, 0);

    /// The version `major.minor.patch`.
    pub const fn new(major: u32, minor: u32, patch: u32) -> Self {
        Self { major, minor, patch }
    }

    /// Reads `4.13.1`, `5.3`, `5.4.0~rc1`, `4.14.1+flambda`; `None` when the text is something else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let end = text.find(['+', '~', '-']).unwrap_or(text.len());
        let mut parts = text[..end].split('.');
        let mut number = || match parts.next() {
            None => Some(None),
            Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => digits.parse().ok().map(Some),
            Some(_) => None,
        };
        let version = Self::new(number()??, number()??, number()?.unwrap_or(0));
        parts.next().is_none().then_some(version)
    }

    /// Whether this is `major.minor` or newer.
    pub fn at_least(self, major: u32, minor: u32) -> bool {
        (self.major, self.minor) >= (major, minor)
    }

    pub(crate) fn supported(self) -> Result<Self, Error> {
        if self >= Self::OLDEST {
            return Ok(self);
        }
        Err(Error::new(
            format!(
                "OCaml {self} is too old: {} is the oldest version supported",
                Self::OLDEST
            ),
            "opam switch create 5.3.0 && eval $(opam env), or apt install ocaml",
        ))
    }
}

impl fmt::Display for Version {
    /// As OCaml writes it: two digits for the minor number of version 4.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { major, minor, patch } = self;
        if *major < 5 {
            write!(f, "{major}.{minor:02}.{patch}")
        } else {
            write!(f, "{major}.{minor}.{patch}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_what_compilers_print() {
        assert_eq!(Version::parse("4.13.1\n"), Some(Version::new(4, 13, 1)));
        assert_eq!(Version::parse("4.06.0"), Some(Version::new(4, 6, 0)));
        assert_eq!(Version::parse("5.4.0~beta1"), Some(Version::new(5, 4, 0)));
        assert_eq!(Version::parse("4.14.1+flambda"), Some(Version::new(4, 14, 1)));
        assert_eq!(Version::parse("5.3"), Some(Version::new(5, 3, 0)));
    }

    #[test]
    fn refuses_nonsense() {
        for text in ["", "five", "5", "5.", "5.x.1", "5.3.0.1", "-5.3", "99999999999.1"] {
            assert_eq!(Version::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn prints_as_ocaml_does() {
        assert_eq!(Version::new(4, 6, 0).to_string(), "4.06.0");
        assert_eq!(Version::new(5, 3, 0).to_string(), "5.3.0");
    }

    #[test]
    fn old_versions_are_refused() {
        let error = Version::new(4, 5, 0).supported().unwrap_err().to_string();
        assert!(error.starts_with("OCaml 4.05.0 is too old: 4.06.0"), "{error}");
        assert!(Version::new(4, 6, 0).supported().is_ok());
    }
}
