//! Rust values on the OCaml heap.

use std::cell::Cell;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicIsize, AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex};
use std::{process, thread};

use ocaml::custom::Marshal;
use ocaml::{Custom, Error, Function, Int, Pointer, Raw, Root, Runtime, Value};

/// How many counters have been made and dropped.
static MADE: AtomicUsize = AtomicUsize::new(0);
static DROPPED: AtomicUsize = AtomicUsize::new(0);

#[derive(Custom)]
#[ocaml(name = "custom_counter")]
pub struct Counter {
    #[ocaml(get, set)]
    count: Int,
    #[ocaml(get)]
    label: String,
}

impl Drop for Counter {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Relaxed);
    }
}

#[ocaml::methods(prefix = "custom_counter")]
impl Counter {
    pub fn new(count: Int, label: String) -> Self {
        MADE.fetch_add(1, Relaxed);
        Counter { count, label }
    }

    pub fn incr(&mut self) {
        self.count += 1;
    }

    pub fn get(&self) -> Int {
        self.count
    }

    /// Borrows from `self`: the result is converted while that is lent.
    pub fn label(&self) -> &str {
        &self.label
    }

    #[ocaml(name = "custom_counter_plus")]
    pub fn add(&mut self, other: &Counter) -> Int {
        self.count += other.count;
        self.count
    }

    pub fn swap(&mut self, other: &mut Self) {
        std::mem::swap(&mut self.count, &mut other.count);
    }

    pub fn same(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }

    /// Takes the value out.
    pub fn finish(self, by: Int) -> Int {
        self.count + by
    }

    /// The token, by itself and declared.
    pub fn describe(&self, prefix: &str) -> Value {
        Value::string(gc, &format!("{prefix}{}: {}", self.label, self.count))
    }

    pub fn describe_explicitly<'gc>(&self, gc: &'gc ocaml::Runtime, prefix: &str) -> Value<'gc> {
        Value::string(gc, &format!("{prefix}{}: {}", self.label, self.count))
    }

    /// Lent across a GC point.
    pub fn across(&mut self) -> Result<Int, Error> {
        self.count += 1;
        gc.minor_collection();
        gc.poll()?;
        self.count += 1;
        Ok(self.count)
    }

    pub fn many(n: Int) -> Vec<Counter> {
        (0..n).map(|i| Counter::new(i, String::new())).collect()
    }

    #[ocaml(skip)]
    pub fn not_exported<T>(&self, _: T) {}

    fn private(&self) -> Int {
        self.count
    }
}

#[ocaml::func]
pub fn custom_made_and_dropped(_unit: ()) -> (usize, usize) {
    (MADE.load(Relaxed), DROPPED.load(Relaxed))
}

#[ocaml::func]
pub fn custom_private(counter: &Counter) -> Int {
    counter.not_exported(());
    counter.private()
}

/// Collections happen while the only thing that keeps the value is the borrow.
#[ocaml::func]
pub fn custom_collected_while_borrowed(counter: &mut Counter) -> Int {
    for _ in 0..3 {
        counter.count += 1;
        gc.minor_collection();
    }
    counter.count
}

#[ocaml::func]
pub fn custom_sum(counters: Vec<Pointer<Counter>>, one: Option<Pointer<Counter>>) -> Int {
    let all = counters.into_iter().chain(one);
    all.map(|counter| counter.borrow().count).sum()
}

/// How many counters with a finalizer of their own have been finalized.
static FINALIZED: AtomicIsize = AtomicIsize::new(0);

unsafe extern "C" fn counter_finalize(value: Raw) {
    FINALIZED.fetch_add(1, Relaxed);
    // SAFETY: the runtime's own block.
    unsafe { value.as_pointer::<Counter>().drop_in_place() };
}

#[ocaml::func]
pub fn custom_counter_with_finalizer(count: Int) -> Pointer<'_, Counter> {
    Pointer::alloc_final(gc, Counter::new(count, String::new()), Some(counter_finalize), None)
}

#[ocaml::func]
pub fn custom_finalized(_unit: ()) -> Int {
    FINALIZED.load(Relaxed)
}

#[ocaml::func]
pub fn custom_close(counter: Pointer<Counter>) -> Result<(), Error> {
    Ok(counter.close()?)
}

/// A guard that exists while the same value is asked for again.
#[ocaml::func]
pub fn custom_conflict(counter: Pointer<Counter>) -> (String, String, String) {
    let message =
        |result: Result<(), ocaml::ConversionError>| result.err().map(|error| error.to_string()).unwrap_or_default();
    let shared = counter.borrow();
    let first = message(counter.try_borrow_mut().map(drop));
    let _again = counter.borrow();
    drop(shared);
    drop(_again);
    let _exclusive = counter.borrow_mut();
    let second = message(counter.try_borrow().map(drop));
    let third = message(counter.close());
    (first, second, third)
}

