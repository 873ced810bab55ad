import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../support/build.ts';
import { PORT } from '../support/port.ts';
import { SITES } from './sites.ts';

/** An event as another library than the writer of the file reads it. */
function eventsOf(path: string) {
  return ICAL.Component.fromString(readFileSync(path, 'utf8'))
    .getAllSubcomponents('vevent')
    .map((component) => {
      const text = (name: string) => component.getFirstPropertyValue(name)?.toString();
      const date = (name: string) => {
        const value = component.getFirstPropertyValue(name);
        return value instanceof ICAL.Time && value.isDate ? value.toString() : `${value} is no day`;
      };
      return {
        uid: text('uid') ?? '',
        sequence: Number(text('sequence')),
        status: text('status'),
        text: text('summary'),
        from: date('dtstart'),
        /** The day after its last. */
        until: date('dtend'),
        stamp: text('dtstamp') ?? '',
        modified: text('last-modified') ?? '',
        names: component.getAllProperties().map(({ name }) => name),
      };
    });
}

const filesOf = (folder: string) => globSync('**/*.ics', { cwd: folder }).sort();

describe.each(Object.values(SITES))('the calendars of $name', ({ folder }) => {
  const files = filesOf(folder);

  test('are there for the site and for each story', () => {
    const stories = globSync('stories/*/index.html', { cwd: folder }).map((page) =>
      page.replace(/index\.html$/, 'calendar.ics'),
    );
    expect(files.filter((file) => /(^|\/)calendar\.ics$/.test(file))).toEqual(['calendar.ics', ...stories].sort());
  });

  test.each(files)('%s is made of folded lines that end in CRLF', (file) => {
    const bytes = readFileSync(`${folder}/${file}`);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = text.split('\r\n').slice(0, -1);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    // No character is cut in two, and every line is a property or goes one on.
    expect(lines.filter((line) => line.includes('\uFFFD') || !/^( .|[A-Z-]+[:;])/su.test(line))).toEqual([]);
  });

  test.each(files)('%s has what the format asks for (RFC 5545, 3.6)', (file) => {
    const calendar = ICAL.Component.fromString(readFileSync(`${folder}/${file}`, 'utf8'));
    expect(calendar.name).toBe('vcalendar');
    for (const [name, value] of Object.entries({
      version: '2.0',
      prodid: expect.stringMatching(/^-\/\/.+\/\/.+\/\/[A-Z-]+$/),
    })) {
      expect(
        calendar.getAllProperties(name).map((property) => property.getFirstValue()),
        name,
      ).toEqual([value]);
    }
    // What has a time zone needs its rules: whole days have none.
    const parts = calendar.getAllSubcomponents().map(({ name }) => name);
    // A calendar has at least one part: where there is no event it is a time zone.
    expect([...new Set(parts)]).toEqual(eventsOf(`${folder}/${file}`).length > 0 ? ['vevent'] : ['vtimezone']);
    const once = [
      'uid',
      'dtstamp',
      'dtstart',
      'dtend',
      'summary',
      'sequence',
      'status',
      'url',
      'last-modified',
      'transp',
    ];
    for (const { names, status, from, until, stamp, text } of eventsOf(`${folder}/${file}`)) {
      expect(names.filter((name) => once.includes(name)).sort(), text).toEqual(once.toSorted());
      expect(names.length, text).toBe(new Set(names).size);
      expect(['CONFIRMED', 'CANCELLED']).toContain(status);
      expect(
        [from, until].filter((date) => !/^\d{4}-\d{2}-\d{2}$/.test(date)),
        text,
      ).toEqual([]);
      expect(until > from, text).toBe(true);
      expect(stamp, text).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
    }
  });

  test('name no event twice in a file, and the same event alike in all of a language', () => {
    const seen = new Map<string, { uid: string }>();
    for (const file of files) {
      const events = eventsOf(`${folder}/${file}`);
      expect(new Set(events.map(({ uid }) => uid)).size, file).toBe(events.length);
      for (const event of events) {
        const key = `${event.uid} ${/\.([\w-]+)\.ics$/.exec(file)?.[1] ?? ''}`;
        expect(event, `${event.uid} in ${file}`).toEqual(seen.get(key) ?? event);
        seen.set(key, event);
      }
    }
    expect(
      eventsOf(`${folder}/calendar.ics`)
        .map(({ uid }) => uid)
        .sort(),
    ).toEqual([...new Set([...seen.values()].map(({ uid }) => uid))].sort());
  });
});

