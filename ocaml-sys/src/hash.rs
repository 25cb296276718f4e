//! `Hashtbl.hash` and its parts (`hash.h`).

use crate::{Intnat, Value};

unsafe extern "C" {
    /// `Hashtbl.seeded_hash_param count limit seed value`, all as OCaml integers.
    pub fn caml_hash(count: Value, limit: Value, seed: Value, value: Value) -> Value;
    /// Mixes 32 bits into a hash.
    pub fn caml_hash_mix_uint32(hash: u32, data: u32) -> u32;
    /// Mixes a word into a hash.
    pub fn caml_hash_mix_intnat(hash: u32, data: Intnat) -> u32;
    /// Mixes 64 bits into a hash.
    pub fn caml_hash_mix_int64(hash: u32, data: i64) -> u32;
    /// Mixes a 64-bit float into a hash; equal numbers count as equal bits.
    pub fn caml_hash_mix_double(hash: u32, data: f64) -> u32;
    /// Mixes a 32-bit float into a hash.
    pub fn caml_hash_mix_float(hash: u32, data: f32) -> u32;
    /// Mixes an OCaml string into a hash.
    pub fn caml_hash_mix_string(hash: u32, string: Value) -> u32;
}