#[ocaml::func]
pub fn custom_legacy(counter: Pointer<Counter>) -> Int {
    let mut counter = counter;
    counter.as_mut().count = 5;
    let before = counter.as_ref().count;
    let other = Pointer::alloc_custom(gc, Counter::new(before, "other".to_owned()));
    counter.set(Counter::new(other.as_ref().count + 1, "new".to_owned()));
    counter.as_ref().count
}

/// Never lent mutably.
#[derive(Custom, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[ocaml(frozen, compare, hash, marshal, to_string, debug, name = "custom_point")]
pub struct Point {
    #[ocaml(get)]
    x: Int,
    y: String,
}

impl Hash for Point {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        assert!(self.y != "cannot be hashed", "told to");
        (self.x, &self.y).hash(hasher);
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", self.x, self.y)
    }
}

impl Marshal for Point {
    fn serialize(&self, bytes: &mut Vec<u8>) {
        assert!(self.x != 13, "thirteen");
        bytes.extend(self.x.to_le_bytes());
        bytes.extend(self.y.as_bytes());
    }

    fn deserialize(bytes: &[u8]) -> Result<Self, String> {
        let (x, y) = bytes.split_first_chunk().ok_or("too short")?;
        let y = std::str::from_utf8(y).map_err(|error| error.to_string())?;
        assert!(y != "panic", "told to");
        Ok(Point {
            x: Int::from_le_bytes(*x),
            y: y.to_owned(),
        })
    }
}

#[ocaml::methods(prefix = "custom_point")]
impl Point {
    pub fn new(x: Int, y: String) -> Self {
        Point { x, y }
    }

    pub fn y(&self) -> &str {
        &self.y
    }
}

/// Frozen values are plain references, also in containers, and compare by address.
#[ocaml::func]
pub fn custom_points(points: Vec<&Point>, one: Option<&Point>) -> Int {
    points.iter().chain(one.iter()).map(|point| point.x).sum()
}

#[ocaml::func]
pub fn custom_point_as_ref(point: Pointer<Point>) -> &str {
    &point.as_ref().y
}

/// Aligned more strictly than anything on the OCaml heap.
#[derive(Custom)]
#[repr(align(64))]
pub struct Aligned([u8; 64]);

#[derive(Custom)]
#[repr(align(16))]
pub struct Aligned16(u8);

#[ocaml::func]
pub fn custom_aligned(n: u8) -> (Aligned, Aligned16) {
    (Aligned([n; 64]), Aligned16(n))
}

#[ocaml::func]
pub fn custom_is_aligned(a: &Aligned, b: &Aligned16) -> Int {
    assert!((&raw const *a).is_aligned() && (&raw const *b).is_aligned());
    assert!(a.0.iter().all(|&byte| byte == b.0));
    b.0.into()
}

/// Only for the thread that made it.
#[derive(Custom)]
#[ocaml(local, compare)]
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Here(Cell<Int>);

#[ocaml::methods(prefix = "custom_here")]
impl Here {
    pub fn new(n: Int) -> Self {
        Here(Cell::new(n))
    }

    pub fn incr(&self) -> Int {
        self.0.set(self.0.get() + 1);
        self.0.get()
    }
}

/// A destructor that panics.
#[derive(Custom)]
pub struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("the bomb");
    }
}

#[ocaml::func]
pub fn custom_bomb(_unit: ()) -> Bomb {
    Bomb
}

#[ocaml::func]
pub fn custom_defuse(bomb: Pointer<Bomb>) -> Result<(), Error> {
    std::mem::forget(bomb.take()?);
    Ok(())
}

#[ocaml::func]
pub fn custom_explode(bomb: Pointer<Bomb>) -> Result<(), Error> {
    Ok(bomb.close()?)
}

/// An order and a hash that panic.
#[derive(Custom, PartialEq, Eq, Hash)]
#[ocaml(frozen, compare)]
pub struct Moody(Int);

impl PartialOrd for Moody {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moody {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        assert!(self.0 != 0, "not today");
        self.0.cmp(&other.0)
    }
}

#[ocaml::func]
pub fn custom_moody(n: Int) -> Moody {
    Moody(n)
}

#[ocaml::func]
pub fn custom_moody_with_finalizer(n: Int) -> Pointer<'_, Moody> {
    Pointer::alloc_final(gc, Moody(n), Some(older_finalize), None)
}

/// Says when it is dropped, which is at the end of the program at the latest.
#[derive(Custom, PartialEq, Eq, PartialOrd, Ord)]
#[ocaml(drop_at_exit, compare)]
pub struct Journal(String);

