//! OCaml functions called from Rust, and Rust closures called from OCaml.

use std::sync::atomic::{AtomicIsize, Ordering};

use ocaml::{Array, Error, FromValue, Function, List, Many, Root, Runtime, Value};

#[ocaml::func]
pub fn functions_apply(f: Function<(isize,), isize>, x: isize) -> Result<isize, Error> {
    f.call(gc, (x,))
}

#[ocaml::func]
pub fn functions_unit(f: Function<(), String>) -> Result<String, Error> {
    f.call(gc, ())
}

type Eight = (isize, isize, isize, isize, isize, isize, isize, String);

#[ocaml::func]
pub fn functions_many(
    f2: Function<(isize, String), String>,
    f3: Function<(isize, isize, isize), isize>,
    f5: Function<(isize, isize, isize, isize, isize), isize>,
    f8: Function<Eight, String>,
) -> Result<(String, isize, isize, String), Error> {
    Ok((
        f2.call(gc, (1, "two"))?,
        f3.call(gc, (1, 2, 3))?,
        f5.call(gc, (1, 2, 3, 4, 5))?,
        f8.call(gc, (1, 2, 3, 4, 5, 6, 7, "eight"))?,
    ))
}

/// Fewer arguments than the function takes, and more.
#[ocaml::func]
pub fn functions_partial(f: Function<(isize,), Function<(isize,), isize>>, x: isize, y: isize) -> Result<isize, Error> {
    let g = f.call(gc, (x,))?;
    g.call(gc, (y,))
}

#[ocaml::func]
pub fn functions_over(f: Function<(isize, isize), isize>, x: isize, y: isize) -> Result<isize, Error> {
    f.call(gc, (x, y))
}

#[ocaml::func]
pub fn functions_values(f: Function<(Value, Value), isize>, x: Value, y: Value) -> Result<isize, Error> {
    ocaml::call!(gc, f, x, y)
}

#[ocaml::func]
pub fn functions_sum_list(f: Function<(isize,), List<'static, isize>>, n: isize) -> Result<isize, Error> {
    let list = f.call_ref(gc, (n,))?;
    Ok(list.iter().map(|n| n.unwrap()).sum())
}

#[ocaml::func]
pub fn functions_count(f: Function<(isize,), isize>, n: isize) -> Result<isize, Error> {
    let mut sum = 0;
    for i in 0..n {
        sum += f.call(gc, (i,))?;
    }
    Ok(sum)
}

/// What went wrong, as text, and the exception again.
#[ocaml::func]
pub fn functions_catch(f: Function<(), ()>) -> Result<String, Error> {
    match f.call(gc, ()) {
        Ok(()) => Ok("nothing".to_owned()),
        Err(error) => {
            gc.minor_collection();
            Err(error)
        }
    }
}

#[ocaml::func]
pub fn functions_catches(f: Function<(), ()>) -> bool {
    f.call(gc, ()).is_err()
}

/// The function claims another type than it has: its result does not fit.
#[ocaml::func]
pub fn functions_misfit(f: Function<(), u8>) -> Result<u8, Error> {
    f.call(gc, ())
}

/// A function out of a bare value.
#[ocaml::func]
pub fn functions_bare(value: Value) -> Result<isize, Error> {
    let f: Function<(isize,), isize> = ocaml::FromValue::from_value(value)?;
    f.call(gc, (1,))
}

#[ocaml::func]
pub fn functions_all(functions: Vec<Function<(isize,), isize>>, x: isize) -> Result<Vec<isize>, Error> {
    functions.iter().map(|f| f.call(gc, (x,))).collect()
}

#[derive(ocaml::FromValue)]
struct Handler {
    name: String,
    run: Function<(String,), String>,
}

#[ocaml::func]
pub fn functions_handler(handler: Handler, text: String) -> Result<String, Error> {
    let text = handler.run.call(gc, (text,))?;
    Ok(format!("{}: {text}", handler.name))
}

#[ocaml::func]
pub fn functions_adder(n: isize) -> Function<(isize,), isize> {
    Function::new(gc, move |x: isize| x + n)
}

#[ocaml::func]
pub fn functions_join2() -> Function<(String, isize), String> {
    Function::new(gc, |text: String, n: isize| format!("{text}{n}"))
}

#[ocaml::func]
pub fn functions_digits3() -> Function<(isize, isize, isize), isize> {
    Function::new(gc, |a: isize, b: isize, c: isize| 100 * a + 10 * b + c)
}

