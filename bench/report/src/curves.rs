//! How the cost of an element depends on how many there are.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use plotters::prelude::*;

/// Nanoseconds per element, by curve, peer and number of elements: all rounds.
pub type Points = BTreeMap<String, BTreeMap<String, BTreeMap<u64, Vec<f64>>>>;

/// Lines of `PEER <tab> CURVE <tab> ELEMENTS <tab> NANOSECONDS PER ELEMENT`.
pub fn read(path: &Path) -> Result<Points> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut points = Points::new();
    for line in text.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [peer, curve, elements, time] = fields[..] else {
            anyhow::bail!("{}: expected four fields: `{line}`", path.display());
        };
        let curve = points.entry(curve.to_owned()).or_default();
        let times = curve.entry(peer.to_owned()).or_default();
        times.entry(elements.parse()?).or_default().push(time.parse()?);
    }
    Ok(points)
}

fn median(times: &[f64]) -> f64 {
    let mut ascending = times.to_vec();
    ascending.sort_by(f64::total_cmp);
    ascending[ascending.len() / 2]
}

pub fn markdown(points: &Points) -> String {
    let mut text = String::new();
    for (curve, peers) in points {
        let Some(sizes) = peers.values().next() else { continue };
        write!(text, "| {curve}, ns per element |").unwrap();
        for elements in sizes.keys() {
            write!(text, " {elements} |").unwrap();
        }
        writeln!(text, "\n|---|{}", "---:|".repeat(sizes.len())).unwrap();
        for (peer, sizes) in peers {
            write!(text, "| {peer} |").unwrap();
            for times in sizes.values() {
                write!(text, " {:.2} |", median(times)).unwrap();
            }
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

/// Nanoseconds of a whole call against the number of elements, both logarithmic: one picture for each curve.
pub fn draw(points: &Points, path: &Path) -> Result<()> {
    let area = SVGBackend::new(path, (900, 700)).into_drawing_area();
    area.fill(&WHITE)?;
    for (panel, (curve, peers)) in area.split_evenly((2, 2)).iter().zip(points) {
        let mut chart = ChartBuilder::on(panel)
            .caption(format!("{curve}: ns by number of elements"), ("sans-serif", 15))
            .margin(8)
            .x_label_area_size(28)
            .y_label_area_size(48)
            .build_cartesian_2d((1.0..1e7f64).log_scale(), (1.0..1e9f64).log_scale())?;
        chart
            .configure_mesh()
            .light_line_style(TRANSPARENT)
            .x_label_formatter(&|x| format!("{x:e}"))
            .y_label_formatter(&|y| format!("{y:e}"))
            .draw()?;
        for (peer, colour) in [("c", RGBColor(90, 90, 90)), ("rust", RGBColor(206, 66, 43))] {
            let Some(sizes) = peers.get(peer) else { continue };
            let line = sizes.iter().map(|(&n, times)| (n as f64, n as f64 * median(times)));
            chart
                .draw_series(LineSeries::new(line, colour.stroke_width(2)).point_size(2))?
                .label(peer)
                .legend(move |(x, y)| PathElement::new([(x, y), (x + 14, y)], colour.stroke_width(2)));
        }
        chart
            .configure_series_labels()
            .position(SeriesLabelPosition::UpperLeft)
            .border_style(BLACK.mix(0.3))
            .draw()?;
    }
    area.present()?;
    Ok(())
}
