//! Rust's documentation as OCaml's: Markdown to the markup of odoc, safe inside of a comment.

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
        if paragraph.starts_with("{[") || paragraph.starts_with("]}") {
            code = paragraph.starts_with("{[");
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
    let mut paragraphs: Vec<String> = Vec::new();
    let mut open = false;
    let mut code = false;
    for line in doc.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("```") {
            code = !code;
            open = false;
            paragraphs.push(if code { "{[" } else { "]}" }.to_owned());
        } else if code {
            // A line of a hidden preamble is not shown.
            if !trimmed.starts_with("# ") && trimmed != "#" {
                paragraphs.push(commentable(line).replace("]}", "] }"));
            }
        } else if trimmed.is_empty() {
            open = false;
            paragraphs.push(String::new());
        } else if let Some(heading) = trimmed.strip_prefix('#') {
            open = false;
            let heading = heading.trim_start_matches('#').trim();
            paragraphs.push(format!("{{b {}}}", inline(heading)));
        } else if let Some(item) = trimmed.strip_prefix("* ").or(trimmed.strip_prefix("- ")) {
            paragraphs.push(format!("- {}", inline(item)));
            open = true;
        } else if open {
            let last = paragraphs.last_mut().expect("a paragraph is open");
            last.push(' ');
            last.push_str(&inline(trimmed));
        } else {
            paragraphs.push(inline(trimmed));
            open = true;
        }
    }
    if code {
        paragraphs.push("]}".to_owned());
    }
    paragraphs.join("\n").trim().to_owned()
}

/// Text with `code` and links in it.
fn inline(text: &str) -> String {
    match link(text) {
        Some((before, label, target, after)) => {
            let label = inline(label);
            let is_web = target.starts_with("http") && !target.contains(['{', '}', ' ']);
            let label = match is_web {
                true => format!("{{{{:{}}}{label}}}", commentable(target)),
                // What Rust calls so has no page in OCaml's documentation.
                false => label,
            };
            format!("{}{label}{}", inline(before), inline(after))
        }
        None => words(text),
    }
}

/// The first `[label](target)`, and what stands around it.
fn link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (head, rest) = text.split_once("](")?;
    let (before, label) = head.rsplit_once('[')?;
    let (target, after) = rest.split_once(')')?;
    let in_code = before.matches('`').count() % 2 == 1;
    (!in_code).then_some((before, label, target, after))
}

/// Text with `code` in it.
fn words(text: &str) -> String {
    let mut result = String::new();
    for (index, part) in text.split('`').enumerate() {
        let part = commentable(part);
        if index % 2 == 0 {
            // The brackets of a link around code.
            let part = if index > 0 {
                part.strip_prefix(']').unwrap_or(&part)
            } else {
                &part
            };
            for c in part.chars() {
                if matches!(c, '{' | '}' | '[' | ']' | '@') {
                    result.push('\\');
                }
                result.push(c);
            }
            if result.ends_with("\\[") {
                result.truncate(result.len() - 2);
            }
        } else if part.matches('[').count() == part.matches(']').count() {
            result.push_str(&format!("[{part}]"));
        } else {
            result.push_str(&format!("[{}]", part.replace(['[', ']'], "")));
        }
    }
    result
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
