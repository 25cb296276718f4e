//! Tuples of 2 to 21 elements.

use super::{FromValue, IntoValue};
use crate::alloc;
use crate::block::Block;
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::Value;

macro_rules! tuple {
    ($size:literal: $($type:ident $index:tt),*) => {
        // SAFETY: the block is checked for tag and size, each field by its own type.
        unsafe impl<'gc, $($type: FromValue<'gc>),*> FromValue<'gc> for ($($type,)*) {
            const CHECKED: bool = true $(&& $type::CHECKED)*;

            #[inline]
            fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
                let block = Block::expect(value, 0, $size, concat!("a tuple of ", $size))?;
                Ok(($(block.field::<$type>($index, concat!("tuple.", $index))?,)*))
            }
        }

        // SAFETY: a block with tag 0, as OCaml makes for a tuple.
        unsafe impl<'gc, $($type: IntoValue<'gc>),*> IntoValue<'gc> for ($($type,)*) {
            #[inline]
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                alloc::block(gc, 0, [$(self.$index.into_value(gc)),*])
            }
        }
    };
}

tuple!(2: A 0, B 1);
tuple!(3: A 0, B 1, C 2);
tuple!(4: A 0, B 1, C 2, D 3);
tuple!(5: A 0, B 1, C 2, D 3, E 4);
tuple!(6: A 0, B 1, C 2, D 3, E 4, F 5);
tuple!(7: A 0, B 1, C 2, D 3, E 4, F 5, G 6);
tuple!(8: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7);
tuple!(9: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8);
tuple!(10: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9);
tuple!(11: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10);
tuple!(12: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11);
tuple!(13: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12);
tuple!(14: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13);
tuple!(15: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14);
tuple!(16: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14, P 15);
tuple!(17: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14, P 15,
    Q 16);
tuple!(18: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14, P 15,
    Q 16, R 17);
tuple!(19: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14, P 15,
    Q 16, R 17, S 18);
tuple!(20: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14, P 15,
    Q 16, R 17, S 18, T 19);
tuple!(21: A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11, M 12, N 13, O 14, P 15,
    Q 16, R 17, S 18, T 19, U 20);
