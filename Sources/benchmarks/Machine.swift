import Glibc

/// What the measurements were made on.
struct Machine {
  let model: String
  let cores: Int

  init() {
    let lines = TextFile.read("/proc/cpuinfo")?.split(separator: "\n") ?? []
    let line = lines.first { $0.hasPrefix("model name") }
    model =
      line.flatMap { $0.split(separator: ":").dropFirst().first }
      .map { String($0.drop { $0 == " " }) } ?? "unknown"
    cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
  }

  var text: String { "machine: \(model), \(cores) cores" }
  var json: String { "{\"model\": \(Section.quoted(model)), \"cores\": \(cores)}" }
}
