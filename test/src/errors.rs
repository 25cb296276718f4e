//! Errors become exceptions: the standard ones, registered ones, Rust errors, conversion errors.

use ocaml::{Error, Exn, Int, Value};

#[ocaml::func]
pub fn errors_raise(which: &str) -> Result<Int, Error> {
    Err(match which {
        "failwith" => Error::failwith("message"),
        "invalid_argument" => Error::invalid_argument("message"),
        "not_found" => Error::not_found(),
        "end_of_file" => Error::end_of_file(),
        "zero_divide" => Error::zero_divide(),
        "stack_overflow" => Error::stack_overflow(),
        "out_of_memory" => Error::out_of_memory(),
        "sys_error" => Error::sys_error("message"),
        "sys_blocked_io" => Error::sys_blocked_io(),
        "match_failure" => Error::match_failure("file.ml", 1, 2),
        "assert_failure" => Error::assert_failure("file.ml", 3, 4),
        "undefined_recursive_module" => Error::undefined_recursive_module("file.ml", 5, 6),
        "array_bound_error" => Error::array_bound_error(),
        "named_constant" => Error::named("errors_constant"),
        "named_one" => Error::named("errors_one").with("payload".to_owned()),
        "named_two" => Error::named("errors_two").with("payload".to_owned()).with(42isize),
        "unregistered" => Error::named("errors_nobody").with(1isize),
        "registered_value" => Error::named("errors_value").with(1isize),
        "registered_function" => Error::named("errors_function").with(1isize),
        other => Error::invalid_argument(format!("no error {other}")),
    })
}

#[ocaml::func]
pub fn errors_parse(text: &str) -> Result<Int, Error> {
    let number: Int = text.trim().parse()?;
    if number < 0 {
        return Err(Error::invalid_argument("negative"));
    }
    Ok(number)
}

#[ocaml::func]
pub fn errors_early_return(x: Int) -> Int {
    if x < 0 {
        return 0;
    }
    x * 2
}

#[ocaml::func]
pub fn errors_reraise(exception: Exn) -> Result<(), Error> {
    Err(Error::exception(gc, exception))
}

/// The error owns a buffer and a boxed error.
#[ocaml::func]
pub fn errors_with_buffer(size: usize) -> Result<Int, Error> {
    #[derive(Debug)]
    struct Owner(Vec<u8>);
    impl std::fmt::Display for Owner {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "{} bytes", self.0.capacity())
        }
    }
    impl std::error::Error for Owner {}
    // Only the ends are written: filling it would take longer than all the rest.
    let mut buffer = std::hint::black_box(Vec::with_capacity(size));
    buffer.push(1);
    let last = buffer.spare_capacity_mut().last_mut().expect("more than one byte");
    std::hint::black_box(last).write(1);
    Err(Owner(buffer))?
}

#[ocaml::func]
pub fn errors_conversion(first: Int, second: u8, third: &str) -> Int {
    first + Int::from(second) + third.len() as Int
}

/// The same with an implicit token and borrowed arguments.
#[ocaml::func]
pub fn errors_conversion_inline(first: Int, second: u8, third: &str) -> Value {
    Value::string(gc, &format!("{first} {second} {third}"))
}

/// A value that is not a block, where one is expected.
#[ocaml::func]
pub fn errors_wrong_type(value: Value, target: &str) -> Result<(), Error> {
    use ocaml::FromValue;
    match target {
        "string" => drop(String::from_value(value)?),
        "bytes" => drop(Vec::<u8>::from_value(value)?),
        "float" => drop(f64::from_value(value)?),
        "int" => drop(isize::from_value(value)?),
        "int64" => drop(i64::from_value(value)?),
        "tuple" => drop(<(Value, Value)>::from_value(value)?),
        "array" => drop(Vec::<Value>::from_value(value)?),
        "list" => drop(std::collections::LinkedList::<Value>::from_value(value)?),
        "option" => drop(Option::<Value>::from_value(value)?),
        "result" => drop(Result::<Value, Value>::from_value(value)?),
        "record" => _ = crate::records::Example::from_value(value)?,
        "floats" => _ = crate::records::Point::from_value(value)?,
        "variant" => drop(crate::variants::Shape::from_value(value)?),
        _ => return Err(Error::not_found()),
    }
    Ok(())
}

#[ocaml::func]
pub fn errors_int_val(value: Value) -> Int {
    value.int_val()
}
