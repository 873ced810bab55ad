import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CheckedContent, checkContent } from '../../src/checks/content.ts';
import { ContentError, formatMistake } from '../../src/checks/mistake.ts';
import { warningsOf } from '../../src/checks/warnings.ts';
import { AS_OF } from './unit-factory.ts';

const FILES = {
  'site.yaml': 'name: Harbour News\ntagline: Tiny\nurl: https://example.org/\nlanguage: en-GB\ntimeZone: UTC\n',
  'topics.yaml': '- id: harbour\n  name: Harbour\n  description: What is built in the harbour.\n',
  'sources.yaml':
    '- id: office\n  name: Harbour office\n  side: Harbour\n- id: anna-pilot\n  name: Anna Pilot\n  role: Speaker of the crews\n  side: Ships\n' +
    '- id: boris-tug\n  name: Boris Tug\n  role: Skipper\n- id: carla-wind\n  name: Carla Wind\n  role: Owner\n',
  'places.yaml': '- id: quay\n  name: Quay\n  latitude: 46.5\n  longitude: 30.75\n',
  'stories/port.md': '---\nheadline: Port\nstandfirst: What is built.\nstate: active\n---\n\nBackground.\n',
};

/** A briefing as a file, with more front matter than it needs. Values are written as JSON, which YAML reads. */
export function briefingFile(fields: object = {}, body = 'Text.'): string {
  const given = {
    headline: 'A crane is built',
    standfirst: 'It is the last one.',
    publishedAt: '2026-01-20T12:00:00Z',
    topics: ['harbour'],
    keyPoints: [{ text: 'One crane is built.' }, { text: 'No other is planned.' }],
    facts: [{ label: 'Cranes', value: '3', by: 'office' }],
    timeline: [{ date: '2026-01-20', text: 'The crane is built' }],
    ...fields,
  };
  const lines = Object.entries(given).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** Checks a publication of these files, which stand in a folder only while it is read. */
export function contentOf(files: Record<string, string>): CheckedContent {
  const root = mkdtempSync(join(tmpdir(), 'readout-'));
  const folder = join(root, 'content');
  try {
    for (const [name, text] of Object.entries({ ...FILES, ...files })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return checkContent(folder);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Every mistake of a publication of these files, one a line; none where it holds. */
export function mistakesOf(files: Record<string, string>): string[] {
  try {
    contentOf(files);
  } catch (error) {
    if (error instanceof ContentError) return error.mistakes.map(formatMistake);
    throw error;
  }
  return [];
}

/** Every warning of a publication of these files, one a line. */
export function warningsIn(files: Record<string, string>, asOf = AS_OF): string[] {
  return warningsOf(contentOf(files), asOf).map(formatMistake);
}
