"""What Gradio keeps of each visitor, and this app has no use for: nothing, in place of a copy of the page each.

The app has no `gr.State`: what a page shows lies in the browser. Gradio makes a new description of all widgets for
each session, which took longer than all the rest of a visit, and keeps ten thousand of them with all last answers.
Answers that nobody fetches are thrown away after a minute.
"""

import asyncio
import time
from collections import Counter
from typing import Any

import gradio as gr
from gradio.state_holder import SessionState, StateHolder

UNREAD_S, LOOK_S = 60, 10  # seconds


class Nothing(SessionState):
    """The state of every session: the widgets as they are built."""

    def __setitem__(self, key: int, value: Any) -> None:
        """No widget of the app changes but in the browser."""

    def _update_config(self, key: int) -> None:
        pass

    def _update_value_in_config(self, key: int, value: Any) -> None:
        pass


class Sessions(StateHolder):
    """All of them: one."""

    def __init__(self, blocks: gr.Blocks):
        super().__init__()
        self.set_blocks(blocks)
        self.one = Nothing(blocks)

    def __getitem__(self, session_id: str) -> SessionState:
        return self.one


class Unread:
    """Answers that wait in the queue for somebody to fetch them."""

    def __init__(self) -> None:
        self.readers: Counter[str] = Counter()  # streams that are open, by session
        self.since: dict[str, float] = {}

    def sweep(self, blocks: gr.Blocks, now: float) -> list[str]:
        """Throw away what has waited for a minute without a reader; the sessions."""
        queue = blocks._queue
        waiting = {
            session
            for session, messages in [*queue.pending_messages_per_session.items()]
            if not self.readers[session] and not self._works_for(queue, session) and messages.qsize()
        }
        self.since = {session: self.since.get(session, now) for session in waiting}
        late = [session for session, since in self.since.items() if now - since >= UNREAD_S]
        for session in late:
            queue.pending_messages_per_session.pop(session, None)
            queue.pending_event_ids_session.pop(session, None)
        self.readers = +self.readers
        return late

    @staticmethod
    def _works_for(queue: Any, session: str) -> bool:
        """Whether something is still computed for it."""
        ids = queue.pending_event_ids_session.get(session, ())
        return any(event in queue.event_ids_to_events for event in [*ids])

    async def keep_sweeping(self, blocks: gr.Blocks) -> None:
        """As long as the server lives."""
        while True:
            await asyncio.sleep(LOOK_S)
            self.sweep(blocks, time.monotonic())
