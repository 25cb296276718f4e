//! Finds descriptors in archives and object files, of any architecture.

use std::collections::BTreeSet;
use std::path::Path;

use crate::descriptor::{COFF_SECTION, ELF_SECTION, Item, MACHO_SECTION, decode};
use object::read::archive::ArchiveFile;
use object::{Object, ObjectSection, ObjectSymbol};

use crate::Error;

/// All items in the archive or object file `bytes`, which messages call `name`.
pub fn items(name: &str, bytes: &[u8]) -> Result<Vec<Item>, Error> {
    let mut items = Vec::new();
    if !bytes.starts_with(b"!<arch>\n") {
        let file = object::File::parse(bytes).map_err(|error| {
            Error::new(
                format!("{name} is neither an archive nor an object file: {error}"),
                "name the static library that cargo builds: `crate-type = [\"staticlib\"]`, target/release/lib….a",
            )
        })?;
        from_object(name, &file, &mut items)?;
        return Ok(items);
    }
    let damaged = |error| Error::new(format!("{name} is no sound archive: {error}"), "build it again");
    let archive = ArchiveFile::parse(bytes).map_err(damaged)?;
    for member in archive.members() {
        let member = member.map_err(damaged)?;
        let data = member.data(bytes).map_err(damaged)?;
        // What is no object file, such as metadata of Rust, has no descriptors.
        if let Ok(file) = object::File::parse(data) {
            let member = String::from_utf8_lossy(member.name());
            from_object(&format!("{name}({member})"), &file, &mut items)?;
        }
    }
    Ok(items)
}

fn from_object(name: &str, file: &object::File<'_>, items: &mut Vec<Item>) -> Result<(), Error> {
    for section in file.sections() {
        if !matches!(section.name(), Ok(ELF_SECTION | COFF_SECTION | MACHO_SECTION)) {
            continue;
        }
        let data = section
            .data()
            .map_err(|error| Error::new(format!("{name} is damaged: {error}"), "build it again"))?;
        for item in decode(data) {
            items.push(item.map_err(|error| Error::new(format!("{name}: {error}"), "build it again"))?);
        }
    }
    Ok(())
}

