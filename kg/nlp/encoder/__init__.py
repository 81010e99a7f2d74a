"""The language model that travels with the package: one encoder with many heads, run by onnxruntime behind spaCy."""
