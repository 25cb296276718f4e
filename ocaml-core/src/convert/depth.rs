//! How deep conversions may recurse: data that OCaml holds easily may be nested deeper than the stack is high.

use std::cell::Cell;

use crate::conversion_error::ConversionError;

/// How much of the stack a conversion may take: the smallest stacks that threads are usually given have twice as much.
const LIMIT: usize = if cfg!(target_os = "linux") { 1 << 20 } else { 1 << 18 };

thread_local! {
    /// The address of a variable in the frame of the outermost conversion; 0 when there is none.
    static OUTERMOST: Cell<usize> = const { Cell::new(0) };
}

/// Runs a conversion that may contain another one of the same type.
#[inline]
pub(crate) fn nested<T>(convert: impl FnOnce() -> Result<T, ConversionError>) -> Result<T, ConversionError> {
    /// The outermost conversion is over, also when it panics.
    struct Outermost;

    impl Drop for Outermost {
        fn drop(&mut self) {
            OUTERMOST.set(0);
        }
    }

    let mark = 0u8;
    let here = (&raw const mark).addr();
    match OUTERMOST.get() {
        0 => {
            OUTERMOST.set(here);
            let _outermost = Outermost;
            convert()
        }
        outermost if here.abs_diff(outermost) > LIMIT => Err(too_deep()),
        _ => convert(),
    }
}

#[cold]
fn too_deep() -> ConversionError {
    ConversionError::new("nested too deeply, or without end, to be converted")
}
