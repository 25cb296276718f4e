//! The end of a domain: its roots go on in another one.

use super::*;
use crate::domain::create_orphan;
use crate::pool::Pool;

#[test]
fn roots_survive_their_domain() {
    let orphans = Orphans::new();
    let (mut main, mut ending) = (Domain::new(), Domain::new());
    let kept = create(&mut main, -1);
    let roots: Vec<_> = (0..3_000).map(|value| create(&mut ending, value)).collect();
    assert_eq!(young(&mut ending).len(), 3_000);
    let late = create(&mut ending, 3_000);
    ending.retire(&orphans, 5);
    assert_eq!((ending.count(), ending.retired_by()), (0, 5));
    assert!(ending.create(0).is_none());
    roots.iter().skip(1_000).for_each(|&root| delete(root));

    main.adopt(&orphans);
    assert!(young(&mut main).contains(&3_000));
    let expected: Vec<_> = (-1..1_000).chain([3_000]).collect();
    assert_eq!(all(&mut main), expected);
    assert!(main.count() < 6);

    roots
        .iter()
        .take(1_000)
        .chain([&kept, &late])
        .for_each(|&root| delete(root));
    finish(main);
    finish(ending);
}

#[test]
fn empty_pools_are_not_handed_on() {
    let orphans = Orphans::new();
    let mut ending = Domain::new();
    delete(create(&mut ending, 1));
    ending.retire(&orphans, 1);
    assert!(orphans.take().is_null());
}

#[test]
fn a_root_made_after_the_end() {
    let orphans = Orphans::new();
    let root = create_orphan(&orphans, 42).expect("memory");
    let mut main = Domain::new();
    main.adopt(&orphans);
    assert_eq!(young(&mut main), [42]);
    delete(root);
    finish(main);
}

#[test]
fn many_threads_leave_orphans() {
    let orphans = Orphans::new();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let orphans = &orphans;
            scope.spawn(move || {
                for value in 0..200 {
                    create_orphan(orphans, thread * 200 + value).expect("memory");
                }
            });
        }
    });
    let mut main = Domain::new();
    main.adopt(&orphans);
    assert_eq!(all(&mut main), (0..800).collect::<Vec<_>>());
    assert_eq!(main.count(), 800);
    let mut roots = Vec::new();
    main.scan_all(|slot| roots.push(NonNull::new(slot.as_ptr()).expect("a slot")));
    assert!(roots.iter().all(|root| Pool::index(root.as_ptr()) == 0));
    roots.into_iter().for_each(delete);
    finish(main);
}
