//! `&Function` and `&Root` as arguments: roots in the frame of the function.

use std::thread;

use ocaml::{Array, Custom, Error, Function, Int, List, Root, Runtime, Value};

/// `Gc.compact ()` or whatever `f` does, between the uses of all arguments.
#[ocaml::func]
pub fn frames_all(
    f: &Function<(Int,), Int>,
    value: &Root,
    array: &Root<Array<'static, String>>,
    list: &Root<List<'static, Int>>,
    text: String,
) -> Result<(Int, Value, String, Int, String), Error> {
    let mut sum = 0;
    for i in 0..3 {
        sum += f.call(gc, (i,))?;
    }
    let joined = array.get(gc).iter().collect::<Result<Vec<_>, _>>()?.concat();
    let total = list.get(gc).iter().sum::<Result<Int, _>>()?;
    Ok((sum, value.get(gc), joined, total, text))
}

#[ocaml::func]
pub fn frames_count(f: &Function<(Int,), Int>, n: Int) -> Result<Int, Error> {
    let mut sum = 0;
    for i in 0..n {
        sum += f.call(gc, (i,))?;
    }
    Ok(sum)
}

/// Neither needs the token.
#[ocaml::func]
pub fn frames_same(f: &Function<(Int,), Int>) -> &Function<(Int,), Int> {
    f
}

#[ocaml::func]
pub fn frames_same_root(root: &Root) -> &Root {
    root
}

/// The last argument does not fit: the frames of the others are not there yet.
#[ocaml::func]
pub fn frames_misfit(f: &Function<(Int,), Int>, _root: &Root, small: u8) -> Result<Int, Error> {
    f.call(gc, (Int::from(small),))
}

#[ocaml::func]
pub fn frames_panic(f: &Function<(), ()>, root: &Root) -> Result<(), Error> {
    f.call(gc, ())?;
    assert!(root.get(gc).is_int(), "not an int");
    Ok(())
}

/// Written in the shim itself: the token has a name in the body only.
#[ocaml::func(my_gc)]
pub fn frames_named_token(f: &Function<(Value,), Int>, value: &Root) -> Result<Int, Error> {
    let value = value.get(my_gc);
    ocaml::call!(my_gc, f, value)
}

/// More arguments than bytecode passes one by one.
#[ocaml::func]
pub fn frames_six(a: &Root, b: &Root, c: &Root, d: &Root, e: &Root, f: &Function<(), ()>) -> Result<Vec<Value>, Error> {
    f.call(gc, ())?;
    let gc = &*gc;
    Ok([a, b, c, d, e].map(|root| root.get(gc)).to_vec())
}

#[ocaml::func(blocking)]
pub fn frames_blocking(f: &Function<(Int,), Int>, x: Int) -> Result<Int, String> {
    call_elsewhere(f, x)
}

/// On another thread, while this one waits without the runtime.
#[ocaml::func]
pub fn frames_elsewhere(f: &Function<(Int,), Int>, x: Int) -> Result<Int, Error> {
    gc.release(|| call_elsewhere(f, x)).map_err(Error::failwith)
}

fn call_elsewhere(f: &Function<(Int,), Int>, x: Int) -> Result<Int, String> {
    thread::scope(|scope| {
        let called = scope.spawn(|| {
            Runtime::attach(|gc| {
                gc.minor_collection();
                f.call(gc, (x,)).map_err(|error| error.to_string())
            })
        });
        called.join().expect("no panic").map_err(|error| error.to_string())?
    })
}

#[derive(Custom)]
#[ocaml(name = "frames_holder")]
pub struct Holder {
    calls: Int,
}

#[ocaml::methods(prefix = "frames_holder")]
impl Holder {
    pub fn new(_unit: ()) -> Self {
        Holder { calls: 0 }
    }

    /// Two kinds of holders in one shim.
    pub fn call<'gc>(
        &mut self,
        gc: &'gc mut Runtime,
        f: &Function<(Int,), Int>,
        value: &Root,
    ) -> Result<(Int, Value<'gc>), Error> {
        self.calls += 1;
        let result = f.call(gc, (self.calls,))?;
        Ok((result, value.get(gc)))
    }
}
