//! Searching an array of atomic bytes, each 0 or 1, in chunks of 64.
//!
//! Other threads may turn a 0 into a 1 meanwhile; the answer then holds for some moment of the call, byte by byte.

use core::sync::atomic::AtomicU8;
#[cfg(any(miri, not(any(target_arch = "x86_64", target_arch = "aarch64"))))]
use core::sync::atomic::Ordering;

/// Bytes looked at together.
pub(crate) const CHUNK: usize = 64;

/// Which bytes of a chunk are 1: an iterator of their indices in the chunk, ascending.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Ones(u64);

impl Ones {
    /// None of them.
    pub(crate) const NONE: Ones = Ones(0);

    /// Whether all bytes of the chunk are 1.
    #[inline(always)]
    pub(crate) fn all(self) -> bool {
        self.0 == u64::MAX
    }

    /// The others, from index `from` on.
    #[inline(always)]
    fn zeros(self, from: usize) -> Ones {
        Ones(!self.0 & u64::MAX << from)
    }
}

impl Iterator for Ones {
    type Item = usize;

    #[inline(always)]
    fn next(&mut self) -> Option<usize> {
        let first = (self.0 != 0).then(|| self.0.trailing_zeros() as usize);
        self.0 &= self.0.wrapping_sub(1);
        first
    }

    #[inline(always)]
    fn count(self) -> usize {
        self.0.count_ones() as usize
    }
}

/// The ones of a chunk.
#[inline(always)]
fn ones(bytes: &[AtomicU8], chunk: usize) -> Ones {
    let bytes = &bytes[chunk * CHUNK..(chunk + 1) * CHUNK];
    let mut bits = 0;
    for (index, word) in bytes.chunks_exact(8).enumerate() {
        let word = word.first_chunk().expect("eight bytes");
        // Each byte is 0 or 1: the product has them side by side in its highest byte, the first one lowest.
        let packed = load(word).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits |= packed << (index * 8);
    }
    Ones(bits)
}

/// Eight relaxed loads, the first byte lowest.
#[inline(always)]
fn load(bytes: &[AtomicU8; 8]) -> u64 {
    #[cfg(all(not(miri), any(target_arch = "x86_64", target_arch = "aarch64")))]
    {
        let loaded: u64;
        // SAFETY: reads the eight bytes of the array. The instruction acts as eight relaxed byte loads, which atomics
        // of different size could not express.
        unsafe {
            #[cfg(target_arch = "x86_64")]
            core::arch::asm!("mov {}, qword ptr [{}]", out(reg) loaded, in(reg) bytes,
                options(nostack, readonly, preserves_flags));
            #[cfg(target_arch = "aarch64")]
            core::arch::asm!("ldr {}, [{}]", out(reg) loaded, in(reg) bytes,
                options(nostack, readonly, preserves_flags));
        }
        u64::from_le(loaded)
    }
    #[cfg(any(miri, not(any(target_arch = "x86_64", target_arch = "aarch64"))))]
    {
        bytes
            .iter()
            .rev()
            .fold(0, |word, byte| word << 8 | u64::from(byte.load(Ordering::Relaxed)))
    }
}

/// The first chunk at or after `chunk` that holds a one, and its ones.
#[inline(always)]
pub(crate) fn find_ones(bytes: &[AtomicU8], chunk: usize) -> Option<(usize, Ones)> {
    (chunk..bytes.len() / CHUNK)
        .map(|chunk| (chunk, ones(bytes, chunk)))
        .find(|&(_, ones)| ones != Ones::NONE)
}

/// The end of the chunks at and after `chunk` that hold ones only.
#[inline(always)]
pub(crate) fn end_of_ones(bytes: &[AtomicU8], chunk: usize) -> usize {
    let chunks = bytes.len() / CHUNK;
    (chunk..chunks)
        .find(|&chunk| !ones(bytes, chunk).all())
        .unwrap_or(chunks)
}

/// Calls `visit` with the index of each zero at or after `from`.
#[inline(always)]
pub(crate) fn each_zero(bytes: &[AtomicU8], from: usize, mut visit: impl FnMut(usize)) {
    let mut from_in_chunk = from % CHUNK;
    for chunk in from / CHUNK..bytes.len() / CHUNK {
        ones(bytes, chunk)
            .zeros(from_in_chunk)
            .for_each(|index| visit(chunk * CHUNK + index));
        from_in_chunk = 0;
    }
}

/// Whether no byte is 0.
pub(crate) fn all_ones(bytes: &[AtomicU8]) -> bool {
    end_of_ones(bytes, 0) == bytes.len() / CHUNK
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Chunks where only the bytes of `except` differ from `byte`.
    fn bytes(chunks: usize, byte: u8, except: &[usize]) -> Vec<AtomicU8> {
        (0..chunks * CHUNK)
            .map(|index| AtomicU8::new(byte ^ u8::from(except.contains(&index))))
            .collect()
    }

    #[test]
    fn each_byte_has_its_bit() {
        for index in 0..CHUNK {
            assert_eq!(ones(&bytes(1, 0, &[index]), 0), Ones(1 << index));
            assert_eq!(ones(&bytes(1, 1, &[index]), 0), Ones(!(1 << index)));
        }
    }

    #[test]
    fn finds_ones() {
        let row = bytes(4, 0, &[3, 63, 64, 250]);
        let found = |from| find_ones(&row, from).map(|(chunk, ones)| (chunk, ones.collect::<Vec<_>>()));
        assert_eq!(found(0), Some((0, vec![3, 63])));
        assert_eq!(found(1), Some((1, vec![0])));
        assert_eq!(found(2), Some((3, vec![58])));
        assert_eq!(found(4), None);
        let row = bytes(4, 1, &[200]);
        assert!(find_ones(&row, 1).expect("some").1.all());
        assert_eq!((end_of_ones(&row, 0), end_of_ones(&row, 4)), (3, 4));
    }

    #[test]
    fn finds_zeros() {
        let row = bytes(3, 1, &[2, 16, 150]);
        let seen = |from| {
            let mut seen = Vec::new();
            each_zero(&row, from, |index| seen.push(index));
            seen
        };
        assert_eq!(seen(0), [2, 16, 150]);
        assert_eq!(seen(3), [16, 150]);
        assert_eq!(seen(150), [150]);
        assert_eq!(seen(151), [0usize; 0]);
        assert_eq!(seen(192), [0usize; 0]);
        assert!(!all_ones(&row));
        assert!(all_ones(&row[64..128]));
    }
}
