//! `Seq<T>`: OCaml's `Seq.t`, a function that computes the next element.

use core::fmt;
use core::iter;
use core::marker::PhantomData;
use std::sync::{Arc, Mutex};

use ocaml_sys as sys;

use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::error::Error;
use crate::function::Function;
use crate::function::apply::{self, Returned};
use crate::root::BlockRoot;
use crate::runtime::Runtime;
use crate::trust::Vouched;
use crate::value::Value;

/// OCaml's `'a Seq.t`: elements that OCaml code computes one by one.
///
/// Each step is a GC point, so a `Seq` is owned: it keeps what is left of the sequence in a root, and gives elements
/// that do not borrow from the heap (for any value: [`Seq<Root>`](crate::Root)). It is no `Iterator`, because a step needs the runtime.
///
/// Given back to OCaml it is the sequence from where it stands.
///
/// ```
/// use ocaml::{Error, Seq};
///
/// /// `int Seq.t -> int`
/// #[ocaml::func]
/// pub fn doc_sum_of_seq(mut seq: Seq<isize>) -> Result<isize, Error> {
///     let mut sum = 0;
///     while let Some(n) = seq.next(gc) {
///         sum += n?;
///     }
///     Ok(sum)
/// }
///
/// /// `string Seq.t -> string array`
/// #[ocaml::func]
/// pub fn doc_array_of_seq(mut seq: Seq<String>) -> Result<Vec<String>, Error> {
///     seq.collect(gc)
/// }
/// ```
pub struct Seq<T> {
    function: BlockRoot,
    ended: bool,
    vouched: Vouched,
    _elements: PhantomData<fn() -> T>,
}

impl<T: for<'gc> FromValue<'gc>> Seq<T> {
    /// A GC point: computes the next element; `None` at the end.
    ///
    /// # Errors
    ///
    /// The exception that the computation raised, after which the sequence has ended; or a [`ConversionError`] if the
    /// element does not fit `T`, after which it goes on. A sequence made of a bare `Value` is not run, since that may be any
    /// function: receive an argument of this type.
    // Always: out of line a step takes a third longer, since what is left of the sequence then lies in memory.
    #[allow(clippy::should_implement_trait, reason = "a step needs the runtime")]
    #[inline(always)]
    pub fn next(&mut self, gc: &mut Runtime) -> Option<Result<T, Error>> {
        if self.ended {
            return None;
        }
        // Whatever goes wrong before the rest is known ends the sequence.
        self.ended = true;
        if !self.vouched.yes() {
            return Some(Err(self.vouched.refuse("this sequence").into()));
        }
        let function = self.function.get(gc).word();
        // SAFETY: OCaml's types vouch for the function of a sequence, whose argument is `()`; it was read just now, from a
        // root.
        let node = match unsafe { apply::apply(gc, function, sys::UNIT) } {
            Ok(node) => node,
            Err(exception) => return Some(Err(exception)),
        };
        let node = match node {
            Returned::Int(nil) if nil.as_int() == Some(0) => return None,
            // SAFETY: a block.
            Returned::Block(cons) if unsafe { cons.block_kind() } == (0, 2) => cons,
            other => return Some(Err(ConversionError::expected("a Seq.node", other.value()).into())),
        };
        // SAFETY: the block has two fields.
        let (element, rest) = unsafe { (node.field_unchecked(0), node.field_unchecked(1)) };
        if !apply::is_function(rest) {
            return Some(Err(ConversionError::expected("a Seq.t", rest).into()));
        }
        self.function.set(rest);
        self.ended = false;
        // SAFETY: OCaml's types vouch for the sequence, and so for its elements.
        unsafe {
            match T::decode(element) {
                Some(element) => Some(Ok(element)),
                None => Some(Err(ConversionError::why::<T>(element).into())),
            }
        }
    }

    /// A GC point: computes all elements that are left.
    ///
    /// # Errors
    ///
    /// The first error of [`Seq::next`].
    pub fn collect<C: FromIterator<T>>(&mut self, gc: &mut Runtime) -> Result<C, Error> {
        iter::from_fn(|| self.next(gc)).collect()
    }
}

