import subprocess
import sys
from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio

from @module@.headers import HEADERS
from @module@.service import create_app


@pytest_asyncio.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=create_app())
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


async def test_a_station_is_summarized(client: httpx.AsyncClient) -> None:
    response = await client.get("/stations/valley")

    assert response.json() == {
        "station": "valley",
        "years": 3,
        "mean": 631.0,
        "least": 512,
        "greatest": 733,
    }


async def test_a_reading_is_kept_once(client: httpx.AsyncClient) -> None:
    reading = {"year": 2024, "millimetres": 812}

    first = await client.post("/stations/coast/readings", json=reading)
    second = await client.post("/stations/coast/readings", json=reading)

    assert (first.status_code, second.status_code) == (201, 409)
    assert "coast" in (await client.get("/stations")).json()
    assert (await client.get("/stations/coast")).json()["mean"] == 812


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({"year": 2024}, "millimetres"),
        ({"year": 2024, "millimetres": -1}, "millimetres"),
        ({"year": "2024", "millimetres": 5}, "year"),
        ({"year": 1066, "millimetres": 5}, "year"),
        ({"year": 2024, "millimetres": 5, "more": 1}, "more"),
    ],
)
async def test_what_is_no_reading_is_refused(
    client: httpx.AsyncClient, body: dict[str, object], fault: str
) -> None:
    response = await client.post("/stations/coast/readings", json=body)

    assert response.status_code == 422
    assert response.json()["detail"][0]["loc"] == ["body", fault]
    assert "coast" not in (await client.get("/stations")).json()


async def test_what_is_no_name_of_a_station_is_refused(
    client: httpx.AsyncClient,
) -> None:
    assert (await client.get("/stations/..%2Fetc")).status_code in {404, 422}
    assert (await client.get("/stations/" + "a" * 50)).status_code == 422
    assert (await client.get("/stations/nowhere")).status_code == 404


@pytest.mark.parametrize("path", ["/health", "/stations/nowhere", "/stations/!"])
async def test_every_answer_has_security_headers(
    client: httpx.AsyncClient, path: str
) -> None:
    response = await client.get(path)

    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS


def test_it_serves_as_a_program() -> None:
    command = [sys.executable, "-m", "@module@", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            address = program.stdout.readline().strip()
            response = httpx.get(f"{address}/health", trust_env=False)
        finally:
            program.terminate()

    assert response.json() == {"status": "ok"}
    assert "server" not in response.headers
