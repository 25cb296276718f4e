//! Random histories against a model that knows the live roots and the young ones.

use std::collections::BTreeSet;
use std::ptr::NonNull;

use super::*;
use crate::pool::Pool;

#[derive(Default)]
struct Model {
    live: Vec<(NonNull<isize>, isize)>,
    young: BTreeSet<isize>,
    made: isize,
}

impl Model {
    fn create(&mut self, domain: &mut Domain) {
        self.made += 1;
        self.live.push((create(domain, self.made), self.made));
        self.young.insert(self.made);
    }

    fn delete(&mut self, index: usize) {
        let (slot, value) = self.live.swap_remove(index);
        assert_eq!(get(slot), value);
        delete(slot);
        self.young.remove(&value);
    }

    fn check_all(&self, domain: &mut Domain) {
        let mut values: Vec<_> = self.live.iter().map(|&(_, value)| value).collect();
        values.sort_unstable();
        assert_eq!(all(domain), values);
    }

    /// A minor collection may visit too much, never too little.
    fn check_young(&mut self, domain: &mut Domain) {
        let values: BTreeSet<_> = young(domain).into_iter().collect();
        assert!(self.young.is_subset(&values));
        assert!(
            values
                .iter()
                .all(|value| self.live.iter().any(|(_, live)| live == value))
        );
        self.young.clear();
        assert_eq!(young(domain), [0isize; 0]);
    }
}

#[test]
fn random_histories() {
    for seed in 1..=40 {
        let (mut random, mut model, mut domain) = (Random(seed), Model::default(), Domain::new());
        let target = [3, 300, 3000][seed as usize % 3];
        for _ in 0..12_000 {
            let step = random.below(2000);
            if step == 0 {
                model.check_all(&mut domain);
            } else if step < 6 {
                model.check_young(&mut domain);
            } else if model.live.is_empty() || random.below(2 * target) > model.live.len() {
                model.create(&mut domain);
            } else {
                model.delete(random.below(model.live.len()));
            }
        }
        model.check_all(&mut domain);
        while !model.live.is_empty() {
            model.delete(0);
        }
        finish(domain);
    }
}

#[test]
fn a_root_is_young_until_the_next_minor_collection() {
    let mut domain = Domain::new();
    let is_young = |slot: NonNull<isize>| {
        // SAFETY: the root is alive, so its pool is.
        unsafe { (*Pool::of_slot(slot.as_ptr())).may_be_young(slot.as_ptr()) }
    };
    let old = create(&mut domain, 1);
    assert!(is_young(old));
    assert_eq!(young(&mut domain), [1]);
    assert!(!is_young(old));
    let new = create(&mut domain, 2);
    assert!(!is_young(old) && is_young(new));
    assert_eq!(young(&mut domain), [2]);
    assert_eq!(all(&mut domain), [1, 2]);
    delete(old);
    delete(new);
    finish(domain);
}