impl Drop for Journal {
    fn drop(&mut self) {
        eprintln!("dropped: {}.", self.0);
        assert!(self.0 != "panics", "told to");
    }
}

#[ocaml::methods(prefix = "custom_journal")]
impl Journal {
    pub fn new(name: String) -> Self {
        Journal(name)
    }

    pub fn name(&self) -> String {
        self.0.clone()
    }

    /// Calls OCaml while it is lent.
    pub fn within(&mut self, work: Function<((),), ()>) -> Result<(), Error> {
        self.0.push_str(", used");
        work.call(gc, ((),))
    }

    pub fn close(this: Pointer<Journal>) -> Result<(), Error> {
        Ok(this.close()?)
    }

    /// Another thread ends the program while the value is lent to this one.
    pub fn exit_elsewhere(&mut self, status: i32) {
        gc.release(|| {
            thread::spawn(move || process::exit(status))
                .join()
                .expect("it does not return")
        });
    }
}

/// Owns memory that the collector should know of.
#[derive(Custom)]
#[ocaml(heap_size = "Self::bytes", marshal)]
pub struct Blob(Vec<u8>);

/// What all of them own, now and at most.
static OWNED: AtomicUsize = AtomicUsize::new(0);
static MOST_OWNED: AtomicUsize = AtomicUsize::new(0);

impl Blob {
    fn bytes(&self) -> usize {
        self.0.capacity()
    }

    fn counted(bytes: Vec<u8>) -> Blob {
        let owned = OWNED.fetch_add(bytes.capacity(), Relaxed) + bytes.capacity();
        MOST_OWNED.fetch_max(owned, Relaxed);
        Blob(bytes)
    }
}

impl Drop for Blob {
    fn drop(&mut self) {
        OWNED.fetch_sub(self.bytes(), Relaxed);
    }
}

/// Only how long it is.
impl Marshal for Blob {
    fn serialize(&self, bytes: &mut Vec<u8>) {
        bytes.extend(self.bytes().to_le_bytes());
    }

    fn deserialize(bytes: &[u8]) -> Result<Self, String> {
        let length = bytes.try_into().map_err(|_| "no length")?;
        Ok(Blob::counted(Vec::with_capacity(usize::from_le_bytes(length))))
    }
}

#[ocaml::func]
pub fn custom_blob(bytes: usize) -> Blob {
    Blob::counted(vec![1; bytes])
}

/// The memory is there, but nobody touches it.
#[ocaml::func]
pub fn custom_reserved(bytes: usize) -> Blob {
    Blob::counted(Vec::with_capacity(bytes))
}

/// How many MiB all blobs have owned at most since the last call.
#[ocaml::func]
pub fn custom_most_owned(_unit: ()) -> usize {
    MOST_OWNED.swap(OWNED.load(Relaxed), Relaxed) >> 20
}

/// A destructor that drops a root, and tries to get at the runtime.
#[derive(Custom)]
#[ocaml(frozen)]
pub struct Holder {
    kept: Root,
    dropped: Arc<AtomicUsize>,
}

static HOLDERS: Mutex<Option<Arc<AtomicUsize>>> = Mutex::new(None);
static ATTACHED: Mutex<String> = Mutex::new(String::new());

impl Drop for Holder {
    fn drop(&mut self) {
        self.dropped.fetch_add(1, Relaxed);
        let attached = Runtime::attach(|_| ());
        *ATTACHED.lock().unwrap() = format!("{attached:?}");
    }
}

#[ocaml::methods(prefix = "custom_holder")]
impl Holder {
    pub fn new(value: Root) -> Self {
        let mut counter = HOLDERS.lock().unwrap();
        let dropped = counter.get_or_insert_default().clone();
        Holder { kept: value, dropped }
    }

    pub fn get(&self) -> Value {
        self.kept.get(gc)
    }

    /// How many have been dropped, and what the last one was told.
    pub fn dropped() -> (usize, String) {
        let dropped = HOLDERS
            .lock()
            .unwrap()
            .as_ref()
            .map_or(0, |counter| counter.load(Relaxed));
        (dropped, ATTACHED.lock().unwrap().clone())
    }
}

/// A generic type.
#[derive(Custom)]
pub struct Stack<T>(Vec<T>);

#[ocaml::methods(prefix = "custom_texts")]
impl Stack<String> {
    pub fn new() -> Self {
        Stack(Vec::new())
    }

    pub fn push(&mut self, text: String) {
        self.0.push(text);
    }

    pub fn pop(&mut self) -> Option<String> {
        self.0.pop()
    }
}

#[ocaml::func]
pub fn custom_numbers(_unit: ()) -> Stack<Int> {
    Stack(vec![1, 2])
}

#[ocaml::func]
pub fn custom_numbers_pop(stack: Pointer<Stack<Int>>) -> Option<Int> {
    stack.borrow_mut().0.pop()
}

