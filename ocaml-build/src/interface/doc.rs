//! Rust's documentation as OCaml's: Markdown to the markup of odoc, safe inside of a comment.

use std::collections::BTreeMap;

use super::boxes::{Doc, SPACE, TWO_SPACES, all, fill, space_or, text};

/// A documentation comment; nothing if there is no text.
pub fn comment(doc: &str) -> Option<Doc> {
    let mut docs = Vec::new();
    let mut before: Option<Element> = None;
    for element in elements(doc) {
        if let Some(before) = before {
            let blank = !before.is_in_list_with(&element);
            docs.extend(std::iter::repeat_n(Doc::Newline, if blank { 2 } else { 1 }));
        }
        docs.push(element.doc());
        before = Some(element);
    }
    let comment = || fill(0, vec![text("(** "), all(0, docs), SPACE, text("*)")]);
    before.is_some().then(comment)
}

/// Whether documentation begins with a sentence, which can go on behind other words on its line.
pub fn begins_with_sentence(doc: &str) -> bool {
    let first = doc.lines().next().unwrap_or_default();
    let text = first.trim();
    let is_part =
        fence(text).is_some() || heading(text).is_some() || item(text).is_some() || definition(text).is_some();
    !(is_part || is_indented(first) || text.starts_with(['|', '>']))
}

/// A part of an item with its documentation beside it, or below.
pub fn beside(part: Doc, doc: Option<Doc>) -> Vec<Doc> {
    match doc {
        Some(doc) => vec![part, TWO_SPACES, doc],
        None => vec![part],
    }
}

/// What documentation consists of, in the markup of odoc.
enum Element {
    Paragraph(String),
    /// An item of a list, and what it begins with.
    Item(char, String),
    /// What is shown as it is, and how that begins.
    Block(String, Vec<String>),
}

impl Element {
    /// Whether both are items of one list.
    fn is_in_list_with(&self, other: &Element) -> bool {
        matches!((self, other), (Element::Item(one, _), Element::Item(other, _)) if one == other)
    }

    fn is_empty(&self) -> bool {
        match self {
            Element::Paragraph(text) | Element::Item(_, text) => text.is_empty(),
            Element::Block(_, lines) => lines.is_empty(),
        }
    }

    fn doc(&self) -> Doc {
        match self {
            Element::Paragraph(text) => fill(0, words(text)),
            Element::Item(sign, item) => fill(0, vec![text(format!("{sign} ")), fill(0, words(item))]),
            Element::Block(opening, lines) => {
                let lines = lines.iter().flat_map(|line| [Doc::Newline, text(line)]);
                let block = std::iter::once(text(opening)).chain(lines).collect();
                all(0, vec![all(2, block), Doc::Newline, text("]}")])
            }
        }
    }
}

/// What begins an item of a list at the beginning of a line, unless a backslash stands before it.
const SIGNS: [char; 2] = ['-', '+'];

/// Words with breaks between them; each piece of code, link and bold text is a box.
fn words(markup: &str) -> Vec<Doc> {
    let mut words = Words::default();
    let mut brackets = 0_usize;
    let mut rest = markup;
    if markup.starts_with(SIGNS) {
        words.word.push('\\');
    }
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        let is_code = brackets > 0;
        match c {
            '\\' if !is_code => length += usize::from(rest[1..].starts_with(['{', '}', '[', ']', '@'])),
            '[' => brackets += 1,
            ']' => brackets = brackets.saturating_sub(1),
            '{' if rest.starts_with("{{:") && !is_code => length = rest.find('}').map_or(1, |end| end + 1),
            _ => {}
        }
        let part = &rest[..length];
        rest = &rest[length..];
        match c {
            ' ' if rest.starts_with(SIGNS) && !is_code => words.space(space_or("\\")),
            ' ' => words.space(SPACE),
            '[' if !is_code => words.open(1, part),
            '{' if !is_code => words.open(if rest.starts_with("b ") { 3 } else { 1 }, part),
            ']' if brackets == 0 => words.close(part),
            '}' if !is_code => words.close(part),
            _ => words.word.push_str(part),
        }
    }
    words.end_word();
    words.docs
}

