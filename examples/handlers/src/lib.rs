//! A server of sorts: OCaml registers a handler, and a pool of Rust threads calls it for each request.

use std::sync::{Mutex, mpsc};
use std::thread;

use ocaml::{Error, Function, Runtime};

/// `request -> response`
type Handler = Function<(usize,), usize>;

static HANDLER: Mutex<Option<Handler>> = Mutex::new(None);

/// Registers the function that answers requests.
#[ocaml::func]
pub fn handlers_register(handler: Handler) {
    *HANDLER.lock().expect("nothing panics while it holds the handler") = Some(handler);
}

/// Serves that many requests with a pool of threads; the sum of the responses. OCaml's own threads go on meanwhile.
///
/// # Errors
///
/// `Failure` if no handler is registered, or with the text of what the handler raises.
#[ocaml::func]
pub fn handlers_serve(requests: usize, threads: usize) -> Result<usize, Error> {
    let handler = HANDLER
        .lock()
        .expect("nothing panics while it holds the handler")
        .take();
    let handler = handler.ok_or_else(|| Error::failwith("no handler is registered"))?;
    // While this thread waits for the pool, it does not hold the runtime.
    let responses = gc.release(|| {
        thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| Worker::spawn(scope, &handler)).collect();
            for request in 0..requests {
                // The queue is bounded: who asks too fast waits. A worker that has failed says why below.
                let _ = workers[request % threads].queue.send(request);
            }
            workers.into_iter().map(Worker::join).sum::<Result<usize, String>>()
        })
    });
    responses.map_err(Error::failwith)
}

struct Worker<'scope> {
    queue: mpsc::SyncSender<usize>,
    thread: thread::ScopedJoinHandle<'scope, Result<usize, String>>,
}

impl<'scope> Worker<'scope> {
    fn spawn(scope: &'scope thread::Scope<'scope, '_>, handler: &'scope Handler) -> Worker<'scope> {
        let (queue, requests) = mpsc::sync_channel(1024);
        Worker {
            queue,
            thread: scope.spawn(move || serve(&requests, handler)),
        }
    }

    fn join(self) -> Result<usize, String> {
        drop(self.queue);
        self.thread.join().map_err(|_| "a worker has panicked".to_owned())?
    }
}

/// Takes the runtime once for all requests that are waiting, and gives it up when there are none.
fn serve(requests: &mpsc::Receiver<usize>, handler: &Handler) -> Result<usize, String> {
    let mut sum = 0;
    while let Ok(first) = requests.recv() {
        let batch = std::iter::once(first).chain(requests.try_iter().take(256));
        let answered = Runtime::attach(|gc| -> Result<usize, Error> {
            let mut answered = 0;
            for request in batch {
                answered += handler.call(gc, (request,))?;
            }
            Ok(answered)
        });
        // An `Error` belongs to the thread; its text goes anywhere.
        sum += answered
            .map_err(|error| error.to_string())?
            .map_err(|error| error.to_string())?;
    }
    Ok(sum)
}
