//! The OCaml backtrace of an exception that a call has returned: kept with the error, shown, and given back when the
//! exception is raised again.
//!
//! The runtime has one backtrace, that of the exception raised last. It is copied where a call returns an exception: what
//! runs until the error is looked at may raise others.

use std::fmt::Write;

use ocaml_sys as sys;

use crate::alloc;
use crate::convert::text::bytes_of;
use crate::runtime::Runtime;
use crate::value::Value;

/// Addresses of code, as the runtime has recorded them.
pub(crate) struct Backtrace {
    slots: Box<[usize]>,
}

impl Backtrace {
    /// What is recorded of `exception`, if it was the last.
    pub(crate) fn of(exception: Value<'_>) -> Option<Backtrace> {
        // SAFETY: who has a value holds the runtime.
        let recorded = unsafe { sys::State::get().backtrace() }?;
        if recorded.exception != exception.word() {
            return None;
        }
        // SAFETY: the runtime has recorded that many, and no OCaml code runs while they are copied.
        let slots = unsafe { core::slice::from_raw_parts(recorded.slots, recorded.length) };
        Some(Backtrace { slots: slots.into() })
    }

    /// Makes this the backtrace of `exception`, which is about to be raised.
    pub(crate) fn restore(&self, gc: &Runtime, exception: Value<'_>) {
        let slots: Vec<Value> = self.slots.iter().map(|slot| entry(*slot)).collect();
        let slots = alloc::values(gc, 0, &slots);
        // SAFETY: the token proves that the runtime is held; an exception and an array of entries; nothing collects.
        unsafe { sys::caml_restore_raw_backtrace(exception.word(), slots.word()) };
    }

    /// A GC point: the text that `Printexc.print_backtrace` prints, or `None` if the program carries no debug information.
    pub(crate) fn text(&self, gc: &mut Runtime) -> Option<String> {
        // SAFETY: the token proves that the runtime is held.
        if unsafe { sys::caml_debug_info_available() } == 0 {
            return None;
        }
        let mut text = String::new();
        let mut position = 0;
        for slot in &self.slots {
            // SAFETY: an array of one entry, whose first is asked for.
            let mut next = Some(unsafe {
                let entries = alloc::block(gc, 0, [entry(*slot)]);
                sys::caml_raw_backtrace_slot(entries.word(), sys::val_int(0))
            });
            // A function that was inlined stands for the calls in it.
            while let Some(slot) = next {
                // SAFETY: what the runtime has returned for an entry, an immediate; debug information was found above, so it
                // does not raise; no value is alive.
                let place = unsafe { Value::from_word(sys::caml_convert_raw_backtrace_slot(slot), gc) };
                if let Some(line) = Place::of(place).and_then(|place| place.line(position)) {
                    writeln!(text, "{line}").expect("a String grows");
                }
                position += 1;
                // SAFETY: as above.
                let following = unsafe { Value::from_word(sys::caml_raw_backtrace_next_slot(slot), gc) };
                next = following.field(0).map(Value::word);
            }
        }
        Some(text)
    }
}

/// An entry of OCaml's `raw_backtrace`.
fn entry(slot: usize) -> Value<'static> {
    Value::immediate(sys::val_backtrace_slot(slot))
}

/// `Printexc.backtrace_slot`.
struct Place<'gc> {
    raise: bool,
    known: Option<Known<'gc>>,
}

struct Known<'gc> {
    file: &'gc [u8],
    /// First and last.
    lines: [isize; 2],
    characters: [isize; 2],
    inlined: bool,
    /// Empty before OCaml 4.11.
    name: &'gc [u8],
}

impl<'gc> Place<'gc> {
    /// The record has grown: the name of the function came with OCaml 4.11, the last line with 5.2.
    fn of(place: Value<'gc>) -> Option<Place<'gc>> {
        let int = |index| place.field(index)?.as_int();
        let text = |index| bytes_of(place.field(index)?).ok();
        let (lines, characters, inlined, name) = match (place.tag()?, place.size()?) {
            (0, 6) => ([2, 2], [3, 4], 5, None),
            (0, 7) => ([2, 2], [3, 4], 5, Some(6)),
            (0, 9) => ([2, 5], [3, 6], 7, Some(8)),
            _ => {
                return Some(Place {
                    raise: int(0)? != 0,
                    known: None,
                });
            }
        };
        Some(Place {
            raise: int(0)? != 0,
            known: Some(Known {
                file: text(1)?,
                lines: [int(lines[0])?, int(lines[1])?],
                characters: [int(characters[0])?, int(characters[1])?],
                inlined: int(inlined)? != 0,
                name: match name {
                    Some(index) => text(index)?,
                    None => b"",
                },
            }),
        })
    }

    /// The line of the backtrace, as `format_backtrace_slot` in `stdlib/printexc.ml` writes it.
    fn line(&self, position: usize) -> Option<String> {
        let what = match (self.raise, position) {
            (true, 0) => "Raised at",
            (true, _) => "Re-raised at",
            (false, 0) => "Raised by primitive operation at",
            (false, _) => "Called from",
        };
        let Some(known) = &self.known else {
            // A raise that the compiler has inserted is left out.
            return (!self.raise).then(|| format!("{what} unknown location"));
        };
        let name = match known.name {
            b"" => String::new(),
            name => format!("{} in ", String::from_utf8_lossy(name)),
        };
        let file = String::from_utf8_lossy(known.file);
        let inlined = if known.inlined { " (inlined)" } else { "" };
        let lines = match known.lines {
            [first, last] if first == last => format!("line {first}"),
            [first, last] => format!("lines {first}-{last}"),
        };
        let [from, to] = known.characters;
        Some(format!(
            "{what} {name}file \"{file}\"{inlined}, {lines}, characters {from}-{to}"
        ))
    }
}
