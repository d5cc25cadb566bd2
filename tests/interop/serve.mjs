// Serves a folder on the loopback and prints the port. usage: node serve.mjs FOLDER
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const folder = path.resolve(process.argv[2]);
const server = http.createServer((request, response) => {
  const file = path.join(folder, path.normalize(new URL(request.url, 'http://localhost').pathname));
  if (!file.startsWith(folder) || !fs.existsSync(file) || !fs.statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  const bytes = fs.readFileSync(file);
  response.writeHead(200, { 'Content-Length': bytes.length }).end(bytes);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
