"""What a kilowatt-hour costs, by the hour of the day."""


def price(hour: int) -> float:
    if not 0 <= hour < 24:
        raise ValueError(f"no hour of the day: {hour}")
    return 0.21 if 1 <= hour < 5 else 0.34


def cost(readings: dict[int, float]) -> float:
    return round(sum(price(hour) * kwh for hour, kwh in readings.items()), 2)
