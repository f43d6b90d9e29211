/**
 * Runs inside the page. After `bench.arm()` the next click or key is timed: `bench.settled()` waits until the page has
 * been still for a while and gives the milliseconds from the event to the paint that showed the last change. `record`
 * and `stop` give frame times.
 */
export function watchPage() {
  const stillMilliseconds = 150;
  const channel = new MessageChannel();
  let started = 0;
  let painted = 0;
  let lastMutation = 0;
  let frameAsked = false;
  channel.port1.onmessage = () => {
    painted = performance.now();
    unpainted = false;
  };
  // No part of an edit: the caret that blinks, the unseen field that the editor takes keys by and puts in place frames
  // later, and the word that says, 300 ms later, that all is saved.
  const aside = '.cursors-layer, .native-edit-context, .topbar-saving';
  // 200 ms after a key the editor measures its widest line anew and widens its layers by a pixel: no part of the next key.
  const layers = '.view-lines, .view-overlays, .slider';
  const isAside = ({ type, target }) => {
    const element = target instanceof Element ? target : target.parentElement;
    if (element?.matches(layers)) return type === 'attributes' || element.matches('.view-overlays');
    return element?.closest(aside);
  };
  new MutationObserver((mutations) => {
    if (mutations.every(isAside)) return;
    lastMutation = performance.now();
    unpainted = true;
    if (frameAsked) return;
    frameAsked = true;
    requestAnimationFrame(() => {
      frameAsked = false;
      // A message posted in a frame is handled after that frame is painted.
      channel.port2.postMessage(0);
    });
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const start = (event) => {
    if (started === 0) started = event.timeStamp;
  };
  for (const type of ['keydown', 'click', 'paste']) addEventListener(type, start, { capture: true });

  let recording = false;
  let previous = 0;
  const frame = (at) => {
    if (!recording) return;
    if (previous > 0) window.bench.frames.push(at - previous);
    previous = at;
    requestAnimationFrame(frame);
  };
  window.bench = {
    frames: [],
    record() {
      window.bench.frames = [];
      recording = true;
      previous = 0;
      requestAnimationFrame(frame);
    },
    stop() {
      recording = false;
      return window.bench.frames;
    },
    arm() {
      started = 0;
    },
    settled() {
      const giveUp = performance.now() + 15_000;
      return new Promise((resolve, reject) => {
        const look = () => {
          const still = performance.now() - Math.max(lastMutation, painted, started) > stillMilliseconds;
          if (started > 0 && still && !unpainted) resolve(Math.max(0, painted - started));
          else if (performance.now() > giveUp)
            reject(new Error(started > 0 ? 'never still' : 'no event came'));
          else setTimeout(look, 20);
        };
        setTimeout(look, 20);
      });
    },
  };
}

/**
 * Runs inside the page from its beginning. Leaves in `drawn` when the first element that a selector names was painted,
 * in milliseconds, and what had been asked for by then.
 */
export function watchOpening(selector) {
  const observer = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        const at = performance.now();
        const asked = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < at);
        window.drawn = { at, fetched: asked.map(({ name }) => name) };
      };
      // A message posted in a frame is handled after that frame is painted.
      channel.port2.postMessage(0);
    });
  });
  observer.observe(document, { subtree: true, childList: true });
}
