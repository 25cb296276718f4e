//! Rust's documentation as OCaml's: Markdown to the markup of odoc, safe inside of a comment.

use std::collections::BTreeMap;

use super::layout::WIDTH;

/// A documentation comment, indented; nothing if there is no text.
pub fn comment(doc: &str, indent: usize) -> String {
    let text = markup(doc);
    if text.is_empty() {
        return String::new();
    }
    let pad = " ".repeat(indent);
    let inside = " ".repeat(indent + 4);
    let mut lines: Vec<String> = Vec::new();
    let mut code = false;
    for paragraph in text.lines() {
        if ["{[", "]}", "{v", "v}"].contains(&paragraph) {
            code = paragraph.starts_with('{');
            lines.push(paragraph.to_owned());
        } else if code || paragraph.is_empty() {
            lines.push(paragraph.to_owned());
        } else {
            wrap(paragraph, WIDTH - indent - 7, &mut lines);
        }
    }
    let body: Vec<String> = lines
        .iter()
        .enumerate()
        .map(|(index, line)| match (index, line.is_empty()) {
            (0, _) => line.clone(),
            (_, true) => String::new(),
            (_, false) => format!("{inside}{line}"),
        })
        .collect();
    format!("{pad}(** {} *)", body.join("\n"))
}

fn wrap(paragraph: &str, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in paragraph.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
}

/// One line for each paragraph, list item, and line of code.
fn markup(doc: &str) -> String {
    let mut markup = Markup {
        links: links(doc),
        ..Markup::default()
    };
    doc.lines().for_each(|line| markup.line(line));
    markup.end_block();
    let text = markup.paragraphs.join("\n");
    text.lines()
        .map(commentable)
        .collect::<Vec<_>>()
        .join("\n")
        .trim()
        .to_owned()
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
    paragraphs: Vec<String>,
    /// Whether a line goes on with the last paragraph.
    open: bool,
    /// Whether that is an item of a list.
    list: bool,
    block: Option<Block<'a>>,
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
        let fence = ["```", "~~~"].into_iter().find(|fence| trimmed.starts_with(fence));
        let indented = line.starts_with("    ") || line.starts_with('\t');
        match (self.block, fence) {
            (Some(Block::Fenced(opened)), Some(fence)) if opened == fence => return self.end_block(),
            (Some(Block::Fenced(_)), _) => return self.code(line),
            (Some(Block::Indented), _) if indented || trimmed.is_empty() => {
                return self.code(line.strip_prefix("    ").unwrap_or(trimmed));
            }
            (Some(Block::Table), _) if trimmed.starts_with('|') => return self.code(trimmed),
            _ => self.end_block(),
        }
        if let Some(fence) = fence {
            self.begin(Block::Fenced(fence));
        } else if trimmed.is_empty() {
            self.open = false;
            self.paragraphs.push(String::new());
        } else if indented && !self.open && !self.list {
            self.begin(Block::Indented);
            self.code(&line.replacen('\t', "    ", 1)[4..]);
        } else if trimmed.starts_with('|') && !self.open {
            self.begin(Block::Table);
            self.code(trimmed);
        } else if definition(line).is_none() {
            self.text(trimmed);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(heading) = heading(text) {
            self.paragraphs.push(format!("{{b {}}}", self.inline(heading)));
            (self.open, self.list) = (false, false);
        } else if let Some((sign, item)) = item(text) {
            self.paragraphs.push(format!("{sign} {}", self.inline(item)));
            (self.open, self.list) = (true, true);
        } else {
            let text = self.inline(text.trim_start_matches(['>', ' ']));
            match self.paragraphs.last_mut() {
                Some(last) if self.open => {
                    last.push(' ');
                    last.push_str(&text);
                }
                _ => {
                    self.paragraphs.push(text);
                    (self.open, self.list) = (true, false);
                }
            }
        }
    }

    fn begin(&mut self, block: Block<'a>) {
        self.block = Some(block);
        self.open = false;
        let opening = if block == Block::Table { "{v" } else { "{[" };
        self.paragraphs.push(opening.to_owned());
    }

    fn code(&mut self, line: &str) {
        let trimmed = line.trim();
        // A line of a hidden preamble is not shown.
        if !trimmed.starts_with("# ") && trimmed != "#" {
            self.paragraphs.push(line.replace("]}", "] }").replace("v}", "v }"));
        }
    }

    fn end_block(&mut self) {
        if let Some(block) = self.block.take() {
            let lines = self.paragraphs.iter().rposition(|line| !line.is_empty());
            let end = lines.map_or(0, |last| last + 1);
            let closing = if block == Block::Table { "v}" } else { "]}" };
            self.paragraphs.insert(end, closing.to_owned());
        }
    }

    /// Text with `code`, links and the like in it.
    fn inline(&self, text: &str) -> String {
        let mut result = String::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let (markup, after) = self
                .span(rest)
                .unwrap_or_else(|| (escaped(first), &rest[first.len_utf8()..]));
            result.push_str(&markup);
            rest = after;
        }
        result
    }

    /// The markup with which a text begins, and what follows.
    fn span<'t>(&self, text: &'t str) -> Option<(String, &'t str)> {
        if let Some(rest) = text.strip_prefix('\\') {
            let c = rest.chars().next().filter(char::is_ascii_punctuation)?;
            return Some((escaped(c), &rest[1..]));
        }
        if text.starts_with('`') {
            return code(text);
        }
        if let Some((bold, after)) = text.strip_prefix("**").and_then(|rest| rest.split_once("**")) {
            let is_bold = !bold.is_empty() && bold.trim() == bold;
            return is_bold.then(|| (format!("{{b {}}}", self.inline(bold)), after));
        }
        if let Some((target, after)) = text.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            return is_web(target).then(|| (format!("{{{{:{target}}}{target}}}"), after));
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
        let label = self.inline(label);
        // What Rust calls so has no page in OCaml's documentation.
        let markup = match is_web(target) {
            true => format!("{{{{:{target}}}{label}}}"),
            false => label,
        };
        Some((markup, after))
    }
}

