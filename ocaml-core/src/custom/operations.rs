//! What OCaml does with the blocks: the record that they start with, and the functions that the runtime calls.

use std::any::{TypeId, type_name};
use std::cmp::Ordering;
use std::ffi::{CStr, c_int};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;
use std::ptr::NonNull;

use ocaml_sys as sys;

use super::access::{Mutates, Shares};
use super::cell::Handle;
use super::marshal;
use super::misfit::reason;
use super::state::{State, Users};
use super::{Custom, Frozen, legacy};
use crate::dead::Dead;
use crate::error::Error;
use crate::trampoline::{self, Outcome, Raise};
use crate::value::Value;

/// What OCaml's polymorphic functions do with values of `T`: built in a constant.
///
/// A function that is not given raises in OCaml, as for any abstract value, but for `Hashtbl.hash`, which is 0 then.
///
/// ```
/// use ocaml::custom::{Mutable, Operations};
///
/// pub struct Version(u8, u8, String);
///
/// impl ocaml::Custom for Version {
///     type Access = Mutable;
///     const NAME: &'static std::ffi::CStr = c"mylib.Version";
///     const OPERATIONS: Operations<Version> =
///         Operations::<Version>::new().compare(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
/// }
/// ```
pub struct Operations<T> {
    pub(super) compare: Option<Compare<T>>,
    pub(super) compare_int: Option<Compare<T, isize>>,
    hash: Option<fn(&T) -> u64>,
    pub(super) marshal: Option<marshal::Functions<T>>,
    pub(super) at_exit: bool,
    pub(super) legacy: legacy::Operations,
}

/// How a compare function is called.
pub(super) struct Compare<T, U = T> {
    user: fn(&T, &U) -> Ordering,
    run: Run,
}

/// Compares two words: live values, as the record of one of them expects them.
type Run = unsafe fn(sys::Value, sys::Value) -> Result<c_int, Error>;

impl<T: Custom> Operations<T> {
    /// None at all.
    pub const fn new() -> Operations<T> {
        Operations {
            compare: None,
            compare_int: None,
            hash: None,
            marshal: None,
            at_exit: false,
            legacy: legacy::Operations::NONE,
        }
    }

    /// `compare`, `=`, `<` and their like. A panic, or a value that is lent mutably, is an exception.
    pub const fn compare(mut self, compare: fn(&T, &T) -> Ordering) -> Self
    where
        T::Access: for<'gc> Shares<'gc, T>,
    {
        self.compare = Some(Compare {
            user: compare,
            run: compare_values::<T>,
        });
        self
    }

    /// `compare` with an `int`, of which OCaml's type system knows nothing. (`compare_ext` in C.)
    pub const fn compare_int(mut self, compare: fn(&T, &isize) -> Ordering) -> Self
    where
        T::Access: for<'gc> Shares<'gc, T>,
    {
        self.compare_int = Some(Compare {
            user: compare,
            run: compare_value_with_int::<T>,
        });
        self
    }

    /// `Hashtbl.hash`, from [`Hash`]. OCaml lets no exception leave it: so the type is frozen, and a panic ends the
    /// program. The numbers may be others with another version of Rust.
    pub const fn hash(mut self) -> Self
    where
        T: Custom<Access = Frozen> + Hash + Sync,
    {
        self.hash = Some(|value| {
            let mut hasher = DefaultHasher::new();
            value.hash(&mut hasher);
            hasher.finish()
        });
        self
    }

    /// `Hashtbl.hash`, by a function.
    pub const fn hash_with(mut self, hash: fn(&T) -> u64) -> Self
    where
        T: Custom<Access = Frozen> + Sync,
    {
        self.hash = Some(hash);
        self
    }

    /// `Marshal`: `serialize` appends what `deserialize` makes a value of. A panic in one of them is an exception.
    ///
    /// Reading needs the type to be known to the runtime under its [`NAME`](Custom::NAME): it is once a value has been
    /// made, or after [`Pointer::register`](super::Pointer::register), which a program calls that reads first.
    pub const fn marshal(mut self, serialize: fn(&T, &mut Vec<u8>), deserialize: fn(&[u8]) -> Result<T, String>) -> Self
    where
        T::Access: for<'gc> Shares<'gc, T>,
    {
        self.marshal = Some(marshal::Functions::new(serialize, deserialize));
        self
    }

    /// What is alive at the end of the program is dropped then, see the [module](super#at-the-end-of-the-program).
    pub const fn drop_at_exit(mut self) -> Self
    where
        T::Access: Mutates,
    {
        self.at_exit = true;
        self
    }

    #[doc(hidden)]
    pub const fn legacy(mut self, legacy: legacy::Operations) -> Self {
        self.legacy = legacy;
        self
    }
}

impl<T: Custom> Default for Operations<T> {
    fn default() -> Self {
        Operations::new()
    }
}

