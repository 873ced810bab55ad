import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { PORT } from './port.ts';

/** The publication of the town, for readers who come back: it marks what is new since. It stands at two instants. */
export const RETURNING = {
  content: 'tests/.output/returning-content',
  /** Seconds since 1970, as SOURCE_DATE_EPOCH takes them: between the two, the embargo on the newest briefing ends. */
  earlier: String(Date.parse('2026-03-01T07:45:00Z') / 1_000),
  earlierPort: 4331,
  newest: 'briefings/2026/drivers-start-training.md',
};

/** Writes it. */
export function writeReturning(): void {
  rmSync(RETURNING.content, { recursive: true, force: true });
  cpSync(PORT.content, RETURNING.content, { recursive: true });
  const change = (name: string, from: RegExp, to: string) => {
    const file = `${RETURNING.content}/${name}`;
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };
  change('site.yaml', /$/, 'newSince: true\n');
  change(RETURNING.newest, /^publishedAt: .*$/m, '$&\nembargoUntil: 2026-03-01T08:00:00Z');
}
