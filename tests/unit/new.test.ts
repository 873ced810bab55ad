import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkContent } from '../../src/checks/content.ts';

// Each test starts a process or two, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const TOPIC = ['--topic', 'harbour'];

let root = '';
let content = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'readout-'));
  content = join(root, 'content');
  cpSync('tests/publications/good/plain/content', content, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

/** What `npm run new -- …` says where no terminal is attached, at noon UTC on 2 March 2026. */
function run(args: string[], variables: NodeJS.ProcessEnv = {}) {
  const environment = { ...process.env, READOUT_CONTENT: content, SOURCE_DATE_EPOCH: '1772452800', ...variables };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/build/new.ts', ...args], {
    env: environment,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

describe('npm run new', () => {
  test('writes a draft that holds, says where it is, and publishes nothing', () => {
    const before = checkContent(content).publication;
    const { status, stdout, stderr } = run(['The crane: “late”, #2', ...TOPIC, '--story', 'harbour']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^content\/briefings\/2026\/the-crane-late-2\.md\n/);
    const { publication } = checkContent(content);
    expect(publication.briefings.length).toBe(before.briefings.length + 1);
    const made = publication.briefings.find(({ id }) => id === '2026/the-crane-late-2');
    expect(made?.data).toMatchObject({
      draft: true,
      headline: 'The crane: “late”, #2',
      topics: ['harbour'],
      story: 'harbour',
    });
  });

  test('dates it by the clock of the site', () => {
    const site = join(content, 'site.yaml');
    writeFileSync(site, readFileSync(site, 'utf8').replace(/^timeZone:.*$/m, 'timeZone: Europe/Kyiv'));
    // Half past ten in the evening of the last day of 2026 in London is 2027 in Kyiv.
    expect(run(['New year', ...TOPIC], { SOURCE_DATE_EPOCH: '1798756200' }).status).toBe(0);
    const file = readFileSync(join(content, 'briefings/2027/new-year.md'), 'utf8');
    expect(file).toContain('\npublishedAt: 2027-01-01T00:30:00+02:00\n');
  });

  test('takes the name, the year, the source and the kind of file that are given', () => {
    const args = ['Anything', ...TOPIC, '--slug', 'a-name', '--year', '2025', '--source', 'harbour-office', '--mdx'];
    expect(run(args).status).toBe(0);
    expect(readFileSync(join(content, 'briefings/2025/a-name.mdx'), 'utf8')).toContain('    by: harbour-office\n');
  });

  test('takes a headline of several words, and one that begins with a hyphen', () => {
    expect(run([...TOPIC, 'A', 'crane', 'falls']).status).toBe(0);
    expect(run([...TOPIC, '--', '-5 degrees']).status).toBe(0);
    expect(filesIn(join(content, 'briefings/2026'))).toEqual(
      expect.arrayContaining(['a-crane-falls.md', '5-degrees.md']),
    );
  });

  test('never writes over a file, and gives another name', () => {
    expect(run(['A crane', ...TOPIC, '--mdx']).status).toBe(0);
    const before = readFileSync(join(content, 'briefings/2026/a-crane.mdx'), 'utf8');
    const { status, stderr } = run(['A crane', ...TOPIC]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        'content/briefings/2026/a-crane.mdx is there already, and stays as it is. Give another name: --slug a-crane-2\n',
    });
    expect(readFileSync(join(content, 'briefings/2026/a-crane.mdx'), 'utf8')).toBe(before);
    expect(existsSync(join(content, 'briefings/2026/a-crane.md'))).toBe(false);
  });

  test('writes although another file has a mistake', () => {
    writeFileSync(join(content, 'briefings/2026/crane.md'), 'nothing');
    expect(run(['A crane falls', ...TOPIC]).status).toBe(0);
  });

  test('shows its usage', () => {
    const { status, stdout } = run(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('--topic <id>');
  });
});

describe('npm run new refuses, and writes nothing', () => {
  test.each<[string, string[], string[]]>([
    [
      'all that is wrong at once',
      ['x'.repeat(201), '--topic', 'harbor', '--story', 'x', '--source', 'y', '--year', '26'],
      [
        '"headline" takes at most 200 characters.',
        '--topic: There is no "harbor". Did you mean "harbour"?',
        '--story: There is no "x". Known: harbour.',
        '--source: There is no "y". Known: harbour-office.',
        '--year takes four digits, not "26".',
      ],
    ],
    ['no headline', TOPIC, ['Give a headline: npm run new -- "Headline" [options]']],
    [
      'an empty headline',
      [' ', ...TOPIC],
      ['"headline" is empty. Write it, or leave the key out where it is optional.'],
    ],
    ['two lines', ['A\nB', ...TOPIC], ['"headline" must be one line; it is "A\\nB".']],
    ['a control character', ['A\u0007B', ...TOPIC], ['"headline": it has an invisible control character. Delete it.']],
    [
      'a character that turns the text',
      ['A\u202EB', ...TOPIC],
      ['"headline": an invisible character turns the direction of the text. Delete it.'],
    ],
    ['no topic where nobody can be asked', ['A crane'], ['Give a topic: --topic <id>. Known: harbour.']],
    ['a topic twice', ['A crane', ...TOPIC, ...TOPIC], ['--topic: A topic stands twice.']],
    [
      'a headline of which no address can be made',
      ['日本', ...TOPIC],
      ['No address can be made of this headline. Give one in Latin letters: --slug my-briefing'],
    ],
    [
      'a name that is none',
      ['A crane', ...TOPIC, '--slug', '../Über'],
      ['--slug takes lower-case letters, digits and single hyphens, not "../Über". Use "ueber"?'],
    ],
  ])('%s', (_what, args, lines) => {
    const before = filesIn(content);
    const { status, stdout, stderr } = run(args);
    expect({ status, stdout, lines: stderr.trimEnd().split('\n') }).toEqual({ status: 2, stdout: '', lines });
    expect(filesIn(content)).toEqual(before);
  });

  test('an option that it does not know, with its usage', () => {
    const { status, stderr } = run(['-5 degrees', ...TOPIC]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Unknown option '-5'\.\n\nnpm run new -- "Headline"/);
    expect(stderr).toContain('A headline that begins with a hyphen');
  });

  test('to begin without topics and sources, and says what to add', () => {
    writeFileSync(join(content, 'topics.yaml'), '[]\n');
    writeFileSync(join(content, 'sources.yaml'), '# none yet\n');
    const { status, stderr } = run(['A crane', ...TOPIC]);
    expect(status).toBe(2);
    expect(stderr).toContain('Add one to content/topics.yaml first:\n\n- id: harbour\n');
    expect(stderr).toContain('Add one to content/sources.yaml first:\n\n- id: harbour-office\n');
  });

  test('a folder that is no publication', () => {
    rmSync(join(content, 'site.yaml'));
    writeFileSync(join(content, 'topics.yaml'), '- id: [\n');
    const { status, stderr } = run(['A crane', ...TOPIC]);
    expect(status).toBe(2);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'content/site.yaml is missing or cannot be read. "npm run check" says what is wrong.',
      'content/topics.yaml is missing or cannot be read. "npm run check" says what is wrong.',
    ]);
  });

  test('a folder that it cannot write to', () => {
    rmSync(join(content, 'briefings'), { recursive: true });
    writeFileSync(join(content, 'briefings'), '');
    const { status, stderr } = run(['A crane', ...TOPIC]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/briefings\/2026\/a-crane\.md cannot be written: /);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });

  test('an instant that is none', () => {
    const { status, stderr } = run(['A crane', ...TOPIC], { SOURCE_DATE_EPOCH: 'soon' });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'SOURCE_DATE_EPOCH takes a number of seconds, not "soon"\n',
    });
  });
});
