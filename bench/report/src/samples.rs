//! The times of all rounds, by peer and case.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Who takes part, in the order of the columns.
pub const PEERS: [Peer; 5] = [
    Peer { name: "c", title: "C" },
    Peer {
        name: "tuned",
        title: "tuned C",
    },
    Peer {
        name: "rust",
        title: "Rust",
    },
    Peer {
        name: "ocaml-rs",
        title: "ocaml 1.3",
    },
    Peer {
        name: "interop",
        title: "ocaml-interop 0.12",
    },
];

pub struct Peer {
    /// As in the lines of a run.
    pub name: &'static str,
    pub title: &'static str,
}

#[derive(Default)]
pub struct Samples {
    /// In the order of the first line of each.
    pub cases: Vec<String>,
    /// In the order of the rounds.
    times: BTreeMap<(String, String), Vec<f64>>,
}

/// Lines of `PEER <tab> CASE <tab> NANOSECONDS`.
pub fn read(path: &Path) -> Result<Samples> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut samples = Samples::default();
    for line in text.lines() {
        samples
            .add(line)
            .with_context(|| format!("{}: `{line}`", path.display()))?;
    }
    Ok(samples)
}

impl Samples {
    fn add(&mut self, line: &str) -> Result<()> {
        let mut fields = line.split('\t');
        let mut field = || fields.next().context("expected PEER, CASE and NANOSECONDS");
        let (peer, case) = (field()?.to_owned(), field()?.to_owned());
        let time = field()?.parse()?;
        if !self.cases.contains(&case) {
            self.cases.push(case.clone());
        }
        self.times.entry((peer, case)).or_default().push(time);
        Ok(())
    }

    /// The times of a case; none if the peer does not have it.
    fn times(&self, peer: &str, case: &str) -> Option<&[f64]> {
        let key = (peer.to_owned(), case.to_owned());
        self.times.get(&key).map(Vec::as_slice)
    }

    /// The ratio of two peers in each round, in which they are measured soon after one another: what slows the machine down for longer
    /// than that is in both.
    fn ratios(&self, peer: &str, to: &str, case: &str) -> Option<Vec<f64>> {
        let (times, others) = (self.times(peer, case)?, self.times(to, case)?);
        assert_eq!(
            times.len(),
            others.len(),
            "{case}: {peer} and {to} took part in different rounds"
        );
        Some(times.iter().zip(others).map(|(time, other)| time / other).collect())
    }

    /// The median, in nanoseconds.
    pub fn median(&self, peer: &str, case: &str) -> Option<f64> {
        Some(quantile(&ascending(self.times(peer, case)?), 0.5))
    }

    /// The median of the rounds' ratios.
    pub fn ratio(&self, peer: &str, to: &str, case: &str) -> Option<f64> {
        Some(quantile(&ascending(&self.ratios(peer, to, case)?), 0.5))
    }

    /// How far the middle half of the rounds' ratios spreads, as a part of their median.
    pub fn spread(&self, peer: &str, to: &str, case: &str) -> Option<f64> {
        let ratios = ascending(&self.ratios(peer, to, case)?);
        Some((quantile(&ratios, 0.75) - quantile(&ratios, 0.25)) / quantile(&ratios, 0.5))
    }

    /// The geometric mean of the ratios of all those cases that both have; the empty loop is none.
    pub fn mean_ratio(&self, peer: &str, to: &str, counts: impl Fn(&str) -> bool) -> Option<f64> {
        let compared = self.cases.iter().filter(|case| !is_baseline(case) && counts(case));
        let logs: Vec<f64> = compared
            .filter_map(|case| self.ratio(peer, to, case))
            .map(f64::ln)
            .collect();
        (!logs.is_empty()).then(|| (logs.iter().sum::<f64>() / logs.len() as f64).exp())
    }
}

/// The empty loop: what every other case contains.
pub fn is_baseline(case: &str) -> bool {
    case.starts_with("00 ")
}

/// Whether this is one of the usual 23 cases, for which there are targets: no variant, and none of the later ones.
pub fn is_usual(case: &str) -> bool {
    let (number, _) = case.split_once(' ').unwrap_or((case, ""));
    number.len() == 2 && number <= "23"
}

fn ascending(numbers: &[f64]) -> Vec<f64> {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// Between the two nearest of an ascending list that is not empty.
fn quantile(ascending: &[f64], part: f64) -> f64 {
    let place = part * (ascending.len() - 1) as f64;
    let (low, high) = (ascending[place.floor() as usize], ascending[place.ceil() as usize]);
    low + (high - low) * place.fract()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_spreads_and_means() {
        let mut samples = Samples::default();
        for line in [
            "c\t01 x\t4",
            "rust\t01 x\t2",
            "c\t01 x\t1",
            "rust\t01 x\t0.75",
            "c\t01 x\t3",
            "rust\t01 x\t0.75",
            "c\t02 y\t1",
            "rust\t02 y\t2",
        ] {
            samples.add(line).unwrap();
        }
        assert_eq!(samples.cases, ["01 x", "02 y"]);
        assert_eq!(samples.median("c", "01 x"), Some(3.0));
        // The median of 0.5, 0.75 and 0.25; that of the times would be 0.75 to 3.
        assert_eq!(samples.ratio("rust", "c", "01 x"), Some(0.5));
        assert_eq!(samples.spread("rust", "c", "01 x"), Some(0.5));
        assert_eq!(samples.ratio("interop", "c", "01 x"), None);
        assert_eq!(samples.mean_ratio("rust", "c", |_| true), Some(1.0));
        assert_eq!(samples.mean_ratio("rust", "c", |case| case == "02 y"), Some(2.0));
        assert_eq!(samples.median("interop", "01 x"), None);
        assert!(samples.add("c\t01 x").is_err());
    }

    #[test]
    fn usual_cases() {
        let usual = |case: &&str| is_usual(case);
        let cases = [
            "00 empty loop",
            "01 noop",
            "17t twice",
            "18p panic",
            "23 root",
            "24 release",
            "33.1 unboxed",
        ];
        assert_eq!(
            cases.iter().copied().filter(usual).collect::<Vec<_>>(),
            ["00 empty loop", "01 noop", "23 root"]
        );
    }
}
