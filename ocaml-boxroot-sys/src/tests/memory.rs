//! Memory stays within a constant factor of the live roots, whatever the order of deletions.

use std::collections::VecDeque;

use super::*;
use crate::pool::SLOTS;

/// Pools that `live` roots may take.
fn bound(live: usize) -> usize {
    live.div_ceil(SLOTS) * 5 / 2 + 2
}

#[test]
fn one_root_at_a_time_stays_in_one_pool() {
    let mut domain = Domain::new();
    for value in 0..100_000 {
        delete(create(&mut domain, value));
    }
    assert_eq!(domain.count(), 1);
    finish(domain);
}

#[test]
fn first_in_first_out() {
    for live in [1, 100, 10_000] {
        let (mut domain, mut queue) = (Domain::new(), VecDeque::new());
        for value in 0..200_000 {
            queue.push_back(create(&mut domain, value));
            if queue.len() > live {
                delete(queue.pop_front().expect("not empty"));
            }
        }
        assert!(domain.count() <= bound(live + 1), "{live}: {}", domain.count());
        queue.into_iter().for_each(delete);
        finish(domain);
    }
}

#[test]
fn last_in_first_out() {
    let (mut domain, mut stack) = (Domain::new(), Vec::new());
    for round in 0..50 {
        for value in 0..10_000 {
            stack.push(create(&mut domain, value));
        }
        let keep = if round % 2 == 0 { 100 } else { 0 };
        stack.drain(keep..).rev().for_each(delete);
    }
    assert!(domain.count() <= bound(10_100), "{}", domain.count());
    stack.into_iter().for_each(delete);
    finish(domain);
}

#[test]
fn a_million_roots_deleted_at_random() {
    let (mut domain, mut random) = (Domain::new(), Random(7));
    let mut roots: Vec<_> = (0..1_000_000).map(|value| create(&mut domain, value)).collect();
    let full = domain.count();
    assert!(full <= bound(1_000_000), "{full}");
    for value in 0..2_000_000 {
        let index = random.below(roots.len());
        delete(std::mem::replace(&mut roots[index], create(&mut domain, value)));
    }
    assert!(domain.count() <= bound(1_000_000), "{}", domain.count());
    for _ in 0..990_000 {
        delete(roots.swap_remove(random.below(roots.len())));
    }
    let left = all(&mut domain);
    assert_eq!(left.len(), 10_000);
    roots.into_iter().for_each(delete);
    assert_eq!(all(&mut domain), [0isize; 0]);
    // Young pools are kept, so that the young list stays valid.
    assert_eq!(young(&mut domain), [0isize; 0]);
    for _ in 0..20 {
        all(&mut domain);
    }
    assert!(domain.count() <= 2, "{}", domain.count());
    finish(domain);
}

#[test]
fn long_lived_neighbours_do_not_make_memory_grow() {
    let mut domain = Domain::new();
    let old: Vec<_> = (0..50_000).map(|value| create(&mut domain, value)).collect();
    for _ in 0..100 {
        let short: Vec<_> = (0..20_000).map(|value| create(&mut domain, value)).collect();
        short.into_iter().for_each(delete);
    }
    assert!(domain.count() <= bound(70_000), "{}", domain.count());
    old.into_iter().for_each(delete);
    finish(domain);
}
