import { directionOf } from '../languages/index.ts';
import type { Edition } from '../newsroom/edition.ts';

/** The web app manifest (w3.org/TR/appmanifest): how the site looks when a reader keeps it on a device. JSON. */
export function manifest({ site, paths }: Edition): string {
  return JSON.stringify({
    name: site.name,
    short_name: site.name,
    description: site.tagline,
    lang: site.language,
    // Where it is left out, the text decides.
    dir: directionOf(site.language) === 'rtl' ? 'rtl' : undefined,
    start_url: paths.home(),
    scope: paths.home(),
    display: 'minimal-ui',
    background_color: '#fbfcfc',
    theme_color: '#fbfcfc',
    icons: [
      { src: paths.file('icon-192.png'), type: 'image/png', sizes: '192x192' },
      { src: paths.file('icon-512.png'), type: 'image/png', sizes: '512x512' },
      { src: paths.file('favicon.svg'), type: 'image/svg+xml', sizes: 'any' },
    ],
  });
}