/// A paragraph while it is read.
#[derive(Default)]
struct Words {
    /// What is around the innermost open box, and how far that indents.
    around: Vec<(Vec<Doc>, usize)>,
    docs: Vec<Doc>,
    word: String,
}

impl Words {
    fn end_word(&mut self) {
        if !self.word.is_empty() {
            self.docs.push(text(std::mem::take(&mut self.word)));
        }
    }

    fn space(&mut self, space: Doc) {
        self.end_word();
        self.docs.push(space);
    }

    fn open(&mut self, indent: usize, part: &str) {
        self.end_word();
        self.around.push((std::mem::take(&mut self.docs), indent));
        self.word.push_str(part);
    }

    fn close(&mut self, part: &str) {
        self.word.push_str(part);
        self.end_word();
        if let Some((around, indent)) = self.around.pop() {
            let inside = std::mem::replace(&mut self.docs, around);
            self.docs.push(fill(indent, inside));
        }
    }
}

/// Markdown as markup.
fn elements(doc: &str) -> Vec<Element> {
    let mut markup = Markup {
        links: links(doc),
        ..Markup::default()
    };
    doc.lines().for_each(|line| markup.line(line));
    markup.end_block();
    markup.elements.retain(|element| !element.is_empty());
    markup.elements
}

/// The targets of `[label]: target`.
fn links(doc: &str) -> BTreeMap<&str, &str> {
    doc.lines().filter_map(definition).collect()
}

fn definition(line: &str) -> Option<(&str, &str)> {
    let (label, target) = line.trim().strip_prefix('[')?.split_once("]: ")?;
    (!label.contains('[')).then(|| (label, target.split_whitespace().next().unwrap_or_default()))
}

/// What is open while Markdown is read.
#[derive(Default)]
struct Markup<'a> {
    links: BTreeMap<&'a str, &'a str>,
    elements: Vec<Element>,
    /// Whether a line goes on with the last paragraph or item.
    open: bool,
    block: Option<Block<'a>>,
    /// Whether the block is code that rustdoc would run, where it does not show some lines.
    is_rust: bool,
    /// Whether it is the label of a link, which has no links in it.
    in_label: bool,
}

/// What is shown as it is.
#[derive(Clone, Copy, PartialEq)]
enum Block<'a> {
    Fenced(&'a str),
    Indented,
    Table,
}