/// The record that a block starts with. What the runtime does not know of stands behind what it knows.
#[repr(C)]
pub struct Record {
    base: sys::custom_operations,
    /// Tells records of different types apart, also for the compiler, which would make one constant of equal ones.
    type_id: fn() -> TypeId,
    type_name: fn() -> &'static str,
    compare: Option<Run>,
    compare_int: Option<Run>,
    free: unsafe fn(NonNull<()>),
    users: Users,
    /// Whether the box has a finalizer of its own.
    finalized: bool,
}

impl Record {
    /// The record of a type: one of them, see [`Handle::of`].
    #[inline(always)]
    pub(super) const fn of<T: Custom>() -> &'static Record {
        const { &Record::new::<T>(false) }
    }

    /// The record of blocks whose box has a finalizer of its own: another one of them.
    pub(super) const fn of_finalized<T: Custom>() -> &'static Record {
        const { &Record::new::<T>(true) }
    }

    const fn new<T: Custom>(finalized: bool) -> Record {
        if T::OPERATIONS.marshal.is_some() {
            check_name(T::NAME);
        }
        let compare = match &T::OPERATIONS.compare {
            Some(compare) => Some(compare.run),
            None => None,
        };
        let compare_int = match &T::OPERATIONS.compare_int {
            Some(compare) => Some(compare.run),
            None => None,
        };
        Record {
            base: sys::custom_operations {
                identifier: T::NAME.as_ptr(),
                finalize: Some(finalize),
                compare: match (T::OPERATIONS.legacy.compare, compare) {
                    (Some(compare), _) => Some(compare),
                    (None, Some(_)) => Some(compare_blocks),
                    (None, None) => None,
                },
                hash: match (T::OPERATIONS.legacy.hash, T::OPERATIONS.hash) {
                    (Some(hash), _) => Some(hash),
                    (None, Some(_)) => Some(hash::<T>),
                    (None, None) => None,
                },
                serialize: match &T::OPERATIONS.marshal {
                    Some(marshal) => Some(marshal.write),
                    None => None,
                },
                deserialize: match &T::OPERATIONS.marshal {
                    Some(marshal) => Some(marshal.read),
                    None => None,
                },
                compare_ext: match (T::OPERATIONS.legacy.compare_ext, compare_int) {
                    (Some(compare), _) => Some(compare),
                    (None, Some(_)) => Some(compare_with_int),
                    (None, None) => None,
                },
                fixed_length: match &T::OPERATIONS.marshal {
                    Some(_) => &raw const marshal::LENGTH,
                    None => ptr::null(),
                },
            },
            type_id: TypeId::of::<T>,
            type_name: type_name::<T>,
            compare,
            compare_int,
            free: free::<T>,
            users: Handle::<T>::USERS,
            finalized,
        }
    }

    /// The record, if the operations are one of ours.
    ///
    /// # Safety
    ///
    /// The operations are those of a live block.
    pub(super) unsafe fn from_operations<'a>(operations: *const sys::custom_operations) -> Option<&'a Record> {
        // SAFETY: the caller's promise; only our records have our finalizer, which is one function for all types.
        unsafe {
            let ours = (*operations).finalize.map(|f| f as usize) == Some(finalize as *const () as usize);
            ours.then(|| &*operations.cast::<Record>())
        }
    }

    pub(super) fn type_id(&self) -> TypeId {
        (self.type_id)()
    }

    pub(super) fn type_name(&self) -> &'static str {
        (self.type_name)()
    }

    /// What OCaml calls the type.
    fn identifier(&self) -> &CStr {
        // SAFETY: `new` took it from a `CStr` that lives for ever.
        unsafe { CStr::from_ptr(self.base.identifier) }
    }

    pub(super) fn operations(&'static self) -> *const sys::custom_operations {
        &raw const self.base
    }
}

/// `Marshal` finds types by their names.
const fn check_name(name: &CStr) {
    if let Some(b'_') = name.to_bytes().first() {
        panic!("the names of OCaml's own types begin with `_`: `Custom::NAME` must not");
    }
}

unsafe fn free<T: Custom>(state: NonNull<()>) {
    // SAFETY: the record of `T` is that of the box, which starts with the state.
    unsafe { Handle::<T>::from_state(state.cast()).free() };
}

/// The runtime calls this once for each block, inside a collection or an allocation, on any thread. Not inlined: its
/// address says that a record is ours.
#[inline(never)]
unsafe extern "C" fn finalize(block: sys::Value) {
    // SAFETY: only our blocks have this function; they hold a record and a box, which is freed once (see `state`).
    unsafe {
        let record = &*sys::custom_ops_val(block).cast::<Record>();
        let state: NonNull<State> = *sys::data_custom_val(block);
        if state.as_ref().die(record.users, record.finalized) {
            Dead::new(state.cast(), record.free, record.type_name).bury();
        }
    }
}

