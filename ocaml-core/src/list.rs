//! `List<T>`: an OCaml list, read in place.

use core::fmt;
use core::marker::PhantomData;

use ocaml_sys as sys;

use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::convert::depth::nested;
use crate::convert::sequence::at_index;
use crate::convert::{FromValue, IntoValue};
use crate::runtime::Runtime;
use crate::trust::Vouched;
use crate::value::{Kind, Value};

/// OCaml's `'a list`, without a copy. Elements are decoded when they are asked for.
///
/// Its cells are known to be cells: OCaml's types vouch for an argument, and [`FromValue::from_value`] looks at all of them.
///
/// `LinkedList<T>` is the same as an owned Rust collection.
///
/// ```
/// use ocaml::{Error, Int, List};
///
/// #[ocaml::func]
/// pub fn doc_sum(list: List<Int>) -> Result<Int, Error> {
///     Ok(list.iter().sum::<Result<_, _>>()?)
/// }
///
/// #[ocaml::func]
/// pub fn doc_countdown(n: Int) -> List<Int> {
///     List::from_iter(gc, (0..n).rev()).cons(gc, n)
/// }
/// ```
pub struct List<'gc, T = Value<'gc>> {
    value: Value<'gc>,
    vouched: Vouched,
    _elements: PhantomData<fn() -> T>,
}

impl<T> Clone for List<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<'_, T> {}

impl<'gc, T> List<'gc, T> {
    #[inline(always)]
    fn new(value: Value<'gc>, vouched: Vouched) -> List<'gc, T> {
        List {
            value,
            vouched,
            _elements: PhantomData,
        }
    }

    /// `[]`.
    #[inline]
    pub fn empty() -> List<'static, T> {
        List::new(Value::immediate(sys::EMPTY_LIST), Vouched::YES)
    }

    /// Whether this is `[]`.
    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.value.is_int()
    }

    /// The list as a value.
    #[inline(always)]
    pub fn value(self) -> Value<'gc> {
        self.value
    }
}

impl<'gc, T: IntoValue<'gc>> List<'gc, T> {
    /// `head :: self`.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block; as [`IntoValue::into_value`].
    #[inline]
    pub fn cons(self, gc: &'gc Runtime, head: T) -> List<'gc, T> {
        let head = head.into_value(gc);
        List::new(alloc::block(gc, 0, [head, self.value]), self.vouched)
    }

    /// A list of what the iterator yields, in that order.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block; as [`IntoValue::into_value`].
    #[inline]
    pub fn from_iter(gc: &'gc Runtime, elements: impl IntoIterator<Item = T>) -> List<'gc, T> {
        let mut elements = elements.into_iter();
        let Some(first) = elements.next() else {
            return List::empty();
        };
        let mut last = Cell::new(gc, first);
        let list = List::new(last.0.value(gc), Vouched::YES);
        for element in elements {
            let cell = Cell::new(gc, element);
            last.link(gc, cell);
            last = cell;
        }
        list
    }
}

/// Whether the value is a block with tag 0 and two fields.
#[inline(always)]
fn is_cell(value: Value<'_>) -> bool {
    matches!(value.kind(), Kind::Block(0, 2))
}

#[inline(always)]
fn is_nil_or_cell(value: Value<'_>) -> bool {
    value.word() == sys::EMPTY_LIST || is_cell(value)
}

/// A list cell under construction: complete, but its tail may still be replaced once.
#[derive(Clone, Copy)]
struct Cell(alloc::Fresh);

impl Cell {
    #[inline(always)]
    fn new<'gc>(gc: &'gc Runtime, head: impl IntoValue<'gc>) -> Cell {
        let head = head.into_value(gc);
        let fresh = alloc::reserve(gc, 2, 0);
        // SAFETY: the block has two fields, not yet written.
        unsafe {
            fresh.initialize(0, head.word());
            fresh.initialize(1, sys::EMPTY_LIST);
        }
        Cell(fresh)
    }

    #[inline(always)]
    fn link(self, gc: &Runtime, tail: Cell) {
        // SAFETY: field 1 holds the immediate `[]` so far, and nothing has collected since the cell
        // was made, so this is an initialisation still.
        unsafe { self.0.initialize(1, tail.0.value(gc).word()) };
    }
}

