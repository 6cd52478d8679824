"""Makes the tiny networks of the tests of zsl-engine.

Run from the repository's root with Python 3 and the package onnx (made with 1.23.1), without network:
    python zsl-engine/src/test/resources/io/github/zsl4j/engine/make_models.py
sum_diff.onnx  float a [n,3] and b [n,3] -> sum = a + b, diff = a - b
twice.onnx     int64 ids [n] -> int64 twice = ids + ids, float half = ids * 0.5
double.onnx    float x [n] -> double wide = x, a type that Tensor does not have
"""
import os

from onnx import TensorProto, checker, helper, save

FLOAT, INT64, DOUBLE = TensorProto.FLOAT, TensorProto.INT64, TensorProto.DOUBLE


def value(name, kind, *shape):
    return helper.make_tensor_value_info(name, kind, list(shape))


def write(name, nodes, inputs, outputs, constants=()):
    graph = helper.make_graph(nodes, name, inputs, outputs, initializer=list(constants))
    model = helper.make_model(graph, producer_name='zsl4j tests', opset_imports=[helper.make_opsetid('', 13)])
    model.ir_version = 8
    checker.check_model(model, full_check=True)
    save(model, os.path.join(os.path.dirname(__file__), name + '.onnx'))


def main():
    node = helper.make_node
    write('sum_diff',
          [node('Add', ['a', 'b'], ['sum']), node('Sub', ['a', 'b'], ['diff'])],
          [value('a', FLOAT, 'n', 3), value('b', FLOAT, 'n', 3)],
          [value('sum', FLOAT, 'n', 3), value('diff', FLOAT, 'n', 3)])
    write('twice',
          [node('Add', ['ids', 'ids'], ['twice']), node('Cast', ['ids'], ['floats'], to=FLOAT),
           node('Mul', ['floats', 'factor'], ['half'])],
          [value('ids', INT64, 'n')],
          [value('twice', INT64, 'n'), value('half', FLOAT, 'n')],
          [helper.make_tensor('factor', FLOAT, [], [0.5])])
    write('double', [node('Cast', ['x'], ['wide'], to=DOUBLE)], [value('x', FLOAT, 'n')], [value('wide', DOUBLE, 'n')])


main()
