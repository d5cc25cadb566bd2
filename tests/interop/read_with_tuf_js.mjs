// Reads a repository with tuf-js. usage: node read_with_tuf_js.mjs REPOSITORY_URL ROOT_JSON FOLDER TARGET...
import fs from 'node:fs';
import path from 'node:path';
import { Updater } from 'tuf-js';

const [url, root, folder, ...targets] = process.argv.slice(2);
const metadata = path.join(folder, 'metadata');
const files = path.join(folder, 'targets');
fs.mkdirSync(metadata, { recursive: true });
fs.mkdirSync(files, { recursive: true });
fs.copyFileSync(root, path.join(metadata, 'root.json'));
const updater = new Updater({
  metadataDir: metadata,
  metadataBaseUrl: `${url}/metadata`,
  targetDir: files,
  targetBaseUrl: `${url}/targets`,
});
await updater.refresh();
for (const target of targets) {
  const info = await updater.getTargetInfo(target);
  if (!info) throw new Error(`no ${target}`);
  await updater.downloadTarget(info, path.join(files, path.basename(target)));
}