#[ocaml::func]
pub fn functions_digits4() -> Function<(isize, isize, isize, isize), isize> {
    Function::new(gc, |a: isize, b: isize, c: isize, d: isize| {
        1000 * a + 100 * b + 10 * c + d
    })
}

#[ocaml::func]
pub fn functions_strings5() -> Function<(String, String, String, String, String), Vec<String>> {
    Function::new(gc, |a: String, b: String, c: String, d: String, e: String| {
        vec![a, b, c, d, e]
    })
}

type EightStrings = (String, String, String, String, String, String, String, String);

#[ocaml::func]
pub fn functions_strings8() -> Function<EightStrings, Vec<String>> {
    Function::new(
        gc,
        |a: String, b: String, c: String, d: String, e: String, f: String, g: String, h: String| {
            vec![a, b, c, d, e, f, g, h]
        },
    )
}

#[ocaml::func]
pub fn functions_counter() -> Function<(), isize> {
    let count = AtomicIsize::new(0);
    Function::new(gc, move || count.fetch_add(1, Ordering::Relaxed))
}

#[ocaml::func]
pub fn functions_float() -> Function<(f64,), f64> {
    Function::new(gc, |x: f64| x / 2.0)
}

#[ocaml::func]
pub fn functions_u8() -> Function<(u8,), u8> {
    Function::new(gc, |x: u8| x)
}

#[ocaml::func]
pub fn functions_failing() -> Function<(String,), ()> {
    Function::new(gc, |text: String| -> Result<(), Error> { Err(Error::failwith(text)) })
}

#[ocaml::func]
pub fn functions_panicking() -> Function<(), ()> {
    Function::new(gc, || {
        if true {
            panic!("in a closure")
        }
    })
}

#[ocaml::func]
pub fn functions_iterate(f: Function<(isize,), isize>, times: isize) -> Function<(isize,), isize> {
    Function::with_runtime(gc, move |gc: &mut Runtime, mut x: isize| -> Result<isize, Error> {
        for _ in 0..times {
            x = f.call(gc, (x,))?;
        }
        Ok(x)
    })
}

/// Calls a function that drops the last reference to the closure while it runs.
#[ocaml::func]
pub fn functions_survivor(f: Function<(), ()>) -> Function<(), String> {
    let text = "still here".repeat(10);
    Function::with_runtime(gc, move |gc: &mut Runtime| -> Result<String, Error> {
        f.call(gc, ())?;
        Ok(text.clone())
    })
}

static ALIVE: AtomicIsize = AtomicIsize::new(0);

struct Counted;

impl Counted {
    fn new() -> Counted {
        ALIVE.fetch_add(1, Ordering::SeqCst);
        Counted
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, Ordering::SeqCst);
    }
}

#[ocaml::func]
pub fn functions_counted() -> Function<(isize,), isize> {
    let counted = Counted::new();
    Function::new(gc, move |x: isize| {
        let _ = &counted;
        x
    })
}

#[ocaml::func]
pub fn functions_alive() -> isize {
    ALIVE.load(Ordering::SeqCst)
}

/// Kept in a static between calls.
static KEPT: std::sync::Mutex<Option<Function<(isize,), isize>>> = std::sync::Mutex::new(None);

#[ocaml::func]
pub fn functions_keep(f: Function<(isize,), isize>) {
    *KEPT.lock().unwrap() = Some(f);
}

#[ocaml::func]
pub fn functions_kept(x: isize) -> Result<isize, Error> {
    let kept = KEPT.lock().unwrap();
    kept.as_ref().ok_or_else(Error::not_found)?.call(gc, (x,))
}

