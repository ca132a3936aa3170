"""The load profile of a building, from the readings of its electricity meter."""
