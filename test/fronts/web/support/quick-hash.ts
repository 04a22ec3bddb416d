import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

// A password is hashed so that trying many of them takes long, and a run of the tests signs in more than a thousand people: in their processes
// scrypt has its smallest cost. The built program, as the walks and the tests of services start it, hashes as it ships.
const { scrypt } = crypto;
crypto.scrypt = ((password: string, salt: string, length: number, options: crypto.ScryptOptions, done: HashDone) =>
  scrypt(password, salt, length, { ...options, N: 2 }, done)) as typeof scrypt;
syncBuiltinESMExports();

type HashDone = (error: Error | null, key: Buffer) => void;
