import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** A language server as an editor runs it. */
export interface LanguageServer {
  /** Opens a file with a text, or puts the text into one that is open, as if it had been typed. */
  open(path: string, text: string): Promise<void>;
  /** The keys and values that are offered where the cursor is: at the place of a bar in the text. */
  complete(path: string, text: string): Promise<string[]>;
  /** What is said of the word at the bar. */
  hover(path: string, text: string): Promise<string>;
  /** What is wrong: the line, which counts from 1, and the message. */
  problems(path: string): Promise<{ line: number; message: string }[]>;
  /** Tells that a file on disk is another one now. */
  changed(path: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a language server.
 *
 * @param script its program.
 * @param root the folder that is opened.
 * @param settings those of the editor, as `.vscode/settings.json` has them, by section.
 * @param options what it is started with.
 */
export async function startLanguageServer(
  script: string,
  root: string,
  settings: Record<string, unknown>,
  options: object = {},
): Promise<LanguageServer> {
  const child = spawn(process.execPath, [resolve(script), '--stdio'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const pushed = new Map<string, Diagnostic[]>();
  const opened = new Set<string>();
  let versions = 0;
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ section = '' }) => settings[section] ?? null),
  );
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    pushed.set(uri, diagnostics);
  });
  connection.listen();
  const folder = { uri: uriOf(root), name: 'root' };
  const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: folder.uri,
    workspaceFolders: [folder],
    initializationOptions: options,
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
      textDocument: { completion: {}, hover: {}, diagnostic: {}, publishDiagnostics: {}, synchronization: {} },
    },
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const open = async (path: string, text: string) => {
    versions += 1;
    const uri = uriOf(path);
    pushed.delete(uri);
    if (opened.has(path)) {
      const textDocument = { uri, version: versions };
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument,
        contentChanges: [{ text }],
      });
      return;
    }
    opened.add(path);
    const languageId = path.endsWith('.yaml') ? 'yaml' : path.endsWith('.mdx') ? 'mdx' : 'markdown';
    const textDocument = { uri, languageId, version: versions, text };
    await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  };
  const at = async (path: string, text: string) => {
    const before = text.slice(0, text.indexOf('|')).split('\n');
    await open(path, text.replace('|', ''));
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return { textDocument: { uri: uriOf(path) }, position };
  };
  return {
    open,
    complete: async (path, text) => {
      const found = await connection.sendRequest(CompletionRequest.type, await at(path, text));
      const items = Array.isArray(found) ? found : (found?.items ?? []);
      return items.map(({ label }) => label);
    },
    hover: async (path, text) => JSON.stringify(await connection.sendRequest(HoverRequest.type, await at(path, text))),
    problems: async (path) => {
      const uri = uriOf(path);
      const found = capabilities.diagnosticProvider
        ? await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } })
        : { kind: 'full' as const, items: await pushedTo(pushed, uri) };
      const items = found.kind === 'full' ? found.items : [];
      return items.map(({ range, message }) => ({ line: range.start.line + 1, message: String(message) }));
    },
    changed: async (path) => {
      await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: uriOf(path), type: FileChangeType.Changed }],
      });
    },
    stop: async () => {
      const ended = new Promise((done) => child.once('exit', done));
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await ended;
      connection.dispose();
    },
  };
}

/** A server that is not asked tells by itself, some time after a file was opened. */
async function pushedTo(pushed: ReadonlyMap<string, Diagnostic[]>, uri: string): Promise<Diagnostic[]> {
  for (;;) {
    const diagnostics = pushed.get(uri);
    if (diagnostics) return diagnostics;
    await new Promise((done) => setTimeout(done, 20));
  }
}

function uriOf(path: string): string {
  return pathToFileURL(resolve(path)).href;
}
