//! Boxes and breaks: a small version of OCaml's `Format`, with which ocamlformat lays out too, so that both break lines in the
//! same places.

/// The width of lines.
const WIDTH: usize = 80;

/// Wider than what may stand beyond the margin.
const TOO_WIDE: usize = 2 * WIDTH;

/// What is to be laid out.
#[derive(Clone, Debug)]
pub enum Doc {
    Text(String),
    /// A place where a line may end.
    Break(Break),
    /// The end of a line. What has one in it does not fit into one line.
    Newline,
    /// The first if the box around it, or one so many boxes further out, fits into one line; otherwise the second.
    Either(usize, &'static str, &'static str),
    /// What stands only at the beginning of a line.
    AtStart(&'static str),
    /// What closes a list, if the box around it fits into one line; otherwise a space and this, or a line of its own near the
    /// margin.
    Close(&'static str, &'static str),
    Box(Breaks, usize, Vec<Doc>),
}

#[derive(Clone, Copy, Debug)]
pub struct Break {
    /// So many spaces if the line does not end.
    spaces: usize,
    /// How much further than the box the next line is indented.
    offset: isize,
    /// What the next line begins with.
    broken: &'static str,
}

/// Which breaks of a box that is too long for one line end a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Breaks {
    All,
    Needed,
}

/// A box that ends a line at each of its breaks, or at none. Further lines are indented by so many columns.
pub fn all(indent: usize, docs: Vec<Doc>) -> Doc {
    Doc::Box(Breaks::All, indent, docs)
}

/// A box that ends a line where the next part does not fit.
pub fn fill(indent: usize, docs: Vec<Doc>) -> Doc {
    Doc::Box(Breaks::Needed, indent, docs)
}

pub fn text(text: impl Into<String>) -> Doc {
    Doc::Text(text.into())
}

/// A space, or the end of a line.
pub const SPACE: Doc = space(0);

/// Nothing, or the end of a line.
pub const CUT: Doc = Doc::Break(Break {
    spaces: 0,
    offset: 0,
    broken: "",
});

/// A space, or the end of a line, with the next one further in.
pub const fn space(offset: isize) -> Doc {
    Doc::Break(Break {
        spaces: 1,
        offset,
        broken: "",
    })
}

/// A space, or the end of a line and this.
pub const fn space_or(broken: &'static str) -> Doc {
    Doc::Break(Break {
        spaces: 1,
        offset: 0,
        broken,
    })
}

/// Two spaces, or the end of a line.
pub const TWO_SPACES: Doc = Doc::Break(Break {
    spaces: 2,
    offset: 0,
    broken: "",
});

/// The documents with the separator between them.
pub fn separated(docs: impl IntoIterator<Item = Doc>, separator: &[Doc]) -> Vec<Doc> {
    let mut result = Vec::new();
    for doc in docs {
        if !result.is_empty() {
            result.extend_from_slice(separator);
        }
        result.push(doc);
    }
    result
}

/// Lays out a document whose lines begin at this column.
pub fn layout(doc: &Doc, column: usize) -> String {
    let mut lines = Lines {
        text: String::new(),
        column,
        begun: false,
        fits: Vec::new(),
        uncounted: 0,
    };
    lines.doc(doc, column);
    lines.text
}

/// Lays out a document on one line, however long that is.
pub fn one_line(doc: &Doc) -> String {
    match doc {
        Doc::Text(text) => text.clone(),
        Doc::Break(Break { spaces, .. }) => " ".repeat(*spaces),
        Doc::Newline => " ".to_owned(),
        Doc::AtStart(_) => String::new(),
        Doc::Either(_, fits, _) | Doc::Close(fits, _) => (*fits).to_owned(),
        Doc::Box(_, _, docs) => docs.iter().map(one_line).collect(),
    }
}

/// Whether a document that begins at this column fits into one line.
pub fn fits(doc: &Doc, column: usize) -> bool {
    let docs = std::slice::from_ref(doc);
    column + width(docs) <= WIDTH + usize::from(is_closed(docs))
}

