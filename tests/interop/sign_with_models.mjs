// Writes a repository signed with Ed25519, RSA-PSS and ECDSA P-256, with texts that canonical JSON must carry over.
// usage: node sign_with_models.mjs FOLDER
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Metadata, Root, Timestamp, Snapshot, Targets, TargetFile, MetaFile, Key, Signature } from '@tufjs/models';

const folder = process.argv[2];
const expires = '2035-01-01T00:00:00Z';
fs.mkdirSync(path.join(folder, 'metadata'), { recursive: true });
fs.mkdirSync(path.join(folder, 'targets'), { recursive: true });

const pem = (key) => key.export({ type: 'spki', format: 'pem' });
function signer(kind) {
  if (kind === 'ed25519') {
    const pair = crypto.generateKeyPairSync('ed25519');
    const raw = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
    return { id: kind, key: new Key({ keyID: kind, keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: raw } }),
             sign: (data) => crypto.sign(null, data, pair.privateKey) };
  }
  if (kind === 'rsa') {
    const pair = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
    return { id: kind, key: new Key({ keyID: kind, keyType: 'rsa', scheme: 'rsassa-pss-sha256', keyVal: { public: pem(pair.publicKey) } }),
             sign: (data) => crypto.sign('sha256', data, { key: pair.privateKey, padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }) };
  }
  const pair = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { id: kind, key: new Key({ keyID: kind, keyType: 'ecdsa', scheme: 'ecdsa-sha2-nistp256', keyVal: { public: pem(pair.publicKey) } }),
           sign: (data) => crypto.sign('sha256', data, pair.privateKey) };
}
const signers = { root: signer('ed25519'), timestamp: signer('rsa'), snapshot: signer('ecdsa'), targets: signer('ed25519 too'.split(' ')[0]) };
signers.targets.id = 'targets-key';
signers.targets.key = new Key({ keyID: 'targets-key', keyType: 'ed25519', scheme: 'ed25519', keyVal: signers.targets.key.keyVal });

function write(name, signed, who) {
  const metadata = new Metadata(signed);
  metadata.sign((data) => new Signature({ keyID: who.id, sig: who.sign(data).toString('hex') }));
  const text = JSON.stringify(metadata.toJSON(), null, 2);
  fs.writeFileSync(path.join(folder, 'metadata', name), text);
  return text;
}
const root = new Root({ version: 1, specVersion: '1.0.34', expires, consistentSnapshot: true,
                        unrecognizedFields: { note: 'quotes " backslash \\ tab \t line \u2028 \u00e9 \u{1f600}' } });
for (const role of ['root', 'timestamp', 'snapshot', 'targets']) root.addKey(signers[role].key, role);
write('1.root.json', root, signers.root);
const data = Buffer.from('the right number is 116\n');
const sha256 = crypto.createHash('sha256').update(data).digest('hex');
fs.writeFileSync(path.join(folder, 'targets', `${sha256}.number.txt`), data);
const targets = new Targets({ version: 1, specVersion: '1.0.34', expires });
targets.addTarget(new TargetFile({ path: 'number.txt', length: data.length, hashes: { sha256 },
                                   unrecognizedFields: { custom: { text: 'a "b" \\ \u2028 \t' } } }));
write('1.targets.json', targets, signers.targets);
write('1.snapshot.json', new Snapshot({ version: 1, specVersion: '1.0.34', expires, meta: { 'targets.json': new MetaFile({ version: 1 }) } }), signers.snapshot);
write('timestamp.json', new Timestamp({ version: 1, specVersion: '1.0.34', expires, snapshotMeta: new MetaFile({ version: 1 }) }), signers.timestamp);
