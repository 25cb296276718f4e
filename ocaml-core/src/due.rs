//! Whether a collection is due on this thread, and its payment at the end of an exported function.
//!
//! Allocation in a body never collects: when the minor heap is full it takes the block from the
//! major heap and leaves a note here. The end of the function, where only the result is alive, does
//! what a C allocation of the size that failed would have done, and before OCaml 5 goes on with the major collection where much
//! has been taken.

use core::ptr;

use ocaml_sys as sys;

/// The largest request that did not fit, in words; 0 when nothing is due.
mod note {
    use core::cell::Cell;

    // Domains run in parallel on OCaml 5.
    #[cfg(ocaml_5)]
    thread_local! {
        static WORDS: Cell<usize> = const { Cell::new(0) };
    }
    #[cfg(not(ocaml_5))]
    static WORDS: Locked = Locked(Cell::new(0));

    /// Not an atomic number: the compiler does not make one instruction of loading and comparing that.
    #[cfg(not(ocaml_5))]
    struct Locked(Cell<usize>);

    // SAFETY: only the thread that holds the runtime reads and writes it, and the lock that is handed over orders what they do.
    #[cfg(not(ocaml_5))]
    unsafe impl Sync for Locked {}

    #[inline(always)]
    pub fn get() -> usize {
        #[cfg(ocaml_5)]
        return WORDS.get();
        #[cfg(not(ocaml_5))]
        return WORDS.0.get();
    }

    #[inline(always)]
    pub fn set(words: usize) {
        #[cfg(ocaml_5)]
        WORDS.set(words);
        #[cfg(not(ocaml_5))]
        WORDS.0.set(words);
    }
}

/// Notes that a block of this size was taken from the major heap.
#[inline]
pub(crate) fn leave_note(wosize: usize) {
    note::set(note::get().max(wosize.min(sys::MAX_YOUNG_WOSIZE)));
}

#[inline(always)]
pub(crate) fn is_due() -> bool {
    cfg!(feature = "gc-stress") || note::get() != 0
}

/// Runs the collection that is due, if any; `word`, a value, is kept alive and returned, moved if it had to be.
///
/// # Safety
///
/// The runtime is held, and `word` is the only OCaml value that this thread's Rust code still
/// needs. On OCaml 4.06 to 4.09 a finaliser may raise, so no frame up to the OCaml caller may own
/// anything.
#[inline(always)]
pub(crate) unsafe fn pay(word: sys::Value) -> sys::Value {
    if is_due() {
        // SAFETY: the caller's promise.
        unsafe { collect(word) }
    } else {
        word
    }
}

/// The same at a GC point in the middle of a function, whose frame owns what it likes: before OCaml 4.10, where a finaliser
/// may raise in a collection, it waits for the end.
///
/// # Safety
///
/// The runtime is held, and `word` is the only value that is needed.
#[inline(always)]
pub(crate) unsafe fn pay_midway(word: sys::Value) -> sys::Value {
    match cfg!(ocaml_4_10) {
        // SAFETY: the caller's promise.
        true => unsafe { pay(word) },
        false => word,
    }
}

#[cold]
#[inline(never)]
unsafe fn collect(word: sys::Value) -> sys::Value {
    let mut value = word;
    let wosize = note::get();
    note::set(0);
    // What died while this function allocated.
    crate::dead::drain();
    // SAFETY: the caller holds the runtime.
    if unsafe { has_room(wosize) } {
        return word;
    }
    // SAFETY: the roots block is on the stack, linked only while this frame exists, and `value` is
    // a value; the runtime is held.
    unsafe {
        let head = sys::State::get().local_roots();
        let mut roots = sys::RootsBlock {
            next: *head,
            ntables: 1,
            nitems: 1,
            tables: [
                &raw mut value,
                ptr::null_mut(),
                ptr::null_mut(),
                ptr::null_mut(),
                ptr::null_mut(),
            ],
        };
        *head = &raw mut roots;
        #[cfg(not(ocaml_5))]
        let missed = missed_slices();
        run(wosize);
        #[cfg(not(ocaml_5))]
        for _ in 0..missed {
            if (&raw const sys::caml_gc_phase).read() == sys::PHASE_IDLE {
                break;
            }
            sys::caml_major_collection_slice(-1);
        }
        *sys::State::get().local_roots() = roots.next;
        ptr::read_volatile(&raw const value)
    }
}

/// Whether a C allocation of `wosize` words would only take them: nothing is pending, and there is room. So it is after most of the
/// blocks that are too large for the minor heap; the runtime raises the limit when it wants a slice of the major collection.
///
/// # Safety
///
/// The runtime is held.
unsafe fn has_room(wosize: usize) -> bool {
    // SAFETY: the caller's promise.
    let (free, limit) = unsafe {
        let state = sys::State::get();
        (state.young_ptr(), state.young_limit())
    };
    // Before OCaml 4.10 a C allocation does not look at the limit.
    cfg!(all(ocaml_4_10, not(feature = "gc-stress")))
        && free.saturating_sub((wosize + 1) * size_of::<sys::Value>()) >= limit
}

/// Does what a C allocation of `wosize` words does when it finds no room. The block itself is
/// garbage at once; `ABSTRACT` keeps the collector from looking inside.
#[cfg(not(feature = "gc-stress"))]
unsafe fn run(wosize: usize) {
    // Before OCaml 4.10 a C allocation looks only at the room, not at what has been requested.
    #[cfg(not(ocaml_4_10))]
    // SAFETY: the caller holds the runtime; `()` needs no root.
    unsafe {
        sys::caml_check_urgent_gc(sys::UNIT)
    };
    // SAFETY: 1 <= wosize <= MAX_YOUNG_WOSIZE by `leave_note`; the caller holds the runtime.
    unsafe { sys::caml_alloc_small(wosize, sys::ABSTRACT) };
}

/// Under test: every end of a function collects, whether due or not.
#[cfg(feature = "gc-stress")]
unsafe fn run(_wosize: usize) {
    // SAFETY: the caller holds the runtime.
    unsafe { sys::caml_minor_collection() };
}

/// How many more slices of the major collection may run, in the cycle that goes on: one each time that what was taken from the
/// major heap would have filled the minor heap, which is when C's small allocations run one.
///
/// The runtime finds out how much there is to do, but does three tenths of a cycle at most in a slice and puts the rest off. With one
/// slice at the end of each call the heap grew to six times of what is alive where only Rust allocates. (On OCaml 5 one slice does
/// all there is to do.)
///
/// # Safety
///
/// The runtime is held.
#[cfg(not(ocaml_5))]
unsafe fn missed_slices() -> usize {
    // More than a cycle.
    const ENOUGH: usize = 6;
    // SAFETY: the caller's promise.
    let minor_heaps = unsafe { (&raw const sys::caml_allocated_words).read() / sys::State::get().minor_heap_wsz() };
    minor_heaps.saturating_sub(1).min(ENOUGH)
}

/// Asks OCaml to collect at its next allocation: for functions that Rust code may have called, where
/// nothing may move.
#[inline(always)]
pub(crate) fn request() {
    if is_due() {
        note::set(0);
        crate::dead::drain();
        // SAFETY: this only sets flags; the caller of `body!` holds the runtime.
        unsafe { sys::caml_request_minor_gc() };
    }
}
