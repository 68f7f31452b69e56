/** What a system's error code says of a folder, and what to do about it. */
const WORDS: Readonly<Record<string, (doing: string) => string>> = {
  ENOSPC: () => 'its disk is full; make room on it',
  EDQUOT: () => "this user's share of its disk is full; make room, or have the quota raised",
  EROFS: () => 'it lies on a disk that is read-only; make the disk writable, or choose a folder on another one',
  EACCES: (doing) => `this user may not ${doing} there; give the user the right to, or run as the user whom it belongs to`,
  EPERM: (doing) => `this user may not ${doing} there; give the user the right to, or run as the user whom it belongs to`,
  EFBIG: () => 'files are not allowed to grow so large; raise the limit (ulimit -f)',
  EMFILE: () => 'too many files are open at once; raise the limit (ulimit -n)',
  ENFILE: () => 'too many files are open on this machine; end what holds them',
  EIO: () => 'its disk fails; look at the log of the machine, and move the folder to a sound disk',
  ESTALE: () => 'the network drive that it lies on has gone away; mount it again',
  ENOTDIR: () => 'a file lies where a folder must be; move it away, or choose another folder',
  EEXIST: () => 'a file lies where a folder must be; move it away, or choose another folder',
};
/** The same as others say it who have no codes, such as a query engine. */
const SAID: readonly [RegExp, string][] = [
  [/No space left on device/i, 'ENOSPC'],
  [/Disk quota exceeded/i, 'EDQUOT'],
  [/Read-only file system/i, 'EROFS'],
  [/Permission denied|Operation not permitted/i, 'EACCES'],
  [/File too large/i, 'EFBIG'],
  [/Too many open files/i, 'EMFILE'],
  [/Input\/output error/i, 'EIO'],
];

const OUT_OF_MEMORY = /^Out of Memory Error/;

/** The machine will not let a folder be read or written. Nothing is wrong with the data or with us. */
export class MachineRefuses extends Error {
  override name = 'MachineRefuses';
}

interface Tried {
  /** Such as `the store /data/store`. */
  where: string;
  doing: 'read' | 'write';
  /** Key or path. */
  what: string;
}

/** An error in words that say which folder, what is wrong with it and what to do; any other error as it is. */
export function inPlainWords(error: unknown, { where, doing, what }: Tried): unknown {
  // Errors of our own say what they mean already.
  if ((error as Error).constructor !== Error) return error;
  const { code, message = '' } = error as NodeJS.ErrnoException;
  if (OUT_OF_MEMORY.test(message))
    return new MachineRefuses(
      `the query engine has too little memory (${message.split('\n')[0]}); give the night more with --memory, such as --memory 4GB`,
      { cause: error },
    );
  const found = code && Object.hasOwn(WORDS, code) ? code : SAID.find(([pattern]) => pattern.test(message))?.[1];
  if (!found) return error;
  const cannot = doing === 'read' ? 'cannot be read' : 'cannot be written';
  return new MachineRefuses(`${where} ${cannot}: ${what}: ${WORDS[found]!(doing)}, then run the same command again (${found})`, {
    cause: error,
  });
}

/** A folder that a command works with. */
export interface WorkedWith {
  /** Such as `the landing folder`. */
  name: string;
  path: string;
  doing: 'read' | 'write';
}

/** The same where one of several folders may be meant: the one that the error names, else the last. */
export function ofFolders(error: unknown, folders: readonly WorkedWith[]): unknown {
  const { path = '', message = '' } = error as NodeJS.ErrnoException;
  const named = folders.find((folder) => `${path} ${message}`.includes(folder.path)) ?? folders.at(-1)!;
  const what = path || message.split('\n')[0]!;
  return inPlainWords(error, { where: `${named.name} ${named.path}`, doing: named.doing, what });
}

const WRITING = /^(write|mkdir|mkdtemp|rename|link|symlink|unlink|rm|rmdir|fsync|copyfile|chmod|ftruncate)/;

/** The same where no folder of a command is meant: by the path that the system names. */
export function ofAnyFile(error: unknown): unknown {
  const { path = '', syscall = '', message = '' } = (error ?? {}) as NodeJS.ErrnoException;
  const what = path || message.split('\n')[0]!;
  return inPlainWords(error, { where: 'a file', doing: WRITING.test(syscall) ? 'write' : 'read', what });
}
