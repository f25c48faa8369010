/// The lessons that are part of the program, so that it can be copied anywhere alone.
public enum BuiltInLessons {
  /// Each lesson's file name with its bytes, in the order of the menu.
  public static let files: [(name: String, bytes: [UInt8])] = [
    ("03-two-nodes.md", PackageResources._3_two_nodes_md),
    ("04-one-unit.md", PackageResources._4_one_unit_md),
    ("05-simple-network.md", PackageResources._5_simple_network_md),
    ("07-two-layer-relu.md", PackageResources._7_two_layer_relu_md),
  ]
}
