import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface Checked {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  /** The report. */
  stdout: string;
  /** What is told besides. */
  stderr: string;
}

/**
 * Runs `npm run check` for a publication, as the process that it is.
 *
 * @param content its content folder; undefined for the one where it runs.
 * @param options what stands after `--`.
 * @param variables of the environment, besides those of this process.
 */
export function check(
  content: string | undefined,
  options: readonly string[] = [],
  variables: NodeJS.ProcessEnv = {},
  cwd = '.',
): Promise<Checked> {
  return ended(startCheck(content, options, variables, cwd));
}

/** The same, while it runs. */
export function startCheck(
  content: string | undefined,
  options: readonly string[] = [],
  variables: NodeJS.ProcessEnv = {},
  cwd = '.',
): ChildProcess {
  const given = { READOUT_CONTENT: content === undefined ? undefined : resolve(content), GITHUB_ACTIONS: undefined };
  const env = { ...process.env, NO_COLOR: '1', SOURCE_DATE_EPOCH: undefined, ...given, ...variables };
  return spawn(process.execPath, [resolve('src/build/check.ts'), ...options], { env, cwd });
}

/** What a process says until its end. */
export function ended(child: ChildProcess): Promise<Checked> {
  return new Promise((resolve, reject) => {
    const said = { stdout: '', stderr: '' };
    child.stdout?.on('data', (chunk) => {
      said.stdout += String(chunk);
    });
    child.stderr?.on('data', (chunk) => {
      said.stderr += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, ...said }));
  });
}
