import './compile-cache.ts';
import { SERVED, type Served } from './browser-sites.ts';
import { buildSite } from './build.ts';
import { writeLong } from './long.ts';
import { OFFLINE, writeOffline } from './offline.ts';
import { writeReturning } from './returning.ts';
import { writeXss, XSS } from './xss-site.ts';

// Run before the browser tests: writes their publications, and builds them one after another, since builds share the .astro folder.
// Two of the sites are served by the tests themselves: one of hostile text, and one whose host goes away.
for (const write of [writeReturning, writeLong, writeOffline, writeXss]) write();
const sites: Omit<Served, 'port'>[] = [...Object.values(SERVED), XSS, OFFLINE];
for (const { content, folder, asOf } of sites) {
  const started = performance.now();
  const variables = asOf === undefined ? {} : { SOURCE_DATE_EPOCH: asOf };
  const { exitCode, printed } = await buildSite(content, folder.replace('tests/.output/', ''), variables);
  if (exitCode !== 0) throw new Error(`${content} did not build:\n${printed}`);
  console.log(`${folder}  ${((performance.now() - started) / 1_000).toFixed(1)} s`);
}
