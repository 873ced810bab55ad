import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

export interface Build {
  /** The folder with the built site. */
  folder: string;
  /** null where it was killed. */
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
 * @param options what else stands behind `npm run build --`.
 */
export async function buildSite(
  content: string,
  name: string,
  variables: NodeJS.ProcessEnv = {},
  ...options: string[]
): Promise<Build> {
  const folder = `tests/.output/${name}`;
  return { folder, ...(await ended(startBuild(content, folder, variables, { options }))) };
}

/** How a build is started besides. */
interface Start {
  /** What else stands behind `npm run build --`. */
  options?: readonly string[];
  /** The folder of the project, where it is another than this. */
  project?: string;
}

/** Starts a build as the leader of a process group of its own, so that all of it can be killed. */
export function startBuild(
  content: string,
  folder: string,
  variables: NodeJS.ProcessEnv = {},
  { options = [], project = '.' }: Start = {},
): ChildProcessWithoutNullStreams {
  // The runner sets NODE_ENV to test, as some machines have it at development: a build is a build all the same. But a build
  // service keeps sites among its caches, which a test has to ask for, wherever it runs.
  const environment = { ...process.env, CI: undefined, READOUT_CONTENT: content, NO_COLOR: '1', ...variables };
  return spawn(process.execPath, ['src/build/build.ts', '--outDir', folder, ...options], {
    env: environment,
    detached: true,
    cwd: project,
  });
}

/** What a build printed and how it ended. */
export function ended(child: ChildProcessWithoutNullStreams): Promise<Omit<Build, 'folder'>> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const told = (chunk: Buffer) => {
      printed += String(chunk);
    };
    child.stdout.on('data', told);
    child.stderr.on('data', told);
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, printed }));
  });
}