/// The width on one line; or some that no line has.
fn width(docs: &[Doc]) -> usize {
    let mut width = 0;
    for doc in docs {
        width += match doc {
            Doc::Text(text) => text.chars().count(),
            Doc::Break(Break { spaces, .. }) => *spaces,
            Doc::Newline => TOO_WIDE,
            // `Format` counts it everywhere.
            Doc::AtStart(text) => text.len(),
            Doc::Either(_, fits, _) | Doc::Close(fits, _) => fits.len(),
            Doc::Box(_, _, docs) => self::width(docs),
        };
        if width >= TOO_WIDE {
            break;
        }
    }
    width
}

/// Whether the end is what closes a list, which `Format` lets stand beyond the margin.
fn is_closed(docs: &[Doc]) -> bool {
    match docs.last() {
        Some(Doc::Close(..)) => true,
        Some(Doc::Box(_, _, docs)) => is_closed(docs),
        _ => false,
    }
}

/// What has been laid out.
struct Lines {
    text: String,
    /// Where the next character comes.
    column: usize,
    /// Whether there is something on the line.
    begun: bool,
    /// Whether each of the boxes around fits into one line.
    fits: Vec<bool>,
    /// So many columns before the next character count for where it comes, but not for what fits into the line.
    uncounted: usize,
}

impl Lines {
    fn doc(&mut self, doc: &Doc, start: usize) {
        match doc {
            Doc::Box(breaks, indent, docs) => self.docs(*breaks, self.column + indent, docs),
            other => self.docs(Breaks::Needed, start, std::slice::from_ref(other)),
        }
    }

    /// The content of a box, whose further lines begin at the column `start`.
    fn docs(&mut self, breaks: Breaks, start: usize, docs: &[Doc]) {
        let fits = self.column + width(docs) <= WIDTH + self.uncounted + usize::from(is_closed(docs));
        self.fits.push(fits);
        for (index, doc) in docs.iter().enumerate() {
            match doc {
                Doc::Text(text) => self.put(text),
                Doc::Newline => self.newline(start),
                Doc::AtStart(text) if !self.begun => self.put(text),
                Doc::AtStart(_) => {}
                Doc::Either(out, one, other) => {
                    let fits = self.fits.iter().nth_back(*out).is_none_or(|fits| *fits);
                    self.put(if fits { one } else { other });
                    if !fits {
                        self.uncounted = other.len() - one.len();
                    }
                }
                Doc::Close(close, _) if fits => self.put(close),
                Doc::Close(_, close) => {
                    // `Format` counts what closes the box in both ways.
                    match self.column + 4 <= WIDTH {
                        true => self.put(" "),
                        false => self.newline(start),
                    }
                    self.put(close);
                }
                Doc::Box(..) => self.doc(doc, start),
                Doc::Break(Break { spaces, offset, broken }) => {
                    let rest = &docs[index + 1..];
                    let next = rest.iter().position(|doc| matches!(doc, Doc::Break(_)));
                    let part = width(&rest[..next.unwrap_or(rest.len())]);
                    let stays =
                        fits || breaks == Breaks::Needed && self.column + spaces + part <= WIDTH + self.uncounted;
                    if stays {
                        self.put(&" ".repeat(*spaces));
                    } else {
                        self.newline(start.saturating_add_signed(*offset));
                        self.put(broken);
                    }
                }
            }
        }
        self.fits.pop();
    }

    fn put(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.begun {
            // Nothing stands behind the end of a line, not even spaces on an empty one.
            self.text.push_str(&" ".repeat(self.column));
            self.begun = true;
        }
        self.text.push_str(text);
        self.column += text.chars().count();
    }

    fn newline(&mut self, column: usize) {
        self.text.push('\n');
        self.column = column;
        self.uncounted = 0;
        self.begun = false;
    }
}
