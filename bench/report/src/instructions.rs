//! Counted instructions, which do not depend on the machine's load, against those that are committed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// How much more than what is committed is an error.
const RISE: f64 = 1.03;

type Counts = BTreeMap<String, f64>;

/// The first line says what was counted with; then `CASE <tab> INSTRUCTIONS PER CALL`, of Rust and then of C.
fn read(path: &Path) -> Result<(String, Counts)> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let (toolchain, lines) = text.split_once('\n').context("the first line names the toolchain")?;
    let counts = lines
        .lines()
        .map(|line| {
            let mut fields = line.split('\t');
            let (Some(case), Some(count)) = (fields.next(), fields.next()) else {
                bail!("`{line}` is no CASE and COUNT");
            };
            Ok((case.to_owned(), count.parse()?))
        })
        .collect::<Result<Counts>>()?;
    Ok((toolchain.to_owned(), counts))
}

pub fn compare(counted: &Path, committed: &Path) -> Result<()> {
    let (toolchain, counts) = read(counted)?;
    let (expected_toolchain, expected) = read(committed)?;
    if toolchain != expected_toolchain {
        println!("not compared, since compilers differ: counted with {toolchain}; committed with {expected_toolchain}");
        return Ok(());
    }
    let mut wrong = Vec::new();
    for (case, &count) in &counts {
        match expected.get(case) {
            None => wrong.push(format!("{case}: {count}, which is not committed")),
            Some(&before) if count > before * RISE => wrong.push(format!("{case}: {before} before, {count} now")),
            Some(&before) if count * RISE < before => println!("{case}: {before} before, only {count} now"),
            Some(_) => {}
        }
    }
    for case in expected.keys().filter(|case| !counts.contains_key(*case)) {
        wrong.push(format!("{case}: committed, but not counted"));
    }
    if !wrong.is_empty() {
        bail!(
            "more instructions per call than in {} (bench/instructions --update writes it anew):\n{}",
            committed.display(),
            wrong.join("\n")
        );
    }
    println!("{} cases need no more instructions than before", counts.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(counted: &str, committed: &str) -> Result<()> {
        let folder = std::env::temp_dir().join(format!("instructions-{:?}", std::thread::current().id()));
        fs::create_dir_all(&folder)?;
        let paths = [folder.join("counted"), folder.join("committed")];
        fs::write(&paths[0], counted)?;
        fs::write(&paths[1], committed)?;
        let verdict = compare(&paths[0], &paths[1]);
        fs::remove_dir_all(&folder)?;
        verdict
    }

    #[test]
    fn a_rise_is_an_error() {
        assert!(verdict("x\n01 a\t103\t1\n", "x\n01 a\t100\t1\n").is_ok());
        assert!(verdict("x\n01 a\t104\t1\n", "x\n01 a\t100\t1\n").is_err());
        assert!(verdict("x\n01 a\t50\t1\n", "x\n01 a\t100\t1\n").is_ok());
    }

    #[test]
    fn every_case_is_in_both() {
        assert!(verdict("x\n01 a\t1\t1\n", "x\n").is_err());
        assert!(verdict("x\n", "x\n01 a\t1\t1\n").is_err());
    }

    #[test]
    fn other_compilers_are_not_compared() {
        assert!(verdict("x\n01 a\t200\t1\n", "y\n01 a\t100\t1\n").is_ok());
    }
}
