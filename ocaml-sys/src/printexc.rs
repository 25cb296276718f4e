//! Exceptions as text (`printexc.h`), and recording of backtraces (`backtrace.h`).

use core::ffi::c_int;

use crate::{Char, Value};

unsafe extern "C" {
    /// The text that an uncaught exception prints, without user-defined printers. Free it with
    /// [`caml_stat_free`](crate::caml_stat_free).
    pub fn caml_format_exception(exception: Value) -> *mut Char;
    /// `Printexc.record_backtrace`, with 0 or 1.
    pub fn caml_record_backtraces(on: c_int);
    /// Makes a backtrace (`Printexc.raw_backtrace`, an array of [`val_backtrace_slot`]) that of an exception which is about
    /// to be raised. Neither collects nor raises; the result is `()`.
    pub fn caml_restore_raw_backtrace(exception: Value, backtrace: Value) -> Value;
    /// Whether the program carries debug information; always in native code.
    pub fn caml_debug_info_available() -> c_int;
    /// `Printexc.get_raw_backtrace_slot`; raises if the index (an OCaml `int`) is out of bounds.
    pub fn caml_raw_backtrace_slot(backtrace: Value, index: Value) -> Value;
    /// `Printexc.get_raw_backtrace_next_slot`: the call of a function that was inlined, an option. May collect.
    pub fn caml_raw_backtrace_next_slot(slot: Value) -> Value;
    /// `Printexc.convert_raw_backtrace_slot`: a [place](https://ocaml.org/api/Printexc.html) in the source. May collect;
    /// raises `Failure` where no debug information is [available](caml_debug_info_available).
    pub fn caml_convert_raw_backtrace_slot(slot: Value) -> Value;
}

/// An element of a `Printexc.raw_backtrace`: an immediate (`Val_backtrace_slot`).
#[inline]
pub const fn val_backtrace_slot(slot: usize) -> Value {
    // The address of a slot is even; its lowest bit becomes that of an OCaml integer.
    (slot | 1) as Value
}