/// Runs code of the user where OCaml takes an exception, but the frame must not own anything.
///
/// # Safety
///
/// The runtime is held; the frame owns nothing, and neither do those up to OCaml's.
pub(super) unsafe fn or_raise<T>(what: &'static str, run: impl FnOnce() -> Result<T, Error>) -> T {
    let outcome: Outcome<T> = trampoline::guard(what, || {
        run().map_err(|error| Raise::Exception(trampoline::failed(what, error)))
    });
    match outcome {
        Ok(result) => result,
        // SAFETY: the caller's promise.
        Err(raise) => unsafe {
            raise.raise(what);
            unreachable!("raising does not return")
        },
    }
}

/// Lends the value of a block, which is one of these.
pub(super) unsafe fn lend<'gc, T: Custom>(block: sys::Value) -> Result<<T::Access as Shares<'gc, T>>::Holder, Error>
where
    T::Access: Shares<'gc, T>,
{
    // SAFETY: the caller has a live block.
    let value = unsafe { Value::revive(block) };
    T::Access::hold(value).map_err(|misfit| reason(misfit, block).into())
}

/// OCaml compares two blocks only if this function is the same: so it is one for all types, as a type may have several
/// records, and keeps to what OCaml does with functions that differ. Not inlined, for the same reason.
#[inline(never)]
unsafe extern "C" fn compare_blocks(a: sys::Value, b: sys::Value) -> c_int {
    // SAFETY: two live blocks with this function, so with records. The runtime takes an exception here: it raises one itself
    // where there is no such function. Nothing is allocated outside of the cold path that raises.
    unsafe {
        let record = &*sys::custom_ops_val(a).cast::<Record>();
        let other = &*sys::custom_ops_val(b).cast::<Record>();
        if !ptr::eq(record, other) && record.type_id() != other.type_id() {
            return if record.identifier() < other.identifier() {
                -1
            } else {
                1
            };
        }
        match record.compare {
            Some(run) => or_raise("compare", || run(a, b)),
            None => 0,
        }
    }
}

unsafe extern "C" fn compare_with_int(a: sys::Value, b: sys::Value) -> c_int {
    // SAFETY: as above, for one of the two; the other is an immediate.
    unsafe {
        let block = if sys::is_long(a) { b } else { a };
        match (*sys::custom_ops_val(block).cast::<Record>()).compare_int {
            Some(run) => or_raise("compare", || run(a, b)),
            None => 0,
        }
    }
}

unsafe fn compare_values<T: Custom>(a: sys::Value, b: sys::Value) -> Result<c_int, Error>
where
    T::Access: for<'gc> Shares<'gc, T>,
{
    let Some(compare) = &T::OPERATIONS.compare else {
        return Ok(0);
    };
    // SAFETY: two live blocks of this type; the holders lend the values until the end of the statement.
    unsafe { Ok((compare.user)(&*reference::<T>(&lend::<T>(a)?), &*reference::<T>(&lend::<T>(b)?)) as c_int) }
}

unsafe fn compare_value_with_int<T: Custom>(a: sys::Value, b: sys::Value) -> Result<c_int, Error>
where
    T::Access: for<'gc> Shares<'gc, T>,
{
    let Some(compare) = &T::OPERATIONS.compare_int else {
        return Ok(0);
    };
    let (block, int, reverse) = if sys::is_long(a) { (b, a, true) } else { (a, b, false) };
    // SAFETY: as above.
    let order = unsafe { (compare.user)(&*reference::<T>(&lend::<T>(block)?), &sys::int_val(int)) };
    Ok(if reverse { order.reverse() } else { order } as c_int)
}

/// What a holder lends.
pub(super) fn reference<'gc, T: Custom>(holder: &<T::Access as Shares<'gc, T>>::Holder) -> *const T
where
    T::Access: Shares<'gc, T>,
{
    T::Access::address(holder)
}

unsafe extern "C" fn hash<T: Custom>(block: sys::Value) -> isize {
    let hashed = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: a live block with this function is that of a frozen type, see `Operations::hash`: its value is never
        // lent mutably.
        let value = unsafe { &*Handle::<T>::of(Value::revive(block))?.value() };
        T::OPERATIONS.hash.map(|hash| hash(value))
    }));
    match hashed {
        Ok(hash) => hash.unwrap_or_default() as isize,
        Err(payload) => {
            std::mem::forget(payload);
            eprintln!(
                "fatal: hashing a `{}` panicked; OCaml lets no exception leave `Hashtbl.hash`",
                type_name::<T>()
            );
            std::process::abort()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check_name;

    #[test]
    #[should_panic(expected = "begin with `_`")]
    fn names_of_the_runtime_are_refused() {
        // What reads an `int64`.
        check_name(c"_j");
    }

    #[test]
    fn other_names_are_not() {
        check_name(c"mylib::Type_");
        check_name(c"");
    }
}
