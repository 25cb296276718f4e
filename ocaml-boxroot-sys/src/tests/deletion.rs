//! Deletions from other threads while the owner creates and collects.

use std::sync::mpsc;
use std::thread;

use super::*;

/// A root on its way to the thread that deletes it.
struct Sent(NonNull<isize>);

// SAFETY: the receiver only reads the slot before it deletes the root.
unsafe impl Send for Sent {}

#[test]
fn other_threads_delete() {
    const ROOTS: isize = if cfg!(miri) { 3_000 } else { 400_000 };
    let mut domain = Domain::new();
    thread::scope(|scope| {
        let senders: Vec<_> = (0..4)
            .map(|_| {
                let (sender, receiver) = mpsc::sync_channel::<(Sent, isize)>(512);
                scope.spawn(move || {
                    for (root, value) in receiver {
                        assert_eq!(get(root.0), value);
                        delete(root.0);
                    }
                });
                sender
            })
            .collect();
        for value in 0..ROOTS {
            let root = create(&mut domain, value);
            assert_eq!(get(root), value);
            senders[value as usize % 4]
                .send((Sent(root), value))
                .expect("the thread runs");
            if value % 5_000 == 0 {
                assert!(young(&mut domain).len() <= 8_000);
            }
            if value % 50_000 == 0 {
                assert!(all(&mut domain).len() <= 8_000);
            }
        }
    });
    assert!(domain.count() < 20, "{}", domain.count());
    finish(domain);
}

#[test]
fn deletions_after_the_domain_was_abandoned() {
    let mut domain = Domain::new();
    let roots: Vec<_> = (0..2_000).map(|value| Sent(create(&mut domain, value))).collect();
    domain.abandon();
    assert_eq!(domain.count(), 0);
    thread::spawn(move || roots.into_iter().for_each(|root| delete(root.0)))
        .join()
        .expect("no panic");
}

/// OCaml 4's compaction points at the slots that it has visited until it visits them again.
#[test]
fn pools_emptied_during_a_collection_outlive_it() {
    let mut domain = Domain::new();
    let roots: Vec<_> = (0..10 * crate::pool::SLOTS as isize)
        .map(|value| create(&mut domain, value))
        .collect();
    let pools = domain.count();
    let mut left = roots.into_iter();
    domain.scan_all(|_| {
        // Another thread deletes them all as soon as the first one has been visited.
        left.by_ref().for_each(delete);
    });
    assert_eq!(domain.count(), pools);
    finish(domain);
}
