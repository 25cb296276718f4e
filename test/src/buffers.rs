//! What OCaml can write to, in place: float arrays, bytes, buffers, references.

use ocaml::{Buffer, Bytes, Error, FloatArray, Int, Ref, Root};

#[ocaml::func]
pub fn buffers_floats_sum(floats: FloatArray) -> f64 {
    floats.iter().sum()
}

#[ocaml::func]
pub fn buffers_floats_get(floats: FloatArray, index: usize) -> Result<f64, Error> {
    floats.get(index)
}

/// Doubles each element in place.
#[ocaml::func]
pub fn buffers_floats_double(floats: FloatArray) -> Result<(), Error> {
    for (index, float) in floats.iter().enumerate() {
        floats.set(index, float * 2.)?;
    }
    floats.set(floats.len(), 0.)
}

#[ocaml::func]
pub fn buffers_floats_copy(floats: FloatArray) -> FloatArray {
    let copy = floats.to_vec();
    assert_eq!(floats.iter().len(), copy.len());
    FloatArray::from_slice(gc, &copy)
}

#[ocaml::func]
pub fn buffers_floats_same(floats: FloatArray) -> FloatArray {
    floats
}

#[ocaml::func]
pub fn buffers_bytes_get(bytes: Bytes, index: usize) -> Result<u8, Error> {
    bytes.get(index)
}

#[ocaml::func]
pub fn buffers_bytes_set(bytes: Bytes, index: usize, byte: u8) -> Result<(), Error> {
    // SAFETY: `bytes` in OCaml, and not lent.
    unsafe { bytes.set(index, byte) }
}

#[ocaml::func]
pub fn buffers_bytes_blit(bytes: Bytes, index: usize, source: Vec<u8>) -> Result<(), Error> {
    // SAFETY: `bytes` in OCaml, and not lent; the source is a copy.
    unsafe { bytes.copy_from_slice(index, &source) }
}

/// Reversed by reading one by one, and by copying; both must agree.
#[ocaml::func]
pub fn buffers_bytes_reversed(bytes: Bytes) -> Bytes {
    let mut copy = bytes.to_vec();
    copy.reverse();
    assert!(bytes.iter().rev().eq(copy.iter().copied()));
    // SAFETY: nobody writes while the slice is used.
    assert!(unsafe { bytes.as_slice() }.iter().rev().eq(&copy));
    Bytes::from_slice(gc, &copy)
}

/// In place.
#[ocaml::func]
pub fn buffers_bytes_sort(bytes: Bytes) {
    // SAFETY: `bytes` in OCaml, and not lent.
    unsafe { bytes.as_mut_slice() }.sort_unstable();
}

#[ocaml::func]
pub fn buffers_bytes_new(len: usize) -> Bytes {
    Bytes::new(gc, len, |bytes| {
        assert!(bytes.iter().all(|byte| *byte == 0));
        for (index, byte) in bytes.iter_mut().enumerate() {
            *byte = index as u8;
        }
    })
}

/// A panic while a block is filled leaves a complete block behind.
#[ocaml::func]
pub fn buffers_bytes_panic(len: usize) -> Bytes {
    Bytes::new(gc, len, |_| panic!("half done"))
}

/// Kept across a GC point.
#[ocaml::func]
pub fn buffers_rooted(bytes: Root<Bytes<'static>>, floats: Root<FloatArray<'static>>) -> (usize, usize) {
    gc.minor_collection();
    (bytes.get(gc).len(), floats.get(gc).len())
}

#[ocaml::func]
pub fn buffers_buffer_contents(buffer: Buffer) -> Result<Vec<u8>, Error> {
    assert_eq!(buffer.len()?, buffer.to_vec()?.len());
    Ok(buffer.to_vec()?)
}

#[ocaml::func]
pub fn buffers_buffer_make(content: &[u8]) -> Buffer {
    Buffer::from_slice(gc, content)
}

#[ocaml::func]
pub fn buffers_ref_new(content: String) -> Ref<String> {
    Ref::new(gc, content)
}

#[ocaml::func]
pub fn buffers_ref_float(content: f64) -> Ref<f64> {
    Ref::new(gc, content)
}

#[ocaml::func]
pub fn buffers_ref_incr(counter: Ref<Int>) -> Result<(), Error> {
    let next = counter.get()? + 1;
    // SAFETY: `int ref` in OCaml.
    unsafe { counter.set(gc, next) };
    Ok(())
}

#[ocaml::func]
pub fn buffers_ref_append(text: Ref<String>, more: &str) -> Result<(), Error> {
    let text_and_more = text.get()? + more;
    // SAFETY: `string ref` in OCaml.
    unsafe { text.set(gc, text_and_more) };
    Ok(())
}

#[ocaml::func]
pub fn buffers_show(floats: FloatArray, bytes: Bytes, buffer: Buffer, text: Ref<String>) -> String {
    format!("{floats:?} {bytes:?} {buffer:?} {text:?}")
}
