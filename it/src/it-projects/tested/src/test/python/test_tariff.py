import pytest
from tariff import cost, price


@pytest.mark.parametrize("hour, expected", [(0, 0.34), (1, 0.21), (4, 0.21), (5, 0.34)])
def test_nights_are_cheap(hour, expected):
    assert price(hour) == expected


def test_costs_add_up():
    assert cost({2: 10, 18: 2}) == 2.78
