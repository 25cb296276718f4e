//! The ratios to C as bars.

use std::path::Path;

use anyhow::Result;
use plotters::prelude::*;

use crate::samples::{PEERS, Samples, is_baseline};

const COLOURS: [RGBColor; 5] = [
    RGBColor(120, 120, 120),
    RGBColor(160, 160, 160),
    RGBColor(206, 66, 43),
    RGBColor(238, 175, 90),
    RGBColor(90, 140, 200),
];

const ROW: u32 = 26;

/// Horizontal bars on a logarithmic scale, from where C is: to the left faster, to the right slower.
pub fn draw(samples: &Samples, title: &str, path: &Path) -> Result<()> {
    let cases: Vec<&String> = samples.cases.iter().filter(|case| !is_baseline(case)).collect();
    let shown: Vec<usize> = (1..PEERS.len()).collect();
    let height = ROW * cases.len() as u32 + 90;
    let area = SVGBackend::new(path, (900, height)).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption(title, ("sans-serif", 18))
        .margin(10)
        .x_label_area_size(30)
        .y_label_area_size(240)
        .build_cartesian_2d((0.03..40.0f64).log_scale(), cases.len() as f64..0.0)?;
    let label = |y: &f64| {
        let case = cases.get(*y as usize).filter(|_| y.fract() == 0.5);
        case.map_or(String::new(), |case| (*case).clone())
    };
    chart
        .configure_mesh()
        .disable_y_mesh()
        .light_line_style(TRANSPARENT)
        .x_labels(7)
        .x_label_formatter(&|x| format!("{x}"))
        .y_labels(0)
        .draw()?;
    // The names of the rows, each beside its middle.
    for row in 0..cases.len() {
        let y = row as f64 + 0.5;
        let (_, pixel) = chart.backend_coord(&(1.0, y));
        area.draw(&Text::new(label(&y), (12, pixel - 6), ("sans-serif", 12)))?;
    }
    let thickness = 0.8 / shown.len() as f64;
    for (place, &peer) in shown.iter().enumerate() {
        let bars = cases.iter().enumerate().filter_map(|(row, case)| {
            let ratio = samples.ratio(PEERS[peer].name, "c", case)?;
            let top = row as f64 + 0.1 + place as f64 * thickness;
            Some(Rectangle::new(
                [(1.0, top), (ratio.clamp(0.03, 40.0), top + thickness)],
                COLOURS[peer].filled(),
            ))
        });
        chart
            .draw_series(bars)?
            .label(PEERS[peer].title)
            .legend(move |(x, y)| Rectangle::new([(x, y - 5), (x + 12, y + 5)], COLOURS[peer].filled()));
    }
    let c = PathElement::new([(1.0, 0.0), (1.0, cases.len() as f64)], BLACK);
    chart.draw_series([c])?;
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE.mix(0.9))
        .border_style(BLACK.mix(0.3))
        .draw()?;
    area.present()?;
    Ok(())
}
