/// The lessons that are part of the program, so that it can be copied anywhere alone.
public enum BuiltInLessons {
  /// Each lesson's file name with its bytes, in the order of the menu.
  public static let files: [(name: String, bytes: [UInt8])] = [
    ("01-derivatives-by-nudging.md", PackageResources._1_derivatives_by_nudging_md),
    ("02-symbolic-derivatives.md", PackageResources._2_symbolic_derivatives_md),
    ("03-two-nodes.md", PackageResources._3_two_nodes_md),
    ("04-one-unit.md", PackageResources._4_one_unit_md),
    ("05-simple-network.md", PackageResources._5_simple_network_md),
    ("06-why-right-to-left.md", PackageResources._6_why_right_to_left_md),
    ("07-two-layer-relu.md", PackageResources._7_two_layer_relu_md),
    ("08-paths.md", PackageResources._8_paths_md),
    ("09-gates.md", PackageResources._9_gates_md),
    ("10-sigmoid-neuron.md", PackageResources._0_sigmoid_neuron_md),
    ("11-gradient-descent.md", PackageResources._1_gradient_descent_md),
    ("12-your-turn.md", PackageResources._2_your_turn_md),
    ("13-examples.md", PackageResources._3_examples_md),
    ("14-layer.md", PackageResources._4_layer_md),
    ("15-layer-backward.md", PackageResources._5_layer_backward_md),
    ("16-softmax.md", PackageResources._6_softmax_md),
    ("17-shared-weights.md", PackageResources._7_shared_weights_md),
    ("18-normalisation.md", PackageResources._8_normalisation_md),
    ("19-attention.md", PackageResources._9_attention_md),
    ("20-in-code.md", PackageResources._0_in_code_md),
    ("21-steps.md", PackageResources._1_steps_md),
    ("22-train-it.md", PackageResources._2_train_it_md),
  ]
}