ocaml::import! {
    /// Applies a function.
    fn apply(f: Function<(isize,), isize>, x: isize) -> isize = "functions.apply";
    fn text_length(text: &str) -> isize = "functions.length";
    fn raise(text: String) = "functions.raise";
    fn missing() = "functions.missing";
    fn not_a_function() = "functions.number";
    fn pair(array: Root<Array<'static, f64>>, text: String) -> (f64, String) = "functions.pair";
}

#[ocaml::func]
pub fn functions_import(x: isize) -> Result<(isize, isize), Error> {
    let double = Function::new(gc, |x: isize| 2 * x);
    Ok((apply(gc, double, x)?, text_length(gc, "four")?))
}

#[ocaml::func]
pub fn functions_import_pair(array: Root<Array<'static, f64>>) -> Result<(f64, String), Error> {
    pair(gc, array, "text".to_owned())
}

#[ocaml::func]
pub fn functions_import_raise(text: String) -> Result<(), Error> {
    raise(gc, text)
}

#[ocaml::func]
pub fn functions_import_missing(which: bool) -> Result<(), Error> {
    if which { missing(gc) } else { not_a_function(gc) }
}

#[ocaml::func]
pub fn functions_many_ints(f: Function<Many<isize>, isize>, arguments: Vec<isize>) -> Result<isize, Error> {
    f.call(gc, (&arguments[..],))
}

/// The arguments stay in OCaml, and so does the result.
#[ocaml::func]
pub fn functions_many_values(f: Function<Many<Value>, Root>, arguments: Vec<Value>) -> Result<Root, Error> {
    ocaml::call!(gc, f, &arguments[..])
}

#[ocaml::func]
pub fn functions_many_texts(f: Function<Many<String>, String>) -> Result<String, Error> {
    f.call(
        gc,
        (&["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"][..],),
    )
}

/// A function that takes more arguments is a function of a type that nobody knows.
#[ocaml::func]
pub fn functions_many_rest(f: Function<Many<isize>, Function<(isize,), isize>>, x: isize) -> Result<isize, Error> {
    let rest = f.call(gc, (&[x][..],))?;
    rest.call(gc, (x,))
}

/// What is registered as `functions.number`, if it is a number, and whether anything is registered as `functions.nothing`.
#[ocaml::func]
pub fn functions_named() -> Result<(isize, bool), Error> {
    let number = ocaml::named_value(gc, "functions.number").ok_or_else(Error::not_found)?;
    let nothing = ocaml::named_value(gc, "functions.nothing");
    Ok((FromValue::from_value(number)?, nothing.is_some()))
}

/// What the function raises, if that is registered as `functions.exception`.
#[ocaml::func]
pub fn functions_named_exception(f: Function<(), ()>) -> Result<Option<isize>, Error> {
    match f.call(gc, ()) {
        Ok(()) => Ok(None),
        Err(error) => match error.exn(gc).filter(|exn| exn.is_registered_as("functions.exception")) {
            Some(exn) => Ok(exn.arguments().next().map(isize::from_value).transpose()?),
            None => Err(error),
        },
    }
}

ocaml::import! {
    fn replaced(x: isize) -> isize = "functions.replaced";
}

#[ocaml::func]
pub fn functions_replaced(x: isize) -> Result<isize, Error> {
    replaced(gc, x)
}

/// Declared by two modules, and looked up by each when it is first used.
mod raced {
    ocaml::import! {
        pub fn raced(x: isize) -> isize = "functions.raced";
    }
}

ocaml::import! {
    fn raced(x: isize) -> isize = "functions.raced";
}

#[ocaml::func]
pub fn functions_raced(x: isize) -> Result<(isize, isize), Error> {
    Ok((raced(gc, x)?, raced::raced(gc, x)?))
}

/// Gives up the runtime, and takes it again inside of that to call the function, `depth` times in each other.
#[ocaml::func]
pub fn functions_released(f: Function<(isize,), isize>, x: isize, depth: usize) -> Result<isize, Error> {
    fn nested(gc: &mut Runtime, f: &Function<(isize,), isize>, x: isize, depth: usize) -> Result<isize, String> {
        let x = f.call(gc, (x,)).map_err(|error| error.to_string())?;
        match depth {
            0 => Ok(x),
            _ => gc.release(|| Runtime::attach(|gc| nested(gc, f, x, depth - 1)).map_err(|error| error.to_string()))?,
        }
    }
    nested(gc, &f, x, depth).map_err(Error::failwith)
}

/// A Rust closure that Rust itself calls, with nothing of OCaml's in between, and which calls itself so.
#[ocaml::func]
pub fn functions_rust_only(depth: isize) -> Result<isize, Error> {
    fn make(gc: &Runtime) -> Function<(isize,), isize> {
        Function::with_runtime(gc, |gc: &mut Runtime, depth: isize| -> Result<isize, Error> {
            let kept = Root::<Value>::new(gc, Value::string(gc, "kept"));
            gc.minor_collection();
            if depth == 0 {
                return Err(Error::failwith("bottom"));
            }
            let below = make(gc).call(gc, (depth - 1,));
            gc.release(|| ());
            gc.poll()?;
            match String::from_value(kept.get(gc))?.as_str() {
                "kept" => below,
                other => Err(Error::failwith(other.to_owned())),
            }
        })
    }
    make(gc).call(gc, (depth,))
}

/// A value whose destructor panics too, thrown.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("while a panic is dropped");
    }
}

#[ocaml::func]
pub fn functions_bomb() -> Function<(), ()> {
    Function::with_runtime(gc, |_: &mut Runtime| {
        if true {
            std::panic::resume_unwind(Box::new(Bomb));
        }
    })
}
