import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")

from training.quantise import BLOCK, HIGHEST, Ranges, block_weights, smoothing, steps


def test_ranges_widen():
    ranges = Ranges()
    ranges.see("x", np.array([[[1.0, -2.0], [3.0, 0.0]]], np.float32))
    ranges.see("x", np.array([[2.0, 5.0]], np.float32))
    assert ranges.low["x"].tolist() == [1.0, -2.0]
    assert ranges.high["x"].tolist() == [3.0, 5.0]


@pytest.mark.parametrize(
    ("low", "high", "zero"),
    [
        ([-1.0], [1.54], 100),  # 254 steps of .01: 0 stands at 100
        ([0.5], [2.55], 0),  # 0 belongs to each range
        ([-2.55, -1.0], [-0.5, -0.1], 255),
    ],
)
def test_steps_hold_zero(low, high, zero):
    _, found = steps(np.array(low, np.float32), np.array(high, np.float32))
    assert found.dtype == np.uint8
    assert abs(int(found) - zero) <= 1


def test_channels_that_run_far_out_are_divided_by_more():
    low, high = np.array([-100.0, -1.0], np.float32), np.array([1.0, 1.0], np.float32)
    factors = smoothing(low, high, [np.ones((2, 3), np.float32)])
    assert factors[0] / factors[1] == pytest.approx(100**0.8, rel=1e-4)
    assert factors[0] * factors[1] == pytest.approx(1, rel=1e-4)


def test_block_weights_come_back_within_half_a_step():
    weight = np.random.default_rng(0).normal(size=(BLOCK + 5, 3)).astype(np.float32)
    rounded, scales = block_weights(weight)
    back = (rounded.astype(np.float32) - 128) * scales.reshape(3, 2, 1)
    back = back.reshape(3, -1)[:, : BLOCK + 5].T
    assert rounded.shape == (3, 2, BLOCK)
    assert np.abs(back - weight).max() <= scales.max() / 2 * 1.001


def test_two_products_with_bytes_fit_into_sixteen_bits():
    assert 2 * 255 * HIGHEST < 2**15