/// The symbols that an archive or object file defines.
pub fn symbols(path: &Path) -> Result<BTreeSet<String>, Error> {
    let bytes = std::fs::read(path).map_err(|error| {
        let name = path.display();
        Error::new(
            format!("cannot read {name}: {error}"),
            "build it first: cargo build --release",
        )
    })?;
    let mut found = BTreeSet::new();
    let mut add = |data: &[u8]| {
        if let Ok(file) = object::File::parse(data) {
            let defined = file
                .symbols()
                .filter(|symbol| symbol.is_definition() && symbol.is_global());
            let names = defined.filter_map(|symbol| symbol.name().ok());
            // Mach-O puts an underscore before what C calls a name.
            let names = names.map(|name| match file.format() {
                object::BinaryFormat::MachO => name.strip_prefix('_').unwrap_or(name),
                _ => name,
            });
            found.extend(names.map(str::to_owned));
        }
    };
    match ArchiveFile::parse(&*bytes) {
        Ok(archive) => {
            for member in archive.members().filter_map(Result::ok) {
                if let Ok(data) = member.data(&*bytes) {
                    add(data);
                }
            }
        }
        Err(_) => add(&bytes),
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use crate::descriptor::{Definition, Direction, Place, Shape, Type};
    use object::write::{Object, StandardSegment};
    use object::{Architecture, BinaryFormat, Endianness, SectionKind};

    use super::*;

    const DEFINITION: &Definition = &Definition {
        name: "T",
        place: Place {
            module: "lib",
            line: 1,
            column: 1,
        },
        direction: Direction::Both,
        parameters: 0,
        shape: Shape::Alias(Type::named("int", &[])),
        doc: "",
    };
    const RECORD: [u8; DEFINITION.encoded_len()] = DEFINITION.encode();

    fn object(format: BinaryFormat, architecture: Architecture, endianness: Endianness, content: &[u8]) -> Vec<u8> {
        let mut object = Object::new(format, architecture, endianness);
        let (segment, name) = match format {
            BinaryFormat::MachO => (object.segment_name(StandardSegment::Debug).to_vec(), MACHO_SECTION),
            BinaryFormat::Coff => (Vec::new(), COFF_SECTION),
            _ => (Vec::new(), ELF_SECTION),
        };
        let section = object.add_section(segment, name.as_bytes().to_vec(), SectionKind::ReadOnlyData);
        object.append_section_data(section, content, 1);
        object.write().unwrap()
    }

    fn archive(members: &[&[u8]]) -> Vec<u8> {
        let mut archive = b"!<arch>\n".to_vec();
        for (index, member) in members.iter().enumerate() {
            archive.extend(
                format!(
                    "{:<16}{:<12}{:<6}{:<6}{:<8}{:<10}`\n",
                    format!("m{index}.o/"),
                    0,
                    0,
                    0,
                    644,
                    member.len()
                )
                .bytes(),
            );
            archive.extend(*member);
            archive.resize(archive.len().next_multiple_of(2), b'\n');
        }
        archive
    }

    #[test]
    fn every_format_is_read() {
        use Architecture::{Aarch64, Arm, I386, PowerPc64, Riscv64, S390x, X86_64};
        for (format, architecture, endianness) in [
            (BinaryFormat::Elf, X86_64, Endianness::Little),
            (BinaryFormat::Elf, Aarch64, Endianness::Little),
            (BinaryFormat::Elf, Arm, Endianness::Little),
            (BinaryFormat::Elf, I386, Endianness::Little),
            (BinaryFormat::Elf, Riscv64, Endianness::Little),
            (BinaryFormat::Elf, PowerPc64, Endianness::Big),
            (BinaryFormat::Elf, S390x, Endianness::Big),
            (BinaryFormat::MachO, Aarch64, Endianness::Little),
            (BinaryFormat::MachO, X86_64, Endianness::Little),
            (BinaryFormat::Coff, X86_64, Endianness::Little),
            (BinaryFormat::Coff, I386, Endianness::Little),
        ] {
            let object = object(format, architecture, endianness, &[RECORD, RECORD].concat());
            assert_eq!(items("t.o", &object).unwrap().len(), 2, "{format:?} {architecture:?}");
            let archive = archive(&[b"no object", &object, &object]);
            assert_eq!(items("t.a", &archive).unwrap().len(), 4, "{format:?} {architecture:?}");
        }
    }

    #[test]
    fn other_files_are_clear_errors() {
        let error = items("t.txt", b"text").unwrap_err().to_string();
        assert!(
            error.contains("t.txt is neither an archive nor an object file"),
            "{error}"
        );
        let object = object(BinaryFormat::Elf, Architecture::X86_64, Endianness::Little, b"junk");
        let error = items("t.a", &archive(&[&object])).unwrap_err().to_string();
        assert!(error.starts_with("t.a(m0.o): something else"), "{error}");
    }

    /// A small generator (xorshift) damages bytes: whatever comes of it is no panic, also when it is printed.
    #[test]
    fn damaged_files_do_not_panic() {
        let object = object(BinaryFormat::Elf, Architecture::X86_64, Endianness::Little, &RECORD);
        let macho = self::object(BinaryFormat::MachO, Architecture::X86_64, Endianness::Little, &RECORD);
        let whole = archive(&[&object, &macho]);
        let mut state = 0x2545_f491_4f6c_dd1d_u64;
        let mut random = |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state % below as u64) as usize
        };
        let mut sound = 0;
        for _ in 0..20_000 {
            let mut bytes = whole.clone();
            for _ in 0..=random(4) {
                let place = random(bytes.len());
                bytes[place] = random(256) as u8;
            }
            bytes.truncate(bytes.len() - random(8) * random(40));
            if let Ok(items) = items("t.a", &bytes) {
                sound += 1;
                // Nor does printing what is wrong but well formed.
                let _ = crate::interface::Interface::of_items(items).map(|interface| interface.print());
            }
        }
        assert!(sound > 0);
    }
}
