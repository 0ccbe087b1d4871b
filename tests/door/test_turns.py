"""Turns: nobody is kept waiting by the many calls of another, and who has left is passed over."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import httpx
import pytest
from serving import launched

from app import build_app, launch_options
from components.door import turns
from components.door.refusal import Refusal
from components.door.rules import Rules
from components.door.turns import Gone, Turns


async def never():
    await asyncio.Event().wait()


def scope(cookie="", client="10.0.0.1"):
    headers = [(b"cookie", cookie.encode())] if cookie else []
    return {"type": "http", "scheme": "http", "headers": headers, "client": (client, 9)}


def test_a_visitor_is_a_cookie_that_was_signed_here():
    line = Turns()
    _, told = line.cookie(scope())
    cookie = told.decode().partition(";")[0]
    assert "HttpOnly" in told.decode() and "SameSite=Lax" in told.decode()
    assert line.visitor(scope(cookie), "a") == line.visitor(scope(cookie, "10.0.0.2"), "b")
    assert line.cookie(scope(cookie)) is None  # has one
    for strange in (
        "visitor=abc",
        "visitor=",
        f"{cookie[:-1]}~",
        Turns().cookie(scope())[1].decode().partition(";")[0],
    ):
        assert line.visitor(scope(strange), "a") == "10.0.0.1 a"
    assert b"Secure" in line.cookie(scope() | {"scheme": "https"})[1]


def held(line, visitor, order, seconds=0.01, address=""):
    async def run():
        async with line.turn(visitor, never, address):
            order.append(visitor)
            assert line.running[visitor] <= turns.EACH and line.running.total() <= turns.AT_ONCE
            await asyncio.sleep(seconds)

    return run()


def test_one_with_fifty_calls_lets_another_through():
    async def run():
        line, order = Turns(), []
        many = [asyncio.ensure_future(held(line, "many", order)) for _ in range(50)]
        await asyncio.sleep(0)
        await asyncio.gather(*(held(line, f"other {i}", order) for i in range(3)))
        behind = order.count("many")
        await asyncio.gather(*many)
        return order, behind, line

    order, behind, line = asyncio.run(run())
    assert order.count("many") == 50 and behind <= 3 * turns.EACH
    assert not line.waiting and not line.running  # nothing is left over


@pytest.mark.parametrize(("asks", "crowd"), [(3, False), (turns.EACH + turns.MANY, False), (50, True)])
def test_of_whom_many_calls_wait_one_is_computed_at_a_time(asks, crowd):
    """Once he has fewer left than a page asks, he is as others are."""

    async def run():
        line, seen = Turns(), []

        async def one():
            async with line.turn("a", never):
                await asyncio.sleep(0.001)
                seen.append((sum(map(len, line.waiting.get("", {}).values())), line.running["a"]))

        await asyncio.gather(*(one() for _ in range(asks)))
        return seen

    seen = asyncio.run(run())[turns.EACH :]  # the first came before the others
    crowded = [running for waits, running in seen if waits > turns.MANY]
    assert len(seen) == asks - turns.EACH and max([*crowded, 0]) <= 1 and bool(crowded) == crowd


def test_they_take_turns_where_there_are_more_visitors_than_places(monkeypatch):
    monkeypatch.setattr(turns, "AT_ONCE", 1)

    async def run():
        line, order = Turns(), []
        await asyncio.gather(*(held(line, who, order, 0) for who in "aaaabbc"))
        return order

    assert asyncio.run(run()) == [*"aabcaba"]  # the first was there before the others


@pytest.mark.parametrize("asked", ["aaaabbc", "abcabcabcc", "abbbbbb", "aabbccddddd", "a", "ddaacbcaabdbb"])
def test_ones_place_in_line_is_told(monkeypatch, asked):
    monkeypatch.setattr(turns, "AT_ONCE", 1)

    async def run():
        line, order = Turns(), []
        calls = [asyncio.ensure_future(held(line, who, order, 0, "here" if who in "ab" else who)) for who in asked]
        await asyncio.sleep(0)
        told, served = {who: line.place(who) for who in asked}, len(order)
        await asyncio.gather(*calls)
        return told, order[served:], line

    told, after, line = asyncio.run(run())
    for who, place in told.items():
        last = len(after) - 1 - after[::-1].index(who) if who in after else 0
        assert place["before"] == sum(other != who for other in after[:last])
    assert line.seconds > 0 and line.place("a") == {"before": 0, "seconds": 0}


def test_who_has_left_is_passed_over():
    async def run():
        line, order = Turns(), []
        first = [asyncio.ensure_future(held(line, "a", order, 0.05)) for _ in range(turns.EACH)]
        await asyncio.sleep(0)

        async def left():
            return {"type": "http.disconnect"}

        with pytest.raises(Gone):
            async with line.turn("a", left):
                order.append("never")
        last = asyncio.ensure_future(held(line, "a", order))
        await asyncio.gather(*first, last)
        assert not line.waiting and not line.running
        return order

    assert asyncio.run(run()) == ["a"] * (turns.EACH + 1)


def test_a_line_has_an_end(monkeypatch):
    monkeypatch.setattr(turns, "WAITING", 3)

    async def run():
        line = Turns()
        calls = [asyncio.ensure_future(held(line, "a", [])) for _ in range(turns.EACH + 3)]
        await asyncio.sleep(0)
        with pytest.raises(Refusal, match="3 of your calls wait"):
            async with line.turn("a", never):
                pass
        await asyncio.gather(*calls)

    asyncio.run(run())


def test_who_makes_himself_many_gains_nothing():
    async def run():
        line, order = Turns(), []
        many = [asyncio.ensure_future(held(line, f"many {i}", order, address="10.0.0.9")) for i in range(60)]
        await asyncio.sleep(0)
        await asyncio.gather(*(held(line, f"other {i}", order, address="10.0.0.1") for i in range(6)))
        behind = sum(who.startswith("many") for who in order)
        await asyncio.gather(*many)
        return behind, len(order), line

    behind, all_of_them, line = asyncio.run(run())
    assert all_of_them == 66 and behind <= turns.AT_ONCE + 6 + turns.AT_ONCE
    assert not line.waiting and not line.running


def test_an_address_has_an_end(monkeypatch):
    monkeypatch.setattr(turns, "CROWDED", 3)

    async def run():
        line = Turns()
        calls = [asyncio.ensure_future(held(line, str(i), [], address="a")) for i in range(turns.AT_ONCE + 3)]
        await asyncio.sleep(0)
        with pytest.raises(Refusal, match="3 calls from your address wait"):
            async with line.turn("one more", never, "a"):
                pass
        await asyncio.gather(*calls, held(line, "elsewhere", [], address="b"))
        assert not line.running

    asyncio.run(run())


def test_of_what_runs_in_the_queue_one_has_a_bounded_number():
    line, queue = Turns(), SimpleNamespace(event_ids_to_events={})
    for i in range(turns.RUNNING):
        line.check_queue("a", queue)
        line.joined("a", str(i))
        queue.event_ids_to_events[str(i)] = None
    with pytest.raises(Refusal, match="under way"):
        line.check_queue("a", queue)
    line.check_queue("b", queue)
    del queue.event_ids_to_events["3"]  # has ended
    line.check_queue("a", queue)
    assert len(line.events["a"]) == turns.RUNNING - 1


@pytest.fixture(scope="module")
def url(lm):
    with launched(build_app(lm), **launch_options(Rules())) as url:
        yield url


def test_the_page_brings_the_cookie_once(url):
    with httpx.Client(base_url=url) as browser:
        assert browser.get("/").cookies.get("visitor") and "set-cookie" not in browser.get("/").headers
        assert "set-cookie" not in browser.get("/config").headers
        assert browser.get("/line").json() == {"before": 0, "seconds": 0} and browser.post("/line").status_code == 405


def test_many_calls_of_one_do_not_hold_up_another(url):
    """Sixteen calls at once from one address; a visitor with a cookie is answered long before they are through."""
    text = "Once upon a time " * 5

    def ask(i):
        given = {"data": [text, [f"head {i % 6}.{i // 6 % 4} off"], 5]}
        return httpx.post(f"{url}gradio_api/run/intervene", json=given, timeout=120).status_code, time.monotonic()

    with ThreadPoolExecutor(16) as pool, httpx.Client(base_url=url, timeout=60) as other:
        other.get("/")
        asked = [pool.submit(ask, i) for i in range(16)]
        time.sleep(0.3)
        answer = other.post("/gradio_api/run/tokens", json={"data": ["The sky is"]})
        answered = time.monotonic()
        ended = [each.result() for each in asked]
    assert {answer.status_code, *(status for status, _ in ended)} == {200}
    assert sum(at > answered for _, at in ended) > 8
