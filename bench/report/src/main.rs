//! What the benchmark's runs come to: tables and pictures.

mod bars;
mod curves;
mod instructions;
mod samples;
mod table;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// What the benchmark's runs come to.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// A markdown table of medians, of lines `PEER <tab> CASE <tab> NANOSECONDS`.
    Table {
        samples: PathBuf,
        /// Draws the ratios to C as well.
        #[arg(long)]
        svg: Option<PathBuf>,
        /// Says which targets are met.
        #[arg(long)]
        targets: bool,
        #[arg(long, default_value = "Nanoseconds, as a multiple of idiomatic C")]
        title: String,
    },
    /// A markdown table of lines `PEER <tab> CURVE <tab> ELEMENTS <tab> NANOSECONDS PER ELEMENT`.
    Curves {
        samples: PathBuf,
        /// Draws the curves as well.
        #[arg(long)]
        svg: Option<PathBuf>,
    },
    /// Compares `CASE <tab> INSTRUCTIONS` lines with a committed table: a rise of more than 3 % is an error.
    Instructions { counted: PathBuf, committed: PathBuf },
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Table {
            samples,
            svg,
            targets,
            title,
        } => {
            let samples = samples::read(&samples)?;
            print!("{}", table::markdown(&samples));
            if targets {
                print!("\n{}", table::targets(&samples));
            }
            if let Some(svg) = svg {
                bars::draw(&samples, &title, &svg)?;
            }
        }
        Command::Curves { samples, svg } => {
            let points = curves::read(&samples)?;
            print!("{}", curves::markdown(&points));
            if let Some(svg) = svg {
                curves::draw(&points, &svg)?;
            }
        }
        Command::Instructions { counted, committed } => instructions::compare(&counted, &committed)?,
    }
    Ok(())
}
