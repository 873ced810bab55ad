import { spawn } from 'node:child_process';

export interface Build {
  /** The folder with the built site. */
  folder: string;
  exitCode: number | null;
  /** All that was printed, without colours. */
  printed: string;
}

/**
 * Builds a publication as `npm run build` does.
 *
 * @param content its content folder.
 * @param name of the folder below tests/.output that the site goes to.
 * @param variables of the environment, besides those of this process.
 */
export function buildSite(content: string, name: string, variables: NodeJS.ProcessEnv = {}): Promise<Build> {
  const folder = `tests/.output/${name}`;
  // The runner sets NODE_ENV to test, as some machines have it at development: a build is a build all the same.
  const environment = { ...process.env, READOUT_CONTENT: content, NO_COLOR: '1', ...variables };
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder], {
    env: environment,
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      printed += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ folder, exitCode, printed }));
  });
}
