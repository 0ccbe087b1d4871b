// What has the focus stays in sight.

/** For the whole page, once. */
export function keepInSight() {
  let seen = false;
  const look = () => {
    seen = inSight(document.activeElement);
  };
  document.addEventListener('focusin', bringIn);
  for (const moved of ['focusin', 'scroll']) {
    document.addEventListener(moved, look, { capture: true, passive: true });
  }
  // What comes late pushes down what is below it, and browsers leave it there.
  new ResizeObserver(() => {
    const at = document.activeElement;
    if (seen && at && !inSight(at)) at.scrollIntoView({ block: 'nearest' });
  }).observe(document.body);
}

/**
 * By keys one gets to what stands half out of a line that scrolls; browsers leave it there.
 * @param {FocusEvent} event
 */
function bringIn({ target }) {
  if (target instanceof Element && target.matches('button:focus-visible')) {
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

/**
 * Whether the window shows any of it; nothing is in sight that nobody can see the focus of.
 * @param {Element | null} at
 */
function inSight(at) {
  if (!at?.matches(':focus-visible')) return false;
  const { top, bottom } = at.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
