"""Makes the tiny networks of the tests of zsl-engine.

Run from the repository's root with Python 3 and the package onnx (made with 1.23.1), without network:
    python zsl-engine/src/test/resources/io/github/zsl4j/engine/make_models.py
sum_diff.onnx  float a [n,3] and b [n,3] -> sum = a + b, diff = a - b
twice.onnx     int64 ids [n] -> int64 twice = ids + ids, float half = ids * 0.5
double.onnx    float x [n] -> double wide = x
types.onnx     float16 half [n], bfloat16 brain [n], double wide [n], int32 int [n], bool flag [n]
               -> half_out = half + half, brain_out = brain, wide_out = wide + wide, int_out = int + int, flag_out = not flag,
               byte_out = uint8(int)
ports.onnx     float x of shape [2,n,?], s of shape [], u of no shape -> x + s, u + s with the same shapes
sequence.onnx  float x [n] -> a sequence of x
weights.onnx   of the format's version 3, where the weight w is among the inputs: float x [n] -> y = x * w, with w = 3
external.onnx  float x [n,256] -> y = x + w, with w = 0, 1, 2 ... 255 in external.onnx_data
future.onnx    of operator set 99
unknown.onnx   with an operator that no one has
lacking.onnx   with an operator that ONNX Runtime has for other types only
text.onnx      a text goes in, of a type that no tensor of ours has
"""
import os

import numpy
from onnx import TensorProto, checker, helper, numpy_helper, save

FLOAT, INT64, DOUBLE = TensorProto.FLOAT, TensorProto.INT64, TensorProto.DOUBLE
HALF, BRAIN, INT32 = TensorProto.FLOAT16, TensorProto.BFLOAT16, TensorProto.INT32
BYTE, FLAG, STRING = TensorProto.UINT8, TensorProto.BOOL, TensorProto.STRING
HERE = os.path.dirname(__file__)


def value(name, kind, *shape):
    return helper.make_tensor_value_info(name, kind, list(shape))


def write(name, nodes, inputs, outputs, constants=(), version=8, opset=13, check=True, **how):
    graph = helper.make_graph(nodes, name, inputs, outputs, initializer=list(constants))
    model = helper.make_model(graph, producer_name='zsl4j tests', opset_imports=[helper.make_opsetid('', opset)])
    model.ir_version = version
    if check:
        checker.check_model(model, full_check=True)
    save(model, os.path.join(HERE, name + '.onnx'), **how)


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
    write_types()
    write_headers()
    write_misfits()


def write_types():
    node = helper.make_node
    write('types',
          [node('Add', ['half', 'half'], ['half_out']), node('Cast', ['brain'], ['brain_float'], to=FLOAT),
           node('Cast', ['brain_float'], ['brain_out'], to=BRAIN), node('Add', ['wide', 'wide'], ['wide_out']),
           node('Add', ['int', 'int'], ['int_out']), node('Not', ['flag'], ['flag_out']),
           node('Cast', ['int'], ['byte_out'], to=BYTE)],
          [value('half', HALF, 'n'), value('brain', BRAIN, 'n'), value('wide', DOUBLE, 'n'), value('int', INT32, 'n'),
           value('flag', FLAG, 'n')],
          [value('half_out', HALF, 'n'), value('brain_out', BRAIN, 'n'), value('wide_out', DOUBLE, 'n'),
           value('int_out', INT32, 'n'), value('flag_out', FLAG, 'n'), value('byte_out', BYTE, 'n')])


def write_headers():
    node = helper.make_node
    shapeless = helper.make_tensor_value_info('u', FLOAT, None)
    write('ports',
          [node('Add', ['x', 's'], ['x_out']), node('Add', ['u', 's'], ['u_out'])],
          [value('x', FLOAT, 2, 'n', None), value('s', FLOAT), shapeless],
          [value('x_out', FLOAT, 2, 'n', None), helper.make_tensor_value_info('u_out', FLOAT, None)],
          check=False)  # the checker asks for shapes, the engine does not
    write('sequence', [node('SequenceConstruct', ['x'], ['list'])], [value('x', FLOAT, 'n')],
          [helper.make_tensor_sequence_value_info('list', FLOAT, ['n'])])
    write('weights', [node('Mul', ['x', 'w'], ['y'])], [value('w', FLOAT), value('x', FLOAT, 'n')],
          [value('y', FLOAT, 'n')], [helper.make_tensor('w', FLOAT, [], [3])], version=3, opset=8)
    weight = numpy_helper.from_array(numpy.arange(256, dtype=numpy.float32), 'w')
    data = os.path.join(HERE, 'external.onnx_data')
    if os.path.exists(data):
        os.remove(data)  # onnx would append
    write('external', [node('Add', ['x', 'w'], ['y'])], [value('x', FLOAT, 'n', 256)], [value('y', FLOAT, 'n', 256)],
          [weight], save_as_external_data=True, location='external.onnx_data', size_threshold=0)


def write_misfits():
    node = helper.make_node
    x, y = [value('x', FLOAT, 'n')], [value('y', FLOAT, 'n')]
    write('future', [node('Neg', ['x'], ['y'])], x, y, opset=99, check=False)
    write('unknown', [node('Frobnicate', ['x'], ['y'])], x, y, check=False)
    write('lacking', [node('Cosh', ['x'], ['y'])], [value('x', DOUBLE, 'n')], [value('y', DOUBLE, 'n')])
    write('text', [node('Identity', ['x'], ['y'])], [value('x', STRING, 'n')], [value('y', STRING, 'n')])


main()
