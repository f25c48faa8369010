import CNcurses
import Glibc

extension Terminal {
  /// The columns of the terminal that standard output goes to; `nil` if it is a file or a pipe, or does not tell.
  public static var outputColumns: Int? {
    var window = winsize()
    guard cn_window_size(STDOUT_FILENO, &window) == 0, window.ws_col > 0 else { return nil }
    return Int(window.ws_col)
  }
}
