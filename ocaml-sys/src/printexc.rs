//! Exceptions as text (`printexc.h`), and recording of backtraces (`backtrace.h`).

use core::ffi::c_int;

use crate::{Char, Value};

unsafe extern "C" {
    /// The text that an uncaught exception prints, without user-defined printers. Free it with
    /// [`caml_stat_free`](crate::caml_stat_free).
    pub fn caml_format_exception(exception: Value) -> *mut Char;
    /// `Printexc.record_backtrace`, with 0 or 1.
    pub fn caml_record_backtraces(on: c_int);
}
