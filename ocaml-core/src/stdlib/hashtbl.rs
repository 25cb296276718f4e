//! `Hashtbl<K, V>`: OCaml's hash table.
//!
//! A record `size; data; seed; initial_size`. `data` is an array of buckets, a power of two of them; a bucket is `Empty`
//! or `Cons { key; data; next }`, the binding added last in front. The same on every version of OCaml.

use core::fmt;
use core::marker::PhantomData;

use ocaml_sys as sys;

use crate::alloc;
use crate::array::Array;
use crate::block::Block;
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::runtime::Runtime;
use crate::trust::Vouched;
use crate::value::{Kind, Value};

/// Buckets of a small table, as `Hashtbl.create` makes them.
const FEWEST_BUCKETS: usize = 16;

const WHAT: &str = "a Hashtbl.t";

/// OCaml's `('k, 'v) Hashtbl.t`, without a copy. Bindings are decoded when they are reached.
///
/// A table of `Hashtbl.Make` has the same representation, and can be [iterated](Hashtbl::iter) over. Its keys are hashed
/// by a function of its own, so [`Hashtbl::get`] and [`Hashtbl::from_iter`] are for the generic `Hashtbl` only.
///
/// ```
/// use ocaml::Hashtbl;
///
/// /// `string array -> (string, int) Hashtbl.t`
/// #[ocaml::func]
/// pub fn doc_lengths(words: Vec<String>) -> Hashtbl<String, usize> {
///     Hashtbl::from_iter(gc, words.into_iter().map(|word| (word.clone(), word.len())))
/// }
///
/// /// `(string, int) Hashtbl.t -> int`
/// #[ocaml::func]
/// pub fn doc_port(settings: Hashtbl<&str, usize>) -> Result<usize, ocaml::Error> {
///     Ok(settings.get(gc, "port")?.unwrap_or(80))
/// }
/// ```
pub struct Hashtbl<'gc, K = Value<'gc>, V = Value<'gc>> {
    value: Value<'gc>,
    vouched: Vouched,
    buckets: Array<'gc>,
    _bindings: PhantomData<fn() -> (K, V)>,
}

impl<K, V> Clone for Hashtbl<'_, K, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, V> Copy for Hashtbl<'_, K, V> {}

impl<'gc, K, V> Hashtbl<'gc, K, V> {
    fn new(value: Value<'gc>, vouched: Vouched) -> Result<Hashtbl<'gc, K, V>, ConversionError> {
        let buckets: Array = Block::expect(value, 0, 4, WHAT)?.field(1, "Hashtbl.data")?;
        if buckets.is_double_array() || !buckets.len().is_power_of_two() {
            return Err(ConversionError::expected(WHAT, value));
        }
        Ok(Hashtbl {
            value,
            vouched,
            buckets,
            _bindings: PhantomData,
        })
    }

    /// The number of bindings.
    #[inline]
    pub fn len(self) -> usize {
        self.field(0).as_int().map_or(0, |size| size.max(0) as usize)
    }

    /// Whether there is no binding.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The table as a value.
    #[inline(always)]
    pub fn value(self) -> Value<'gc> {
        self.value
    }

    #[inline(always)]
    fn field(self, index: usize) -> Value<'gc> {
        assert!(index < 4);
        // SAFETY: the record has four fields, which are values.
        unsafe { self.value.field_unchecked(index) }
    }

    /// The cells of a bucket.
    #[inline(always)]
    fn cells(self, bucket: usize) -> Cells<'gc> {
        assert!(bucket < self.buckets.len());
        // SAFETY: there are more buckets than that, and they are values.
        Cells(unsafe { self.buckets.value().field_unchecked(bucket) })
    }
}

/// The bucket of a key among `buckets`, a power of two.
#[inline]
fn bucket_of(key: Value<'_>, seed: Value<'_>, buckets: usize) -> usize {
    // SAFETY: `Hashtbl.hash` neither allocates nor raises, and takes any value; the seed is an immediate.
    let hash = unsafe { sys::caml_hash(sys::val_int(10), sys::val_int(100), seed.word(), key.word()) };
    sys::int_val(hash) as usize & (buckets - 1)
}

impl<'gc, K: IntoValue<'gc>, V: IntoValue<'gc>> Hashtbl<'gc, K, V> {
    /// A table of the bindings, as `Hashtbl.create` makes it without randomisation, and then `Hashtbl.add` one by one:
    /// a later binding of the same key hides the earlier one.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block; as [`IntoValue::into_value`].
    pub fn from_iter(gc: &'gc Runtime, bindings: impl IntoIterator<Item = (K, V)>) -> Hashtbl<'gc, K, V> {
        let bindings: Vec<(Value, Value)> = bindings
            .into_iter()
            .map(|(key, data)| (key.into_value(gc), data.into_value(gc)))
            .collect();
        // `Hashtbl.add` doubles the buckets when there are more than two bindings for each, and keeps their order.
        let len = bindings.len().div_ceil(2).next_power_of_two().max(FEWEST_BUCKETS);
        let mut buckets = vec![Value::none(); len];
        let seed = Value::int(0);
        for (key, data) in &bindings {
            let bucket = &mut buckets[bucket_of(*key, seed, len)];
            *bucket = alloc::block(gc, 0, [*key, *data, *bucket]);
        }
        let size = Value::int(bindings.len() as isize);
        let buckets = alloc::values(gc, 0, &buckets);
        let initial_size = Value::int(FEWEST_BUCKETS as isize);
        let table = alloc::block(gc, 0, [size, buckets, seed, initial_size]);
        Hashtbl::new(table, Vouched::YES).unwrap_or_else(|error| error.throw())
    }
}

impl<'gc, K: FromValue<'gc>, V: FromValue<'gc>> Hashtbl<'gc, K, V> {
    /// The bindings, in the order of `Hashtbl.iter`.
    pub fn iter(self) -> Iter<'gc, K, V> {
        Iter {
            table: self,
            cells: Cells(Value::none()),
            next_bucket: 0,
        }
    }

