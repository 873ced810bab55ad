import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What Debian and Ubuntu call what the tests need. */
export const PACKAGES = 'nginx-light libnginx-mod-http-brotli-static rclone';

/** Where nginx keeps the modules that it loads when it is told to. */
const MODULE_FOLDERS = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules', '/usr/local/lib/nginx/modules'];

/** A program by its name; system folders count, although they are not on every path. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** The module of nginx that sends files that were compressed with Brotli. */
export function findBrotliModule(): string | undefined {
  return MODULE_FOLDERS.map((folder) => join(folder, 'ngx_http_brotli_static_module.so')).find((path) =>
    existsSync(path),
  );
}

/** What of it is not on this machine. */
export function missingServers(): string[] {
  return [
    ...(findProgram('nginx') ? [] : ['nginx']),
    ...(findBrotliModule() ? [] : ['the module brotli_static of nginx']),
    ...(findProgram('rclone') ? [] : ['rclone']),
  ];
}
