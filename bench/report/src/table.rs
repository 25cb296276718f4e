//! The table of all cases, and the targets.

use std::fmt::Write;

use crate::samples::{PEERS, Peer, Samples, is_baseline, is_usual};

pub fn markdown(samples: &Samples) -> String {
    let mut text = String::from("| case |");
    for peer in shown(samples) {
        write!(text, " {} |", peer.title).unwrap();
    }
    for other in compared(samples) {
        write!(text, " Rust / {} |", other.title).unwrap();
    }
    text += " spread |\n|---|";
    text += &"---:|".repeat(shown(samples).count() + compared(samples).count() + 1);
    text.push('\n');
    for case in &samples.cases {
        writeln!(text, "{}", row(samples, case)).unwrap();
    }
    for (title, counts) in MEANS {
        if samples.cases.iter().any(|case| counts(case)) {
            writeln!(text, "{}", means(samples, title, counts)).unwrap();
        }
    }
    text
}

/// Those who took part.
fn shown(samples: &Samples) -> impl Iterator<Item = &'static Peer> {
    PEERS.iter().filter(|peer| {
        let cases = &mut samples.cases.iter();
        cases.any(|case| samples.median(peer.name, case).is_some())
    })
}

/// Those that Rust is compared with case by case.
fn compared(samples: &Samples) -> impl Iterator<Item = &'static Peer> {
    shown(samples).filter(|peer| ["c", "tuned"].contains(&peer.name))
}

fn row(samples: &Samples, case: &str) -> String {
    let mut row = format!("| {case} |");
    for peer in shown(samples) {
        row += &cell(samples.median(peer.name, case));
    }
    for other in compared(samples) {
        let ratio = samples.ratio("rust", other.name, case);
        row += &cell(ratio.filter(|_| !is_baseline(case)));
    }
    match samples.spread("rust", "c", case) {
        Some(spread) => write!(row, " {:.0} % |", spread * 100.0).unwrap(),
        None => row += " |",
    }
    row
}

/// Whether a case counts.
type Counts = fn(&str) -> bool;

/// Over which cases a geometric mean is taken.
const MEANS: [(&str, Counts); 2] = [
    ("geometric mean of the ratios to C, cases 01 to 23", is_usual),
    ("geometric mean of the ratios to C, all", |_| true),
];

/// How each peer's times compare with C's, all in all.
fn means(samples: &Samples, title: &str, counts: Counts) -> String {
    let mut row = format!("| {title} |");
    for peer in shown(samples) {
        row += &cell(samples.mean_ratio(peer.name, "c", counts));
    }
    for other in compared(samples) {
        row += &cell(samples.mean_ratio("rust", other.name, counts));
    }
    row + " |"
}

/// Three digits, and nothing where the peer does not have the case.
fn cell(number: Option<f64>) -> String {
    match number {
        None => " |".to_owned(),
        Some(number) if number >= 100.0 => format!(" {number:.0} |"),
        Some(number) if number >= 10.0 => format!(" {number:.1} |"),
        Some(number) => format!(" {number:.2} |"),
    }
}

/// Which targets are met; slower is what is so in the two digits that the table shows.
pub fn targets(samples: &Samples) -> String {
    let slower = |other: &str| -> Vec<String> {
        let cases = samples.cases.iter().filter(|case| !is_baseline(case));
        cases
            .filter_map(|case| Some((case, samples.ratio("rust", other, case)?)))
            .filter(|(_, ratio)| *ratio >= 1.005)
            .map(|(case, ratio)| format!("{case} ({ratio:.2})"))
            .collect()
    };
    let mut text = String::new();
    for peer in shown(samples).filter(|peer| !["rust", "tuned"].contains(&peer.name)) {
        let slower = slower(peer.name);
        let verdict = if slower.is_empty() {
            "none".to_owned()
        } else {
            slower.join(", ")
        };
        writeln!(text, "* slower than {}: {verdict}", peer.title).unwrap();
    }
    for (peer, target) in [("c", 0.7), ("tuned", 1.0), ("ocaml-rs", 0.1)] {
        if let Some(mean) = samples.mean_ratio("rust", peer, is_usual) {
            let title = PEERS
                .iter()
                .find(|other| other.name == peer)
                .map_or(peer, |other| other.title);
            let met = if mean <= target { "met" } else { "missed" };
            writeln!(
                text,
                "* geometric mean of cases 01 to 23 against {title}: {mean:.2}; target {target:.1}: {met}"
            )
            .unwrap();
        }
    }
    text
}
