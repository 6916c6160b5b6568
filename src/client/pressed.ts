/** A press that nobody told the end of, as that of a dragged link may be, is over after so many milliseconds. */
const longestPress = 1000;

let press: Promise<void> | undefined;

addEventListener(
  'pointerdown',
  () => {
    press = new Promise((resolve) => {
      setTimeout(resolve, longestPress);
      // The click comes right after the release.
      for (const type of ['pointerup', 'pointercancel'])
        addEventListener(type, () => setTimeout(resolve), { capture: true, once: true });
    });
  },
  true,
);

/** Waits until no pointer is down: a link that is replaced or moved between press and release is not clicked. */
export async function released(): Promise<void> {
  await press;
}
