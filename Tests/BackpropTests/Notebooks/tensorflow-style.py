import tensorflow as tf

x = tf.constant([[1.0, -1.0], [2.0, 0.5]])
W = tf.Variable([[0.5], [-0.25]])
b = tf.Variable([0.1])
z = tf.matmul(x, W) + b
a = tf.nn.sigmoid(z)
loss = tf.reduce_mean(tf.square(a - 0.5))
