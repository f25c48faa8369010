import Glibc

/// Work on all cores.
enum Threads {
  /// What a thread does.
  ///
  /// A class, because a pointer to it is handed to the thread.
  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Runs something on some threads and returns when all are done.
  static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    var threads: [pthread_t] = []
    for _ in 0..<count {
      let work = Unmanaged.passRetained(Work(body))
      var thread = pthread_t()
      let failure = pthread_create(
        &thread, nil,
        { pointer in
          if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
          return nil
        }, work.toOpaque())
      if failure == 0 { threads.append(thread) } else { work.release() }
    }
    // Where no thread can be had the work is done here.
    if threads.isEmpty { body() }
    for thread in threads { pthread_join(thread, nil) }
  }
}