impl<'a> Markup<'a> {
    fn line(&mut self, line: &'a str) {
        let trimmed = line.trim();
        let indented = is_indented(line);
        match self.block {
            Some(Block::Fenced(fence)) if closes(trimmed, fence) => return self.end_block(),
            Some(Block::Fenced(_)) => return self.code(line),
            Some(Block::Indented) if indented || trimmed.is_empty() => {
                return self.code(line.strip_prefix("    ").unwrap_or(trimmed));
            }
            Some(Block::Table) if trimmed.starts_with('|') => return self.code(trimmed),
            _ => self.end_block(),
        }
        let in_list = matches!(self.elements.last(), Some(Element::Item(..)));
        if let Some(fence) = fence(trimmed) {
            self.begin(Block::Fenced(fence), language(&trimmed[fence.len()..]));
        } else if trimmed.is_empty() {
            self.open = false;
        } else if indented && !self.open && !in_list {
            self.begin(Block::Indented, RUST);
            self.code(&line.replacen('\t', "    ", 1)[4..]);
        } else if trimmed.starts_with('|') && !self.open {
            self.begin(Block::Table, "text");
            self.code(trimmed);
        } else if definition(line).is_none() {
            self.text(trimmed);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(heading) = heading(text) {
            let heading = braced("b ", &self.inline(heading));
            self.elements.push(Element::Paragraph(heading));
            self.open = false;
        } else if let Some((sign, item)) = item(text) {
            let item = self.inline(item);
            self.elements.push(Element::Item(sign, item));
            self.open = true;
        } else {
            let text = self.inline(text.trim_start_matches(['>', ' ']));
            match self.elements.last_mut() {
                Some(Element::Paragraph(last) | Element::Item(_, last)) if self.open => {
                    last.push(' ');
                    last.push_str(&text);
                }
                _ => self.elements.push(Element::Paragraph(text)),
            }
            self.open = true;
        }
    }

    fn begin(&mut self, block: Block<'a>, language: &str) {
        self.block = Some(block);
        self.is_rust = language == RUST;
        self.open = false;
        self.elements
            .push(Element::Block(format!("{{@{language}["), Vec::new()));
    }

    fn code(&mut self, line: &str) {
        let trimmed = line.trim();
        // A line of a hidden preamble is not shown.
        let is_hidden = self.is_rust && (trimmed.starts_with("# ") || trimmed == "#");
        if let (Some(Element::Block(_, lines)), false) = (self.elements.last_mut(), is_hidden) {
            // The first ends the block, the second begins what its code prints.
            let line = line.trim_end().replace("]}", "] }").replace("][", "] [");
            lines.push(commentable(&line));
        }
    }

    /// Closes a block, without what is empty at its beginning and end, and as far to the left as it can be.
    fn end_block(&mut self) {
        if self.block.take().is_none() {
            return;
        }
        if let Some(Element::Block(_, lines)) = self.elements.last_mut() {
            let first = lines.iter().take_while(|line| line.is_empty()).count();
            lines.drain(..first);
            let last = lines.iter().rposition(|line| !line.is_empty());
            lines.truncate(last.map_or(0, |last| last + 1));
            let indent = |line: &String| line.len() - line.trim_start_matches([' ', '\t']).len();
            let least = lines
                .iter()
                .filter(|line| !line.is_empty())
                .map(indent)
                .min()
                .unwrap_or(0);
            for line in lines.iter_mut() {
                line.drain(..least.min(line.len()));
            }
        }
    }

    /// Text with `code`, links and the like in it, without more than one space between words.
    fn inline(&self, text: &str) -> String {
        let mut result = String::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let (markup, after) = self.span(rest).unwrap_or_else(|| {
                let after = rest.strip_prefix('\\').unwrap_or(rest);
                let punctuation = after.chars().next().filter(char::is_ascii_punctuation);
                let (c, after) = punctuation.map_or((first, rest), |c| (c, after));
                let begins_word = ends_word(&result);
                (escaped(c, begins_word), &after[c.len_utf8()..])
            });
            // A backslash would escape what follows.
            if result.ends_with('\\') && markup.starts_with(['[', '{', '\\']) {
                result.push(' ');
            }
            result.push_str(&markup);
            rest = after;
        }
        let words: Vec<&str> = result.split_whitespace().collect();
        commentable(&words.join(" "))
    }

    /// The markup with which a text begins, and what follows.
    fn span<'t>(&self, text: &'t str) -> Option<(String, &'t str)> {
        if text.starts_with('`') {
            // What does not close is text, all of it.
            let after = text.trim_start_matches('`');
            return code(text).or(Some((text[..text.len() - after.len()].to_owned(), after)));
        }
        if let Some((bold, after)) = text.strip_prefix("**").and_then(|rest| rest.split_once("**")) {
            let is_bold = !bold.is_empty() && bold.trim() == bold;
            return is_bold.then(|| (braced("b ", &self.inline(bold)), after));
        }
        if let Some(rest) = text.strip_prefix('<') {
            let (target, after) = rest.split_at(rest.find(['<', '>', ' '])?);
            let after = after.strip_prefix('>').filter(|_| is_web(target))?;
            return Some((self.to_web(target, target), after));
        }
        self.link(text.strip_prefix('!').unwrap_or(text))
    }

    /// `[label](target)`, `[label][name]` or `[name]`, if the name or the label is known to be one of Rust's.
    fn link<'t>(&self, text: &'t str) -> Option<(String, &'t str)> {
        let inside = text.strip_prefix('[')?;
        let end = closing(inside)?;
        let (label, after) = (&inside[..end], &inside[end + 1..]);
        let reference = |name: &str| self.links.get(name).copied();
        let (target, after) =
            if let Some((target, after)) = after.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
                (target, after)
            } else if let Some((name, after)) = after.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
                (reference(name).unwrap_or_default(), after)
            } else {
                let target = reference(label).or(label.starts_with('`').then_some(""));
                (target?, after)
            };
        let inside = Markup {
            in_label: true,
            ..Markup::default()
        };
        let label = inside.inline(label);
        // What Rust calls so has no page in OCaml's documentation.
        let markup = match is_web(target) {
            true => self.to_web(target, &label),
            false => label,
        };
        Some((markup, after))
    }

    fn to_web(&self, target: &str, label: &str) -> String {
        match self.in_label {
            true => label.to_owned(),
            false => braced(&format!("{{:{target}}}"), label),
        }
    }
}

