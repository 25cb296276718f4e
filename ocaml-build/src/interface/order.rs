//! The order of what depends on each other: Tarjan's algorithm.

/// The strongly connected components of a graph, each after what it depends on. `edges[n]` is what node `n` depends on. The
/// result depends on the numbers of the nodes only; each component is sorted.
pub fn components(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut search = Search {
        edges,
        index: vec![None; edges.len()],
        low: vec![0; edges.len()],
        on_stack: vec![false; edges.len()],
        stack: Vec::new(),
        next: 0,
        found: Vec::new(),
    };
    for node in 0..edges.len() {
        if search.index[node].is_none() {
            search.visit(node);
        }
    }
    search.found
}

struct Search<'a> {
    edges: &'a [Vec<usize>],
    index: Vec<Option<usize>>,
    low: Vec<usize>,
    on_stack: Vec<bool>,
    stack: Vec<usize>,
    next: usize,
    found: Vec<Vec<usize>>,
}

impl Search<'_> {
    fn visit(&mut self, node: usize) {
        let index = self.next;
        self.next += 1;
        (self.index[node], self.low[node]) = (Some(index), index);
        self.stack.push(node);
        self.on_stack[node] = true;
        for &next in &self.edges[node] {
            match self.index[next] {
                None => {
                    self.visit(next);
                    self.low[node] = self.low[node].min(self.low[next]);
                }
                Some(seen) if self.on_stack[next] => self.low[node] = self.low[node].min(seen),
                Some(_) => {}
            }
        }
        if self.low[node] == index {
            let start = self.stack.iter().position(|on| *on == node).unwrap_or(0);
            let mut component = self.stack.split_off(start);
            component.iter().for_each(|node| self.on_stack[*node] = false);
            component.sort_unstable();
            self.found.push(component);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn what_is_needed_comes_first() {
        assert_eq!(components(&[vec![2], vec![], vec![1]]), [[1], [2], [0]]);
        assert_eq!(components(&[vec![1], vec![0, 2], vec![2]]), [vec![2], vec![0, 1]]);
    }
}
