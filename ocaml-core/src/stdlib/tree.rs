//! The balanced trees of `Map` and `Set`, visited in order.

use crate::conversion_error::ConversionError;
use crate::value::{Kind, Value};

/// Higher than any tree that fits into memory: a tree of height 78 has more than 2^42 nodes.
const MAX_HEIGHT: isize = 128;

/// A kind of tree: blocks with tag 0 whose first field is the left child, and the last two are the right child and the
/// height.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub(super) fields: usize,
    pub(super) what: &'static str,
}

impl Shape {
    /// Whether a value is the empty tree or a node, as far as can be told without visiting it.
    #[inline]
    pub(super) fn check(self, value: Value<'_>) -> Result<(), ConversionError> {
        match value.kind() {
            Kind::Int(0) => Ok(()),
            Kind::Block(0, size) if size == self.fields => Ok(()),
            _ => Err(ConversionError::expected(self.what, value)),
        }
    }
}

/// The nodes of a tree in order. Nothing is allocated on the OCaml heap.
///
/// A child must be lower than its parent, as it is in every tree that OCaml makes. So the path to a node is short
/// whatever the value is.
#[derive(Clone)]
pub(super) struct Nodes<'gc> {
    shape: Shape,
    /// Nodes that come after the subtree, the nearest last, each with its height.
    path: Vec<(Value<'gc>, isize)>,
    /// The subtree to be visited next, of which all nodes are lower than `limit`.
    subtree: Value<'gc>,
    limit: isize,
}

impl<'gc> Nodes<'gc> {
    pub(super) fn new(shape: Shape, tree: Value<'gc>) -> Nodes<'gc> {
        Nodes {
            shape,
            path: Vec::new(),
            subtree: tree,
            limit: MAX_HEIGHT,
        }
    }

    /// Goes down to the first node of the subtree.
    fn descend(&mut self) -> Result<(), ConversionError> {
        while self.subtree.is_block() {
            self.shape.check(self.subtree)?;
            let node = self.subtree;
            // SAFETY: `check` says that the node has so many fields, more than one.
            let (left, height) = unsafe { (node.field_unchecked(0), node.field_unchecked(self.shape.fields - 1)) };
            let height = height
                .as_int()
                .filter(|height| *height < self.limit)
                .ok_or_else(|| ConversionError::new(format!("{} that is not balanced", self.shape.what)))?;
            self.path.push((node, height));
            (self.subtree, self.limit) = (left, height);
        }
        self.shape.check(self.subtree)
    }
}

impl<'gc> Iterator for Nodes<'gc> {
    type Item = Result<Value<'gc>, ConversionError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Err(error) = self.descend() {
            // Nothing after this can be relied on.
            self.path.clear();
            self.subtree = Value::none();
            return Some(Err(error));
        }
        let (node, height) = self.path.pop()?;
        // SAFETY: `descend` has checked the node, which has more than two fields.
        self.subtree = unsafe { node.field_unchecked(self.shape.fields - 2) };
        self.limit = height;
        Some(Ok(node))
    }
}