/// Trait objects.
pub trait Shape: Send + Sync {
    fn area(&self) -> f64;
}

impl Shape for f64 {
    fn area(&self) -> f64 {
        self * self
    }
}

impl Custom for Box<dyn Shape> {
    type Access = ocaml::custom::Frozen;
    const NAME: &'static std::ffi::CStr = c"custom.Shape";
    const OPERATIONS: ocaml::custom::Operations<Self> = ocaml::custom::Operations::<Self>::new()
        .compare(|a, b| a.area().total_cmp(&b.area()))
        .compare_int(|a, b| a.area().total_cmp(&(*b as f64)));
}

ocaml::abstract_type! {
    /// Anything with an area.
    Shape = Box<dyn Shape>
}

#[ocaml::func]
pub fn custom_square(side: f64) -> Pointer<Box<dyn Shape>> {
    Pointer::new(gc, Box::new(side))
}

#[ocaml::func]
#[allow(clippy::borrowed_box, reason = "the box is what OCaml has")]
pub fn custom_area(shape: &Box<dyn Shape>) -> f64 {
    shape.area()
}

/// The spellings of 1.x.
pub struct Old(Int);

static OLD_FINALIZED: AtomicIsize = AtomicIsize::new(0);

impl Drop for Old {
    fn drop(&mut self) {
        OLD_FINALIZED.fetch_add(1, Relaxed);
    }
}

unsafe extern "C" fn old_finalize(value: Raw) {
    OLD_FINALIZED.fetch_add(1000, Relaxed);
    // SAFETY: the runtime's own block.
    unsafe { value.as_pointer::<Old>().drop_in_place() };
}

unsafe extern "C" fn old_compare(a: Raw, b: Raw) -> i32 {
    // SAFETY: the runtime's own blocks.
    let (a, b) = unsafe { (a.as_pointer::<Old>(), b.as_pointer::<Old>()) };
    // The other way round.
    b.as_ref().0.cmp(&a.as_ref().0) as i32
}

ocaml::custom!(Old {
    finalize: old_finalize,
    compare: old_compare,
});

#[ocaml::func]
pub fn custom_old(n: Int) -> Pointer<'_, Old> {
    Pointer::alloc_final(gc, Old(n), None, None)
}

/// The finalizer of one value, in place of the type's.
unsafe extern "C" fn one_finalize(value: Raw) {
    // SAFETY: the runtime's own block.
    assert!(unsafe { value.as_pointer::<Old>() }.as_ref().0 >= 0);
    OLD_FINALIZED.fetch_add(1_000_000, Relaxed);
}

#[ocaml::func]
pub fn custom_old_with_finalizer(n: Int) -> Pointer<'_, Old> {
    Pointer::alloc_final(gc, Old(n), Some(one_finalize), Some((100, 1_000_000)))
}

#[ocaml::func]
pub fn custom_old_finalized(_unit: ()) -> Int {
    OLD_FINALIZED.load(Relaxed)
}

pub struct Older(#[allow(dead_code)] Int);

unsafe extern "C" fn older_finalize(_: Raw) {}

ocaml::custom_finalize!(Older, older_finalize);

#[ocaml::func]
pub fn custom_older(n: Int) -> Older {
    Older(n)
}

/// Shared by domains.
#[derive(Custom, Default)]
pub struct Shared {
    by_all: AtomicUsize,
    by_one: usize,
}

#[ocaml::methods(prefix = "custom_shared")]
impl Shared {
    pub fn new() -> Self {
        Shared::default()
    }

    pub fn add(&self) {
        self.by_all.fetch_add(1, Relaxed);
    }

    pub fn add_alone(&mut self) {
        self.by_one += 1;
    }

    pub fn both(&self) -> (usize, usize) {
        (self.by_all.load(Relaxed), self.by_one)
    }
}

/// Takes a lock in its destructor, as its maker does while it allocates.
static LOCK: Mutex<usize> = Mutex::new(0);

#[derive(Custom)]
pub struct Locker;

impl Drop for Locker {
    fn drop(&mut self) {
        *LOCK.lock().unwrap() += 1;
    }
}

/// Allocates in the major heap with the lock held: destructors must wait.
#[ocaml::func]
pub fn custom_lockers(n: Int) -> Vec<Pointer<Locker>> {
    let _held = LOCK.lock().unwrap();
    for _ in 0..n {
        let _ = Value::tuple(gc, [Value::unit(); 3]);
        let _ = Value::string(gc, &"x".repeat(4096));
    }
    (0..n).map(|_| Pointer::new(gc, Locker)).collect()
}

#[ocaml::func]
pub fn custom_lockers_dropped(_unit: ()) -> usize {
    *LOCK.lock().unwrap()
}