impl<'gc, T: FromValue<'gc>> List<'gc, T> {
    /// The first element, `None` for `[]`.
    ///
    /// # Errors
    ///
    /// If the element does not fit `T`.
    #[inline]
    pub fn head(self) -> Result<Option<T>, ConversionError> {
        self.split()
            .map(|(head, _)| self.vouched.inside(|| T::from_value(head)))
            .transpose()
    }

    /// All but the first element, `None` for `[]`.
    #[inline]
    pub fn tail(self) -> Option<List<'gc, T>> {
        self.split().map(|(_, tail)| List::new(tail, self.vouched))
    }

    /// Head and tail of a cell.
    #[inline(always)]
    fn split(self) -> Option<(Value<'gc>, Value<'gc>)> {
        // Release builds trust the cells where OCaml's types vouch for them, as OCaml does.
        if self.is_empty() || (cfg!(debug_assertions) || !self.vouched.yes()) && !is_cell(self.value) {
            return None;
        }
        // The tail first: walking a list waits for nothing else, and some processors do only two loads at a time.
        // SAFETY: a block in a list is a cell, and a cell has two fields.
        let (tail, head) = unsafe { (self.value.field_unchecked(1), self.value.field_unchecked(0)) };
        Some((head, tail))
    }

    /// The number of elements; takes time proportional to it. A circular list has no length: as in OCaml, this does not
    /// return then.
    pub fn len(self) -> usize {
        core::iter::successors(Some(self.value), |value| {
            List::<Value<'gc>>::new(*value, self.vouched)
                .split()
                .map(|(_, tail)| tail)
        })
        .count()
            - 1
    }

    /// The elements in order, each decoded when it is reached. Nothing is allocated.
    #[inline]
    pub fn iter(self) -> Iter<'gc, T> {
        Iter { list: self, rest: self }
    }
}

/// The elements of a [`List`].
pub struct Iter<'gc, T> {
    list: List<'gc, T>,
    rest: List<'gc, T>,
}

impl<'gc, T: FromValue<'gc>> List<'gc, T> {
    /// The error for the head of `cell`. Its index is counted only now.
    #[cold]
    #[inline(never)]
    fn element_error(self, cell: Value<'gc>, error: ConversionError) -> ConversionError {
        let cells = core::iter::successors(Some(self), |list| list.tail());
        at_index(error, cells.take_while(|list| list.value != cell).count())
    }
}

impl<'gc, T: FromValue<'gc>> Iterator for Iter<'gc, T> {
    type Item = Result<T, ConversionError>;

    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        let cell = self.rest.value;
        let (head, tail) = self.rest.split()?;
        self.rest = List::new(tail, self.rest.vouched);
        let head = self.rest.vouched.inside(|| T::from_value(head));
        Some(head.map_err(|error| self.list.element_error(cell, error)))
    }
}

impl<'gc, T: FromValue<'gc>> IntoIterator for List<'gc, T> {
    type Item = Result<T, ConversionError>;
    type IntoIter = Iter<'gc, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// How a list that is well formed goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Nil,
    Circular,
}

/// Decodes every element of what should be a list, in order. A circular one is left when all its elements have been seen,
/// some of them more than once.
fn walk<'gc, T: FromValue<'gc>>(value: Value<'gc>, mut visit: impl FnMut(T)) -> Result<End, ConversionError> {
    nested(|| {
        let (mut cell, mut index) = (value, 0usize);
        // Brent's algorithm: the cell to come back to moves on after 1, 2, 4, … steps.
        let mut seen = value;
        while cell.word() != sys::EMPTY_LIST {
            if !is_cell(cell) {
                return Err(ConversionError::expected("a list", cell));
            }
            // SAFETY: a cell has two fields.
            let (head, tail) = unsafe { (cell.field_unchecked(0), cell.field_unchecked(1)) };
            visit(T::from_value(head).map_err(|error| at_index(error, index))?);
            if tail == seen {
                return Ok(End::Circular);
            }
            (cell, index) = (tail, index + 1);
            if index.is_power_of_two() {
                seen = cell;
            }
        }
        Ok(End::Nil)
    })
}

/// Decodes every element of a list that is copied, and so must have an end.
pub(crate) fn copy<'gc, T: FromValue<'gc>>(value: Value<'gc>, visit: impl FnMut(T)) -> Result<(), ConversionError> {
    match walk(value, visit)? {
        End::Nil => Ok(()),
        End::Circular => Err(ConversionError::new("the list is circular")),
    }
}

/// Looks at every element of a bare `Value`, since nothing else says that it is a list of them; still it cannot be given back
/// to OCaml as a list, which may take it for a record with mutable fields. An argument of an exported function is trusted to
/// be what OCaml was told: there each element is checked when it is reached.
// SAFETY: cells and elements are checked; or OCaml's types vouch for them.
unsafe impl<'gc, T: FromValue<'gc>> FromValue<'gc> for List<'gc, T> {
    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        let vouched = Vouched::now();
        if !vouched.yes() {
            walk::<T>(value, drop)?;
        } else if !is_nil_or_cell(value) {
            return Err(ConversionError::expected("a list", value));
        }
        Ok(List::new(value, vouched))
    }

    #[inline(always)]
    unsafe fn decode(value: Value<'gc>) -> Option<Self> {
        // One look at the first cell, for the `external` with the wrong type.
        is_nil_or_cell(value).then_some(List::new(value, Vouched::YES))
    }
}

// SAFETY: the list itself, which OCaml knows as one of `T`.
unsafe impl<'gc, T> IntoValue<'gc> for List<'_, T> {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.vouched.check("this list");
        self.value.into_value(gc)
    }
}

impl<'gc, T: FromValue<'gc> + fmt::Debug> fmt::Debug for List<'gc, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
