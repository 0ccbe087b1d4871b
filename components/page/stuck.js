// The prompt while the page is scrolled: it sticks to the top with its chips, and all above them is out of sight.

const MARGIN = 6; // pixels above the chips

/**
 * Tells the style how much stands above the chips: a text of several lines pushes them down.
 * @param {HTMLElement} chips
 */
export function sticking(chips) {
  const prompt = chips.closest('.prompt');
  if (!(prompt instanceof HTMLElement)) return;
  const measure = () => {
    const above = chips.getBoundingClientRect().top - prompt.getBoundingClientRect().top;
    prompt.style.setProperty('--above', `${Math.max(0, above - MARGIN)}px`);
  };
  new ResizeObserver(measure).observe(prompt);
  measure();
}