/// What a block of code opens with: three backticks or tildes, or more.
fn fence(text: &str) -> Option<&str> {
    let sign = text.chars().next().filter(|sign| ['`', '~'].contains(sign))?;
    let (fence, info) = text.split_at(text.len() - text.trim_start_matches(sign).len());
    // "```this```" is code in a line.
    (fence.len() >= 3 && !(sign == '`' && info.contains(sign))).then_some(fence)
}

/// Whether a line closes a block of code: a fence within may be shorter, or of the other kind.
fn closes(line: &str, opened: &str) -> bool {
    line.len() >= opened.len() && line.trim_start_matches(&opened[..1]).is_empty()
}

fn is_indented(line: &str) -> bool {
    line.starts_with("    ") || line.starts_with('\t')
}

/// A label is no longer than this, in characters.
const LONGEST_LABEL: usize = 999;

/// Where the bracket is that closes one before the text.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, c) in text.char_indices().take(LONGEST_LABEL + 1) {
        match c {
            '[' => depth += 1,
            ']' if depth == 0 => return Some(index),
            ']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// `# Heading`
fn heading(text: &str) -> Option<&str> {
    let heading = text.trim_start_matches('#');
    (heading.len() < text.len() && heading.starts_with(' ')).then(|| heading.trim())
}

/// An item of a list, and what odoc begins it with.
fn item(text: &str) -> Option<(char, &str)> {
    if let Some(item) = ["* ", "- ", "+ "].iter().find_map(|sign| text.strip_prefix(sign)) {
        return Some(('-', item));
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let item = rest.strip_prefix(". ").or(rest.strip_prefix(") "))?;
    (rest.len() < text.len()).then_some(('+', item))
}

fn is_web(target: &str) -> bool {
    (target.starts_with("http://") || target.starts_with("https://")) && !target.contains(['{', '}', ' '])
}

/// Text in braces, the last of which a backslash would escape.
fn braced(opening: &str, text: &str) -> String {
    match text.trim_end_matches(['\\', ' ']) {
        "" => String::new(),
        text => format!("{{{opening}{text}}}"),
    }
}

/// Code between as many backticks at its end as at its beginning.
fn code(text: &str) -> Option<(String, &str)> {
    let inside = text.trim_start_matches('`');
    let ticks = &text[..text.len() - inside.len()];
    let mut from = 0;
    let end = loop {
        let found = from + inside[from..].find(ticks)?;
        let run = inside[found..].len() - inside[found..].trim_start_matches('`').len();
        if run == ticks.len() {
            break found;
        }
        from = found + run;
    };
    let (code, after) = (&inside[..end], &inside[end + ticks.len()..]);
    // A space on both sides sets off backticks in the code.
    let code = code
        .strip_prefix(' ')
        .and_then(|code| code.strip_suffix(' '))
        .unwrap_or(code);
    let code = match brackets_match(code) {
        true => code.to_owned(),
        false => code.replace(['[', ']'], ""),
    };
    // A backslash would escape the bracket behind it.
    let code = format!("{code}]").replace("\\[", "\\ [").replace("\\]", "\\ ]");
    Some((format!("[{code}"), after))
}

const RUST: &str = "rust";

/// The language of a block of code. Rust's own has a few words behind the fence that say what rustdoc does with it.
fn language(info: &str) -> &str {
    let language = info.trim().split([',', ' ', '{']).next().unwrap_or_default();
    let is_rust = ["", "no_run", "ignore", "should_panic", "compile_fail"].contains(&language)
        || language.starts_with("edition")
        || !language.chars().all(|c| c.is_ascii_alphanumeric());
    match language {
        _ if is_rust => RUST,
        // ocamlformat would lay it out.
        "ocaml" => "OCaml",
        other => other,
    }
}

fn brackets_match(code: &str) -> bool {
    let mut depth = 0_usize;
    let matched = code.chars().all(|c| {
        match c {
            '[' => depth += 1,
            ']' if depth == 0 => return false,
            ']' => depth -= 1,
            _ => {}
        }
        true
    });
    matched && depth == 0
}

/// Whether what follows this markup begins a word. An escaped bracket is a part of one.
fn ends_word(markup: &str) -> bool {
    let is_escaped = |markup: &str| markup.ends_with('\\');
    match markup.strip_suffix([']', '}']) {
        Some(before) => !is_escaped(before),
        None => markup.is_empty() || markup.ends_with(char::is_whitespace) || markup.ends_with('|'),
    }
}

/// A character of text. A `@` begins a tag only at the beginning of a word.
fn escaped(c: char, begins_word: bool) -> String {
    match c {
        '{' | '}' | '[' | ']' => format!("\\{c}"),
        '@' if begins_word => format!("\\{c}"),
        _ => c.to_string(),
    }
}

/// OCaml reads strings inside of comments: one that does not end would swallow the file, and so would a comment.
fn commentable(text: &str) -> String {
    let text = text.replace('"', "''").replace("(*", "( *").replace("*)", "* )");
    // `{id|` begins a string too, and so does `{%name id|`.
    let text = text.replace("{%", "{ %");
    let mut result = String::new();
    for c in text.chars() {
        if c == '|' {
            let before = result.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '_' || !c.is_ascii());
            if before.ends_with('{') {
                result.push(' ');
            }
        }
        result.push(c);
    }
    result
}

#[cfg(test)]
mod tests {
    use crate::interface::boxes::layout;

    /// A comment that is so far from the margin.
    fn comment(doc: &str, indent: usize) -> String {
        super::comment(doc).map_or(String::new(), |doc| layout(&doc, indent))
    }

    #[test]
    fn markdown_becomes_markup() {
        assert_eq!(comment("", 0), "");
        assert_eq!(
            comment("Adds `a` to [`List`], {see} this@there.", 0),
            "(** Adds [a] to [List], \\{see\\} this@there. *)"
        );
        assert_eq!(
            comment("One\ntwo.\n\n# Errors\n\n```\nlet x = 1;\n```", 2),
            "  (** One two.\n\n      {b Errors}\n\n      {@rust[\n        let x = 1;\n      ]} *)"
        );
    }

    #[test]
    fn links_go_to_the_web() {
        assert_eq!(
            comment(
                "See [`List`](crate::List) and [the *book*](https://a.org/b_c), or [that].",
                0
            ),
            "(** See [List] and {{:https://a.org/b_c}the *book*}, or \\[that\\]. *)"
        );
        assert_eq!(comment("`a[0](1)`", 0), "(** [a[0](1)] *)");
        assert_eq!(comment("[a](http://x\"(*)", 0), "(** {{:http://x''( *}a} *)");
    }

    #[test]
    fn references_and_marks() {
        assert_eq!(
            comment(
                "See <https://a.org>, [one][1], [two] and [`T`][t]; ![an image](http://a.b/c.png), a < b > c.\n\n[1]: https://one\n[two]: https://two 'Two'\n[t]: crate::T",
                0
            ),
            "(** See {{:https://a.org}https://a.org}, {{:https://one}one},\n    {{:https://two}two} and [T]; {{:http://a.b/c.png}an image}, a < b > c. *)"
        );
        assert_eq!(
            comment(
                "**All** of `` a`b ``, 2 ** 3 ** 4, \\[no link\\](x), \\*, a\\b, ` alone",
                0
            ),
            "(** {b All} of [a`b], 2 ** 3 ** 4, \\[no link\\](x), *, a\\b, ` alone *)"
        );
    }

    #[test]
    fn blocks() {
        assert_eq!(
            comment(
                "1. one\n   more\n2) two\n\n* a\n  - b\n\nend\n#[cfg] is no heading\n> quoted\n> twice",
                0
            ),
            "(** + one more\n    + two\n\n    - a\n    - b\n\n    end #\\[cfg\\] is no heading quoted twice *)"
        );
        assert_eq!(
            comment(
                "~~~text\n``` \"\n~~~\n\n    let x = [1]};\n    y\n\n| a | b |\n|---|---|",
                0
            ),
            "(** {@text[\n      ``` ''\n    ]}\n\n    {@rust[\n      let x = [1] };\n      y\n    ]}\n\n    {@text[\n      | a | b |\n      |---|---|\n    ]} *)"
        );
    }

    #[test]
    fn what_begins_a_line_is_no_item() {
        assert_eq!(
            comment("-1 is\n\n- - a @b, c@d", 0),
            "(** \\-1 is\n\n    - \\- a \\@b, c@d *)"
        );
        let words = "eleven more ".repeat(6);
        assert_eq!(
            comment(&format!("{words}odd - less"), 0),
            format!("(** {words}odd\n    \\- less *)")
        );
    }

    #[test]
    fn code_is_set_off() {
        assert_eq!(
            comment("One:\n```no_run\n\n    a\n\u{3000}b\n```\ntwo", 0),
            "(** One:\n\n    {@rust[\n          a\n      \u{3000}b\n    ]}\n\n    two *)"
        );
        assert_eq!(comment("```\n```", 0), "");
        assert_eq!(comment("`]a[`, `\\`, **a\\**", 0), "(** [a], [\\ ], {b a} *)");
    }

    #[test]
    fn nothing_ends_or_swallows_the_comment() {
        let comment = comment("a \" b (* c *) {|d {id|e", 0);
        assert_eq!(comment, "(** a '' b ( * c * ) \\{ |d \\{id |e *)");
    }

    /// Lower case letters, and in OCaml 5.3 those beyond ASCII, are the name of a string; so are extensions from 4.11 on.
    #[test]
    fn strings_of_each_version() {
        assert_eq!(
            comment("{_|, {\u{e9}|, {%f.G x|, {e\u{301}|, {A|", 0),
            "(** \\{_ |, \\{\u{e9} |, \\{ %f.G x|, \\{e\u{301} |, \\{A| *)"
        );
    }

    #[test]
    fn fences_are_those_of_markdown() {
        let nested = "````text\n```\na\n```rust\n~~~\n````\nend";
        assert_eq!(
            comment(nested, 0),
            "(** {@text[\n      ```\n      a\n      ```rust\n      ~~~\n    ]}\n\n    end *)"
        );
        assert_eq!(comment("```a``` b\nc", 0), "(** [a] b c *)");
    }

    #[test]
    fn only_code_of_rust_hides_lines() {
        assert_eq!(
            comment("```\n# use a;\nb[0][1];\n```\n```sh\n# c\n```", 0),
            "(** {@rust[\n      b[0] [1];\n    ]}\n\n    {@sh[\n      # c\n    ]} *)"
        );
        assert_eq!(
            comment("```ocaml\nf   x\n```", 0),
            "(** {@OCaml[\n      f   x\n    ]} *)"
        );
    }

    #[test]
    fn labels_have_no_links() {
        assert_eq!(
            comment(
                "[![a](https://b)](https://c), [<https://d>](https://e), **f**@g, ]@h |@i",
                0
            ),
            "(** {{:https://c}a}, {{:https://e}https://d}, {b f}\\@g, \\]@h |\\@i *)"
        );
    }

    /// In less than a minute of an unoptimised build; quadratic time would be several.
    #[test]
    fn much_text_takes_little_time() {
        for part in [
            "[", "<", "[a](", "`", "` `` ", "**a ", "{", "(*", "word ", "|", "![", "[a][", "]", "\\",
        ] {
            let start = std::time::Instant::now();
            let text = comment(&format!("a{}", part.repeat(100_000 / part.len())), 0);
            assert!(start.elapsed().as_secs() < 60, "{part}");
            assert!(text.ends_with("*)"), "{part}");
        }
    }

    #[test]
    fn long_lines_are_wrapped() {
        let comment = comment(&"word ".repeat(40), 0);
        assert!(comment.lines().all(|line| line.len() <= 80), "{comment}");
        assert!(comment.lines().count() > 2);
    }
}