describe('the calendar of a publication with changes', () => {
  const events = eventsOf(`${SITES.port.folder}/calendar.ics`);
  const eventOf = (id: string) => events.find(({ uid }) => uid.startsWith(`${id}@`));

  test.each([
    ['of a day', 'drivers-test', '2026-03-18', '2026-03-19'],
    ['of a month', 'safety-certificate', '2026-05-01', '2026-06-01'],
    ['that was moved', 'crane-opening', '2026-04-20', '2026-04-21'],
    ['that was called off', 'sunday-boat', '2025-12-07', '2025-12-08'],
  ])('has an event %s on its days', (_name, id, from, until) => {
    expect(eventOf(id)).toMatchObject({ from, until });
  });

  test('says what was moved and what was called off', () => {
    expect(eventOf('crane-opening')?.status).toBe('CONFIRMED');
    expect(eventOf('sunday-boat')?.status).toBe('CANCELLED');
    for (const id of ['crane-opening', 'sunday-boat']) expect(eventOf(id)?.sequence, id).toBeGreaterThan(0);
    expect(eventOf('drivers-test')).toMatchObject({ sequence: 0, status: 'CONFIRMED' });
  });

  test('has nothing that a draft, an embargoed or a withdrawn briefing tells', () => {
    const days = events.map(({ from }) => from);
    for (const day of ['2026-05-11', '2026-03-24', '2026-04-02']) expect(days).not.toContain(day);
  });
});

describe('when the news change', () => {
  const content = 'tests/.output/changed-content';
  const before = eventsOf(`${SITES.port.folder}/calendar.ics`);
  let after: typeof before = [];

  beforeAll(async () => {
    rmSync(content, { recursive: true, force: true });
    cpSync(PORT.content, content, { recursive: true });
    writeFileSync(`${content}/briefings/2026/moved-again.md`, MOVED);
    // Mended where it stands.
    const bridge = `${content}/briefings/2026/drivers-start-training.md`;
    const mended = readFileSync(bridge, 'utf8')
      .replace('date: 2026-03-18', 'date: 2026-03-19')
      .replace(/\n---\n/, `\n${MENDED}---\n`);
    expect(mended).toContain('2026-03-19');
    writeFileSync(bridge, mended);
    const late = String(Date.parse('2026-03-03T09:00:00Z') / 1000);
    const { exitCode, printed, folder } = await buildSite(content, 'changed', { SOURCE_DATE_EPOCH: late });
    if (exitCode !== 0) throw new Error(printed);
    after = eventsOf(`${folder}/calendar.ics`);
  });

  const both = (id: string) => [before, after].map((events) => events.find(({ uid }) => uid.startsWith(`${id}@`)));

  test('every event keeps its name, and what nobody spoke of stays as it is', () => {
    expect(after.map(({ uid }) => uid)).toEqual(expect.arrayContaining(before.map(({ uid }) => uid)));
    const spoken = ['crane-opening@', 'safety-certificate@', 'drivers-test@'];
    const untouched = before.filter(({ uid }) => !spoken.some((id) => uid.startsWith(id)));
    expect(untouched.length).toBeGreaterThan(4);
    expect(after).toEqual(expect.arrayContaining(untouched));
  });

  test('an event that moves says so', () => {
    const [old, moved] = both('crane-opening');
    expect(moved).toMatchObject({ uid: old?.uid, from: '2026-06-01', until: '2026-07-01', status: 'CONFIRMED' });
    expect(moved?.sequence).toBeGreaterThan(old?.sequence ?? Number.NaN);
    expect([moved?.stamp, moved?.modified]).toEqual(['2026-03-02T12:00:00Z', '2026-03-02T12:00:00Z']);
  });

  test('an event that is called off says so', () => {
    const [old, cancelled] = both('safety-certificate');
    expect(cancelled).toMatchObject({ uid: old?.uid, status: 'CANCELLED' });
    expect(cancelled?.sequence).toBeGreaterThan(old?.sequence ?? Number.NaN);
  });

  test('an event whose date was corrected in its briefing is told anew', () => {
    const [old, mended] = both('drivers-test');
    expect(mended).toMatchObject({ uid: old?.uid, from: '2026-03-19', until: '2026-03-20' });
    expect(mended?.sequence).toBeGreaterThan(old?.sequence ?? Number.NaN);
    expect(Date.parse(mended?.stamp ?? '')).toBeGreaterThan(Date.parse(old?.stamp ?? ''));
  });
});

const MENDED = `changes:
  - kind: correction
    at: 2026-03-02T10:00:00Z
    what: The day of the test was wrong.
    was: The test is on 18 March.
    now: The test is on 19 March.
`;

const MOVED = `---
headline: Opening of the crane is moved to June
standfirst: There will be no certificate.
publishedAt: 2026-03-02T12:00:00Z
story: harbour-crane
topics: [harbour]
keyPoints:
  - text: The opening is moved to June.
  - text: The certificate is called off.
facts:
  - label: Cost of the delay
    value: £1
    by: harbour-board
timeline:
  - id: crane-opening
    date: 2026-06
    text: The crane is opened
    by: harbour-board
    status: scheduled
  - id: safety-certificate
    date: 2026-05
    text: The crane gets its full safety certificate
    by: port-safety-inspectorate
    status: cancelled
---

It is moved.
`;
