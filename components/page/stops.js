// The stops that Python has not answered yet. With the answer Gradio forgets the run of that event: if another has
// begun meanwhile, it forgets that one, and nothing can stop it any more. So whoever stops and begins again waits.

const ASKED = /\/gradio_api\/(cancel|reset)$/; // first one, then the other

/** @type {Set<Promise<unknown>>} */
const open = new Set();

const nextTask = () => new Promise((done) => setTimeout(done));

/**
 * What the page asks of Python, as it asks it.
 * @param {string} address
 * @param {Promise<unknown>} answer
 */
export function follow(address, answer) {
  if (!ASKED.test(address)) return;
  open.add(answer);
  const close = () => open.delete(answer);
  answer.then(close, close);
}

/** When all that is being stopped, is. */
export async function settled() {
  do await nextTask();
  while (open.size && (await Promise.allSettled(open)));
}