/// Where the bracket is that closes one before the text.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, c) in text.char_indices() {
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
    let code = match code.matches('[').count() == code.matches(']').count() {
        true => code.to_owned(),
        false => code.replace(['[', ']'], ""),
    };
    Some((format!("[{code}]"), after))
}

/// A character of text.
fn escaped(c: char) -> String {
    match c {
        '{' | '}' | '[' | ']' | '@' => format!("\\{c}"),
        _ => c.to_string(),
    }
}

/// OCaml reads strings inside of comments: one that does not end would swallow the file, and so would a comment.
fn commentable(text: &str) -> String {
    let text = text.replace('"', "''").replace("(*", "( *").replace("*)", "* )");
    // `{id|` begins a string too.
    let mut result = String::new();
    for c in text.chars() {
        if c == '|' {
            let before = result.trim_end_matches(|c: char| c.is_lowercase() || c == '_' || c == '%' || c == '.');
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
    use super::*;

    #[test]
    fn markdown_becomes_markup() {
        assert_eq!(comment("", 0), "");
        assert_eq!(
            comment("Adds `a` to [`List`], {see} this@there.", 0),
            "(** Adds [a] to [List], \\{see\\} this\\@there. *)"
        );
        assert_eq!(
            comment("One\ntwo.\n\n# Errors\n\n```\nlet x = 1;\n```", 2),
            "  (** One two.\n\n      {b Errors}\n\n      {[\n      let x = 1;\n      ]} *)"
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
            "(** {[\n    ``` ''\n    ]}\n\n    {[\n    let x = [1] };\n    y\n    ]}\n\n    {v\n    | a | b |\n    |---|---|\n    v} *)"
        );
    }

    #[test]
    fn nothing_ends_or_swallows_the_comment() {
        let comment = comment("a \" b (* c *) {|d {id|e", 0);
        assert_eq!(comment, "(** a '' b ( * c * ) \\{ |d \\{id |e *)");
    }

    #[test]
    fn long_lines_are_wrapped() {
        let comment = comment(&"word ".repeat(40), 0);
        assert!(comment.lines().all(|line| line.len() <= WIDTH), "{comment}");
        assert!(comment.lines().count() > 2);
    }
}
