/** The addresses of images by what was asked for. */
export type Images = Record<string, string>;

/** From now on, notes every image that Astro makes: it calls this for each (astro/dist/assets/internal.js, getImage). */
export function recordImages(images: Images): void {
  const add = globalThis.astroAsset.addStaticImage;
  if (!add) return;
  globalThis.astroAsset.addStaticImage = (options, counted, file) => {
    const address = add(options, counted, file);
    images[keyOf(options, counted)] = address;
    return address;
  };
}

/** From now on, images have the addresses that were noted. One that was not has no file. */
export function replayImages(images: Images): void {
  globalThis.astroAsset = {
    addStaticImage: (options, counted) => {
      const address = images[keyOf(options, counted)];
      if (address === undefined) throw new Error(`An image was not compiled: ${JSON.stringify(options)}`);
      return address;
    },
  };
}

function keyOf(options: object, counted: readonly string[]): string {
  return JSON.stringify([options, counted]);
}