    /// What `key` is bound to: the binding added last, as in `Hashtbl.find_opt`.
    ///
    /// The table must be one of the generic `Hashtbl`: in one of `Hashtbl.Make` the key may not be found. Keys are
    /// compared by Rust's `==`. The token is needed because the key is made an OCaml value, which is then hashed.
    ///
    /// # Errors
    ///
    /// If a key that has to be compared, or the data, does not fit its type.
    ///
    /// # Panics
    ///
    /// As [`IntoValue::into_value`] of the key.
    pub fn get(self, gc: &'gc Runtime, key: K) -> Result<Option<V>, ConversionError>
    where
        K: IntoValue<'gc> + PartialEq + Clone,
    {
        let seed = self.field(2);
        if seed.is_block() {
            return Err(ConversionError::expected("an int", seed).at("Hashtbl.seed"));
        }
        let bucket = bucket_of(key.clone().into_value(gc), seed, self.buckets.len());
        for cell in self.cells(bucket) {
            let (found, data) = cell?;
            if self.decode_key(found)? == key {
                return self.decode_data(data).map(Some);
            }
        }
        Ok(None)
    }

    #[inline(always)]
    fn decode_key(self, key: Value<'gc>) -> Result<K, ConversionError> {
        let key = self.vouched.inside(|| K::from_value(key));
        key.map_err(|error| error.at("key of a Hashtbl.t"))
    }

    #[inline(always)]
    fn decode_data(self, data: Value<'gc>) -> Result<V, ConversionError> {
        let data = self.vouched.inside(|| V::from_value(data));
        data.map_err(|error| error.at("data of a Hashtbl.t"))
    }
}

/// Key and data of each cell of a bucket.
struct Cells<'gc>(Value<'gc>);

impl<'gc> Iterator for Cells<'gc> {
    type Item = Result<(Value<'gc>, Value<'gc>), ConversionError>;

    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        let cell = self.0;
        if cell == Value::none() {
            return None;
        }
        if !matches!(cell.kind(), Kind::Block(0, 3)) {
            self.0 = Value::none();
            return Some(Err(ConversionError::expected("a bucket of a Hashtbl.t", cell)));
        }
        // The next cell first: walking a bucket waits for nothing else.
        // SAFETY: the cell has three fields.
        unsafe {
            self.0 = cell.field_unchecked(2);
            Some(Ok((cell.field_unchecked(0), cell.field_unchecked(1))))
        }
    }
}

/// The bindings of a [`Hashtbl`].
pub struct Iter<'gc, K, V> {
    table: Hashtbl<'gc, K, V>,
    cells: Cells<'gc>,
    next_bucket: usize,
}

impl<'gc, K: FromValue<'gc>, V: FromValue<'gc>> Iterator for Iter<'gc, K, V> {
    type Item = Result<(K, V), ConversionError>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(cell) = self.cells.next() {
                let table = self.table;
                return Some(cell.and_then(|(key, data)| Ok((table.decode_key(key)?, table.decode_data(data)?))));
            }
            if self.next_bucket >= self.table.buckets.len() {
                return None;
            }
            self.cells = self.table.cells(self.next_bucket);
            self.next_bucket += 1;
        }
    }
}

impl<'gc, K: FromValue<'gc>, V: FromValue<'gc>> IntoIterator for Hashtbl<'gc, K, V> {
    type Item = Result<(K, V), ConversionError>;
    type IntoIter = Iter<'gc, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

// SAFETY: the record is checked here, buckets and cells when they are reached.
unsafe impl<'gc, K: FromValue<'gc>, V: FromValue<'gc>> FromValue<'gc> for Hashtbl<'gc, K, V> {
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        Hashtbl::new(value, Vouched::now())
    }
}

// SAFETY: the table itself.
unsafe impl<'gc, K, V> IntoValue<'gc> for Hashtbl<'_, K, V> {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.vouched.check("this hash table");
        self.value.into_value(gc)
    }
}

impl<'gc, K: FromValue<'gc> + fmt::Debug, V: FromValue<'gc> + fmt::Debug> fmt::Debug for Hashtbl<'gc, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        super::debug_bindings(f, self.iter())
    }
}
