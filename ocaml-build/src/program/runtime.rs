//! The archive of the program: its object, and all of OCaml's runtime but `main`.
//!
//! All of it, because Rust code uses functions that no OCaml module of the program does, and linkers look into an archive
//! once, when they do not know yet.

use std::path::Path;

use super::Build;
use super::c_library::Link;
use super::tool::{self, Tool};
use crate::Error;

const AR_HELP: &str = "reinstall OCaml, or binutils: apt install binutils";

/// Makes `lib<name>.a`.
pub(super) fn archive(build: &Build<'_>, object: &Path, name: &str) -> Result<Vec<Link>, Error> {
    let file = build.out.join(format!("lib{name}.a"));
    tool::copy(&runtime(build)?, &file)?;
    let ar = Tool::new(vec!["ar".into()]);
    let mut list = ar.command();
    list.arg("t").arg(&file);
    let members = ar.run(list, "reading OCaml's runtime", AR_HELP)?;
    let mut delete = ar.command();
    // `main` is Rust's.
    delete
        .arg("d")
        .arg(&file)
        .args(members.lines().filter(|member| member.starts_with("main.")));
    ar.run(delete, "taking `main` out of OCaml's runtime", AR_HELP)?;
    let mut add = ar.command();
    add.arg("rs").arg(&file).arg(object);
    ar.run(add, "joining the OCaml modules and the runtime", AR_HELP)?;
    Ok(vec![Link::Search(build.out.clone()), Link::Whole(name.to_owned())])
}

/// The runtime that was asked for, or the one that any executable can have.
fn runtime(build: &Build<'_>) -> Result<std::path::PathBuf, Error> {
    let stdlib = &build.compiler.stdlib;
    let runtime = build.program.code.runtime();
    let variants: Vec<&str> = match &build.program.runtime_variant {
        Some(variant) => vec![variant],
        None => vec!["_pic", ""],
    };
    let mut files = variants
        .iter()
        .map(|variant| stdlib.join(format!("lib{runtime}{variant}.a")));
    files.find(|file| file.is_file()).ok_or_else(|| {
        Error::new(
            format!(
                "{} has no runtime lib{runtime}{}.a",
                stdlib.display(),
                build.program.runtime_variant.as_deref().unwrap_or_default()
            ),
            "variants are chosen when OCaml is built (./configure --enable-debug-runtime for `d`); leave runtime_variant out",
        )
    })
}
