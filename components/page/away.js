// The server went away: the page says so, keeps what it shows, and goes on by itself when it is back.
//
// Gradio's own way is to open the page anew, and to answer nothing until then: a half-painted picture would be gone. So
// it never learns of it: what was asked waits for the answer, and what was cut off counts as stopped.

import { page } from './page.js';
import { follow } from './stops.js';

const [LOOK_MS, API] = [1500, '/gradio_api/'];
const CLOSES = '"close_stream"'; // Python's last word in a stream
const LAST = 200; // characters: the message that holds it

/**
 * Whether a proxy answers, whose server is away: our own 503 says when to come again.
 * @param {Response} answer
 */
const isAway = ({ status, headers }) =>
  [502, 504].includes(status) || (status === 503 && !headers.has('Retry-After'));

/** @type {Set<string>} events that Python works on, of which the page's one stream tells */
const running = new Set();

/** @param {HTMLElement} line what is told meanwhile */
export function stay(line) {
  const fetched = window.fetch;
  /** @type {Promise<void> | null} until the server is back */
  let waiting = null;

  /** @param {string} api the address of what did not answer */
  async function away(api) {
    line.hidden = false;
    const answers = () =>
      fetched(`${api.split(API)[0]}/health`).then(
        (answer) => !isAway(answer),
        () => false,
      );
    while (!(await answers())) await new Promise((done) => setTimeout(done, LOOK_MS));
    line.hidden = true;
    waiting = null;
    setTimeout(() => {
      page.failed(); // whatever was asked for may be asked for again
      page.tell('again');
      page.set({});
    });
  }

  /**
   * @param {string} address
   * @param {Parameters<typeof fetch>} request
   */
  async function answered(address, ...request) {
    for (;;) {
      const answer = await fetched(...request).catch((error) => {
        if (error instanceof TypeError) return null; // else it was given up
        throw error;
      });
      if (answer && !isAway(answer)) {
        if (address.includes('/queue/join')) note(answer.clone());
        const tells = address.includes('/queue/data?');
        return tells ? unbroken(answer, () => (waiting ??= away(address))) : answer;
      }
      await (waiting ??= away(address));
    }
  }

  window.fetch = (asked, how) => {
    const address = asked instanceof Request ? asked.url : String(asked);
    if (!address.includes(API)) return fetched(asked, how);
    const answer = answered(address, asked, how);
    follow(address, answer);
    return answer;
  };
}

/** @param {Response} joined */
async function note(joined) {
  const { event_id: id } = await joined.json().catch(() => ({}));
  if (id) running.add(id);
}

/**
 * The stream of what Python answers; cut off, it ends as if all that runs had been stopped.
 * @param {Response} answer
 * @param {() => void} cut
 */
function unbroken(answer, cut) {
  const reader = answer.ok ? answer.body?.getReader() : null;
  const reading = new TextDecoder();
  let last = ''; // of what has come
  /** @param {ReadableStreamDefaultController<Uint8Array>} to */
  const end = (to) => {
    const stopped = [...running].map((event_id) => ({
      msg: 'process_completed',
      event_id,
      output: {},
      success: true,
    }));
    const told = [...stopped, { msg: 'close_stream' }].map(
      (each) => `data: ${JSON.stringify(each)}\n\n`,
    );
    to.enqueue(new TextEncoder().encode(told.join('')));
  };
  const body = new ReadableStream({
    async pull(to) {
      try {
        const { value } = (await reader?.read()) ?? {};
        if (value) {
          last = (last + reading.decode(value, { stream: true })).slice(-LAST);
          return to.enqueue(value);
        }
        if (!last.includes(CLOSES)) {
          end(to); // a proxy has closed it for a server that is gone, or another server knows nothing of it
          if (running.size) cut();
        }
      } catch (error) {
        if (!(error instanceof TypeError)) return to.error(error); // given up
        end(to);
        cut();
      }
      running.clear();
      to.close();
    },
    cancel: (why) => reader?.cancel(why),
  });
  return new Response(body, { headers: answer.headers });
}