impl<T: for<'gc> IntoValue<'gc> + 'static> Seq<T> {
    /// The elements of a Rust iterator, as an OCaml sequence: each is asked for when OCaml needs it.
    ///
    /// An iterator gives each element once, so a second pass over the sequence raises `Invalid_argument`. (`Seq.memoize`,
    /// on the OCaml side, makes a sequence that keeps its elements.) The iterator is dropped with the last part of the sequence; a panic of its own is an exception.
    ///
    /// ```
    /// use ocaml::Seq;
    ///
    /// /// `string -> string Seq.t`
    /// #[ocaml::func]
    /// pub fn doc_words(text: String) -> Seq<String> {
    ///     let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    ///     Seq::from_iter(gc, words)
    /// }
    /// ```
    ///
    /// # Panics
    ///
    /// As for [`Function::new`].
    pub fn from_iter<I>(gc: &Runtime, iter: I) -> Seq<T>
    where
        I: IntoIterator<Item = T, IntoIter: Send + 'static>,
    {
        let source = Source {
            iter: iter.into_iter(),
            position: 0,
        };
        Seq::starting_at(gc, Arc::new(Mutex::new(source)), 0)
    }

    /// The elements of the source from the one with this number on.
    fn starting_at<I>(gc: &Runtime, source: Arc<Mutex<Source<I>>>, position: usize) -> Seq<T>
    where
        I: Iterator<Item = T> + Send + 'static,
    {
        let node = Function::<(), Node<T>>::with_runtime(gc, move |gc: &mut Runtime| -> Result<Node<T>, Error> {
            // A panic of the iterator leaves a source that can be asked again, if the iterator can.
            let mut locked = source.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            let Some(element) = locked.take(position)? else {
                return Ok(Node::Nil);
            };
            drop(locked);
            Ok(Node::Cons(
                element,
                Seq::starting_at(gc, Arc::clone(&source), position + 1),
            ))
        });
        Seq {
            function: node.into_root(),
            ended: false,
            vouched: Vouched::YES,
            _elements: PhantomData,
        }
    }
}

/// A Rust iterator, and how many elements it has given.
struct Source<I> {
    iter: I,
    position: usize,
}

impl<I: Iterator> Source<I> {
    /// The element with this number, if it is the next one.
    fn take(&mut self, position: usize) -> Result<Option<I::Item>, Error> {
        if position != self.position {
            return Err(Error::invalid_argument(
                "this part of a sequence was computed before, and a Rust iterator does that once: keep the elements with Seq.memoize",
            ));
        }
        let element = self.iter.next();
        // The end is found again and again.
        self.position += usize::from(element.is_some());
        Ok(element)
    }
}

/// What OCaml's `'a Seq.node` is made of.
enum Node<T> {
    Nil,
    Cons(T, Seq<T>),
}

// SAFETY: `type 'a node = Nil | Cons of 'a * 'a t`.
unsafe impl<'gc, T: IntoValue<'gc>> IntoValue<'gc> for Node<T> {
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        match self {
            Node::Nil => Value::immediate(sys::val_int(0)),
            Node::Cons(element, rest) => alloc::block(gc, 0, [element.into_value(gc), rest.into_value(gc)]),
        }
    }
}

// SAFETY: checked to be a function, which is called only if OCaml's types vouch for it; what it returns is checked.
unsafe impl<'gc, T: FromValue<'gc>> FromValue<'gc> for Seq<T> {
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        if !apply::is_function(value) {
            return Err(ConversionError::expected("a Seq.t", value));
        }
        Ok(Seq {
            function: BlockRoot::new(value),
            ended: false,
            vouched: Vouched::now(),
            _elements: PhantomData,
        })
    }
}

// SAFETY: the function of the sequence.
unsafe impl<'gc, T> IntoValue<'gc> for &Seq<T> {
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.vouched.check("this sequence");
        self.function.get(gc)
    }
}

// SAFETY: the function of the sequence.
unsafe impl<'gc, T> IntoValue<'gc> for Seq<T> {
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        (&self).into_value(gc)
    }
}

impl<T> fmt::Debug for Seq<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.ended { "Seq([])" } else { "Seq(_)" })
    }
}
